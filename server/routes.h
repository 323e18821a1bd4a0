// Which handler answers which path. Paths are matched before decoding, because an id may hold an encoded slash.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/context.h"
#include "server/http.h"

namespace server {

struct Route {
  using Handler = Response (*)(const Context&, const Request&, const std::vector<std::string>& arguments);
  std::string_view name;     // in logs and metrics
  std::string_view pattern;  // "/documenten/{}"
  Handler handler;
  Handler post = nullptr;  // takes a form
  /// Answered by a thread that computes (Application::computing_). Not those that cost next to nothing, nor those that
  /// mostly wait for a disk or another program.
  bool computes = true;
};

struct RouteMatch {
  const Route* route = nullptr;
  std::vector<std::string> arguments;  // decoded
};

/// nullopt when there is no such path. Throws corpus::Error (bad_request) when a part of the path can't be decoded.
std::optional<RouteMatch> find_route(std::string_view path);

}  // namespace server
