// Office files, PDFs and messages that are meant to break their reader: a bad_document each, soon.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

std::string complaint_of(Format format, const std::string& bytes) {
  return complaint([&] { read_document(format, bytes, limits_of(format)); });
}

TEST(HostileOffice, AZipBombIsRefusedByWhatItSaysAndByWhatItHolds) {
  const std::string bomb = tests::make_docx(std::string(110u << 20, ' '));
  EXPECT_LT(bomb.size(), 1u << 20);
  EXPECT_THAT(complaint_of(Format::docx, bomb), HasSubstr("unpacks to more than 96 MB"));
}

TEST(HostileOffice, EntityBombsAreRefused) {
  std::string xml = "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
                    tests::word_xml("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
  EXPECT_THAT(complaint_of(Format::docx, tests::make_zip({{"word/document.xml", xml}})),
              HasSubstr("has a document type"));
}

TEST(HostileOffice, DeepNestingIsRefused) {
  std::string body;
  for (int i = 0; i < 100'000; ++i) body += "<w:tbl><w:tr><w:tc>";
  for (int i = 0; i < 100'000; ++i) body += "</w:tc></w:tr></w:tbl>";
  EXPECT_THAT(complaint_of(Format::docx, tests::make_docx(body)), HasSubstr("nests too deeply"));
}

TEST(HostileOffice, DamagedAndEncryptedArchivesSayWhatIsWrong) {
  const std::string good = tests::make_docx(tests::word_p("Tekst."));
  EXPECT_THAT(complaint_of(Format::docx, good.substr(0, good.size() / 2)), HasSubstr("is damaged"));
  EXPECT_THAT(complaint_of(Format::docx, tests::make_zip({{"word/document.xml", tests::word_xml("")}}, "geheim")),
              HasSubstr("is encrypted"));
  EXPECT_THAT(complaint_of(Format::docx, tests::make_zip({{"word/document.xml", "<w:document"}})),
              HasSubstr("is no XML"));
}

TEST(HostileOffice, StylesThatAreBasedOnEachOtherEnd) {
  const std::string styles =
      "<w:styles xmlns:w='w'><w:style w:styleId='A'><w:basedOn w:val='B'/></w:style><w:style w:styleId='B'><w:basedOn "
      "w:val='A'/></w:style></w:styles>";
  const auto draft =
      read_document(Format::docx, tests::make_docx(tests::word_p("Tekst.", "A"), {{"word/styles.xml", styles}}));
  EXPECT_EQ(outline(draft).size(), 1u);
}

TEST(HostileOffice, ANoteThatHoldsItselfIsToldOnce) {
  const std::string note =
      "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p><w:r><w:t>noot</w:t></w:r><w:r><w:footnoteReference "
      "w:id='1'/></w:r></w:p></w:footnote></w:footnotes>";
  const auto draft = read_document(
      Format::docx, tests::make_docx("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>",
                                     {{"word/footnotes.xml", note}}));
  EXPECT_LE(outline(draft).size(), 2u);
}

TEST(HostileOffice, PagesThatHoldThemselvesEnd) {
  EXPECT_THAT(complaint_of(Format::pdf,
                           "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 "
                           "R]/Count 1000000000>>endobj\ntrailer<</Root 1 0 R>>\n"),
              AnyOf(HasSubstr("pages"), HasSubstr("is no PDF")));
}

// Cut, and with bytes changed: a draft or a bad_document, and nothing else.
TEST(HostileOffice, DamageAtRandomPlacesIsNoMoreThanABadDocument) {
  std::mt19937 random(7);
  const std::vector<std::pair<Format, std::string>> files = {
      {Format::docx, tests::make_docx(tests::word_p("Kop", "Heading1") + tests::word_p("Tekst over de wijk."))},
      {Format::pdf, tests::make_pdf({tests::pdf_line(700, "Tekst over de wijk en de stad.")})},
      {Format::eml,
       "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nTekst.\n--b--\n"},
      {Format::vtt, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hallo.</v>\n"}};
  for (const auto& [format, bytes] : files)
    for (int i = 0; i < 300; ++i) {
      std::string damaged = bytes.substr(0, i % 3 == 0 ? random() % bytes.size() : bytes.size());
      for (unsigned changes = random() % 8; changes > 0 && !damaged.empty(); --changes)
        damaged[random() % damaged.size()] = static_cast<char>(random());
      EXPECT_NO_THROW(complaint_of(format, damaged)) << name_of(format) << " " << i;
    }
}

}  // namespace
}  // namespace corpus::test
