// One line a request and an event, on standard error. Never holds query text: a query may hold a name. Thread-safe.
#pragma once
#include <memory>

#include <spdlog/fwd.h>

namespace server {

using Log = std::shared_ptr<spdlog::logger>;

/// A logger of our own, so that nothing else in the process changes where requests are logged.
Log make_log();

}  // namespace server
