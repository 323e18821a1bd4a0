// A small corpus with a server, and checks of shape, for the tests of the contract's JSON and of its errors.
#pragma once
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/contract/compare.h"
#include "tests/contract/http.h"
#include "tests/contract/process.h"

namespace contract {

inline const std::vector<std::string>& odd_ids() {
  static const std::vector<std::string> ids{"map/stuk een", "100%",       "50%25",     "zeg \"ja\"",  "'t stuk",
                                            "fiets 🚲",      "plus+teken", "vraag?wat", "anker#p-123", "één & twee",
                                            "a/../b",       "<b>vet</b>", "punt.",     "back\\slash", "bron",
                                            "x/bron",       "/begin",     "eind/"};
  return ids;
}

class Contract : public testing::Test {
 protected:
  struct Site {
    Folder folder;
    nlohmann::json report;
    std::optional<Server> server;
    std::size_t count = 0;  // of documents

    void start() {
      std::vector<nlohmann::json> documents{
          {{"id", "vol"},
           {"title", "Verslag van een avond"},
           {"kind", "verslag"},
           {"date", "2025-09-24"},
           {"session", "Najaarsoverleg"},
           {"municipalities", nlohmann::json::array({"Utrecht"})},
           {"solutions", nlohmann::json::array({"Drone"})},
           {"kleur", "rood"},
           {"text",
            "## Conclusies\n\nIn het nachtleven staan portiers bij het terras.\n\n## Vervolg\n\nEr komt meer."}},
          {{"id", "leeg"}, {"title", "Niets"}, {"text", "Over het nachtleven."}, {"themes", nlohmann::json::array()}},
          {{"id", "maand"}, {"title", "Maand"}, {"text", "Een korte tekst."}, {"date", "2025-09"}, {"kind", "overig"}},
          {{"id", "jaar"}, {"title", "Jaar"}, {"text", "Een korte tekst."}, {"date", "2025"}, {"kind", "overig"}},
          {{"id", "dag"}, {"title", "Dag"}, {"text", "Een korte tekst."}, {"date", "24 september"}, {"kind", "overig"}},
          {{"id", "nat"}, {"title", "Schoonmaak"}, {"text", "De vloer is nat en de ladder staat buiten."}},
          {{"id", "sieraad"},
           {"title", "Gevonden"},
           {"text", "Er lag een ring met een ster op de vloer, onder de ladder."}},
          {{"id", "zorg"}, {"title", "Hulp"}, {"text", "De jeugdzorg groeit."}},
          {{"id", "vogels"}, {"title", "Vogels"}, {"text", "De kwartel en de fazant."}},
          {{"id", "steen"}, {"title", "Steen"}, {"text", "Van marmer of graniet."}},
          {{"id", "jeugd zorg"}, {"title", "Hulp"}, {"text", "De jeugd zorg groeit."}},
      };
      for (const std::string& id : odd_ids()) {
        documents.push_back({{"id", id}, {"title", "Kanttekening"}, {"text", "Over kanttekeningen."}});
        documents.back()["themes"] = nlohmann::json::array({"Zonderling"});
      }
      std::string lines;
      for (const nlohmann::json& document : documents) lines += document.dump() + "\n";
      count = documents.size();
      const Outcome outcome =
          run({"index", "--corpus", folder.write("shapes.jsonl", lines), "--index", index(), "--vocabulary",
               test_vocabulary().write(folder), "--report", folder.path("report.json"), "--quiet"});
      if (outcome.code != 0) throw std::runtime_error(outcome.err);
      report = nlohmann::json::parse(read_whole(folder.path("report.json")));
      server.emplace(index(), folder);
    }
    std::string index() const { return folder.path("index"); }
  };

  static void SetUpTestSuite() {
    site_ = std::make_unique<Site>();
    site_->start();
  }
  static void TearDownTestSuite() { site_.reset(); }

  static Response get(const std::string& target) { return Client(site_->server->port()).get(target); }
  static nlohmann::json get_json(const std::string& target) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body.substr(0, 300);
    EXPECT_EQ(response.header("content-type").rfind("application/json", 0), 0U)
        << target << ": " << response.header("content-type");
    return nlohmann::json::parse(response.body, nullptr, false);
  }

  // `shape` maps each key to its types: s string, n number, i integer, b boolean, a array, o object, 0 null.
  static void expect_shape(const std::string& where, const nlohmann::json& value,
                           const std::map<std::string, std::string>& shape) {
    ASSERT_TRUE(value.is_object()) << where << ": " << compact(value);
    for (const auto& [key, types] : shape) {
      if (!value.contains(key)) {
        ADD_FAILURE() << where << ": expected the key " << key << ", actual " << compact(value);
        continue;
      }
      const nlohmann::json& field = value.at(key);
      bool fits = false;
      for (const char type : types) {
        fits = fits || (type == 's' && field.is_string()) || (type == 'n' && field.is_number()) ||
               (type == 'i' && field.is_number_integer()) || (type == 'b' && field.is_boolean()) ||
               (type == 'a' && field.is_array()) || (type == 'o' && field.is_object()) ||
               (type == '0' && field.is_null());
      }
      EXPECT_TRUE(fits) << where << "." << key << ": expected one of " << types << ", actual " << compact(field);
    }
  }

  static void expect_problem(const std::string& target, int status, const std::string& named) {
    const Response response = get(target);
    EXPECT_EQ(response.status, status) << target << ": " << response.body.substr(0, 200);
    if (response.status != status) return;
    EXPECT_EQ(response.header("content-type").rfind("application/problem+json", 0), 0U)
        << target << ": " << response.header("content-type");
    const nlohmann::json problem = nlohmann::json::parse(response.body, nullptr, false);
    expect_shape(target, problem, {{"status", "i"}, {"title", "s"}, {"detail", "s"}});
    EXPECT_EQ(problem.value("status", 0), status) << target;
    EXPECT_NE(response.body.find(named), std::string::npos)
        << target << ": expected '" << named << "' to be named, actual " << response.body.substr(0, 300);
  }

  static inline std::unique_ptr<Site> site_;
};

}  // namespace contract
