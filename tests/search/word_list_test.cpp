#include "search/suggest/word_list.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/error.h"
#include "search/suggest/close_words.h"

namespace search {
namespace {

std::vector<WordList::Row> many_rows() {
  std::vector<WordList::Row> rows;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b)
      rows.push_back({std::string("woord") + a + b, static_cast<std::uint32_t>(a * b * 100), b == 'e' ? "wóórd" : ""});
  return rows;
}

TEST(WordList, GivesBackWhatWasPutIn) {
  const auto rows = many_rows();
  const WordList list(WordList::encode(rows));
  auto cursor = list.begin();
  for (const auto& row : rows) {
    ASSERT_TRUE(cursor.next());
    EXPECT_EQ(cursor.word(), row.word);
    EXPECT_EQ(cursor.count(), row.count);
    EXPECT_EQ(cursor.display(), row.display.empty() ? row.word : row.display);
    EXPECT_TRUE(list.find(row.word)) << row.word;
  }
  EXPECT_FALSE(cursor.next());
  EXPECT_FALSE(list.find("woord"));
  EXPECT_FALSE(list.find("zzz"));
  EXPECT_FALSE(WordList().find("woord"));
}

TEST(WordList, SkippingPassesOverNothingElse) {
  const auto rows = many_rows();
  const WordList list(WordList::encode(rows));
  for (std::size_t start = 0; start < rows.size(); start += 5)
    for (const std::size_t prefix : {3u, 6u, 7u}) {
      auto cursor = list.begin();
      for (std::size_t i = 0; i <= start; ++i) cursor.next();
      const auto skipped = rows[start].word.substr(0, prefix);
      cursor.skip(prefix);
      std::size_t same = 0;
      auto next = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(start), rows.end(),
                               [&](const auto& row) { return !row.word.starts_with(skipped); });
      while (cursor.next()) {
        if (cursor.word().starts_with(skipped)) {
          ++same;
          continue;
        }
        ASSERT_NE(next, rows.end());
        ASSERT_EQ(cursor.word(), (next++)->word);
      }
      EXPECT_EQ(next, rows.end());
      EXPECT_LE(same, 64u);  // two blocks of the list
    }
}

TEST(WordList, ADamagedOneIsRefused) {
  const auto whole = WordList::encode(many_rows());
  for (std::size_t size = 0; size < whole.size(); size += 7)
    EXPECT_THROW(WordList(whole.substr(0, size)), corpus::Error) << size;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    auto changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    try {
      // Where a change makes another list that is sound, it can be walked to its end.
      const WordList list(changed);
      for (auto cursor = list.begin(); cursor.next();) EXPECT_FALSE(cursor.word().empty());
    } catch (const corpus::Error&) {
    }
  }
}

/// The cost by filling the whole table, letter edits only: what the walk over the list must agree with.
unsigned plain_cost(const std::string& typed, const std::string& meant) {
  std::vector<std::vector<unsigned>> cost(meant.size() + 1, std::vector<unsigned>(typed.size() + 1));
  for (std::size_t i = 0; i <= meant.size(); ++i)
    for (std::size_t j = 0; j <= typed.size(); ++j) {
      if (i == 0 && j == 0) continue;
      unsigned best = 1000;
      const unsigned first = i == 1 && j == 0 ? kFirstLetter : 0;
      if (i > 0) best = std::min(best, cost[i - 1][j] + kEdit + first);
      if (j > 0) best = std::min(best, cost[i][j - 1] + kEdit + (j == 1 ? kFirstLetter : 0u));
      if (i > 0 && j > 0)
        best = std::min(best, cost[i - 1][j - 1] + (typed[j - 1] == meant[i - 1] ? 0u : kEdit) +
                                  (i == 1 && j == 1 && typed[0] != meant[0] ? kFirstLetter : 0u));
      if (i > 1 && j > 1 && typed[j - 1] == meant[i - 2] && typed[j - 2] == meant[i - 1] &&
          typed[j - 1] != meant[i - 1])
        best = std::min(best, cost[i - 2][j - 2] + kSwapped);
      cost[i][j] = best;
    }
  return cost[meant.size()][typed.size()];
}

TEST(CloseWords, TheWalkFindsAllThatTheWholeTableWould) {
  // Consonants no two of which sound alike and none of which is doubled, so that letter edits are all there is.
  std::vector<WordList::Row> rows;
  std::string letters = "bmlnw";
  for (char a : letters)
    for (char b : letters)
      for (char c : letters)
        for (char d : letters)
          if (a != b && b != c && c != d) rows.push_back({{a, b, c, d}, 2, {}});
  std::ranges::sort(rows, {}, &WordList::Row::word);
  const WordList list(WordList::encode(rows));
  for (const std::string typed : {"bmln", "wnb", "mbnwl", "lwml"}) {
    std::vector<std::string> expected, found;
    for (const auto& row : rows)
      if (const auto cost = plain_cost(typed, row.word); cost > 0 && cost <= kMostCost) expected.push_back(row.word);
    for (const auto& close : close_words(list, typed, kMostCost)) {
      found.push_back(close.word);
      EXPECT_EQ(close.cost, plain_cost(typed, close.word)) << typed << " " << close.word;
    }
    EXPECT_EQ(found, expected) << typed;
  }
}

TEST(CloseWords, LongWordsBeforeAndAfterDisturbNothing) {
  const std::string long_word(60, 'b');
  const WordList list(
      WordList::encode({{"bb", 2, {}}, {long_word + "x", 2, {}}, {long_word + "y", 2, {}}, {"bbc", 2, {}}}));
  const auto close = close_words(list, "bbm", kEdit);
  ASSERT_EQ(close.size(), 2u);
  EXPECT_EQ(close[0].word, "bb");
  EXPECT_EQ(close[1].word, "bbc");
}

}  // namespace
}  // namespace search
