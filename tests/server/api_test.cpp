#include <gmock/gmock.h>

#include "server/http/uri.h"
#include "tests/server/small_server.h"

using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

namespace {

class Api : public testing::Test {
 protected:
  json search(const std::string& parameters) {
    const auto answer = server.get("/v1/documenten?" + parameters);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.header("content-type"), "application/json");
    return answer.json();
  }
  std::vector<std::string> ids(const std::string& parameters) {
    const auto page = search(parameters);
    std::vector<std::string> found;
    for (const auto& result : page["resultaten"]) found.push_back(result["id"]);
    return found;
  }

  SmallServer server;
};

std::vector<std::string> keys(const json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

}  // namespace

TEST_F(Api, SearchHasTheKeysAndTypesOfTheContract) {
  const auto page = search("q=ondermijning");
  EXPECT_THAT(keys(page), UnorderedElementsAre("totaal", "suggestie", "facetten", "resultaten"));
  EXPECT_EQ(page["totaal"], 2);
  EXPECT_TRUE(page["suggestie"].is_null());
  EXPECT_THAT(keys(page["facetten"]),
              UnorderedElementsAre("thema", "gemeente", "oplossing", "soort", "eenheid", "jaar"));
  const auto& result = page["resultaten"][0];
  EXPECT_THAT(keys(result),
              UnorderedElementsAre("id", "titel", "soort", "datum", "datumTekst", "themas", "gemeenten", "eenheden",
                                   "oplossingen", "bijeenkomst", "volledig", "score", "url", "passages"));
  EXPECT_TRUE(result["score"].is_number());
  EXPECT_TRUE(result["volledig"].is_boolean());
  EXPECT_THAT(keys(result["passages"][0]), UnorderedElementsAre("id", "kop", "fragment", "pagina", "url"));
  const auto& theme = page["facetten"]["thema"][0];
  EXPECT_THAT(keys(theme), UnorderedElementsAre("waarde", "label", "aantal", "breder"));
  EXPECT_THAT(keys(page["facetten"]["jaar"][0]), UnorderedElementsAre("waarde", "label", "aantal"));
}

TEST_F(Api, FacetsNarrowAndValuesWithinAFacetAreAlternatives) {
  EXPECT_THAT(ids("gemeente=breda"), ElementsAre("v1"));
  EXPECT_THAT(ids("gemeente=breda&gemeente=den-haag"), UnorderedElementsAre("v1", "c1"));
  EXPECT_THAT(ids("gemeente=breda&soort=conclusie"), ElementsAre());
  EXPECT_THAT(ids("thema=ondermijning&jaar=2024"), ElementsAre(kOddId));
  EXPECT_THAT(ids("eenheid=zeeland-west-brabant&oplossing=meld-een-vermoeden"), ElementsAre("v1"));
  EXPECT_THAT(ids("van=2024-03&tot=2024-03"), ElementsAre(kOddId));
}

TEST_F(Api, SortsAndPages) {
  EXPECT_THAT(ids("sorteer=oudste"), ElementsAre("c1", kOddId, "v1"));
  EXPECT_THAT(ids("sorteer=nieuwste&aantal=1&pagina=2"), ElementsAre(kOddId));
}

TEST_F(Api, WrongParametersAreProblemsThatNameThem) {
  for (const auto& [parameters, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"aantal=101", "aantal"},
                                                                  {"sorteer=x", "sorteer"},
                                                                  {"van=x", "van"},
                                                                  {"onbekend=1", "onbekend"},
                                                                  {"q=a&q=b", "‘q’"},
                                                                  {"q=%ff", "‘q’"},
                                                                  {"pagina=1001", "pagina"}}) {
    const auto answer = server.get(std::string("/v1/documenten?") + parameters);
    EXPECT_EQ(answer.status, 400) << parameters;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    const auto problem = answer.json();
    EXPECT_EQ(problem["status"], 400);
    EXPECT_EQ(problem["title"], "Ongeldig verzoek");
    EXPECT_THAT(problem["detail"].get<std::string>(), HasSubstr(name));
  }
}

TEST_F(Api, EveryErrorUnderV1IsAProblem) {
  for (const auto& [target, status] :
       std::initializer_list<std::pair<const char*, int>>{{"/v1/bestaat-niet", 404},
                                                          {"/v1/documenten/bestaat-niet", 404},
                                                          {"/v1/documenten/%zz", 400},
                                                          {"/v1/suggesties", 400},
                                                          {"/v1/documenten/v1?x=1", 400},
                                                          {"/v1/openapi.json?x", 400}}) {
    const auto answer = server.get(target);
    EXPECT_EQ(answer.status, status) << target;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json");
    EXPECT_THAT(keys(answer.json()), UnorderedElementsAre("type", "status", "title", "detail"));
  }
}

TEST_F(Api, DocumentHasItsTextAndWhereValuesComeFrom) {
  const auto document = server.get("/v1/documenten/v1").json();
  EXPECT_EQ(document["titel"], "Verslag over ondermijning");
  EXPECT_EQ(document["datum"], "2025-09-24");
  EXPECT_EQ(document["datumTekst"], "24 september 2025");
  EXPECT_EQ(document["secties"][0]["kop"], "Opening");
  EXPECT_THAT(keys(document["secties"][0]["passages"][0]), UnorderedElementsAre("id", "tekst", "pagina"));
  for (const auto& source : document["herkomst"])
    EXPECT_THAT(keys(source), UnorderedElementsAre("veld", "waarde", "herkomst", "passage"));
}

TEST_F(Api, IdsWithSlashesAndOddCharactersStandEncoded) {
  const auto url = search("jaar=2024")["resultaten"][0]["url"].get<std::string>();
  EXPECT_EQ(url, "/documenten/" + server::percent_encode(kOddId));
  EXPECT_EQ(server.get("/v1" + url).json()["id"], kOddId);
  EXPECT_EQ(server.get(url).status, 200);
  EXPECT_EQ(server.get("/documenten/verslagen/2025/a").status, 404);
}

TEST_F(Api, SuggestionsAreTextAndKind) {
  const auto list = server.get("/v1/suggesties?q=onder").json();
  ASSERT_THAT(keys(list), ElementsAre("suggesties"));
  ASSERT_FALSE(list["suggesties"].empty());
  EXPECT_THAT(keys(list["suggesties"][0]), UnorderedElementsAre("tekst", "soort"));
}

TEST_F(Api, OnlyTheDescriptionIsReadableFromOtherSites) {
  EXPECT_EQ(server.get("/v1/openapi.json").header("access-control-allow-origin"), "*");
  EXPECT_EQ(server.get("/v1").header("access-control-allow-origin"), "*");
  EXPECT_EQ(server.get("/v1/documenten").header("access-control-allow-origin"), "");
  for (const auto* target : {"/v1", "/v1/documenten", "/v1/bestaat-niet"})
    EXPECT_EQ(server.get(target).header("api-version"), "1.0.0") << target;
}
