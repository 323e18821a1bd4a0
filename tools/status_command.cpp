// praktijkbank status: what is in an index.
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "search/fields.h"
#include "search/index.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

struct Arguments {
  std::filesystem::path index;
  bool json = false;
};

nlohmann::json status_of(const search::Index& index) {
  const auto& meta = index.meta();
  auto abbreviations = nlohmann::json::array();
  for (const auto& entry : index.abbreviations().entries())
    abbreviations.push_back(
        {{"short", entry.definition.short_form}, {"long", entry.definition.long_form}, {"documents", entry.documents}});
  nlohmann::json facets;
  for (const auto& field : search::kFields) {
    const auto& column = index.columns().facets[search::number(field.field)];
    facets[std::string(field.name)] = column.values.size();
  }
  return {{"generation", index.generation().filename().string()},
          {"published", meta.published},
          {"documents", meta.documents},
          {"passages", meta.passages},
          {"values", std::move(facets)},
          {"useAbbreviations", meta.abbreviations},
          {"abbreviations", std::move(abbreviations)}};
}

void print(const nlohmann::json& status) {
  const auto line = [](const std::string& name, const std::string& value) {
    std::cout << name << std::string(name.size() < 14 ? 14 - name.size() : 1, ' ') << value << '\n';
  };
  line("generation", status["generation"]);
  line("published", status["published"]);
  line("documents", with_commas(status["documents"]));
  line("passages", with_commas(status["passages"]));
  for (const auto& [name, count] : status["values"].items()) line(name, counted(count, "value"));
  const auto& abbreviations = status["abbreviations"];
  line("abbreviations", status["useAbbreviations"].get<bool>() ? with_commas(abbreviations.size()) : "not used");
  for (const auto& entry : abbreviations)
    std::cout << "  " << printable(entry["short"].get<std::string>()) << " = "
              << printable(entry["long"].get<std::string>()) << " (" << counted(entry["documents"], "document")
              << ")\n";
}

}  // namespace

void add_status_command(CLI::App& app) {
  auto* command = app.add_subcommand("status", "Shows what is in the index");
  auto given = std::make_shared<Arguments>();
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  command->add_flag("--json", given->json, "Print JSON");
  command->footer(
      "Abbreviations are those that public documents introduce themselves, \"Lokaal Zorgnetwerk (LZN)\"; a run of\n"
      "index --no-abbreviations leaves them unused.\n\n"
      "Example:\n"
      "  praktijkbank status --index index");
  command->callback([given] {
    const auto status = status_of(*search::Index::open(given->index));
    if (given->json)
      std::cout << status.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    else
      print(status);
  });
}

}  // namespace tools
