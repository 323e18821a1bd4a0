// The generation that is served now, and the thread that takes over a new one.
//
// A request takes a Generation once and keeps it to the end, so everything in an answer comes from one index.
// Thread-safe.
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "search/index.h"
#include "search/index/sources.h"
#include "search/knowledge/knowledge.h"
#include "server/log.h"

namespace server {

struct Generation {
  std::shared_ptr<const search::Index> index;
  std::shared_ptr<const search::Knowledge> knowledge;
  std::shared_ptr<const search::Sources> sources;  // nullptr when the manifest can't be read
  std::string tag;              // changes with the index and with this program: what ETags are made of
  std::uint64_t documents = 0;  // public ones; how many others there are is nobody's business

  std::string name() const { return index->generation().filename().string(); }
};

class CurrentIndex {
 public:
  /// Opens the current generation with `readers` readers; throws what search::Index::open throws.
  CurrentIndex(std::filesystem::path folder, unsigned readers, Log log);

  std::shared_ptr<const Generation> get() const;

 private:
  std::shared_ptr<const Generation> open() const;
  void watch(const std::stop_token& stop);

  const std::filesystem::path folder_;
  const unsigned readers_;
  const Log log_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Generation> generation_;
  std::string identity_;  // of what generation_ was opened from
  std::jthread watcher_;  // last: it uses all of the above
};

}  // namespace server
