// What a run says while it is at work and when it is done: text for people, or a JSON object a line for machines.
//
// Everything goes to standard error. For one thread.
#pragma once
#include <optional>
#include <string>

#include "indexer/indexer.h"
#include "tools/progress.h"

namespace tools {

class RunLog {
 public:
  /// `quiet`: nothing but what failed.
  RunLog(bool json, bool quiet);

  void progress(const indexer::Progress& progress);
  /// Failures, warnings, personal data and the counts.
  void summary(const indexer::Report& report);
  /// A run that could do nothing, while others will follow.
  void error(const std::string& line);
  /// "watching" and the like.
  void note(const std::string& event, const std::string& text);

 private:
  bool json_, quiet_;
  std::optional<ProgressLine> line_;
  JsonProgress json_progress_;
};

}  // namespace tools
