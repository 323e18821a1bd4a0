// From files to a published index: read this header first.
//
// run() finds files, compares them with the manifest of the current generation, reads and describes what changed,
// writes a new generation and publishes it with one rename. A crash at any moment leaves the old generation current.
// One run at a time per index folder (a lock); a second throws not_possible naming the holder.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/privacy/inspect.h"

namespace indexer {

/// What is done with documents in which personal data is found, unless their author released them.
enum class Privacy {
  report,      // indexed as they stand, named in the report
  quarantine,  // not indexed
  mask         // indexed with the data taken out
};
/// "report", "quarantine", "mask"; anything else is report.
Privacy privacy_from(std::string_view name);
std::string name_of(Privacy privacy);

struct Options {
  std::vector<std::filesystem::path> corpus;  // folders, documents or .jsonl files
  std::filesystem::path index;
  std::filesystem::path vocabulary;  // empty: the one that comes with the program
  bool full = false;                 // read everything anew
  bool ocr = false;                  // recognise the text of scanned pages (tesseract)
  unsigned jobs = 0;                 // 0: as many as cores
  Privacy privacy = Privacy::report;
  bool abbreviations = true;  // queries use the abbreviations that documents introduce
};

struct Failure {
  std::string path, error;
};

/// A document in which personal data was found: where, never what.
struct PrivacyFinding {
  std::string path, id, handling;  // handling: "reported", "masked", "quarantined" or "released"
  std::vector<corpus::PersonalDataPlace> places;
};

/// What a run did; the numbers count documents.
struct Report {
  std::uint64_t documents = 0, passages = 0;  // in the index afterwards
  std::uint64_t added = 0, changed = 0, moved = 0, removed = 0, unchanged = 0;
  std::vector<Failure> failed;
  std::vector<std::string> unknown_facet_values;  // "thema: Xyz (pad/naar/bestand)"
  std::vector<std::string> warnings;
  std::vector<PrivacyFinding> personal_data;
  std::uint64_t masked = 0, quarantined = 0, forgotten = 0;  // quarantined and forgotten ones are not in `documents`
  double seconds = 0;
};

/// Where a run is, for a progress bar. `total` 0: not known yet.
struct Progress {
  enum class Stage { finding, reading, joining, publishing } stage = Stage::finding;
  std::uint64_t done = 0, total = 0;  // documents, or bytes of JSON lines when `bytes`
  bool bytes = false;
};

/// Documents that fail are rows in the report; corpus::Error (not_possible) is thrown when the run as a whole can't go
/// on: a corpus path that doesn't exist, a vocabulary with an error, another writer, a folder that is no index, a full
/// disk.
Report run(const Options& options, const std::function<void(const Progress&)>& progress = {});

/// Differences between the index and the corpus (or only within the index when `corpus` is empty), one line each. `ocr`
/// as the index was made.
std::vector<std::string> check(const std::filesystem::path& index, const std::vector<std::filesystem::path>& corpus,
                               bool ocr = false);

}  // namespace indexer
