#include "search/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace search {
namespace {

using tests::document;
using tests::SmallIndex;

TEST(Suggestion, ReplacesTheUnknownWordOnly) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "buurtpreventie in de wijk"),
                                                     document("b", "buurtpreventie in de stad")});
  EXPECT_EQ(index.search("wijk buurtprefentie").suggestion, "wijk buurtpreventie");
  EXPECT_EQ(index.search("\"buurtprefentie\" -stad").suggestion, "\"buurtpreventie\" -stad");
  EXPECT_EQ(index.search("wijk").suggestion, std::nullopt);
}

TEST(Suggestion, NeverTellsOfClosedDocuments) {
  auto first = document("a", "geheimwoord"), second = document("b", "geheimwoord");
  first["access"] = second["access"] = "intern";
  const SmallIndex index(std::vector<nlohmann::json>{first, second, document("c", "wijk")});
  EXPECT_EQ(index.search("geheimwoort").suggestion, std::nullopt);
  EXPECT_TRUE(complete(*index, "gehe").empty());
}

TEST(Completion, OffersLabelsAndWords) {
  auto first = document("a", "ondermijnende groepen"), second = document("b", "ondermijnende groepen");
  first["themes"] = {"Ondermijning"};
  const SmallIndex index(std::vector<nlohmann::json>{first, second});
  std::vector<std::string> texts;
  for (const auto& completion : complete(*index, "onderm")) texts.push_back(completion.kind + ":" + completion.text);
  EXPECT_THAT(texts, testing::UnorderedElementsAre("thema:Ondermijning", "woord:ondermijnende"));
}

}  // namespace
}  // namespace search
