#include <malloc.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "server/running_server.h"

namespace server {
namespace {

/// SIGINT and SIGTERM wait while this lives; threads made meanwhile inherit that, so that only `wait` sees them.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

  void wait() const {
    int received = 0;
    sigwait(&signals_, &received);
  }

 private:
  sigset_t signals_{}, before_{};
};

}  // namespace

void serve(const Options& options, const std::function<void(const std::string& url)>& ready) {
  // The C library makes pools of memory, up to eight a core, and hardly gives any of it back. Few threads compute
  // (Application::computing_); the others need some room beside them, or they wait for each other.
  ::mallopt(M_ARENA_MAX, static_cast<int>(2 + 2 * std::max(1U, std::thread::hardware_concurrency())));
  const BlockedSignals signals;
  const RunningServer running(options);
  if (ready) ready(running.url());
  signals.wait();
}

}  // namespace server
