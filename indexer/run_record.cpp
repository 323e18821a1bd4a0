#include "indexer/run_record.h"

#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

#include "corpus/calendar.h"
#include "indexer/copy.h"

namespace indexer {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {
fs::path path_of(const fs::path& index) { return index / "last-run.json"; }
}  // namespace

json report_json(const Report& report) {
  auto failed = json::array();
  for (const auto& failure : report.failed) failed.push_back({{"path", failure.path}, {"error", failure.error}});
  auto personal_data = json::array();
  std::array<std::uint64_t, corpus::kPersonalDataKinds> counts{};
  for (const auto& document : report.personal_data) {
    auto places = json::array();
    for (const auto& place : document.places) {
      ++counts[static_cast<std::size_t>(place.kind)];
      places.push_back({{"kind", corpus::name_of(place.kind)},
                        {"section", place.section},
                        {"passage", place.passage},
                        {"offset", place.offset}});
    }
    personal_data.push_back({{"path", document.path},
                             {"id", document.id},
                             {"handling", document.handling},
                             {"findings", std::move(places)}});
  }
  auto by_kind = json::object();
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    if (counts[kind] > 0) by_kind[std::string(corpus::name_of(static_cast<corpus::PersonalData>(kind)))] = counts[kind];
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
          {"masked", report.masked},
          {"quarantined", report.quarantined},
          {"forgotten", report.forgotten},
          {"personalDataByKind", std::move(by_kind)},
          {"personalData", std::move(personal_data)},
          {"seconds", report.seconds}};
}

void record_run(const fs::path& index, const std::string& started, const Report& report,
                const std::string& error) noexcept {
  try {
    json record = {{"started", started},
                   {"finished", corpus::utc_now()},
                   {"outcome", error.empty() ? "done" : "failed"},
                   {"error", error.empty() ? json() : json(error)},
                   {"report", error.empty() ? report_json(report) : json()}};
    write_beside(path_of(index), record.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
  } catch (const std::exception&) {
    // The index is what counts; a status without the last run says so.
  }
}

std::optional<json> read_run_record(const fs::path& index) {
  std::ifstream in(path_of(index));
  if (!in) return std::nullopt;
  auto record = json::parse(in, nullptr, false);
  if (!record.is_object() || !record.contains("outcome")) return std::nullopt;
  return record;
}

void forget_in_record(const fs::path& index, std::string_view id) {
  auto record = read_run_record(index);
  if (!record || !(*record)["report"].is_object()) return;
  auto& report = (*record)["report"];
  auto kept = json::array();
  if (report["personalData"].is_array())
    for (auto& document : report["personalData"])
      if (!document.is_object() || document.value("id", "") != id) kept.push_back(std::move(document));
  report["personalData"] = std::move(kept);
  report["warnings"] = json::array();
  report["unknownFacetValues"] = json::array();
  write_beside(path_of(index), record->dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

}  // namespace indexer
