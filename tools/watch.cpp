#include "tools/watch.h"

#include <algorithm>
#include <thread>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/files.h"

namespace tools {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
constexpr milliseconds kBetweenLooks{1000}, kTick{100};
constexpr milliseconds kRetry{60'000};
constexpr int kShareOfTime = 20;  // looking takes at most one part in this many

}  // namespace

std::string Watch::state() const {
  try {
    std::string all;
    const auto listing = indexer::find_files(corpus_, index_);
    for (const auto& file : listing.files) {
      all += listing.roots[file.root] + '\0' + file.name + '\0';
      for (const auto& stamp : {file.stamp, file.side_stamp})
        all += std::to_string(stamp.size) + ' ' + std::to_string(stamp.mtime) + ' ';
    }
    return corpus::content_hash(all);
  } catch (const corpus::Error& error) {
    return error.what();  // a folder that is gone for a moment: another state, and not the end
  }
}

void Watch::look() { seen_ = state(); }

bool Watch::wait(bool retry, const std::function<bool()>& stopped) {
  const auto begin = steady_clock::now();
  std::string former = seen_;
  auto pause = kBetweenLooks;
  while (true) {
    for (auto left = pause; left > milliseconds(0); left -= kTick) {
      if (stopped()) return false;
      std::this_thread::sleep_for(std::min(left, kTick));
    }
    const auto from = steady_clock::now();
    auto now = state();
    pause =
        std::max(kBetweenLooks, std::chrono::duration_cast<milliseconds>(steady_clock::now() - from) * kShareOfTime);
    if (now != seen_ && now == former) return true;
    former = std::move(now);
    if (retry && steady_clock::now() - begin >= kRetry) return true;
  }
}

}  // namespace tools
