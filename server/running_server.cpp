#include "server/running_server.h"

#include <algorithm>
#include <thread>

#include <spdlog/spdlog.h>

#include "server/application.h"
#include "server/http/listener.h"

namespace server {
namespace {

constexpr unsigned kFewestReaders = 2;

unsigned readers(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(kFewestReaders, std::thread::hardware_concurrency());
}

}  // namespace

struct RunningServer::State {
  State(const Options& options, const Limits& limits)
      : log(make_log()),
        address(options.address),
        application(options, readers(options), log),
        listener(
            options.address, options.port, limits,
            [this](const Request& request) { return application.handle(request); },
            [this](int status, std::string_view target) { return application.refuse(status, target); }) {}

  Log log;
  std::string address;
  Application application;
  Listener listener;  // last: it stops before what it calls goes
};

RunningServer::RunningServer(const Options& options, const Limits& limits)
    : state_(std::make_unique<State>(options, limits)) {
  state_->log->info("listening on {}", url());
}

RunningServer::~RunningServer() {
  const auto log = state_->log;
  log->info("stopping");
  state_.reset();
  log->info("stopped");
}

std::string RunningServer::url() const {
  const bool is_ipv6 = state_->address.find(':') != std::string::npos;
  return "http://" + (is_ipv6 ? "[" + state_->address + "]" : state_->address) + ":" + std::to_string(port());
}

int RunningServer::port() const { return state_->listener.port(); }

}  // namespace server
