// Which book and period a title speaks of.
#include "indexer/description/books.h"

#include <gtest/gtest.h>

namespace {

using indexer::book_of;
using indexer::find_period;

TEST(Books, HalfYearsAndQuartersAreRecognised) {
  for (const char* text : {"Beleidsboek eerste halfjaar 2025", "1e helft van 2025", "2025-H1", "H1 2025",
                           "2025, eerste half jaar", "Eerste Helft 2025"})
    EXPECT_EQ(find_period(text), "2025-H1") << text;
  EXPECT_EQ(find_period("tweede halfjaar 2024 – terugblik"), "2024-H2");
  EXPECT_EQ(find_period("derde kwartaal 2025"), "2025-Q3");
  for (const char* text :
       {"Jaarverslag 2025", "de eerste helft van de avond", "derde halfjaar 2025", "eerste bijeenkomst 2025", ""})
    EXPECT_EQ(find_period(text), "") << text;
}

TEST(Books, AChapterInAFileOfItsOwnNamesItsBookInItsTitle) {
  const auto place = book_of({}, "Beleidsboek eerste halfjaar 2025 – hoofdstuk 2: Weerbaarheid van ouderen");
  EXPECT_EQ(place.title, "Beleidsboek eerste halfjaar 2025");
  EXPECT_EQ(place.id, "beleidsboek-eerste-halfjaar-2025");
  EXPECT_EQ(place.chapter, 2);
  EXPECT_EQ(book_of({}, "Beleidsboek eerste halfjaar 2025 – inleiding").chapter, 0);
  EXPECT_EQ(book_of({}, "Beleidsboek eerste halfjaar 2025 – inleiding").id, place.id);
  EXPECT_EQ(book_of({}, "3. Ouderen — Beleidsboek 2024").chapter, 3);
}

TEST(Books, OtherTitlesAreNoChapters) {
  EXPECT_EQ(book_of({}, "Beleidsboek eerste halfjaar 2025").id, "");
  EXPECT_EQ(book_of({}, "Verslag – hoofdstuk 2").id, "");
}

TEST(Books, WhatTheAuthorGivesGoesFirst) {
  corpus::Metadata given;
  given.book = "Jaarrapport Zeehaven";
  given.chapter = "4";
  given.period = "eerste halfjaar 2023";
  EXPECT_EQ(book_of(given, "Iets anders").id, "jaarrapport-zeehaven");
  EXPECT_EQ(book_of(given, "Hoofdstuk 7: iets").chapter, 4);
  EXPECT_EQ(indexer::period_of(given, "tweede halfjaar 2020"), "2023-H1");
  given.period = "najaar";
  EXPECT_EQ(indexer::period_of(given, ""), "najaar");
}

TEST(Books, ChapterNumbersComeOffTheirHeadings) {
  EXPECT_EQ(indexer::without_number("Hoofdstuk 2: Ouderen"), "Ouderen");
  EXPECT_EQ(indexer::without_number("2.1 Ouderen"), "Ouderen");
  EXPECT_EQ(indexer::without_number("3D-beelden"), "3D-beelden");
  EXPECT_EQ(indexer::without_number("2025"), "2025");
}

}  // namespace
