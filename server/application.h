// From a request to an answer: everything but sockets. Errors become answers here, once a request.
#pragma once
#include <functional>
#include <memory>
#include <string_view>

#include "server/assets.h"
#include "server/context.h"
#include "server/current_index.h"
#include "server/form_guard.h"
#include "server/http.h"
#include "server/http/worker_pool.h"
#include "server/log.h"
#include "server/metrics.h"
#include "server/pages/templates.h"
#include "server/reports.h"
#include "server/server.h"

namespace server {

/// Thread-safe; `handle` and `refuse` don't throw.
class Application {
 public:
  /// Opens the index with `readers` readers, and computes as many requests at once; throws corpus::Error (not_possible)
  /// when that fails.
  Application(const Options& options, unsigned readers, Log log);

  Response handle(const Request& request);
  /// The answer to what never became a request: too long, too slow, unreadable, or one too many.
  Response refuse(int status, std::string_view target);

 private:
  Context context(const Generation& generation) {
    return {generation,     assets_, templates_,
            metrics_,       forms_,  reports_,
            folders_.get(), pandoc_, give_sources_ ? generation.sources.get() : nullptr};
  }
  Response answer(const Request& request, std::string_view& route);
  Response dispatch(const Request& request, std::string_view& route);
  /// What `handler` gives, from one of the threads that compute. Throws what it throws.
  Response computed(const std::function<Response()>& handler);
  Response failure(const Request& request, int status, const std::string& detail, const std::string& request_id = {});
  Response internal_error(const Request& request, std::string_view route, std::string_view why);

  const Log log_;
  const bool give_sources_;
  const Assets assets_;
  const Templates templates_;
  Metrics metrics_;
  const FormGuard forms_;
  Reports reports_;
  const std::unique_ptr<search::Folders> folders_;
  const search::Pandoc pandoc_;
  CurrentIndex current_;
  /// Connections have a thread each, many more than there are cores. All at work together they would share the cores by
  /// slices of time, so that a page with twice the work would be ready many pages later, and each would hold memory
  /// meanwhile. So a few threads compute, in the order in which requests came.
  WorkerPool computing_;
};

}  // namespace server
