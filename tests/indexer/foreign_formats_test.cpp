// Foreign formats through a whole run: indexed, reported, and found with their page.
#include <gmock/gmock.h>

#include "corpus/error.h"
#include "indexer/worker/recognition.h"
#include "tests/indexer/corpus_folder.h"
#include "tests/support/office.h"

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::string error_of(const indexer::Report& report, const std::string& path) {
  for (const auto& failure : report.failed)
    if (failure.path == path) return failure.error;
  return {};
}

TEST(ForeignFormats, AreIndexedBesideTheOthers) {
  tests::CorpusFolder folder;
  folder.write("a.docx",
               tests::make_docx(tests::word_p("Nota", "Title") + tests::word_p("Over buurtapps in de wijk.")));
  folder.write("b.pdf", tests::make_pdf({tests::pdf_line(700, "Eerste bladzijde over de stad en haar wijken."),
                                         tests::pdf_line(700, "Tweede bladzijde over senioren in de stad.")}));
  folder.write("c.md", "# Gewoon\n\nTekst.\n");
  const auto report = folder.run();
  EXPECT_THAT(report.failed, IsEmpty());
  EXPECT_THAT(folder.ids(""), UnorderedElementsAre("a.docx", "b.pdf", "c.md"));
  search::Request request;
  request.query = "senioren";
  const auto page = search::search(*folder.open(), request);
  ASSERT_EQ(page.hits.size(), 1u);
  EXPECT_EQ(page.hits[0].passages.at(0).page, 2);
  EXPECT_THAT(indexer::check(folder.index(), {folder.corpus()}), IsEmpty());
}

TEST(ForeignFormats, HostileFilesCostARowEach) {
  tests::CorpusFolder folder;
  folder.write("goed.docx", tests::make_docx(tests::word_p("Goede tekst over de wijk.")));
  folder.write("bom.docx", tests::make_docx(std::string(110u << 20, ' ')));
  folder.write("leeg.pdf", "");
  folder.write("oud.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud");
  folder.write("gescand.pdf", tests::make_pdf({"0.5 g 50 50 300 300 re f\n"}));
  const auto sparse = folder.write("ijl.docx", "PK");
  std::filesystem::resize_file(sparse, std::uintmax_t{10} << 30);
  const auto report = folder.run();
  EXPECT_EQ(report.documents, 1u);
  EXPECT_EQ(report.failed.size(), 5u);
  EXPECT_THAT(error_of(report, "bom.docx"), HasSubstr("unpacks to more than"));
  EXPECT_THAT(error_of(report, "leeg.pdf"), HasSubstr("file is empty"));
  EXPECT_THAT(error_of(report, "oud.docx"), HasSubstr("old or encrypted"));
  EXPECT_THAT(error_of(report, "gescand.pdf"), HasSubstr("is scanned"));
  EXPECT_THAT(error_of(report, "ijl.docx"), HasSubstr("10240 MB"));
}

TEST(ForeignFormats, AWrongExtensionIsReadAndNamed) {
  tests::CorpusFolder folder;
  folder.write("eigenlijk-word.txt", tests::make_docx(tests::word_p("Tekst over de wijk.")));
  const auto report = folder.run();
  EXPECT_EQ(report.documents, 1u);
  EXPECT_THAT(report.warnings,
              ElementsAre(HasSubstr("is a Word document, whatever its name says (eigenlijk-word.txt")));
}

TEST(ForeignFormats, TheSideFileSaysWhoSpeaks) {
  tests::CorpusFolder folder;
  folder.write("avond.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Voorbeeld>Welkom.</v>\n");
  folder.write("avond.meta.yaml", "title: Avond\nspeakers: {Anna Voorbeeld: voorzitter}\n");
  folder.run();
  EXPECT_EQ(folder.open()->document("avond.vtt")->sections.at(0).passages.at(0).text, "[0:00:01] voorzitter: Welkom.");
}

TEST(ForeignFormats, TheDayInThePropertiesIsALastResort) {
  tests::CorpusFolder folder;
  const std::string core =
      "<cp:coreProperties xmlns:cp='c' "
      "xmlns:dcterms='t'><dcterms:created>2025-03-04T10:00:00Z</dcterms:created></cp:coreProperties>";
  folder.write("a.docx", tests::make_docx(tests::word_p("Tekst zonder dag."), {{"docProps/core.xml", core}}));
  folder.write("b.docx", tests::make_docx(tests::word_p("Utrecht, 7 mei 2024"), {{"docProps/core.xml", core}}));
  folder.run();
  EXPECT_EQ(folder.open()->document("a.docx")->date.iso(), "2025-03-04");
  EXPECT_EQ(folder.open()->document("b.docx")->date.iso(), "2024-05-07");
}

/// A PDF with a picture of a page instead of its text.
std::string scanned(const std::string& pdf) {
  const auto picture = corpus::render_page(pdf, 1);  // "P5\n2480 3508\n255\n…"
  const auto second = picture.find('\n', 3), third = picture.find('\n', second + 1);
  const auto size = picture.substr(3, second - 3);
  const auto space = size.find(' ');
  return tests::make_pdf({"q 595 0 0 842 0 0 cm BI /W " + size.substr(0, space) + " /H " + size.substr(space + 1) +
                          " /CS /G /BPC 8 ID " + picture.substr(third + 1) + "\nEI Q\n"});
}

TEST(ForeignFormats, ScannedPagesAreRecognisedWhenAsked) {
  try {
    indexer::require_recognition();
  } catch (const corpus::Error& error) {
    GTEST_SKIP() << error.line();
  }
  tests::CorpusFolder folder;
  folder.write("scan.pdf",
               scanned(tests::make_pdf({tests::pdf_line(700, "Verslag over buurtpreventie", 20) +
                                        tests::pdf_line(650, "Bewoners lopen elke avond door de wijk.", 16)})));
  EXPECT_EQ(folder.run().failed.size(), 1u);
  auto options = folder.options();
  options.ocr = true;
  const auto report = indexer::run(options);
  EXPECT_THAT(report.failed, IsEmpty());
  EXPECT_THAT(report.warnings, ElementsAre(HasSubstr("1 page was recognised (OCR)")));
  EXPECT_THAT(folder.ids("bewoners"), ElementsAre("scan.pdf"));
}

}  // namespace
