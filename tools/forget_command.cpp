// praktijkbank forget: erases a document.
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "indexer/maintenance.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {
namespace fs = std::filesystem;

struct Arguments {
  fs::path index, data;
  std::string id;
};

/// What visitors left behind about the document: excerpts and reports of mistakes. The one place where the stores of
/// the data folder are told to erase it. Returns the files that none of them answers for.
std::vector<std::string> erase_in_data(const fs::path& data, const std::string&) {
  std::vector<std::string> unknown;
  if (data.empty() || !fs::is_directory(data)) return unknown;
  for (const auto& entry : fs::recursive_directory_iterator(data))
    if (entry.is_regular_file()) unknown.push_back(entry.path().string());
  return unknown;
}

}  // namespace

void add_forget_command(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("forget", "Erases a document from the index and all kept generations");
  auto given = std::make_shared<Arguments>();
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  command->add_option("--data", given->data, "The folder that serve was given with --data")->type_name("DIR");
  command->add_option("ID", given->id, "The id of the document")->required();
  command->footer(
      "The document is remembered by hashes, and later runs of index leave it out while its file is still there.\n"
      "Files of the corpus and copies elsewhere are not touched.\n\n"
      "Example:\n"
      "  praktijkbank forget --index index --data data verslag-2025-09");
  command->callback([given, &exit_code] {
    const auto erased = indexer::forget(given->index, given->id);
    if (erased.generations > 0)
      std::cout << "Erased from " << counted(erased.generations, "generation") << ".\n";
    else
      std::cout << "It was erased before; nothing was left to do.\n";
    const auto unknown = erase_in_data(given->data, given->id);
    if (unknown.empty()) return;
    std::cerr << "These files may still tell about it, and this program can't erase it there:\n";
    for (const auto& file : unknown) std::cerr << "  " << printable(file) << '\n';
    exit_code = kDoneWithProblems;
  });
}

}  // namespace tools
