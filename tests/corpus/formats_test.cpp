// The table of formats: by name, and by what the bytes are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Formats, AreKnownByExtensionWhateverItsCase) {
  EXPECT_EQ(format_of("a/Verslag.DOCX"), Format::docx);
  EXPECT_EQ(format_of("dia's.pptx"), Format::pptx);
  EXPECT_EQ(format_of("x.odt"), Format::odt);
  EXPECT_EQ(format_of("x.pdf"), Format::pdf);
  EXPECT_EQ(format_of("x.vtt"), Format::vtt);
  EXPECT_EQ(format_of("x.eml"), Format::eml);
  EXPECT_EQ(format_of("x.exe"), std::nullopt);
}

TEST(Formats, BytesGoBeforeTheName) {
  EXPECT_EQ(sniff(Format::docx, "%PDF-1.7 …"), Format::pdf);
  EXPECT_EQ(sniff(Format::text, "%PDF-1.7 …"), Format::pdf);
  EXPECT_EQ(sniff(Format::pdf, std::string(500, '\n') + "%PDF-1.4"), Format::pdf);
  EXPECT_EQ(sniff(Format::docx, " <!DOCTYPE html><p>x"), Format::html);
  EXPECT_EQ(sniff(Format::markdown, "# Kop"), Format::markdown);
  EXPECT_EQ(sniff(Format::text, "PK\x03\x04…"), Format::docx);
}

TEST(Formats, AnOfficeFileUnderAnotherNameIsReadWithAWarning) {
  const auto draft = read_document(Format::odt, tests::make_docx(tests::word_p("Tekst.")));
  EXPECT_THAT(outline(draft), ElementsAre("P Tekst."));
  EXPECT_THAT(draft.warnings, ElementsAre("is a Word document, whatever its name says"));
}

TEST(Formats, WhatCantBeReadSaysWhatToDo) {
  EXPECT_THAT(complaint([] { sniff(Format::docx, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud"); }),
              HasSubstr("old or encrypted Office document"));
  EXPECT_THAT(complaint([] { sniff(Format::docx, "{\\rtf1"); }), HasSubstr("save it as .docx"));
  EXPECT_THAT(complaint([] { sniff(Format::pdf, ""); }), HasSubstr("file is empty"));
  EXPECT_THAT(complaint([] {
                read_document(Format::docx, tests::make_zip({{"a.txt", "x"}}));
              }),
              HasSubstr("archive with no Office document"));
}

}  // namespace
}  // namespace corpus::test
