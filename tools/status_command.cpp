// praktijkbank status: what is in an index.
#include <functional>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/maintenance.h"
#include "indexer/run_record.h"
#include "search/fields.h"
#include "search/index.h"
#include "server/reports.h"
#include "tools/commands.h"
#include "tools/output.h"

namespace tools {
namespace {

struct Arguments {
  std::filesystem::path index, data;
  bool json = false;
};

nlohmann::json reports_in(const std::filesystem::path& data) {
  auto list = nlohmann::json::array();
  for (const auto& [time, report] : server::Reports(data).all())
    list.push_back({{"time", time},
                    {"document", report.document},
                    {"field", report.field},
                    {"value", report.value},
                    {"text", report.text}});
  return list;
}

nlohmann::json status_of(const search::Index& index, const std::filesystem::path& folder) {
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
  const auto other = search::other_generation(folder);
  nlohmann::json previous;
  if (!other.empty()) {
    previous = {{"generation", other.filename().string()}, {"rolledBackFrom", search::is_rolled_back(folder)}};
    try {
      const auto former = search::read_meta(other);
      previous["published"] = former.published;
      previous["documents"] = former.documents;
    } catch (const corpus::Error& error) {
      previous["error"] = error.what();
    }
  }
  const auto holder = indexer::lock_holder(folder);
  return {{"previous", std::move(previous)},
          {"lockedBy", holder.empty() ? nlohmann::json() : nlohmann::json(holder)},
          {"privacy", meta.privacy},
          {"lastRun", indexer::read_run_record(folder).value_or(nlohmann::json())},
          {"generation", index.generation().filename().string()},
          {"published", meta.published},
          {"documents", meta.documents},
          {"passages", meta.passages},
          {"values", std::move(facets)},
          {"useAbbreviations", meta.abbreviations},
          {"abbreviations", std::move(abbreviations)}};
}

/// The record is a file that anyone may have touched: what is not as expected is left out.
void print_last_run(const nlohmann::json& run,
                    const std::function<void(const std::string&, const std::string&)>& line) {
  const auto text = [](const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? printable(found->get<std::string>()) : std::string();
  };
  if (!run.is_object()) return line("last run", "not recorded");
  line("last run", text(run, "finished") + ", " + text(run, "outcome"));
  if (const auto error = text(run, "error"); !error.empty()) line("  because", error);
  const auto report = run.find("report");
  if (report == run.end() || !report->is_object()) return;
  const auto size = [&](const char* key) {
    const auto found = report->find(key);
    if (found == report->end()) return std::uint64_t{0};
    return found->is_array() ? found->size() : found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
  };
  line("personal data", counted(size("personalData"), "document"));
  line("quarantined", with_commas(size("quarantined")));
  line("masked", with_commas(size("masked")));
  line("erased", with_commas(size("forgotten")));
  line("failed", with_commas(size("failed")));
  if (!report->contains("failed") || !(*report)["failed"].is_array()) return;
  constexpr std::size_t most_shown = 20;
  std::size_t shown = 0;
  for (const auto& failure : (*report)["failed"])
    if (failure.is_object() && ++shown <= most_shown)
      std::cout << "  " << text(failure, "path") << ": " << text(failure, "error") << '\n';
}

/// All of them: whoever asks wants to work through them, and the file stays small.
void print_reports(const nlohmann::json& reports) {
  for (const auto& report : reports) {
    const auto text = [&](const char* key) { return printable(report[key].get<std::string>()); };
    const auto about = text("field") + (text("value").empty() ? "" : " " + text("value"));
    std::cout << "  " << text("time") << ' ' << text("document") << (about.empty() ? "" : " [" + about + "]") << ": "
              << text("text") << '\n';
  }
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
  const auto text = [](const nlohmann::json& value) {
    return value.is_string() ? printable(value.get<std::string>()) : "";
  };
  if (const auto& previous = status["previous"]; previous.is_object())
    line(previous["rolledBackFrom"].get<bool>() ? "rolled back" : "previous",
         text(previous["generation"]) + (previous.contains("published") ? " of " + text(previous["published"]) : ""));
  else
    line("previous", "none");
  line("locked by", status["lockedBy"].is_string() ? text(status["lockedBy"]) : "nobody");
  line("privacy", text(status["privacy"]));
  print_last_run(status["lastRun"], line);
  const auto& abbreviations = status["abbreviations"];
  line("abbreviations", status["useAbbreviations"].get<bool>() ? with_commas(abbreviations.size()) : "not used");
  for (const auto& entry : abbreviations)
    std::cout << "  " << printable(entry["short"].get<std::string>()) << " = "
              << printable(entry["long"].get<std::string>()) << " (" << counted(entry["documents"], "document")
              << ")\n";
  const auto reports = status.find("reportsOfMistakes");
  if (reports == status.end()) return;
  line("reported", counted(reports->size(), "mistake"));
  print_reports(*reports);
}

}  // namespace

void add_status_command(CLI::App& app) {
  auto* command = app.add_subcommand("status", "Shows what is in the index");
  auto given = std::make_shared<Arguments>();
  command->add_option("--index", given->index, "The folder of the index")->required()->type_name("DIR");
  command->add_option("--data", given->data, "The folder that serve was given with --data: shows the mistakes reported")
      ->check(CLI::ExistingDirectory)
      ->type_name("DIR");
  command->add_flag("--json", given->json, "Print JSON");
  command->footer(
      "Abbreviations are those that public documents introduce themselves, \"Lokaal Zorgnetwerk (LZN)\"; a run of\n"
      "index --no-abbreviations leaves them unused.\n\n"
      "Example:\n"
      "  praktijkbank status --index index --data index-data");
  command->callback([given] {
    auto status = status_of(*search::Index::open(given->index), given->index);
    if (!given->data.empty()) status["reportsOfMistakes"] = reports_in(given->data);
    if (given->json)
      std::cout << status.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    else
      print(status);
  });
}

}  // namespace tools
