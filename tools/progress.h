// Shows on standard error where a run is: a line that is drawn anew on a terminal, now and then a line elsewhere.
// For one thread.
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "indexer/indexer.h"

namespace tools {

class ProgressLine {
 public:
  /// `terminal`: whether standard error is one.
  explicit ProgressLine(bool terminal) : terminal_(terminal) {}
  ~ProgressLine() { clear(); }

  void show(const indexer::Progress& progress);
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  std::string text(const indexer::Progress& progress, double seconds) const;

  using Clock = std::chrono::steady_clock;
  bool terminal_, drawn_ = false;
  indexer::Progress::Stage stage_ = indexer::Progress::Stage::finding;
  Clock::time_point stage_begin_ = Clock::now(), last_ = stage_begin_;
};

/// The same for machines: now and then an object, {"event","stage","done","total","unit","perSecond","secondsLeft"}.
class JsonProgress {
 public:
  /// nullopt: too soon after the last one.
  std::optional<nlohmann::json> line(const indexer::Progress& progress);

 private:
  using Clock = std::chrono::steady_clock;
  std::optional<indexer::Progress::Stage> stage_;
  Clock::time_point stage_begin_, last_;
};

}  // namespace tools
