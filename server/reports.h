// What visitors report as wrong: one line of JSON a report in DIR/meldingen.jsonl, for the administrator.
//
//   {"tijd":"2025-09-24T10:00:00Z","document":"verslag-2025-05","veld":"thema","waarde":"jeugd","tekst":"…"}
//
// Nothing of who reported it is kept. A line is written whole or not at all; the file stops growing at kMostBytes.
// Thread-safe, and safe against a program that moves the file away meanwhile. Server and commands keep out of each
// other's way with flock on the file.
#pragma once
#include <chrono>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace server {

struct Report {
  std::string document;      // id
  std::string field, value;  // what is wrong, as in the URL parameters ("thema", "jeugd"); empty: something else
  std::string text;          // of the visitor
};

struct KeptReport {
  std::string time;  // UTC, as in the file
  Report report;
};

class Reports {
 public:
  static constexpr const char* kFile = "meldingen.jsonl";
  static constexpr std::size_t kMostBytes = 4 * 1024 * 1024;
  static constexpr std::size_t kMostText = 1'000;                      // bytes of Report::text
  static constexpr std::size_t kMostFromOne = 10, kMostFromAll = 200;  // in kWindow
  static constexpr std::chrono::minutes kWindow{10};

  /// Without a folder nothing is taken. The folder is made when the first report comes.
  explicit Reports(std::filesystem::path folder) : folder_(std::move(folder)) {}

  bool enabled() const { return !folder_.empty(); }
  /// Throws corpus::Error: bad_request (Dutch) when there are too many of this address or altogether, not_possible when
  /// the file can't be written.
  void add(const Report& report, const std::string& remote);

  /// In the order in which they came; lines that are no report are left out. Throws not_possible when the file is there
  /// and can't be read.
  std::vector<KeptReport> all() const;
  /// Removes the reports about a document, from the file and not just from sight; returns how many there were. Throws
  /// not_possible when the file can't be read or written.
  std::size_t forget(std::string_view document);

 private:
  void allow(const std::string& remote);

  const std::filesystem::path folder_;
  std::mutex mutex_;
  std::deque<std::pair<std::chrono::steady_clock::time_point, std::string>> recent_;
};

}  // namespace server
