#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using tests::make_pdf;
using tests::pdf_line;

Draft read_pages(const std::vector<std::string>& pages, const std::string& info = {}) {
  return read_document(Format::pdf, make_pdf(pages, info));
}

const std::string kLong = "De gemeente en de politie spraken deze avond lang over de wijk en";

TEST(Pdf, HeadingsByTypeSizeAndBlocksByPage) {
  const auto draft = read_pages({pdf_line(760, "Verslag van de avond", 24) + pdf_line(700, "Aanpak", 16) +
                                     pdf_line(670, kLong) + pdf_line(656, "over de buurt."),
                                 pdf_line(760, "Vervolg", 16) + pdf_line(730, kLong) + pdf_line(716, "over de apps.")});
  EXPECT_EQ(draft.title, "Verslag van de avond");
  ASSERT_EQ(draft.sections.size(), 2u);
  EXPECT_EQ(draft.sections[0].heading, "Aanpak");
  EXPECT_EQ(draft.sections[0].blocks.at(0).text, kLong + " over de buurt.");
  EXPECT_EQ(draft.sections[0].blocks.at(0).page, 1);
  EXPECT_EQ(draft.sections[1].blocks.at(0).page, 2);
  EXPECT_EQ(split_passages(draft.sections)[1].passages.at(0).page, 2);
}

TEST(Pdf, BoldNumberedLinesAreHeadings) {
  const auto draft =
      read_pages({pdf_line(760, "1. Opening.", 11, true) + pdf_line(740, kLong) + pdf_line(726, "sloot af.")});
  EXPECT_THAT(outline(draft).front(), HasSubstr("1. Opening."));
  EXPECT_GT(draft.sections.at(0).level, 0);
}

TEST(Pdf, BrokenWordsAreMadeWhole) {
  const auto draft =
      read_pages({pdf_line(700, kLong + " samen-") + pdf_line(686, "werking met buurt- en wijkteams, de Whats-") +
                  pdf_line(672, "App-groep en de buurt-") + pdf_line(658, "en jongerenwerkers van de stad.")});
  EXPECT_THAT(outline(draft),
              ElementsAre(HasSubstr(
                  "samenwerking met buurt- en wijkteams, de Whats-App-groep en de buurt- en jongerenwerkers")));
}

TEST(Pdf, RunningHeadsAndPageNumbersGo) {
  std::vector<std::string> pages;
  for (int i = 1; i <= 4; ++i)
    pages.push_back(pdf_line(810, "Gemeente Voorbeeldstad - jaarplan", 9) +
                    pdf_line(600, kLong + " punt " + std::string(1, static_cast<char>('a' + i))) +
                    pdf_line(586, "en dat was het.") + pdf_line(30, "Pagina " + std::to_string(i) + " van 4", 9));
  const auto lines = outline(read_pages(pages));
  for (const auto& line : lines) {
    EXPECT_THAT(line, Not(HasSubstr("Voorbeeldstad")));
    EXPECT_THAT(line, Not(HasSubstr("Pagina")));
  }
  EXPECT_EQ(lines.size(), 4u);
}

TEST(Pdf, ASentenceGoesOnOverThePage) {
  const auto draft = read_pages({pdf_line(100, kLong), pdf_line(760, "het vervolg daarvan in de stad.")});
  EXPECT_THAT(outline(draft), ElementsAre("P " + kLong + " het vervolg daarvan in de stad."));
}

TEST(Pdf, ListsAndTableRows) {
  std::string page = pdf_line(760, kLong) + pdf_line(746, "dit alles.") + pdf_line(720, "- een eerste punt") +
                     pdf_line(706, "- een tweede punt");
  for (int i = 0; i < 4; ++i)
    page += pdf_line(640 - 20 * i, "Naam" + std::to_string(i)) +
            pdf_line(640 - 20 * i, "Soort" + std::to_string(i), 11, false, 250) +
            pdf_line(640 - 20 * i, "Jaar" + std::to_string(i), 11, false, 420);
  const auto lines = outline(read_pages({page}));
  EXPECT_THAT(
      lines,
      ElementsAre("P " + kLong + " dit alles.", "L een eerste punt|een tweede punt",
                  "L Naam0 – Soort0 – Jaar0|Naam1 – Soort1 – Jaar1|Naam2 – Soort2 – Jaar2|Naam3 – Soort3 – Jaar3"));
}

TEST(Pdf, PropertiesAreALastResort) {
  const auto draft = read_pages({pdf_line(700, kLong)}, "/Title(Nota wijkveiligheid)/CreationDate(D:20250304120000Z)");
  EXPECT_EQ(draft.title, "Nota wijkveiligheid");
  EXPECT_EQ(draft.date, "2025-03-04");
  EXPECT_THAT(read_pages({pdf_line(700, kLong)}, "/Title(Microsoft Word - x.doc)").title, IsEmpty());
}

TEST(Pdf, PicturesWithoutTextAreReportedAsScans) {
  const std::string picture = "0.5 g 50 50 300 300 re f\n";
  EXPECT_THAT(complaint([&] {
                read_pages({picture, picture}, "/Title(Nota)");
              }),
              HasSubstr("is scanned: its 2 pages are pictures without text; index with --ocr"));
  const auto partly = read_pages({pdf_line(700, kLong), picture});
  EXPECT_THAT(partly.scans, ElementsAre(2));
  EXPECT_THAT(partly.warnings, ElementsAre(HasSubstr("page 2 without text")));
}

TEST(Pdf, DamageThatMayCostTextIsSaid) {
  const auto said = ElementsAre(HasSubstr("is damaged in places"));
  const std::string whole = pdf_line(700, kLong) + pdf_line(600, kLong);
  EXPECT_THAT(read_pages({whole}).warnings, IsEmpty());
  EXPECT_THAT(read_pages({whole + "BT (nooit gesloten Tj ET"}).warnings, said);
  EXPECT_THAT(read_pages({whole + "BT 11 Tf (zonder letter) Tj ET"}).warnings, said);
  auto bytes = make_pdf({whole});
  bytes.replace(bytes.find("\nendstream"), 10, "\nendstraam");
  EXPECT_THAT(read_document(Format::pdf, bytes).warnings, said);
  EXPECT_THAT(read_pages({whole}).warnings, IsEmpty()) << "of one document only";
}

TEST(Pdf, RecognizedPagesComeWhereTheyBelong) {
  Draft draft = read_pages({pdf_line(700, kLong), "0.5 g 50 50 300 300 re f\n"});
  add_recognized(draft, {{2, "Gescande tekst over de samen-\nwerking in de wijk.\n\nEen tweede alinea.\n"}});
  ASSERT_EQ(draft.sections.size(), 2u);
  EXPECT_EQ(draft.sections[1].blocks.at(0).text, "Gescande tekst over de samenwerking in de wijk.");
  EXPECT_EQ(draft.sections[1].blocks.at(0).page, 2);
}

TEST(Pdf, APageCanBeDrawn) {
  const auto picture = render_page(make_pdf({pdf_line(700, kLong)}), 1);
  EXPECT_TRUE(picture.starts_with("P5\n"));
  EXPECT_GT(picture.size(), 1'000'000u);
  EXPECT_THAT(complaint([] { render_page(make_pdf({pdf_line(700, "x")}), 2); }), HasSubstr("has no page 2"));
}

}  // namespace
}  // namespace corpus::test
