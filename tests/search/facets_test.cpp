// Counts of facets against counting by hand, on a real index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using tests::document;
using tests::SmallIndex;
using Counts = std::map<std::string, std::uint64_t>;

Counts counts(const Page& page, Field field) {
  Counts counts;
  for (const auto& row : page.facets[number(field)]) counts[row.value] = row.count;
  return counts;
}

/// Few sets of themes, and one document with more solutions than there are places for.
class FacetsOfMany : public testing::Test {
 protected:
  static std::vector<nlohmann::json> make() {
    std::mt19937 random(6);
    std::vector<nlohmann::json> documents;
    for (int i = 0; i < 300; ++i) {
      auto text = std::string("alles");
      if (random() % 2 == 0) text += " helft";
      if (random() % 60 == 0) text += " enkele";
      auto one = document("d" + std::to_string(i), text);
      for (unsigned theme = 0, set = random() % 6; theme < 4; ++theme)
        if (set >> theme & 1 || theme == 3) one["themes"].push_back("thema_" + std::to_string(theme));
      for (unsigned solution = 0; solution < (i == 7 ? 6 : random() % 3); ++solution)
        one["solutions"].push_back("oplossing_" + std::to_string(solution));
      documents.push_back(std::move(one));
    }
    return documents;
  }

  /// Documents with this word and, unless that is empty, this theme.
  Counts by_hand(const std::string& word, const char* key, const std::string& theme) const {
    Counts counts;
    for (const auto& one : documents_) {
      const auto has = [&](const char* name, const std::string& value) {
        return one.contains(name) && std::ranges::find(one[name], nlohmann::json(value)) != one[name].end();
      };
      if (one["text"].get<std::string>().find(word) == std::string::npos) continue;
      if ((!theme.empty() && !has("themes", theme)) || !one.contains(key)) continue;
      for (const auto& value : one[key]) ++counts[value];
    }
    return counts;
  }

  const std::vector<nlohmann::json> documents_ = make();
  const SmallIndex index_{documents_};
};

TEST_F(FacetsOfMany, AreExactForManyDocumentsAndForFew) {
  for (const auto* word : {"alles", "helft", "enkele"}) {
    Request request;
    request.query = word;
    const auto page = search(*index_, request);
    ASSERT_GT(page.total, 0u);
    EXPECT_EQ(counts(page, Field::theme), by_hand(word, "themes", "")) << word;
    EXPECT_EQ(counts(page, Field::solution), by_hand(word, "solutions", "")) << word;

    request.selection[number(Field::theme)] = {"thema_1"};
    const auto filtered = search(*index_, request);
    EXPECT_EQ(counts(filtered, Field::theme), by_hand(word, "themes", "")) << word;
    EXPECT_EQ(counts(filtered, Field::solution), by_hand(word, "solutions", "thema_1")) << word;
  }
}

TEST_F(FacetsOfMany, HaveTheCommonestSetFirst) {
  for (const auto field : {Field::theme, Field::solution}) {
    const auto& column = index_->columns().facets[number(field)];
    std::vector<std::size_t> uses(column.sets());
    for (DocId doc = 1; doc <= index_->columns().last; ++doc) ++uses.at(column.set_of[doc]);
    EXPECT_TRUE(std::ranges::is_sorted(uses, std::ranges::greater{})) << number(field);
  }
  EXPECT_EQ(index_->columns().facets[number(Field::solution)].places, 0u);
  EXPECT_GT(index_->columns().facets[number(Field::theme)].places, 1u);
}

TEST(Facets, OwnSelectionIsLeftOutOfItsCounts) {
  auto a = document("a", "x"), b = document("b", "x"), c = document("c", "x");
  a["themes"] = {"Jeugd"};
  a["kind"] = "verslag";
  b["themes"] = {"Drugs"};
  b["kind"] = "verslag";
  c["themes"] = {"Drugs"};
  c["kind"] = "praktijk";
  const SmallIndex index(std::vector<nlohmann::json>{a, b, c});
  Request request;
  request.selection[number(Field::theme)] = {"jeugd"};
  const auto page = search(*index, request);
  EXPECT_EQ(page.total, 1u);
  EXPECT_EQ(counts(page, Field::theme), (Counts{{"drugs", 2}, {"jeugd", 1}, {"ondermijning", 2}, {"veiligheid", 2}}));
  EXPECT_EQ(counts(page, Field::kind), (Counts{{"verslag", 1}}));
}

TEST(Facets, OnlyThoseAskedForAreCounted) {
  auto a = document("a", "x");
  a["themes"] = {"Jeugd"};
  a["kind"] = "verslag";
  const SmallIndex index(std::vector<nlohmann::json>{a});
  Request request;
  request.facets = {Field::kind};
  request.selection[number(Field::theme)] = {"jeugd"};
  const auto page = search(*index, request);
  EXPECT_EQ(page.facets[number(Field::kind)].size(), 1u);
  EXPECT_TRUE(page.facets[number(Field::theme)].empty());
}

}  // namespace
}  // namespace search
