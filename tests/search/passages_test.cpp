#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/api_json.h"
#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using testing::HasSubstr;
using tests::document;
using tests::SmallIndex;

std::string first_fragment(const SmallIndex& index, const std::string& query) {
  const auto page = index.search(query);
  if (page.hits.empty() || page.hits.front().passages.empty()) return {};
  const auto& passage = page.hits.front().passages.front();
  return to_html(passage.snippet, passage.marks);
}

TEST(Passages, TheBestOneComesFirstWithItsWordsMarked) {
  const SmallIndex index(std::vector<nlohmann::json>{
      document("a",
               "## Inleiding\n\nEen wijk als andere.\n\n## Conclusies\n\nActief toezicht helpt "
               "tegen overlast in de wijk.\n\n## Slot\n\nTot ziens.")});
  const auto page = index.search("toezicht overlast");
  ASSERT_EQ(page.hits.size(), 1u);
  EXPECT_EQ(page.hits[0].passages[0].heading, "Conclusies");
  EXPECT_THAT(first_fragment(index, "toezicht overlast"),
              HasSubstr("Actief <mark>toezicht</mark> helpt tegen <mark>overlast</mark>"));
}

TEST(Passages, CompoundsAndTheirPartsAreMarked) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "Het initiatief van burgers telt hier.")});
  EXPECT_THAT(first_fragment(index, "burgerinitiatief"), HasSubstr("<mark>initiatief</mark> van <mark>burgers</mark>"));
  const SmallIndex other(std::vector<nlohmann::json>{document("a", "Een burgerinitiatief telt hier.")});
  EXPECT_THAT(first_fragment(other, "initiatief"), HasSubstr("<mark>burgerinitiatief</mark>"));
}

TEST(Passages, SynonymsOfSeveralWordsAreMarkedWhole) {
  const SmallIndex index(std::vector<nlohmann::json>{document("a", "De buitengewoon opsporingsambtenaar schrijft.")});
  EXPECT_THAT(first_fragment(index, "boa"), HasSubstr("<mark>buitengewoon opsporingsambtenaar</mark>"));
}

TEST(Passages, MarkupOfTheDocumentIsText) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("a", "Gevaar: <script>alert('x')</script> & \"wijk\" </mark>")});
  const auto fragment = first_fragment(index, "wijk");
  EXPECT_EQ(fragment.find("<script"), std::string::npos);
  EXPECT_THAT(fragment, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(fragment, HasSubstr("&quot;<mark>wijk</mark>&quot; &lt;/mark&gt;"));
}

TEST(Passages, LongOnesAreCutAroundTheWordsBetweenWholeWords) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "Gewone zin nummer " + std::to_string(i) + " zonder nieuws. ";
  text += "Hier staat het zwembad centraal.";
  const SmallIndex index(std::vector<nlohmann::json>{document("a", text)});
  const auto fragment = first_fragment(index, "zwembad");
  EXPECT_THAT(fragment, HasSubstr("<mark>zwembad</mark>"));
  EXPECT_LT(fragment.size(), 500u);
  EXPECT_TRUE(fragment.starts_with("… ")) << fragment;
}

TEST(Passages, FurtherOnesAreCounted) {
  std::string text;
  for (int i = 0; i < 7; ++i) text += "Alinea " + std::to_string(i) + " over het zwembad.\n\n";
  const SmallIndex index(std::vector<nlohmann::json>{document("a", text)});
  const auto page = index.search("zwembad");
  EXPECT_EQ(page.hits[0].passages.size(), 3u);
  EXPECT_EQ(page.hits[0].passages_left, 4u);
}

}  // namespace
}  // namespace search
