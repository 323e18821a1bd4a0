#include "server/current_index.h"

#include <sys/stat.h>

#include <algorithm>
#include <condition_variable>

#include <spdlog/spdlog.h>

#include "corpus/error.h"
#include "corpus/text.h"

namespace server {
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr auto kInterval = 250ms;
constexpr auto kRetryInterval = 5s;

std::string file_identity(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return "-";
  return std::to_string(status.st_ino) + "." + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

/// Tells generations apart, also when an index was thrown away and numbering began anew.
std::string identity_of(const fs::path& folder) {
  std::error_code error;
  const auto target = fs::read_symlink(folder / "current", error);
  return target.string() + " " + file_identity(folder / "current" / "meta.json");
}

}  // namespace

CurrentIndex::CurrentIndex(fs::path folder, unsigned readers, Log log)
    : folder_(std::move(folder)), readers_(readers), log_(std::move(log)) {
  // Before opening: what is published in between is then seen as new.
  identity_ = identity_of(folder_);
  generation_ = open();
  log_->info("generation {} with {} documents", generation_->name(), generation_->documents);
  watcher_ = std::jthread([this](const std::stop_token& stop) { watch(stop); });
}

std::shared_ptr<const Generation> CurrentIndex::get() const {
  const std::lock_guard lock(mutex_);
  return generation_;
}

std::shared_ptr<const Generation> CurrentIndex::open() const {
  auto generation = std::make_shared<Generation>();
  generation->index = search::Index::open(folder_, readers_);
  generation->knowledge = std::make_shared<const search::Knowledge>(generation->index);
  const auto& is_public = generation->index->columns().is_public;
  generation->documents =
      static_cast<std::uint64_t>(std::ranges::count_if(is_public, [](auto flag) { return flag != 0; }));
  const auto& path = generation->index->generation();
  try {
    generation->sources = std::make_shared<const search::Sources>(path);
  } catch (const corpus::Error& error) {
    log_->warn("no source files are given: {}", error.line());
  }
  generation->tag =
      corpus::content_hash(path.string() + file_identity(path / "meta.json") + file_identity("/proc/self/exe"))
          .substr(0, 16);
  return generation;
}

void CurrentIndex::watch(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::string failed_identity, failure;
  auto retry_at = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex);
  while (!stopped.wait_for(lock, stop, kInterval, [&] { return stop.stop_requested(); })) {
    const auto identity = identity_of(folder_);
    if (identity == identity_) continue;
    if (identity == failed_identity && std::chrono::steady_clock::now() < retry_at) continue;
    try {
      auto next = open();
      identity_ = identity;
      failure.clear();
      log_->info("generation {} with {} documents takes over", next->name(), next->documents);
      const std::lock_guard swap(mutex_);
      generation_.swap(next);
    } catch (const std::exception& error) {
      const auto* ours = dynamic_cast<const corpus::Error*>(&error);
      const auto message = ours ? ours->line() : std::string(error.what());
      if (message != failure) log_->error("the new generation can't be opened, the old one stays: {}", message);
      failure = message;
      failed_identity = identity;
      retry_at = std::chrono::steady_clock::now() + kRetryInterval;
    }
  }
}

}  // namespace server
