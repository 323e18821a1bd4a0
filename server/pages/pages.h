// The pages: each makes a view model (server/templates/README.md) and renders it. Thread-safe.
#pragma once
#include <string>

#include "server/context.h"
#include "server/http.h"

namespace server {

Response home_page(const Context& context, const Request& request);
Response search_page(const Context& context, const Request& request);
/// `id` decoded. Throws not_found for an unknown document and, exactly so, for one that isn't public.
Response document_page(const Context& context, const Request& request, const std::string& id);

/// For status 400, 404, 500 and 503. `detail`: a Dutch sentence for 400; `request_id`: for 500.
Response error_page(const Context& context, const Request& request, int status, const std::string& detail,
                    const std::string& request_id);

}  // namespace server
