// praktijkbank rollback: the previous generation back, at once.
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "indexer/maintenance.h"
#include "tools/commands.h"

namespace tools {

void add_rollback_command(CLI::App& app) {
  auto* command =
      app.add_subcommand("rollback", "Puts the previous generation of the index back; once more undoes that");
  auto index = std::make_shared<std::filesystem::path>();
  command->add_option("--index", *index, "The folder of the index")->required()->type_name("DIR");
  command->footer(
      "The next run of index makes the index equal to the corpus again.\n\n"
      "Example:\n"
      "  praktijkbank rollback --index index");
  command->callback([index] {
    const auto done = indexer::rollback(*index);
    std::cout << (done.forward ? "Forward again" : "Back") << " from " << done.from << " to " << done.to << ".\n";
  });
}

}  // namespace tools
