// Exactness: 2,000 random documents, 500 random requests, each answer compared with an oracle that reads them all.
#include <gtest/gtest.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/contract/compare.h"
#include "tests/contract/http.h"
#include "tests/contract/process.h"

namespace contract {
namespace {

using nlohmann::json;

constexpr int kDocuments = 2000;
constexpr int kRequests = 500;
constexpr int kSample = 30;
constexpr int kShownFailures = 20;

class Findings {
 public:
  void add(const std::string& address, const std::string& text, const std::vector<std::string>& lines) {
    if (lines.empty() || ++count_ > kShownFailures) return;
    ADD_FAILURE() << address << "\n  q: " << text << "\n  " << join(lines, "\n  ");
  }
  int count() const { return count_; }

 private:
  int count_ = 0;
};

// The oracle needs synonyms whose meaning is beyond doubt.
void check_synonyms(const World& world) {
  std::set<std::string> stems;
  for (const SynonymGroup& group : synonym_groups()) {
    for (const std::string& label : group.labels) {
      for (const std::string& word : split(label)) {
        ASSERT_TRUE(world.lexicon.knows(word)) << word;
        EXPECT_TRUE(world.lexicon.of(word).parts.empty()) << word << " is split";
        EXPECT_TRUE(stems.insert(world.lexicon.of(word).stem).second) << word << " shares its stem";
      }
    }
  }
}

void index_world(const World& world, const Folder& folder) {
  std::string lines;
  for (const Document& document : world.documents) lines += document.json_line();
  const std::string corpus = folder.write("world.jsonl", lines);
  const Outcome outcome = run({"index", "--corpus", corpus, "--index", folder.path("index"), "--vocabulary",
                               world.vocabulary.write(folder), "--report", folder.path("report.json"), "--quiet"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const json report = json::parse(read_whole(folder.path("report.json")));
  EXPECT_EQ(report.at("documents"), kDocuments);
  EXPECT_EQ(report.at("added"), kDocuments);
  EXPECT_TRUE(report.at("failed").empty()) << compact(report.at("failed"));
  for (int facet = 0; facet < kFacets; ++facet) {
    for (const std::string& value : unknown_values(static_cast<Facet>(facet))) {
      EXPECT_NE(report.at("unknownFacetValues").dump().find(value), std::string::npos) << value;
    }
  }
}

// All pages together hold each matching document once.
std::vector<std::string> walk_differences(const Client& client, Request request, const Expectation& expected,
                                          const World& world) {
  std::set<std::string> wanted;
  for (std::size_t index = 0; index < world.documents.size(); ++index) {
    if (expected.full[index] == Truth::kYes) wanted.insert(world.documents[index].id);
  }
  std::set<std::string> got;
  std::vector<std::string> lines;
  request.size_said = true;
  request.size = 37;
  for (request.page = 1; (request.page - 1) * request.size < expected.total.low; ++request.page) {
    const json answer = json::parse(client.get(request.url()).body);
    for (const json& result : answer.at("resultaten")) {
      if (result.at("volledig") != true) continue;
      const std::string id = result.at("id");
      if (!got.insert(id).second) lines.push_back("page " + std::to_string(request.page) + ": again " + id);
    }
  }
  if (got != wanted) {
    lines.push_back("all pages: expected " + std::to_string(wanted.size()) + " documents, actual " +
                    std::to_string(got.size()) + ", or others");
  }
  return lines;
}

TEST(Facets, BruteForce) {
  const std::uint64_t seed = chosen_seed();
  std::cout << "seed " << seed << " (CONTRACT_SEED)\n";
  RecordProperty("seed", std::to_string(seed));
  const World world = make_world(seed, kDocuments);
  ASSERT_NO_FATAL_FAILURE(check_synonyms(world));
  const Folder folder;
  ASSERT_NO_FATAL_FAILURE(index_world(world, folder));
  const Oracle oracle(world);
  const Server server(folder.path("index"), folder);
  const Client client(server.port());

  Asker asker(world, seed + 1);
  Findings findings;
  int exact = 0;
  int with_results = 0;
  int with_less = 0;
  int sampled = 0;
  for (int number = 0; number < kRequests; ++number) {
    const Request request = asker.next();
    const Expectation expected = oracle.answer(request);
    exact += expected.exact() ? 1 : 0;
    with_results += expected.total.low > 0 ? 1 : 0;
    with_less += expected.less_count.low > 0 ? 1 : 0;
    const Response response = client.get(request.url());
    if (response.status != 200) {
      findings.add(request.url(), request.text, {std::to_string(response.status) + " " + response.body.substr(0, 300)});
      continue;
    }
    try {
      const json answer = json::parse(response.body);
      findings.add(request.url(), request.text, differences(answer, request, expected, world));
      if (number % 8 == 0 && expected.exact()) {
        findings.add(request.url(), request.text, walk_differences(client, request, expected, world));
      }
      if (request.page == 1 && sampled < kSample && number % 7 == 0) {
        ++sampled;
        const Outcome outcome = run(request.arguments(folder.path("index")));
        const bool same = outcome.code == 0 && json::parse(outcome.out, nullptr, false) == answer;
        if (!same)
          findings.add(request.url(), request.text,
                       {"search --json: another answer: " + outcome.err + outcome.out.substr(0, 200)});
      }
    } catch (const json::exception& error) {
      findings.add(request.url(), request.text, {std::string("not the contract's JSON: ") + error.what()});
    }
  }
  std::cout << kRequests << " requests: " << exact << " without doubt, " << with_results << " with results, "
            << with_less << " with documents that match less, " << sampled << " by command; " << findings.count()
            << " differ\n";
  EXPECT_EQ(findings.count(), 0);
  EXPECT_GE(exact, kRequests * 7 / 10) << "the oracle doubts too often to say much";
  EXPECT_GE(with_results, kRequests / 3);
  EXPECT_GE(with_less, kRequests / 25);
  EXPECT_EQ(sampled, kSample);
}

}  // namespace
}  // namespace contract
