// praktijkbank-bench: one engine at a time, a line of JSON a measurement. tools/bench/run drives it and makes the
// table.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "tools/bench/prepare.h"

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(bench::Engine& engine, const std::string& name, bench::Mode mode, const char* mode_name,
             const std::vector<bench::Query>& queries, int warm_up) {
  std::size_t sink = 0;
  std::uint64_t hits = 0;
  std::vector<double> times;
  for (int pass = 0; pass <= warm_up; ++pass) {
    times.clear();
    hits = 0;
    for (const auto& query : queries) {
      const auto start = Clock::now();
      hits += engine.ask(query, mode, sink);
      times.push_back(since(start));
    }
  }
  std::ranges::sort(times);
  double sum = 0;
  for (const auto time : times) sum += time;
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  const auto count = static_cast<double>(times.size());
  std::cout << nlohmann::json{{"engine", name},
                              {"mode", mode_name},
                              {"p50", at(.5)},
                              {"p95", at(.95)},
                              {"p99", at(.99)},
                              {"mean", sum / count},
                              {"hits", static_cast<double>(hits) / count},
                              {"peak_mb", peak_mb()},
                              {"sink", sink}}
            << '\n';
}

std::unique_ptr<bench::Engine> open(const std::string& engine, const std::string& index) {
  if (engine == "xapian") return bench::open_xapian(index);
  if (engine == "fts5") return bench::open_fts5(index);
  return bench::open_own(index, engine == "default");
}

/// The median over the rounds, a row for each engine; ratios against `base` where it has the same mode.
void print_table(const std::string& results) {
  std::map<std::pair<std::string, std::string>, std::map<std::string, std::vector<double>>> rows;
  std::ifstream in(results);
  for (std::string line; std::getline(in, line);) {
    const auto row = nlohmann::json::parse(line);
    for (const auto& [key, value] : row.items())
      if (value.is_number()) rows[{row["mode"], row["engine"]}][key].push_back(value);
  }
  const auto median = [](std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::ranges::sort(values);
    return values[values.size() / 2];
  };
  std::cout << "| work | engine | p50 ms | p95 | p99 | mean | mean, of Lucene's | hits "
               "|\n|---|---|---|---|---|---|---|---|\n";
  for (auto& [key, values] : rows) {
    if (!values.contains("mean")) continue;
    const auto lucene = rows.find({key.first, "lucene"});
    std::printf("| %s | %s | %.2f | %.2f | %.2f | %.2f | ", key.first.c_str(), key.second.c_str(),
                median(values["p50"]), median(values["p95"]), median(values["p99"]), median(values["mean"]));
    if (lucene != rows.end() && key.second != "lucene")
      std::printf("%.2f", median(values["mean"]) / median(lucene->second["mean"]));
    std::printf(" | %.0f |\n", median(values["hits"]));
  }
  std::puts("");
  for (auto& [key, values] : rows) {
    if (values.contains("mean")) continue;
    std::printf("%s, %s:", key.first.c_str(), key.second.c_str());
    for (auto& [name, numbers] : values) std::printf(" %s %.1f", name.c_str(), median(numbers));
    std::puts("");
  }
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{"Measures this program beside other engines, on the same documents and questions."};
  app.require_subcommand(1);
  std::string engine, from, to;
  int warm_up = 1;
  auto* prepare = app.add_subcommand("prepare", "write documents or queries in the form that all engines read");
  prepare->add_option("kind", engine, "documents or queries")->required();
  prepare->add_option("from", from)->required();
  prepare->add_option("to", to)->required();
  auto* index = app.add_subcommand("index", "index prepared documents with xapian or fts5");
  index->add_option("engine", engine)->required();
  index->add_option("from", from)->required();
  index->add_option("to", to)->required();
  auto* query = app.add_subcommand("query", "ask all queries: own, default, xapian or fts5");
  query->add_option("engine", engine)->required();
  query->add_option("index", from)->required();
  query->add_option("queries", to)->required();
  query->add_option("--warm-up", warm_up, "passes that are not measured");
  auto* table = app.add_subcommand("table", "print the medians of a file of measurements");
  table->add_option("results", from)->required();
  CLI11_PARSE(app, argc, argv);

  if (*prepare) {
    engine == "queries" ? bench::prepare_queries(from, to) : bench::prepare_documents(from, to);
  } else if (*index) {
    const auto start = Clock::now();
    engine == "xapian" ? bench::index_xapian(from, to) : bench::index_fts5(from, to);
    std::cout << nlohmann::json{{"engine", engine},
                                {"mode", "index"},
                                {"seconds", since(start) / 1000},
                                {"peak_mb", peak_mb()}}
              << '\n';
  } else if (*query) {
    const auto opened = open(engine, from);
    if (engine == "default") {
      measure(*opened, engine, bench::Mode::ii, "default search, all queries", bench::read_queries(to, false), warm_up);
    } else {
      const auto queries = bench::read_queries(to, true);
      measure(*opened, engine, bench::Mode::i, "i", queries, warm_up);
      measure(*opened, engine, bench::Mode::ii, "ii", queries, warm_up);
      measure(*opened, engine, bench::Mode::iii, "iii", queries, warm_up);
    }
  } else {
    print_table(from);
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "praktijkbank-bench: " << error.what() << '\n';
  return 1;
}
