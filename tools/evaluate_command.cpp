// praktijkbank evaluate: how good the ranking is, on judged queries.
#include <atomic>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "search/search.h"
#include "tools/commands.h"
#include "tools/evaluation.h"

namespace tools {
namespace {

constexpr std::size_t kRanked = 100;

struct Arguments {
  std::filesystem::path index, queries, qrels, run;
  bool json = false;
};

using Rankings = std::vector<std::vector<search::Ranked>>;  // by query

Rankings rank_all(const std::filesystem::path& index_folder, const std::vector<JudgedQuery>& queries) {
  const auto threads = std::max(1u, std::thread::hardware_concurrency());
  const auto index = search::Index::open(index_folder, threads);
  Rankings rankings(queries.size());
  std::atomic<std::size_t> next = 0;
  std::exception_ptr error;
  std::mutex mutex;
  const auto work = [&] {
    try {
      for (auto i = next++; i < queries.size(); i = next++) {
        try {
          rankings[i] = search::rank(*index, queries[i].text, kRanked);
        } catch (const corpus::Error& problem) {
          using corpus::ErrorKind;  // a query that can't be answered has no ranking; anything else stops
          if (problem.kind() != ErrorKind::too_heavy && problem.kind() != ErrorKind::bad_request) throw;
        }
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      error = std::current_exception();
      next = queries.size();
    }
  };
  std::vector<std::thread> workers;
  for (unsigned i = 1; i < threads; ++i) workers.emplace_back(work);
  work();
  for (auto& worker : workers) worker.join();
  if (error) std::rethrow_exception(error);
  return rankings;
}

/// A column of a TREC run: its columns are separated by white space, so an id can't hold any.
std::string column(const std::string& id) {
  std::string text;
  for (const char c : id) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      char code[4];
      std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned>(c));
      text += code;
    } else {
      text += c;
    }
  }
  return text;
}

void write_run(const std::filesystem::path& path, const std::vector<JudgedQuery>& queries, const Rankings& rankings) {
  std::ofstream out(path, std::ios::trunc);
  for (std::size_t i = 0; i < queries.size(); ++i)
    for (std::size_t rank = 0; rank < rankings[i].size(); ++rank)
      out << column(queries[i].id) << " Q0 " << column(rankings[i][rank].id) << ' ' << rank + 1 << ' '
          << rankings[i][rank].score << " praktijkbank\n";
  out.flush();
  if (!out)
    throw corpus::Error(corpus::ErrorKind::not_possible, "can't write " + path.string(), "check the folder of --run");
}

void print(const Quality& mean, std::size_t queries, bool json) {
  if (json) {
    std::cout << nlohmann::json{{"queries", queries},          {"ndcg10", mean.ndcg10},
                                {"mrr10", mean.mrr10},         {"success1", mean.success1},
                                {"success10", mean.success10}, {"recall100", mean.recall100}}
                     .dump()
              << '\n';
    return;
  }
  const std::pair<const char*, double> rows[] = {{"nDCG@10", mean.ndcg10},
                                                 {"MRR@10", mean.mrr10},
                                                 {"success@1", mean.success1},
                                                 {"success@10", mean.success10},
                                                 {"recall@100", mean.recall100}};
  std::cout << "queries     " << queries << '\n';
  for (const auto& [name, value] : rows) {
    char line[64];
    std::snprintf(line, sizeof line, "%-11s %.4f\n", name, value);
    std::cout << line;
  }
}

void run(const Arguments& given) {
  const auto queries = read_queries(given.queries);
  const auto judgements = read_judgements(given.qrels);
  const auto rankings = rank_all(given.index, queries);
  if (!given.run.empty()) write_run(given.run, queries, rankings);

  Quality sum;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const auto judged = judgements.find(queries[i].id);
    if (judged == judgements.end()) continue;  // counts as 0
    std::vector<std::string> ids;
    for (const auto& document : rankings[i]) ids.push_back(document.id);
    sum += quality_of(ids, judged->second);
  }
  print(sum / static_cast<double>(queries.size()), queries.size(), given.json);
}

}  // namespace

void add_evaluate_command(CLI::App& app) {
  auto* command = app.add_subcommand("evaluate", "Measures the ranking on judged queries");
  auto given = std::make_shared<Arguments>();
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  command->add_option("--queries", given->queries, "Queries: {\"id\",\"text\"} a line")
      ->required()
      ->type_name("FILE.jsonl");
  command->add_option("--qrels", given->qrels, "Judgements: query TAB document TAB grade a line")
      ->required()
      ->type_name("FILE.tsv");
  command->add_option("--run", given->run, "Write the rankings as a TREC run file; white space in ids becomes %20")
      ->type_name("FILE");
  command->add_flag("--json", given->json, "Print JSON");
  command->footer(
      "The mean over all queries of the file; a query without an answer, or without a judged document, counts as 0.\n"
      "The gain of a document is its grade, its discount log2(rank + 1).\n\n"
      "Examples:\n"
      "  praktijkbank evaluate --index index --queries queries.jsonl --qrels qrels.tsv\n"
      "  praktijkbank evaluate --index index --queries queries.jsonl --qrels qrels.tsv --run ranking.run --json");
  command->callback([given] { run(*given); });
}

}  // namespace tools
