#include "tools/bench/tables.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace bench {
namespace {

constexpr const char* kBase = "lucene, own terms";

/// Medians by documents, mode, engine and name.
class Measurements {
 public:
  explicit Measurements(const std::filesystem::path& results) {
    std::ifstream in(results);
    if (!in) throw std::runtime_error("cannot read " + results.string());
    for (std::string line; std::getline(in, line);) {
      const auto row = nlohmann::json::parse(line);
      for (const auto& [name, value] : row.items())
        if (value.is_number()) rows_[row.value("documents", 0)][row["mode"]][row["engine"]][name].push_back(value);
    }
  }

  using Engines = std::map<std::string, std::map<std::string, std::vector<double>>>;
  using Modes = std::map<std::string, Engines>;
  const std::map<int, Modes>& by_documents() const { return rows_; }

  std::optional<double> find(int documents, const std::string& mode, const std::string& engine,
                             const std::string& name) const {
    try {
      auto values = rows_.at(documents).at(mode).at(engine).at(name);
      std::ranges::sort(values);
      return values[values.size() / 2];
    } catch (const std::out_of_range&) {
      return std::nullopt;
    }
  }

 private:
  std::map<int, Modes> rows_;
};

void cell(std::optional<double> value, int decimals) {
  if (value)
    std::printf(" %.*f |", decimals, *value);
  else
    std::printf(" |");
}

std::optional<double> ratio(std::optional<double> a, std::optional<double> b) {
  return a && b && *b > 0 ? std::optional(*a / *b) : std::nullopt;
}

}  // namespace

void print_tables(const std::filesystem::path& results) {
  const Measurements all(results);
  for (const auto& [documents, modes] : all.by_documents()) {
    std::printf(
        "| work | engine | p50 ms | p95 | p99 | mean | mean, of Lucene's | p99, of Lucene's | hits |\n"
        "|---|---|---|---|---|---|---|---|---|\n");
    for (const auto& [mode, engines] : modes)
      for (const auto& [engine, numbers] : engines) {
        if (!numbers.contains("mean")) continue;
        const auto get = [&](const char* name) { return all.find(documents, mode, engine, name); };
        std::printf("| %s | %s |", mode.c_str(), engine.c_str());
        for (const auto* name : {"p50", "p95", "p99", "mean"}) cell(get(name), 2);
        for (const auto* name : {"mean", "p99"})
          cell(engine == kBase ? std::nullopt : ratio(get(name), all.find(documents, mode, kBase, name)), 2);
        cell(get("hits"), 0);
        std::puts("");
      }
    std::printf("\nMeans and p99 are compared with \"%s\".\n\n", kBase);
    std::printf(
        "| engine | indexing, documents/s | peak MB | index MB | resident MB after queries |\n|---|---|---|---|---|\n");
    for (const auto& [engine, numbers] : modes.at("index")) {
      const auto get = [&](const char* name) { return all.find(documents, "index", engine, name); };
      std::printf("| %s |", engine.c_str());
      cell(ratio(documents, get("seconds")), 0);
      for (const auto* name : {"peak_mb", "mb"}) cell(get(name), 0);
      cell(all.find(documents, "iii", engine, "resident_mb"), 0);
      std::puts("");
    }
    std::puts("");
    for (const auto& [engine, numbers] : modes.contains("http") ? modes.at("http") : Measurements::Engines{}) {
      std::printf("Pages over HTTP, 16 connections, %s:", engine.c_str());
      for (const auto& [name, values] : numbers)
        if (name != "documents") std::printf(" %s %.1f", name.c_str(), *all.find(documents, "http", engine, name));
      std::puts("");
    }
  }
}

void print_growth(const std::filesystem::path& results) {
  const Measurements all(results);
  struct Row {
    const char *label, *mode, *engine, *name;
    int decimals;
  };
  constexpr Row rows[] = {{"indexing, seconds", "index", "own", "seconds", 1},
                          {"peak MB while indexing", "index", "own", "peak_mb", 0},
                          {"index, MB", "index", "own", "mb", 0},
                          {"opening and first answer, ms", "open", "own", "ms", 0},
                          {"i, p50 ms", "i", "own", "p50", 2},
                          {"ii, p50 ms", "ii", "own", "p50", 2},
                          {"ii, mean ms", "ii", "own", "mean", 2},
                          {"ii, p99 ms", "ii", "own", "p99", 2},
                          {"iii, mean ms", "iii", "own", "mean", 2},
                          {"hits of ii", "ii", "own", "hits", 0},
                          {"default search, p50 ms", "default", "default", "p50", 2},
                          {"default search, p99 ms", "default", "default", "p99", 2},
                          {"resident MB after queries", "default", "default", "resident_mb", 0}};
  std::printf("| |");
  for (const auto& [documents, modes] : all.by_documents()) std::printf(" %d |", documents);
  std::printf("\n|---|");
  for (std::size_t i = 0; i < all.by_documents().size(); ++i) std::printf("---|");
  std::printf("\n| indexing, documents/s |");
  for (const auto& [documents, modes] : all.by_documents())
    cell(ratio(documents, all.find(documents, "index", "own", "seconds")), 0);
  for (const auto& row : rows) {
    std::printf("\n| %s |", row.label);
    for (const auto& [documents, modes] : all.by_documents())
      cell(all.find(documents, row.mode, row.engine, row.name), row.decimals);
  }
  std::puts("");
}

}  // namespace bench
