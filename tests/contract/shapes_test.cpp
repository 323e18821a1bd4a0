// Every key and type of the contract's JSON.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/contract/contract_site.h"

namespace contract {
namespace {

using nlohmann::json;

const std::map<std::string, std::string> kResult{
    {"id", "s"},          {"titel", "s"},         {"soort", "s"},     {"datum", "s0"},
    {"datumTekst", "s0"}, {"themas", "a"},        {"gemeenten", "a"}, {"eenheden", "a"},
    {"oplossingen", "a"}, {"bijeenkomst", "so0"}, {"url", "s"}};

TEST_F(Contract, ShapesOfASearch) {
  for (const std::string& target :
       {std::string("/v1/documenten"), std::string("/v1/documenten?q=nachtleven"),
        std::string("/v1/documenten?q=xyzzy"),
        std::string("/v1/documenten?q=nachtleven&thema=portiers&gemeente=utrecht&soort=verslag&jaar=2025")}) {
    const json answer = get_json(target);
    expect_shape(target, answer, {{"totaal", "i"}, {"suggestie", "s0"}, {"facetten", "o"}, {"resultaten", "a"}});
    for (const FacetNames& names : kFacetNames) {
      const std::string key(names.parameter);
      expect_shape(target + " facetten", answer.at("facetten"), {{key, "a"}});
      for (const json& value : answer.at("facetten").at(key)) {
        expect_shape(target + " " + key, value, {{"waarde", "s"}, {"label", "s"}, {"aantal", "i"}});
        if (value.contains("breder")) expect_shape(target + " " + key, value, {{"breder", "s0"}});
      }
    }
    for (const json& result : answer.at("resultaten")) {
      expect_shape(target, result, kResult);
      expect_shape(target, result, {{"volledig", "b"}, {"score", "n"}, {"passages", "a"}});
      for (const json& passage : result.at("passages")) {
        expect_shape(target, passage, {{"id", "s"}, {"kop", "s0"}, {"fragment", "s"}, {"url", "s"}});
      }
    }
  }
  const json found = get_json("/v1/documenten?q=portiers").at("resultaten").at(0);
  EXPECT_EQ(found.at("id"), "vol");
  EXPECT_EQ(found.at("datumTekst"), "24 september 2025");
  EXPECT_NE(found.at("passages").dump().find("<mark>portiers</mark>"), std::string::npos) << compact(found);
}

TEST_F(Contract, ShapesOfADocument) {
  const json document = get_json("/v1/documenten/vol");
  expect_shape("vol", document, kResult);
  expect_shape("vol", document, {{"secties", "a"}, {"herkomst", "a"}});
  std::string headings;
  std::set<std::string> passages;
  for (const json& section : document.at("secties")) {
    expect_shape("vol secties", section, {{"kop", "s0"}, {"passages", "a"}});
    headings += section.at("kop").dump();
    for (const json& passage : section.at("passages")) {
      expect_shape("vol passages", passage, {{"id", "s"}, {"tekst", "s"}});
      passages.insert(passage.at("id"));
    }
  }
  EXPECT_NE(headings.find("Conclusies"), std::string::npos) << headings;
  EXPECT_NE(headings.find("Vervolg"), std::string::npos) << headings;
  bool found = false;
  for (const json& origin : document.at("herkomst")) {
    expect_shape("vol herkomst", origin, {{"veld", "s"}, {"waarde", "s"}, {"herkomst", "s"}, {"passage", "s0"}});
    if (origin.at("waarde") != "portiers") continue;
    found = true;
    EXPECT_EQ(origin.at("herkomst"), "gevonden") << compact(origin);
    EXPECT_TRUE(origin.at("passage").is_string() && passages.count(origin.at("passage")) == 1) << compact(origin);
  }
  EXPECT_TRUE(found) << "portiers stands in the text and no themes were given: " << compact(document.at("herkomst"));
  EXPECT_EQ(document.at("gemeenten"), json::array({"utrecht"}));
  EXPECT_EQ(document.at("oplossingen"), json::array({"drone"}));
  EXPECT_EQ(get_json("/v1/documenten/leeg").at("themas"), json::array()) << "an empty list switches recognition off";
}

TEST_F(Contract, ShapesOfDates) {
  const std::map<std::string, std::pair<json, json>> dates{{"vol", {"2025-09-24", "24 september 2025"}},
                                                           {"maand", {"2025-09", "september 2025"}},
                                                           {"jaar", {"2025", "2025"}},
                                                           {"dag", {json(), "24 september"}}};
  for (const auto& [id, date] : dates) {
    const json document = get_json("/v1/documenten/" + id);
    EXPECT_EQ(document.at("datum"), date.first) << id;
    EXPECT_EQ(document.at("datumTekst"), date.second) << id;
  }
  EXPECT_EQ(get_json("/v1/documenten/leeg").at("datum"), json());
}

TEST_F(Contract, ShapesOfTheRest) {
  const json suggestions = get_json("/v1/suggesties?q=nacht");
  expect_shape("suggesties", suggestions, {{"suggesties", "a"}});
  EXPECT_FALSE(suggestions.at("suggesties").empty());
  for (const json& suggestion : suggestions.at("suggesties")) {
    expect_shape("suggesties", suggestion, {{"tekst", "s"}, {"soort", "s"}});
  }
  const json described = get_json("/v1/openapi.json");
  expect_shape("openapi", described, {{"openapi", "s"}, {"paths", "o"}, {"info", "o"}});
  const std::string base = described.contains("servers") ? described["servers"].at(0).value("url", "") : "";
  std::set<std::string> paths;
  for (const auto& [path, item] : described.at("paths").items()) paths.insert((base == "/" ? "" : base) + path);
  for (const char* path : {"/v1/documenten", "/v1/documenten/{id}", "/v1/suggesties"}) {
    EXPECT_EQ(paths.count(path), 1U) << path << " isn't described: " << compact(paths);
  }
  EXPECT_EQ(get("/health").status, 200);
  const Response metrics = get("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_EQ(metrics.header("content-type").rfind("text/plain", 0), 0U) << metrics.header("content-type");
  EXPECT_NE(metrics.body.find("# TYPE "), std::string::npos) << metrics.body.substr(0, 200);
}

TEST_F(Contract, PagesAnswer) {
  for (const char* page : {"/", "/zoeken", "/zoeken?q=nachtleven", "/documenten/vol", "/zoeken?onbekend=1"}) {
    const Response response = get(page);
    EXPECT_EQ(response.status, 200) << page;
    EXPECT_EQ(response.header("content-type").rfind("text/html", 0), 0U)
        << page << ": " << response.header("content-type");
  }
}

TEST_F(Contract, ShapesOfCommands) {
  expect_shape("report", site_->report,
               {{"documents", "i"},
                {"passages", "i"},
                {"added", "i"},
                {"changed", "i"},
                {"moved", "i"},
                {"removed", "i"},
                {"unchanged", "i"},
                {"failed", "a"},
                {"unknownFacetValues", "a"},
                {"warnings", "a"},
                {"seconds", "n"}});
  EXPECT_EQ(site_->report.at("documents"), site_->count);
  EXPECT_NE(site_->report.dump().find("kleur"), std::string::npos)
      << "an unknown key is named: " << compact(site_->report);
  EXPECT_NE(site_->report.at("unknownFacetValues").dump().find("Zonderling"), std::string::npos);

  const Outcome analysed = run({"analyze", "--json", "De portiers van het terras"});
  const json analysis = json::parse(analysed.out);
  for (const json& token : analysis.at("tokens")) {
    expect_shape("analyze", token, {{"text", "s"}, {"normalized", "s"}, {"stem", "s"}, {"parts", "a"}});
  }
  const Outcome evaluated =
      run({"evaluate", "--json", "--index", site_->index(), "--queries",
           site_->folder.write("queries.jsonl",
                               "{\"id\":\"q1\",\"text\":\"portiers\"}\n{\"id\":\"q2\",\"text\":\"xyzzy\"}\n"),
           "--qrels", site_->folder.write("qrels.tsv", "q1\tvol\t1\nq2\tleeg\t1\n"), "--run",
           site_->folder.path("run.txt")});
  EXPECT_EQ(evaluated.code, 0) << evaluated.err;
  const json figures = json::parse(evaluated.out, nullptr, false);
  expect_shape(
      "evaluate", figures,
      {{"queries", "i"}, {"ndcg10", "n"}, {"mrr10", "n"}, {"success1", "n"}, {"success10", "n"}, {"recall100", "n"}});
  EXPECT_EQ(figures.value("queries", 0), 2);
  EXPECT_DOUBLE_EQ(figures.value("mrr10", 0.0), 0.5) << "a query without an answer counts as 0";
}

}  // namespace
}  // namespace contract
