// Following a corpus: waits until something in it changed and then stayed as it is for a moment.
//
// By looking again and again rather than by notifications of the kernel: these don't come from network folders, and run
// out for large trees. For one thread; SIGINT and SIGTERM end the waiting.
#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tools {

class Watch {
 public:
  Watch(std::vector<std::filesystem::path> corpus, std::filesystem::path index)
      : corpus_(std::move(corpus)), index_(std::move(index)) {}

  /// Call before a run: what changes while it is at work is then seen as a change.
  void look();
  /// Returns true when the corpus is another than at the last look() and two looks in a row saw the same; or, when
  /// `retry`, after a minute. False when `stopped` says so.
  bool wait(bool retry, const std::function<bool()>& stopped);

 private:
  std::string state() const;

  std::vector<std::filesystem::path> corpus_;
  std::filesystem::path index_;
  std::string seen_;
};

}  // namespace tools
