// Which documents match, and in what order: the contract's rules on a real index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "corpus/error.h"
#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using tests::document;
using tests::SmallIndex;

TEST(Matching, TwoWordsMustBothMatch) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "zwembad sluit"), document("b", "zwembad open"),
                                                     document("c", "niets")});
  EXPECT_EQ(index.search("zwembad sluit").total, 1u);
  EXPECT_THAT(index.ids("zwembad sluit"), ElementsAre("a", "~b"));
}

TEST(Matching, OfThreeWordsHalfTheIdfIsEnough) {
  std::vector<nlohmann::json> documents = {document("alle", "zwembad fietspad brug"),
                                           document("twee", "zwembad fietspad"), document("een", "brug")};
  const SmallIndex index(documents);
  // df: zwembad 2, fietspad 2, brug 2, so each carries a third.
  EXPECT_THAT(index.ids("zwembad fietspad brug"), ElementsAre("alle", "twee", "~een"));
  EXPECT_EQ(index.search("zwembad fietspad brug").total, 2u);
}

TEST(Matching, UnknownWordsWeighNothingAmongThree) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "zwembad fietspad"), document("b", "brug")});
  EXPECT_EQ(index.search("zwembad fietspad qqqqwx").total, 1u);
  EXPECT_EQ(index.search("zwembad qqqqwx").total, 0u);
}

TEST(Matching, QuestionWordsAndStopWordsAreNoContent) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("a", "De rol van de gemeente is groot."), document("b", "wat is dat")});
  EXPECT_THAT(index.ids("wat is de rol van de gemeente"), ElementsAre("a"));
  EXPECT_THAT(index.ids("wat is dat"), Contains("b"));
}

TEST(Matching, PhrasesHoldAlways) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "actief toezicht in de wijk"),
                                                     document("b", "toezicht is actief in de wijk")});
  EXPECT_THAT(index.ids("\"actief toezicht\""), ElementsAre("a"));
  EXPECT_THAT(index.ids("\"actief toezicht\" wijk zwembad"), ElementsAre("a"));
}

TEST(Matching, NoPhraseCrossesAParagraph) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "Wij zien actief\n\ntoezicht in de wijk")});
  EXPECT_THAT(index.ids("\"actief toezicht\""), IsEmpty());
}

TEST(Matching, ExclusionsAndAlternativesHoldAlways) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("a", "zwembad brug"), document("b", "zwembad"), document("c", "fietspad")});
  EXPECT_THAT(index.ids("zwembad -brug"), ElementsAre("b"));
  EXPECT_THAT(index.ids("brug OR fietspad"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(index.ids("-zwembad"), ElementsAre("c"));
}

TEST(Matching, CompoundsMeetTheirParts) {
  const SmallIndex index(std::vector<nlohmann::json>{document("los", "Het initiatief van burgers telt."),
                                                     document("samen", "Een burgerinitiatief telt."),
                                                     document("niets", "De brug is dicht.")});
  EXPECT_THAT(index.ids("burgerinitiatief"), ElementsAre("samen", "los"));
  EXPECT_THAT(index.ids("initiatief"), UnorderedElementsAre("los", "samen"));
}

TEST(Matching, HyphenatedAndOpenSpellingsMeet) {
  const SmallIndex index(std::vector<nlohmann::json>{document("streepje", "De buurt-app werkt."),
                                                     document("dicht", "De buurtapp werkt."),
                                                     document("open", "De buurt app werkt.")});
  for (const auto* query : {"buurt-app", "buurtapp", "buurt app"})
    EXPECT_THAT(index.ids(query), testing::IsSupersetOf({"streepje", "dicht"})) << query;
}

TEST(Matching, SynonymsOfTheVocabularyMeet) {
  const SmallIndex index(std::vector<nlohmann::json>{document("kort", "De boa schrijft een boete."),
                                                     document("lang", "De buitengewoon opsporingsambtenaar schrijft."),
                                                     document("niets", "De brug.")});
  EXPECT_THAT(index.ids("boa"), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("buitengewoon opsporingsambtenaar"), UnorderedElementsAre("kort", "lang"));
}

TEST(Matching, EmptyQueriesListNewestFirst) {
  auto old = document("oud", "x"), recent = document("nieuw", "x"), undated = document("a", "x");
  old["date"] = "2024-01-01";
  recent["date"] = "2025-03";
  const SmallIndex index(std::vector<nlohmann::json>{old, recent, undated});
  EXPECT_THAT(index.ids(""), ElementsAre("nieuw", "oud", "a"));
}

TEST(Matching, DocumentsThatAreNotPublicNeverShow) {
  auto closed = document("dicht", "zwembad");
  closed["access"] = "intern";
  closed["themes"] = {"Geheimthema"};
  const SmallIndex index(std::vector<nlohmann::json>{closed, document("open", "zwembad")});
  const auto page = index.search("zwembad");
  EXPECT_EQ(page.total, 1u);
  for (const auto& facet : page.facets)
    for (const auto& row : facet) EXPECT_NE(row.value, "Geheimthema");
  EXPECT_FALSE(index->document("dicht"));
  EXPECT_THAT(index.ids("thema:Geheimthema"), IsEmpty());
}

TEST(Matching, TheTitleCounts) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("tekst", "Iets over een zwembad en meer tekst daaromheen."),
                                  document("titel", "Iets anders, ook over een zwembad en meer.", "Zwembad")});
  EXPECT_THAT(index.ids("zwembad"), ElementsAre("titel", "tekst"));
}

TEST(Matching, ScoresAreTheSameWhetherFewOrManyDocumentsMatch) {
  // Documents are scored in blocks, full ones and others in different ways.
  std::vector<nlohmann::json> documents;
  for (int i = 0; i < 1'600; ++i)
    documents.push_back(document("d" + std::to_string(i), i < 1'100 || i % 100 == 0 ? "zwembad open" : "brug open",
                                 i % 7 == 0 ? "Zwembad" : "Voorbeeld"));
  const SmallIndex index(documents);
  Request request;
  request.query = "zwembad OR qqqqwx";
  request.limit = 1'600;
  const auto page = search(*index, request);
  EXPECT_EQ(page.total, 1'175u);
  ASSERT_EQ(page.hits.size(), page.total);
  std::map<std::string, std::set<double>> scores;
  for (const auto& hit : page.hits)
    scores[hit.document.title + hit.document.sections.front().passages.front().text].insert(hit.score);
  ASSERT_EQ(scores.size(), 3u);
  for (const auto& [kind, values] : scores) EXPECT_EQ(values.size(), 1u) << kind;
  request.limit = 3;
  request.offset = 170;
  const auto part = search(*index, request);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(part.hits[i].document.id, page.hits[170 + i].document.id);
}

TEST(Matching, HostileQueriesAreRefusedOrAnswered) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "zwembad")});
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "woord" + std::to_string(i) + " ";
  EXPECT_THROW(index.search(many), corpus::Error);
  for (const auto* query : {"\"", "OR", "-", "((", "a OR", "thema:", "\x01\x02", "***", "\"\" \"\""})
    EXPECT_NO_THROW(index.search(query)) << query;
}

}  // namespace
}  // namespace search
