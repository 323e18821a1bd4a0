#include "indexer/word_counts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"

namespace {

using indexer::WordCounts;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

corpus::Document document(const std::string& title, const std::string& text) {
  corpus::Document document;
  document.title = title;
  document.sections.emplace_back().passages.emplace_back().text = text;
  return document;
}

std::vector<std::pair<std::string, std::uint32_t>> rows(WordCounts& counts) {
  std::vector<std::pair<std::string, std::uint32_t>> rows;
  for (auto row = counts.list().begin(); row.next();) rows.emplace_back(std::string(row.word()), row.count());
  return rows;
}

TEST(WordCounts, CountDocumentsAndWaysOfWriting) {
  WordCounts counts;
  counts.add(document("Coördinatie in de wijk", "De wijk, de Wijk en 24 e.d. in 2025"));
  counts.add(document("Coordinatie", "wijk"));
  EXPECT_THAT(rows(counts),
              ElementsAre(Pair("coordinatie", 2u), Pair("coordinatie coördinatie", 1u), Pair("de", 1u), Pair("ed", 1u),
                          Pair("ed e.d", 1u), Pair("en", 1u), Pair("in", 1u), Pair("wijk", 2u)));
}

TEST(WordCounts, LeaveOutDocumentsThatAreNotPublic) {
  WordCounts counts;
  auto closed = document("Dicht", "geheim");
  closed.access = "intern";
  counts.add(closed);
  EXPECT_THAT(rows(counts), IsEmpty());
}

TEST(WordCounts, TakeOffWhatWasRemoved) {
  WordCounts first;
  first.add(document("Wijk", "buurt"));
  first.add(document("Buurt", "brug"));
  WordCounts later(search::WordList(first.list()));
  later.remove(document("Wijk", "buurt"));
  later.add(document("Buurt", "fiets"));
  EXPECT_THAT(rows(later), ElementsAre(Pair("brug", 1u), Pair("buurt", 2u), Pair("fiets", 1u)));
}

TEST(WordCounts, AreTheSameHoweverTheyWereAddedUp) {
  WordCounts together, one, other;
  for (int i = 0; i < 3000; ++i) {
    const auto part =
        document("w" + std::string(1, static_cast<char>('a' + i % 26)), "x" + std::to_string(i * 7919 % 1000) + "yz");
    together.add(part);
    (i % 3 ? one : other).add(part);
    if (i == 1000) one.list();
  }
  one.add(other);
  EXPECT_EQ(one.list().encoded(), together.list().encoded());
}

TEST(WordCounts, TooMuchRemovedIsAnError) {
  WordCounts counts;
  counts.add(document("Wijk", ""));
  counts.remove(document("Buurt", ""));
  EXPECT_THROW(counts.list(), corpus::Error);
}

}  // namespace
