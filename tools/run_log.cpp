#include "tools/run_log.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "corpus/calendar.h"
#include "indexer/run_record.h"
#include "tools/output.h"

namespace tools {
namespace {

using nlohmann::json;
constexpr std::size_t kMostShown = 20;

void list(const std::string& heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  std::cerr << heading << '\n';
  for (std::size_t i = 0; i < std::min(lines.size(), kMostShown); ++i) std::cerr << "  " << printable(lines[i]) << '\n';
  if (lines.size() > kMostShown)
    std::cerr << "  … and " << with_commas(lines.size() - kMostShown) << " more, see --report\n";
}

void print(json line) {
  line["time"] = corpus::utc_now();
  std::cerr << line.dump(-1, ' ', false, json::error_handler_t::replace) << std::endl;
}

std::string places_of(const indexer::PrivacyFinding& document) {
  std::array<std::size_t, corpus::kPersonalDataKinds> counts{};
  for (const auto& place : document.places) ++counts[static_cast<std::size_t>(place.kind)];
  std::string text;
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    if (counts[kind] > 0)
      text += (text.empty() ? "" : ", ") + std::to_string(counts[kind]) + " × " +
              std::string(corpus::name_of(static_cast<corpus::PersonalData>(kind)));
  return document.path + ": " + text + " (" + document.handling + ")";
}

}  // namespace

RunLog::RunLog(bool json, bool quiet) : json_(json), quiet_(quiet) {}

void RunLog::progress(const indexer::Progress& progress) {
  if (quiet_) return;
  if (json_) {
    if (const auto line = json_progress_.line(progress)) print(*line);
    return;
  }
  if (!line_) line_.emplace(stderr_is_terminal());
  line_->show(progress);
}

void RunLog::error(const std::string& line) {
  line_.reset();
  if (json_)
    print({{"event", "error"}, {"error", line}});
  else
    std::cerr << "praktijkbank: " << printable(line) << '\n';
}

void RunLog::note(const std::string& event, const std::string& text) {
  line_.reset();
  if (quiet_) return;
  if (json_)
    print({{"event", event}});
  else
    std::cerr << text << std::endl;
}

void RunLog::summary(const indexer::Report& report) {
  line_.reset();
  if (json_) {
    for (const auto& failure : report.failed)
      print({{"event", "failed"}, {"path", failure.path}, {"error", failure.error}});
    if (quiet_) return;
    auto line = indexer::report_json(report);
    for (const auto& warning : report.warnings) print({{"event", "warning"}, {"warning", warning}});
    for (auto& document : line["personalData"]) {
      document["event"] = "personalData";
      print(std::move(document));
    }
    line["failed"] = report.failed.size();
    line["warnings"] = report.warnings.size();
    line["unknownFacetValues"] = report.unknown_facet_values.size();
    line["personalData"] = report.personal_data.size();
    line["event"] = "summary";
    print(std::move(line));
    return;
  }
  std::vector<std::string> failures;
  for (const auto& failure : report.failed) failures.push_back(failure.path + ": " + failure.error);
  list(with_commas(failures.size()) + " failed:", failures);
  if (quiet_) return;
  list("Not in the vocabulary, kept as written:", report.unknown_facet_values);
  list("Warnings:", report.warnings);
  std::vector<std::string> personal_data;
  for (const auto& document : report.personal_data) personal_data.push_back(places_of(document));
  list("Personal data found in " + counted(report.personal_data.size(), "document") + ":", personal_data);
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.1f s", report.seconds);
  std::cerr << counted(report.documents, "document") << ", " << counted(report.passages, "passage") << ": "
            << with_commas(report.added) << " added, " << with_commas(report.changed) << " changed, "
            << with_commas(report.moved) << " moved, " << with_commas(report.removed) << " removed, "
            << with_commas(report.unchanged) << " unchanged, " << with_commas(report.failed.size()) << " failed";
  if (report.masked > 0) std::cerr << ", " << with_commas(report.masked) << " masked";
  if (report.quarantined > 0) std::cerr << ", " << with_commas(report.quarantined) << " in quarantine";
  if (report.forgotten > 0) std::cerr << ", " << with_commas(report.forgotten) << " kept out (erased)";
  std::cerr << "; " << seconds.data() << '\n';
}

}  // namespace tools
