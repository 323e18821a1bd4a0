// A few cases of the contract's matching rules that random requests meet too seldom.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/contract/contract_site.h"

namespace contract {
namespace {

using nlohmann::json;
using Ids = std::set<std::string>;

class Matching : public Contract {
 protected:
  static Ids found(const std::string& query) {
    const json answer = get_json("/v1/documenten?aantal=100&q=" + percent_encode(query));
    Ids ids;
    for (const json& result : answer.at("resultaten")) {
      if (result.at("volledig") == true) ids.insert(result.at("id"));
    }
    return ids;
  }
};

// Written together these make words that no document has, of which the stem is a word that some have: "vloerring" and
// "vloerster" have the stem "vloer". Both words must match all the same.
TEST_F(Matching, TwoWordsAreNotTakenForOneThatNoDocumentHas) {
  EXPECT_EQ(found("vloer ring"), Ids{"sieraad"});
  EXPECT_EQ(found("ring vloer"), Ids{"sieraad"});
  EXPECT_EQ(found("ladder ring"), Ids{"sieraad"});
  EXPECT_EQ(found("vloer ster"), Ids{"sieraad"});
}

TEST_F(Matching, ACompoundIsFoundInEitherSpelling) {
  const Ids both{"zorg", "jeugd zorg"};
  EXPECT_EQ(found("jeugdzorg"), both);
  EXPECT_EQ(found("jeugd zorg"), both);
  EXPECT_EQ(found("zorg"), both);
}

TEST_F(Matching, AnUnknownWordOfTwoFindsNothing) {
  EXPECT_EQ(found("vloer grubbelflots"), Ids{});
  EXPECT_EQ(found("vloer ladder grubbelflots"), (Ids{"nat", "sieraad"})) << "of three it weighs nothing";
}

// Four words in one document each, so of equal weight: two of them are half, and half is enough.
TEST_F(Matching, HalfOfTheWeightIsEnough) {
  EXPECT_EQ(found("kwartel fazant marmer graniet"), (Ids{"vogels", "steen"}));
  EXPECT_EQ(found("kwartel fazant marmer"), Ids{"vogels"}) << "one of three is less than half";
  EXPECT_EQ(found("kwartel marmer"), Ids{}) << "of two words both must match";
}

TEST_F(Matching, AFieldInTheBoxIsPartOfTheQuery) {
  const json answer = get_json("/v1/documenten?q=gemeente%3Autrecht");
  ASSERT_EQ(answer.at("totaal"), 1);
  EXPECT_EQ(answer.at("facetten").at("gemeente").size(), 1U) << "it narrows its own facet too";
  const json chosen = get_json("/v1/documenten?q=vloer&gemeente=utrecht");
  EXPECT_EQ(chosen.at("totaal"), 0);
  ASSERT_EQ(chosen.at("facetten").at("gemeente").size(), 1U) << compact(chosen.at("facetten"));
  EXPECT_EQ(chosen.at("facetten").at("gemeente")[0].at("aantal"), 0) << "a selected value is always listed";
}

}  // namespace
}  // namespace contract
