// Who has an id when workers come in any order.
#include "indexer/claims.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "corpus/text.h"

namespace {
using indexer::Claims;
using indexer::DocumentEntry;

DocumentEntry entry(const std::string& id, std::uint64_t line) {
  return {id, indexer::ContentHash::of(id + std::to_string(line)), line, 1, {}};
}

TEST(Claims, TheFirstInOrderOfTheFilesHasTheIdWhoeverComesFirst) {
  constexpr std::uint64_t lines = 12;
  std::vector<std::uint64_t> order(lines);
  std::iota(order.begin(), order.end(), 1);
  std::mt19937 random(1);
  for (int round = 0; round < 50; ++round) {
    std::ranges::shuffle(order, random);
    Claims claims({"a.jsonl", "b.jsonl"});
    std::uint64_t accepted = 0, displaced = 0;
    for (const auto line : order) {
      // Lines of three share an id, and the other file has each once more.
      for (const std::size_t file : {1, 0}) {
        const auto verdict = claims.claim(file, entry("id" + std::to_string(line % 4), line));
        accepted += verdict == Claims::Verdict::accepted;
        displaced += verdict == Claims::Verdict::displaced;
      }
    }
    EXPECT_EQ(accepted, 4u);
    EXPECT_GE(displaced, 4u);
    const auto result = claims.finish();
    ASSERT_EQ(result.documents[0].size(), 4u);
    EXPECT_TRUE(result.documents[1].empty());
    std::uint64_t line = 0;
    for (const auto& document : result.documents[0]) {
      EXPECT_EQ(document.line, ++line);
      EXPECT_EQ(document.hash, entry("id" + std::to_string(line % 4), line).hash);
    }
    EXPECT_EQ(result.failed[0], lines - 4);
    EXPECT_EQ(result.failed[1], lines);
    EXPECT_THAT(result.failures.front().error, testing::HasSubstr("already used by a.jsonl:1"));
  }
}

TEST(ContentHash, GivesItsDigitsBackAndTakesNothingElse) {
  const auto digits = corpus::content_hash("x");
  EXPECT_EQ(indexer::ContentHash(digits).hex(), digits);
  for (const auto& wrong : {std::string(), std::string("12"), digits + "00", digits.substr(1) + "x", digits.substr(1)})
    EXPECT_THROW(indexer::ContentHash{wrong}, std::invalid_argument) << wrong;
}

}  // namespace
