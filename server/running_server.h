// A server that runs from construction to destruction. What `serve` is made of; tests use it too.
#pragma once
#include <memory>
#include <string>

#include "server/http/limits.h"
#include "server/server.h"

namespace server {

class RunningServer {
 public:
  /// Throws corpus::Error (not_possible) when the index can't be read or the port is in use.
  explicit RunningServer(const Options& options, const Limits& limits = {});
  /// Answers what was asked, then stops.
  ~RunningServer();

  std::string url() const;
  int port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace server
