// Dutch dates: the forms that are read, those that are not, and which of them dates a document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/description/dates.h"
#include "tests/indexer/describe_support.h"

namespace {

using indexer::date_in_file_name;
using indexer::find_dates;
using indexer::parse_date;

std::string read(std::string_view text) {
  std::string all;
  for (const auto& found : find_dates(text)) {
    if (!all.empty()) all += " ";
    all += found.date.year == 0 ? "--" + std::to_string(found.date.month) + "-" + std::to_string(found.date.day)
                                : found.date.iso();
  }
  return all;
}

std::string iso_of(std::string text, std::string title = {}, std::string source = "tekst.txt") {
  return describe_test::describe(describe_test::draft_of(std::move(text), std::move(title)), std::move(source))
      .document.date.iso();
}

TEST(Dates, WrittenWithTheMonth) {
  EXPECT_EQ(read("op 24 september 2025 in Breda"), "2025-09-24");
  EXPECT_EQ(read("Woensdag 24 sept. 2025, 13.30 uur"), "2025-09-24");
  EXPECT_EQ(read("24 SEPTEMBER 2025"), "2025-09-24");
  EXPECT_EQ(read("1 mei '25"), "2025-05-01");
  EXPECT_EQ(read("1 mei ’25"), "2025-05-01");
  EXPECT_EQ(read("3 mrt 2024 en 4 aug 2023"), "2024-03-03 2023-08-04");
  EXPECT_EQ(read("24 en 25 september 2025"), "2025-09-24");
  EXPECT_EQ(read("24\u00A0september\u00A02025"), "2025-09-24");
}

TEST(Dates, WrittenInNumbers) {
  EXPECT_EQ(read("24-09-2025"), "2025-09-24");
  EXPECT_EQ(read("24/9/2025"), "2025-09-24");
  EXPECT_EQ(read("(24.09.2025)"), "2025-09-24");
  EXPECT_EQ(read("2025-09-24T13:30"), "2025-09-24");
}

TEST(Dates, WithoutAYearHaveNone) {
  const auto found = find_dates("24 september 13:30-15:00 op Teams");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].date.text, "24 september");
  EXPECT_EQ(found[0].date.year, 0);
  EXPECT_EQ(found[0].date.iso(), "");
}

TEST(Dates, OfAMonth) {
  EXPECT_EQ(read("in september 2025"), "2025-09");
  EXPECT_EQ(read("in september"), "");
}

TEST(Dates, ThatDoNotExistAreNone) {
  EXPECT_EQ(read("31 februari 2025"), "");
  EXPECT_EQ(read("29 februari 2025, 29 februari 2024"), "2024-02-29");
  EXPECT_EQ(read("45-13-2025 en 2025-13-01 en 31-04-2025"), "");
  EXPECT_EQ(read("3 mei 1234"), "--5-3");
}

TEST(Dates, OtherNumbersAreNone) {
  EXPECT_EQ(read("artikel 2.24, 06-12345678, 10-12 jaar, 1.500 euro, 24 uur, versie 1.2.3"), "");
  EXPECT_EQ(read("24 meisjes, 3 meiden, 5 maarten, 2 marter"), "");
}

TEST(Dates, HaveAPlace) {
  const std::string text = "Datum: 24 september 2025.";
  const auto found = find_dates(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "24 september 2025");
}

TEST(Dates, GivenOnesAreReadWhole) {
  EXPECT_EQ(parse_date("2025-09-24")->iso(), "2025-09-24");
  EXPECT_EQ(parse_date("2025-09-24")->text, "24 september 2025");
  EXPECT_EQ(parse_date(" woensdag 24 september 2025 ")->iso(), "2025-09-24");
  EXPECT_EQ(parse_date("2025-09")->iso(), "2025-09");
  EXPECT_EQ(parse_date("2025")->iso(), "2025");
  EXPECT_FALSE(parse_date("najaar 2025"));
  EXPECT_FALSE(parse_date("2025-H1"));
  EXPECT_FALSE(parse_date("3 mei en 4 juni 2025"));
}

TEST(Dates, InFileNames) {
  EXPECT_EQ(date_in_file_name("2025-H1/2025-09-24-verslag.md")->iso(), "2025-09-24");
  EXPECT_EQ(date_in_file_name("verslag_20250924.txt")->iso(), "2025-09-24");
  EXPECT_EQ(date_in_file_name("2025-09 verslag.md")->iso(), "2025-09");
  EXPECT_EQ(date_in_file_name("verslag 24-09-2025.docx")->iso(), "2025-09-24");
  EXPECT_FALSE(date_in_file_name("2025-H1/verslag.md"));
  EXPECT_FALSE(date_in_file_name("2025/verslag.md"));
  EXPECT_FALSE(date_in_file_name("begroting-2025.md"));
  EXPECT_FALSE(date_in_file_name("2025-09-24.jsonl#3"));
}

TEST(Dates, InFileNamesMayBeHeldApartByAnything) {
  for (const char* name : {"verslag-24-september-2024.md", "verslag_24_sept_2024.md", "2024_09_24 verslag.md",
                           "2024 09 24 verslag.md", "2024.09.24.md", "24092024.md", "24.09.2024 verslag.md"})
    EXPECT_EQ(date_in_file_name(name).value_or(corpus::Date{}).iso(), "2024-09-24") << name;
  EXPECT_EQ(date_in_file_name("2024_09 verslag.md")->iso(), "2024-09");
  EXPECT_EQ(date_in_file_name("verslag-september-2024.md")->iso(), "2024-09");
  for (const char* name : {"verslag 2024 12 deelnemers.md", "2024-2025.md", "30-02-2024.md"})
    EXPECT_FALSE(date_in_file_name(name)) << name;
}

