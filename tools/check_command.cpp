// praktijkbank check: is the index sound, and is it what the corpus says?
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "indexer/indexer.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

struct Arguments {
  std::filesystem::path index;
  std::vector<std::filesystem::path> corpus;
  bool ocr = false;
};

}  // namespace

void add_check_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("check", "Verifies the index, and with --corpus that it is equal to the corpus");
  auto given = std::make_shared<Arguments>();
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  command->add_option("--corpus", given->corpus, "Compare with this corpus, given as for index; may be repeated")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command->add_flag("--ocr", given->ocr, "Recognise scanned pages, as the index was made with --ocr");
  command->footer(
      "Each difference is a line; with differences the exit code is 1.\n\n"
      "Examples:\n"
      "  praktijkbank check --index index\n"
      "  praktijkbank check --index index --corpus verslagen");
  command->callback([given, &exit_code] {
    const auto differences = indexer::check(given->index, given->corpus, given->ocr);
    for (const auto& difference : differences) std::cout << printable(difference) << '\n';
    if (differences.empty())
      std::cerr << "The index is sound" << (given->corpus.empty() ? "" : " and equal to the corpus") << ".\n";
    else
      exit_code = kDoneWithProblems;
  });
}

}  // namespace tools
