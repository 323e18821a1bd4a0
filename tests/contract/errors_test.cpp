// Wrong use of commands and parameters: what is wrong, and named. And ids of any character.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/contract/contract_site.h"

namespace contract {
namespace {

using nlohmann::json;

TEST_F(Contract, WrongUseOfCommandsIsOneLineAndItsExitCode) {
  const Folder& folder = site_->folder;
  const std::string twice = folder.write("twice.jsonl", "{\"id\":\"a\",\"title\":\"A\",\"text\":\"a\"}\n");
  const std::string again = folder.write("again.jsonl", "{\"id\":\"a\",\"title\":\"B\",\"text\":\"b\"}\n");
  const std::vector<std::pair<std::vector<std::string>, int>> uses{
      {{"search", "--index", folder.path("nergens"), "water"}, 3},
      {{"serve", "--index", folder.path("nergens")}, 3},
      {{"search", "--index", site_->index(), "--onzin", "water"}, 2},
      {{"search", "--index", site_->index(), "--from", "31-12-2025", "water"}, 2},
      {{"search", "--index", site_->index(), "--sort", "onzin", "water"}, 2},
      {{"onzin"}, 2},
      {{"index", "--corpus", twice, "--corpus", again, "--index", folder.path("other"), "--quiet"}, 1}};
  for (const auto& [arguments, code] : uses) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, code) << join(arguments) << ": " << outcome.err;
    EXPECT_FALSE(outcome.err.empty()) << join(arguments);
  }
  const Outcome clash = run(uses.back().first);
  EXPECT_NE(clash.err.find("twice.jsonl"), std::string::npos) << clash.err;
  EXPECT_NE(clash.err.find("again.jsonl"), std::string::npos) << clash.err;
}

TEST_F(Contract, WrongParametersAreNamed) {
  for (const char* value : {"0", "101", "abc", "-1", "", "1.5", "10x", "99999999999999999999"}) {
    expect_problem("/v1/documenten?aantal=" + std::string(value), 400, "aantal");
  }
  for (const char* value : {"0", "abc", "-1", "1001", "99999999999999999999"}) {
    expect_problem("/v1/documenten?pagina=" + std::string(value), 400, "pagina");
  }
  expect_problem("/v1/documenten?pagina=101&aantal=100", 400, "pagina");
  for (const char* value : {"31-12-2025", "2025-02-30", "2025-13-01", "gisteren", "2025-1-1"}) {
    expect_problem("/v1/documenten?van=" + std::string(value), 400, "van");
    expect_problem("/v1/documenten?tot=" + std::string(value), 400, "tot");
  }
  expect_problem("/v1/documenten?sorteer=datum", 400, "sorteer");
  expect_problem("/v1/documenten?jaar=abc", 400, "jaar");
  expect_problem("/v1/documenten?thme=ondermijning", 400, "thme");
  expect_problem("/v1/documenten?q=water&Thema=x", 400, "Thema");
  expect_problem("/v1/suggesties?q=a&x=1", 400, "x");
  expect_problem("/v1/documenten/vol?onzin=1", 400, "onzin");
  expect_problem("/v1/documenten/bestaat-niet", 404, "");
  expect_problem("/v1/bestaat-niet", 404, "");
  EXPECT_EQ(get("/v1/documenten?pagina=1000").status, 200);
  EXPECT_EQ(get("/v1/documenten?pagina=100&aantal=100").status, 200);
  EXPECT_EQ(get("/v1/documenten?aantal=1").status, 200);
  EXPECT_EQ(get("/v1/documenten?aantal=100").status, 200);
  EXPECT_EQ(get("/zoeken?pagina=1001").status, 400);
  for (const char* odd :
       {"%FF%FE", "%00", "%", "%C3", "%22", "-", "OR", "thema:", "%22%22", "-%22%22", "OR+OR", "thema:x+OR"}) {
    const int status = get("/v1/documenten?q=" + std::string(odd)).status;
    EXPECT_TRUE(status == 200 || status == 400) << odd << ": " << status;
  }
}

TEST_F(Contract, IdsMayHoldAnyCharacter) {
  for (const std::string& id : odd_ids()) {
    const std::string target = "/v1/documenten/" + percent_encode(id);
    const json document = get_json(target);
    if (!document.is_object()) continue;
    EXPECT_EQ(document.value("id", ""), id) << target;
    EXPECT_EQ(percent_decode(document.value("url", "")), "/documenten/" + id) << target;
    EXPECT_EQ(get("/documenten/" + percent_encode(id)).status, 200) << target;
  }
  std::set<std::string> found;
  const json answer = get_json("/v1/documenten?q=kanttekening&aantal=100");
  for (const json& result : answer.at("resultaten")) {
    found.insert(result.at("id"));
    const std::string url = result.at("url");
    EXPECT_EQ(get(url).status, 200) << url;
  }
  EXPECT_EQ(found, std::set<std::string>(odd_ids().begin(), odd_ids().end()));
}

}  // namespace
}  // namespace contract
