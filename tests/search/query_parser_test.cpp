#include "search/query/parser.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace search {
namespace {

using namespace std::string_literals;
using Kind = QueryItem::Kind;

TEST(QueryParser, ReadsWordsPhrasesAndExclusions) {
  const auto query = parse_query("wijk \"actief toezicht\" -drugs -\"rode draad\"");
  ASSERT_EQ(query.clauses.size(), 4u);
  EXPECT_EQ(query.clauses[0].items[0].kind, Kind::word);
  EXPECT_EQ(query.clauses[1].items[0].kind, Kind::phrase);
  EXPECT_EQ(query.clauses[1].items[0].text, "actief toezicht");
  EXPECT_TRUE(query.clauses[2].excluded);
  EXPECT_EQ(query.clauses[3].items[0].text, "rode draad");
  EXPECT_TRUE(query.clauses[3].excluded);
}

TEST(QueryParser, JoinsAlternatives) {
  const auto query = parse_query("a OR b OR \"c d\" e");
  ASSERT_EQ(query.clauses.size(), 2u);
  EXPECT_EQ(query.clauses[0].items.size(), 3u);
  EXPECT_EQ(query.clauses[1].items[0].text, "e");
}

TEST(QueryParser, ReadsFieldsOfTheTable) {
  const auto query = parse_query("Thema:jeugd gemeente:\"Den Haag\" jaar:2025 http://x");
  ASSERT_EQ(query.clauses.size(), 4u);
  EXPECT_EQ(query.clauses[0].items[0].field->field, Field::theme);
  EXPECT_EQ(query.clauses[1].items[0].text, "Den Haag");
  EXPECT_EQ(query.clauses[2].items[0].field->field, Field::year);
  EXPECT_EQ(query.clauses[3].items[0].kind, Kind::word);
}

TEST(QueryParser, ReadsNonsenseAsWords) {
  for (const auto* typed :
       {"OR", "OR OR a", "-", "- a", "\"", "a \"b", "thema:", "thema:\"\"", "a OR", "a OR -b", "\"\"", "--a", "“x"})
    EXPECT_NO_THROW(parse_query(typed)) << typed;
  EXPECT_EQ(parse_query("a OR").clauses.size(), 1u);
  EXPECT_EQ(parse_query("OR a").clauses.size(), 1u);
  EXPECT_EQ(parse_query("a \"b").clauses.size(), 2u);
}

TEST(QueryParser, KnowsTypographicQuotes) {
  const auto query = parse_query("„zorg en veiligheid” wijk");
  ASSERT_EQ(query.clauses.size(), 2u);
  EXPECT_EQ(query.clauses[0].items[0].text, "zorg en veiligheid");
}

TEST(QueryParser, PlacesPointIntoTheText) {
  const auto query = parse_query("x \"actief toezicht\"  thema:jeugd");
  for (const auto& clause : query.clauses)
    for (const auto& item : clause.items) EXPECT_EQ(query.text.substr(item.begin, item.end - item.begin), item.text);
}

TEST(QueryParser, TakesAnyBytes) {
  std::mt19937 random(11);
  const auto alphabet = "\"-: aORthema\xe2\x80\x9c\xff\x00\n("s;
  for (int round = 0; round < 20'000; ++round) {
    std::string typed;
    for (auto left = random() % 30; left > 0; --left) typed += alphabet[random() % alphabet.size()];
    const auto query = parse_query(typed);
    for (const auto& clause : query.clauses) EXPECT_FALSE(clause.items.empty());
  }
}

}  // namespace
}  // namespace search
