// Accepts connections and hands requests to a handler, on cpp-httplib within limits of our own.
//
// The only file that includes httplib.h is listener.cpp. Thread-safe after construction.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "server/http.h"
#include "server/http/limits.h"

namespace server {

class Listener {
 public:
  /// Called from many threads at once; must not throw.
  using Handler = std::function<Response(const Request&)>;
  /// The answer to something that is no acceptable request; `target` may be empty. Must not throw.
  using Refusal = std::function<Response(int status, std::string_view target)>;

  /// Binds and accepts from now on; port 0 means any free one. Throws corpus::Error (not_possible) when the port is in
  /// use.
  Listener(const std::string& address, int port, const Limits& limits, Handler handler, Refusal refusal);
  /// Answers what was asked, then closes.
  ~Listener();

  int port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace server
