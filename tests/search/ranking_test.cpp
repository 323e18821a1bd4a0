// The order of documents, and its explanation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::document;
using tests::SmallIndex;

std::string filler(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) text += "Daarnaast kwam nog een ander onderwerp aan de orde. ";
  return text;
}

TEST(Ranking, ATitleTypedLiterallyComesFirst) {
  const SmallIndex index(std::vector<nlohmann::json>{
      document("kort", "Over het onderwerp van de titel.", "Toezicht in de wijk"),
      document("langer", "Over toezicht in de wijk.", "Toezicht in de wijk en op het bedrijventerrein bij avond"),
      document("vaak", "Toezicht in de wijk, toezicht in de wijk, toezicht in de wijk.", "Verslag")});
  EXPECT_EQ(index.ids("toezicht in de wijk").front(), "kort");
}

TEST(Ranking, TheLiteralCompoundComesBeforeItsParts) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("delen", "Een initiatief van burgers in de buurt."),
                                  document("heel", "Een burgerinitiatief in de buurt van de stad.")});
  EXPECT_THAT(index.ids("burgerinitiatief"), ElementsAre("heel", "delen"));
}

TEST(Ranking, WordsCloseTogetherCountForMore) {
  const SmallIndex index(std::vector<nlohmann::json>{
      document("ver", "De wethouder sprak. " + filler(4) + "Over parkeren ging het ook."),
      document("dicht", filler(4) + "De wethouder parkeren laten wij buiten beschouwing. Men sprak.")});
  EXPECT_THAT(index.ids("wethouder parkeren"), ElementsAre("dicht", "ver"));
}

TEST(Ranking, AShortDocumentAboutItComesBeforeALongOneThatMentionsIt) {
  const SmallIndex index(std::vector<nlohmann::json>{document("lang", filler(60) + "Ook cameratoezicht. " + filler(60)),
                                                     document("kort", "Wat wij leerden van cameratoezicht.")});
  EXPECT_THAT(index.ids("cameratoezicht"), ElementsAre("kort", "lang"));
}

TEST(Ranking, APartOfTheCompoundAskedForRanksBelowWhatMatches) {
  const SmallIndex index(std::vector<nlohmann::json>{document("deel", "Het meldpunt is open."),
                                                     document("heel", "Het drugsmeldpunt is open.")});
  EXPECT_THAT(index.ids("drugsmeldpunt"), ElementsAre("heel", "~deel"));
  EXPECT_EQ(index.search("drugsmeldpunt").total, 1u);
}

TEST(Ranking, ThePageAskedForChangesNothingAboutTheOrder) {
  std::vector<nlohmann::json> documents;
  for (int i = 0; i < 60; ++i)
    documents.push_back(document("d" + std::to_string(100 + i), filler(i % 7) + (i % 3 ? "wijk en agent. " : "wijk. ") +
                                                                    filler(i % 5) + "De agent in de wijk."));
  const SmallIndex index(documents);
  const auto ids_from = [&](std::size_t offset, std::size_t limit) {
    Request request;
    request.query = "agent wijk";
    request.offset = offset;
    request.limit = limit;
    std::vector<std::string> ids;
    for (const auto& hit : search(*index, request).hits) ids.push_back(hit.document.id);
    return ids;
  };
  const auto all = ids_from(0, 60);
  ASSERT_EQ(all.size(), 60u);
  std::vector<std::string> pages;
  for (std::size_t offset = 0; offset < 60; offset += 10)
    for (const auto& id : ids_from(offset, 10)) pages.push_back(id);
  EXPECT_EQ(pages, all);
}

TEST(Explanation, AddsUpToTheScore) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("a", "Het wijkteam helpt de wijk met toezicht.", "Toezicht in de wijk"),
                                  document("b", "Niets over het een.", "Iets anders")});
  Request request;
  request.query = "toezicht wijkteam wijk";
  request.explain = true;
  const auto page = search(*index, request);
  ASSERT_FALSE(page.hits.empty());
  const auto& hit = page.hits.front();
  const auto sum = std::accumulate(hit.explanation.begin(), hit.explanation.end(), 0.0,
                                   [](double total, const Explanation& row) { return total + row.contribution; });
  EXPECT_NEAR(sum, hit.score, 1e-4);
  EXPECT_THAT(hit.explanation.front().detail, HasSubstr("titel 1×"));
}

}  // namespace
}  // namespace search
