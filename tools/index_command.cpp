// praktijkbank index: makes the index equal to the corpus.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/indexer.h"
#include "tools/commands.h"
#include "tools/output.h"
#include "tools/progress.h"

namespace tools {
namespace {

constexpr std::size_t kMostShown = 20;

struct Arguments {
  indexer::Options options;
  std::filesystem::path report;
  bool quiet = false;
};

nlohmann::json to_json(const indexer::Report& report) {
  auto failed = nlohmann::json::array();
  for (const auto& failure : report.failed) failed.push_back({{"path", failure.path}, {"error", failure.error}});
  return {{"documents", report.documents},
          {"passages", report.passages},
          {"added", report.added},
          {"changed", report.changed},
          {"moved", report.moved},
          {"removed", report.removed},
          {"unchanged", report.unchanged},
          {"failed", std::move(failed)},
          {"unknownFacetValues", report.unknown_facet_values},
          {"warnings", report.warnings},
          {"seconds", report.seconds}};
}

void write_report(const std::filesystem::path& path, const indexer::Report& report) {
  std::ofstream out(path, std::ios::trunc);
  // A path may hold bytes that are not UTF-8; a report with a replacement character is better than none.
  out << to_json(report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  out.flush();
  if (!out)
    throw corpus::Error(corpus::ErrorKind::not_possible,
                        "the index is made, but " + path.string() + " can't be written",
                        "give --report a path in a folder that exists");
}

void list(const std::string& heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  std::cerr << heading << '\n';
  for (std::size_t i = 0; i < std::min(lines.size(), kMostShown); ++i) std::cerr << "  " << printable(lines[i]) << '\n';
  if (lines.size() > kMostShown)
    std::cerr << "  … and " << with_commas(lines.size() - kMostShown) << " more, see --report\n";
}

void summarize(const indexer::Report& report, bool quiet) {
  std::vector<std::string> failures;
  for (const auto& failure : report.failed) failures.push_back(failure.path + ": " + failure.error);
  list(with_commas(failures.size()) + " failed:", failures);
  if (quiet) return;
  list("Not in the vocabulary, kept as written:", report.unknown_facet_values);
  list("Warnings:", report.warnings);
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f s", report.seconds);
  std::cerr << counted(report.documents, "document") << ", " << counted(report.passages, "passage") << ": "
            << with_commas(report.added) << " added, " << with_commas(report.changed) << " changed, "
            << with_commas(report.moved) << " moved, " << with_commas(report.removed) << " removed, "
            << with_commas(report.unchanged) << " unchanged, " << with_commas(report.failed.size()) << " failed; "
            << seconds << '\n';
}

}  // namespace

void add_index_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("index", "Makes the index equal to the corpus: reads what is new or changed");
  auto given = std::make_shared<Arguments>();
  command->add_option("--corpus", given->options.corpus, "A folder, a document, or a .jsonl file; may be repeated")
      ->required()
      ->type_name("PATH")
      ->allow_extra_args(false);
  command->add_option("--index", given->options.index, "The folder of the index; made when it isn't there")
      ->required()
      ->type_name("DIR");
  command
      ->add_option("--vocabulary", given->options.vocabulary,
                   "A folder with SKOS vocabularies (.ttl) instead of those that come with the program")
      ->type_name("DIR");
  command->add_flag("--full", given->options.full, "Read everything anew, also what did not change");
  command->add_flag("!--no-abbreviations", given->options.abbreviations,
                    "Don't let queries use the abbreviations that documents introduce themselves");
  command->add_flag("--ocr", given->options.ocr, "Recognise the text of scanned pages (needs tesseract with Dutch)");
  command->add_option("--jobs", given->options.jobs, "Threads to work with; as many as cores unless given")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command->add_option("--report", given->report, "Write what was done and what failed as JSON")->type_name("FILE.json");
  command->add_flag("--quiet", given->quiet, "Say nothing but what failed");
  command->footer(
      "Examples:\n"
      "  praktijkbank index --corpus verslagen --index /var/lib/praktijkbank/index\n"
      "  praktijkbank index --corpus verslagen --corpus beleidsboeken.jsonl --index index --report report.json\n"
      "  praktijkbank index --corpus verslagen --index index --vocabulary eigen-woordenlijst --full");
  command->callback([given, &exit_code] {
    indexer::Report report;
    {
      ProgressLine line(stderr_is_terminal());
      report = indexer::run(given->options, [&](const indexer::Progress& progress) {
        if (!given->quiet) line.show(progress);
      });
    }
    if (!given->report.empty()) write_report(given->report, report);
    summarize(report, given->quiet);
    if (!report.failed.empty()) exit_code = kDoneWithProblems;
  });
}

}  // namespace tools
