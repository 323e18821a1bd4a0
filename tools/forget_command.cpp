// praktijkbank forget: erases a document.
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "corpus/error.h"
#include "indexer/maintenance.h"
#include "search/excerpts/folders.h"
#include "server/reports.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {
namespace fs = std::filesystem;

struct Arguments {
  fs::path index, data;
  std::string id;
};

struct ErasedData {
  std::size_t excerpts = 0, reports = 0;
  std::vector<std::string> unknown;  // files that no store answers for
};

/// What visitors left behind about the document. The one place where the stores of the data folder are told to erase
/// it.
ErasedData erase_in_data(const fs::path& data, const std::string& id) {
  ErasedData erased;
  if (data.empty()) return erased;
  if (fs::exists(data / search::Folders::kFile)) erased.excerpts = search::Folders(data).forget(id);
  erased.reports = server::Reports(data).forget(id);
  for (const auto& entry : fs::recursive_directory_iterator(data)) {
    const auto name = entry.path().lexically_relative(data).string();
    // SQLite keeps its log and the memory it shares in files beside the database.
    if (entry.is_regular_file() && name != server::Reports::kFile && !name.starts_with(search::Folders::kFile))
      erased.unknown.push_back(entry.path().string());
  }
  return erased;
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
    if (!given->data.empty() && !fs::is_directory(given->data))
      throw corpus::Error(corpus::ErrorKind::not_possible, "there is no folder " + given->data.string(),
                          "give --data the folder that serve was given; nothing was erased yet");
    const auto erased = indexer::forget(given->index, given->id);
    if (erased.generations > 0)
      std::cout << "Erased from " << counted(erased.generations, "generation") << ".\n";
    else
      std::cout << "It was erased before; nothing was left to do.\n";
    const auto left = erase_in_data(given->data, given->id);
    if (!given->data.empty())
      std::cout << "Erased " << counted(left.excerpts, "kept excerpt") << " and " << counted(left.reports, "report")
                << " of mistakes.\n";
    if (left.unknown.empty()) return;
    std::cerr << "These files may still tell about it, and this program can't erase it there:\n";
    for (const auto& file : left.unknown) std::cerr << "  " << printable(file) << '\n';
    exit_code = kDoneWithProblems;
  });
}

}  // namespace tools
