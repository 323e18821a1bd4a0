// Words that mean the same: labels of the vocabulary in queries and phrases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::document;
using tests::SmallIndex;

TEST(Synonyms, MeetInBothDirections) {
  const SmallIndex index(
      std::vector<nlohmann::json>{document("kort", "De boa schrijft een boete."),
                                  document("lang", "De buitengewoon opsporingsambtenaar schrijft.")});
  EXPECT_THAT(index.ids("boa"), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("buitengewoon opsporingsambtenaar"), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("buitengewone opsporingsambtenaren"), UnorderedElementsAre("kort", "lang"));
}

TEST(Synonyms, WorkInsidePhrases) {
  const SmallIndex index(std::vector<nlohmann::json>{
      document("kort", "Elke boa schrijft een boete."),
      document("lang", "Elke buitengewoon opsporingsambtenaar schrijft een boete."),
      document("anders", "Elke buitengewoon opsporingsambtenaar geeft een boete. Men schrijft.")});
  EXPECT_THAT(index.ids("\"elke boa schrijft\""), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("\"elke buitengewoon opsporingsambtenaar schrijft\""), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("\"geen boa schrijft\""), IsEmpty());
}

TEST(Synonyms, OpenHyphenatedAndClosedSpellingsMeet) {
  const SmallIndex index(std::vector<nlohmann::json>{document("dicht", "Via de buurtapp melden mensen zich."),
                                                     document("streep", "Via de buurt-app melden mensen zich."),
                                                     document("open", "Via de buurt app melden mensen zich.")});
  for (const auto* query : {"buurtapp", "buurt-app", "buurt app"}) EXPECT_EQ(index.search(query).total, 3u) << query;
}

}  // namespace
}  // namespace search
