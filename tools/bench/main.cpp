// praktijkbank-bench: one engine at a time, a line of JSON a measurement. tools/bench/run drives it and makes the
// table.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "tools/bench/prepare.h"
#include "tools/bench/tables.h"

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double peak_mb(int whose = RUSAGE_SELF) {
  rusage usage{};
  getrusage(whose, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double resident_mb() {
  std::ifstream in("/proc/self/statm");
  double all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Runs a program that indexes, and says how long it took and the most memory that it had. What it says goes to stderr.
void time_indexing(const std::string& name, std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (auto& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const auto start = Clock::now();
  const auto child = fork();
  if (child == 0) {
    dup2(STDERR_FILENO, STDOUT_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
    throw std::runtime_error(command.front() + " failed");
  std::cout << nlohmann::json{{"engine", name},
                              {"mode", "index"},
                              {"seconds", since(start) / 1000},
                              {"peak_mb", peak_mb(RUSAGE_CHILDREN)}}
            << '\n';
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
                              {"resident_mb", resident_mb()},
                              {"sink", sink}}
            << '\n';
}

std::unique_ptr<bench::Engine> open(const std::string& engine, const std::string& index) {
  if (engine == "xapian") return bench::open_xapian(index);
  if (engine == "fts5") return bench::open_fts5(index);
  return bench::open_own(index, engine == "default");
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app{"Measures this program beside other engines, on the same documents and questions."};
  app.require_subcommand(1);
  std::string engine, from, to;
  int warm_up = 1;
  std::size_t count = 0;
  auto* prepare = app.add_subcommand("prepare", "write documents or queries in the form that all engines read");
  prepare->add_option("kind", engine, "documents or queries")->required();
  prepare->add_option("from", from)->required();
  prepare->add_option("to", to)->required();
  auto* grow = app.add_subcommand("grow", "write a corpus of COUNT documents, recombined from another");
  grow->add_option("from", from)->required();
  grow->add_option("count", count)->required();
  grow->add_option("to", to)->required();
  auto* timed = app.add_subcommand("time", "run a program that indexes; tell its time and memory");
  timed->add_option("name", engine)->required();
  timed->prefix_command();
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
  auto* growth = app.add_subcommand("growth", "the same by number of documents");
  growth->add_option("results", from)->required();
  CLI11_PARSE(app, argc, argv);

  if (*prepare) {
    engine == "queries" ? bench::prepare_queries(from, to) : bench::prepare_documents(from, to);
  } else if (*grow) {
    bench::grow_corpus(from, count, to);
  } else if (*timed) {
    time_indexing(engine, timed->remaining());
  } else if (*index) {
    const auto start = Clock::now();
    engine == "xapian" ? bench::index_xapian(from, to) : bench::index_fts5(from, to);
    std::cout << nlohmann::json{{"engine", engine},
                                {"mode", "index"},
                                {"seconds", since(start) / 1000},
                                {"peak_mb", peak_mb()}}
              << '\n';
  } else if (*query) {
    const auto start = Clock::now();
    const auto opened = open(engine, from);
    std::size_t sink = 0;
    opened->ask(bench::read_queries(to, true).at(0), bench::Mode::ii, sink);
    std::cout << nlohmann::json{{"engine", engine}, {"mode", "open"}, {"ms", since(start)}} << '\n';
    if (engine == "default") {
      measure(*opened, engine, bench::Mode::ii, "default", bench::read_queries(to, false), warm_up);
    } else {
      const auto queries = bench::read_queries(to, true);
      measure(*opened, engine, bench::Mode::i, "i", queries, warm_up);
      measure(*opened, engine, bench::Mode::ii, "ii", queries, warm_up);
      measure(*opened, engine, bench::Mode::iii, "iii", queries, warm_up);
    }
  } else if (*growth) {
    bench::print_growth(from);
  } else {
    bench::print_tables(from);
  }
  return 0;
} catch (const std::exception& error) {
  std::cerr << "praktijkbank-bench: " << error.what() << '\n';
  return 1;
}