TEST(Dates, AYearByItselfInAFileName) {
  for (const char* name : {"verslag-2024.md", "2024-verslag.md", "a/verslag 2024.md", "2024.txt", "2024-H1 verslag.md"})
    EXPECT_EQ(indexer::year_in_file_name(name), 2024) << name;
  for (const char* name : {"2024/verslag.md", "v2024.md", "2024a.md", "12024.md", "2023-2024.md", "a-2024.jsonl#3"})
    EXPECT_EQ(indexer::year_in_file_name(name), 0) << name;
}

TEST(DocumentDate, TheFileNameGoesBeforeTheText) {
  EXPECT_EQ(iso_of("Vergadering van 1 mei 2024.", "", "2025-09-24-verslag.txt"), "2025-09-24");
}

TEST(DocumentDate, TheFileNameCompletesAYearKeepingTheWordsOfTheText) {
  const auto document =
      describe_test::describe(describe_test::draft_of("24 september 13:30-15:00 op Teams"), "2025-09-24.txt").document;
  EXPECT_EQ(document.date.iso(), "2025-09-24");
  EXPECT_EQ(document.date.text, "24 september");
}

TEST(DocumentDate, AYearByItselfInTheFileNameIsThatOfTheDayInTheText) {
  for (const char* name : {"verslag-2024.md", "2024-verslag.md"}) {
    const auto document = describe_test::describe(describe_test::draft_of("24 september 13:30-15:00"), name).document;
    EXPECT_EQ(document.date.iso(), "2024-09-24") << name;
    EXPECT_EQ(document.date.text, "24 september") << name;
  }
  EXPECT_EQ(iso_of("24 september 2023 13:30-15:00", "", "plan-2024.md"), "2023-09-24") << "the text has its own";
  EXPECT_EQ(iso_of("29 februari 13:30-15:00", "", "verslag-2025.md"), "") << "no such day";
  EXPECT_EQ(iso_of("Zonder dag.", "", "begroting-2025.md"), "") << "of the plan, not of the document";
}

TEST(DocumentDate, AGivenYearIsAllThereIs) {
  auto draft = describe_test::draft_of("24 september 13:30-15:00 op Teams");
  draft.given.date = "2025";
  EXPECT_EQ(describe_test::describe(draft).document.date.iso(), "2025") << "given is never overruled";
}

TEST(DocumentDate, NoYearAnywhereIsNoYear) {
  const auto document =
      describe_test::describe(describe_test::draft_of("24 september 13:30-15:00 op Teams"), "2025-H1/a.txt").document;
  EXPECT_EQ(document.date.iso(), "");
  EXPECT_EQ(document.date.text, "24 september");
  EXPECT_EQ(document.date_value.value, "");
}

TEST(DocumentDate, TheTitleGoesFirst) {
  EXPECT_EQ(iso_of("Op 1 mei 2024 was er niets.", "Wet van 18 maart 2010 tot wijziging van de Wet luchtvaart"),
            "2010-03-18");
}

TEST(DocumentDate, ALabelOrAClockTimeTellsWhichDate) {
  EXPECT_EQ(iso_of("Na de start op 3 maart 2025.\nDatum: 24 september 2025"), "2025-09-24");
  EXPECT_EQ(iso_of("Het congres is op 17 oktober 2025.\n24 september 2025 13:30-15:00 op Teams"), "2025-09-24");
}

TEST(DocumentDate, DatesOfLettersLawsAndDeadlinesAreNotTheDocuments) {
  EXPECT_EQ(iso_of("In antwoord op uw brief van 8 juli 2024 deel ik u mede dat het kan."), "");
  EXPECT_EQ(iso_of("Gelet op de verordening van 20 november 2003. Aanmelden kan tot en met 17 januari 2025."), "");
}

TEST(DocumentDate, ADateFarIntoTheTextIsNotTheDocuments) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Wij spraken verder. ";
  corpus::Draft draft = describe_test::draft_of(text);
  draft.sections[0].blocks.push_back({corpus::Block::Type::paragraph, "Op 3 mei 2025 gebeurde iets."});
  EXPECT_EQ(describe_test::describe(draft).document.date.text, "");
}

TEST(DocumentDate, AGivenDateWinsAndIsReadInTheSameForms) {
  auto draft = describe_test::draft_of("24 september 2025 om 13:30");
  draft.given.date = "1 mei 2024";
  auto document = describe_test::describe(draft, "2023-01-01.txt").document;
  EXPECT_EQ(document.date.iso(), "2024-05-01");
  EXPECT_EQ(document.date_value.origin, corpus::Origin::given);
}

TEST(DocumentDate, AGivenDateThatCannotBeReadIsKeptAsTextWithAWarning) {
  auto draft = describe_test::draft_of("24 september 2025 om 13:30");
  draft.given.date = "ergens in het najaar";
  const auto result = describe_test::describe(draft);
  EXPECT_EQ(result.document.date.iso(), "");
  EXPECT_EQ(result.document.date.text, "ergens in het najaar");
  EXPECT_EQ(result.notes.warnings.size(), 1u);
}

TEST(DocumentDate, AGivenDateWithoutAYearStaysSo) {
  auto draft = describe_test::draft_of("tekst");
  draft.given.date = "24 september";
  EXPECT_EQ(describe_test::describe(draft).document.date.iso(), "");
  EXPECT_EQ(describe_test::describe(draft).document.date.text, "24 september");
  EXPECT_EQ(describe_test::describe(draft, "2025-09-24.md").document.date.iso(), "2025-09-24");
}

}  // namespace
