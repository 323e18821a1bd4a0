// praktijkbank index: makes the index equal to the corpus, once or whenever that changes.
#include <atomic>
#include <csignal>
#include <fstream>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/indexer.h"
#include "indexer/run_record.h"
#include "tools/commands.h"
#include "tools/output.h"
#include "tools/report_page.h"
#include "tools/run_log.h"
#include "tools/watch.h"

namespace tools {
namespace {

struct Arguments {
  indexer::Options options;
  std::vector<std::filesystem::path> reports;
  std::string privacy = "report", log = "text";
  bool quiet = false, watch = false;
};

std::atomic<bool> stop_asked = false;  // set by signals; lock-free, so a handler may
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first signal ends the watching when the run at work is done; a second one ends the program at once.
void ask_to_stop(int signal) {
  stop_asked = true;
  std::signal(signal, SIG_DFL);
}

bool is_page(const std::filesystem::path& path) { return path.extension() == ".html" || path.extension() == ".htm"; }

void write_report(const std::filesystem::path& path, const indexer::Report& report,
                  const std::filesystem::path& index) {
  std::ofstream out(path, std::ios::trunc);
  // A path may hold bytes that are not UTF-8; a report with a replacement character is better than none.
  if (is_page(path))
    out << report_page(report, index);
  else
    out << indexer::report_json(report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  out.flush();
  if (!out)
    throw corpus::Error(corpus::ErrorKind::not_possible,
                        "the index is made, but " + path.string() + " can't be written",
                        "give --report a path in a folder that exists");
}

indexer::Report run_once(const Arguments& given, RunLog& log) {
  auto report = indexer::run(given.options, [&](const indexer::Progress& progress) { log.progress(progress); });
  for (const auto& path : given.reports) write_report(path, report, given.options.index);
  log.summary(report);
  return report;
}

/// Goes on until it is told to stop. A run that can't be done ends it when it is the first; later ones are tried again
/// at the next change, or after a minute.
void watch(Arguments& given, RunLog& log) {
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGTERM, ask_to_stop);
  Watch corpus(given.options.corpus, given.options.index);
  for (bool first = true;; first = false) {
    corpus.look();
    bool failed = false;
    try {
      run_once(given, log);
      given.options.full = false;  // asked for once
    } catch (const corpus::Error& error) {
      if (first) throw;
      log.error(error.line());
      failed = true;
    }
    log.note("watching", "Watching for changes.");
    if (!corpus.wait(failed, [] { return stop_asked.load(); })) return;
  }
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
  command
      ->add_option("--privacy", given->privacy,
                   "What to do with a document that holds personal data: name it in the report (report), leave it out "
                   "until it is released (quarantine), or take the data out (mask)")
      ->check(CLI::IsMember({"report", "quarantine", "mask"}));
  command->add_flag("--watch", given->watch, "Stay, and index again whenever the corpus changes");
  command->add_flag("!--no-abbreviations", given->options.abbreviations,
                    "Don't let queries use the abbreviations that documents introduce themselves");
  command->add_flag("--ocr", given->options.ocr, "Recognise the text of scanned pages (needs tesseract with Dutch)");
  command->add_option("--jobs", given->options.jobs, "Threads to work with; as many as cores unless given")
      ->type_name("N")
      ->check(CLI::Range(1, 256));
  command
      ->add_option("--report", given->reports,
                   "Write what was done, found and failed: as JSON, or as a page when the name ends in .html; may be "
                   "repeated")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_option("--log", given->log, "text, or json: an object a line on standard error")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--quiet", given->quiet, "Say nothing but what failed");
  command->footer(
      "A document is released by privacy: released in its front matter, side file or JSON line.\n\n"
      "Examples:\n"
      "  praktijkbank index --corpus verslagen --index /var/lib/praktijkbank/index\n"
      "  praktijkbank index --corpus verslagen --corpus boeken.jsonl --index index --report report.json --report "
      "report.html\n"
      "  praktijkbank index --corpus verslagen --index index --privacy mask --watch --log json\n"
      "  praktijkbank index --corpus verslagen --index index --vocabulary eigen-woordenlijst --full");
  command->callback([given, &exit_code] {
    given->options.privacy = indexer::privacy_from(given->privacy);
    RunLog log(given->log == "json", given->quiet);
    if (given->watch) return watch(*given, log);
    if (!run_once(*given, log).failed.empty()) exit_code = kDoneWithProblems;
  });
}

}  // namespace tools
