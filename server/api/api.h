// The JSON API under /v1. Thread-safe.
#pragma once
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/context.h"
#include "server/http.h"

namespace server {

inline constexpr const char* kApiVersion = "1.0.0";

Response api_root(const Context& context, const Request& request);
Response api_documents(const Context& context, const Request& request);
/// `id` decoded. Throws not_found for an unknown document and, exactly so, for one that isn't public.
Response api_document(const Context& context, const Request& request, const std::string& id);
Response api_suggestions(const Context& context, const Request& request);
Response api_description(const Context& context, const Request& request);

/// The OpenAPI description, made from the field table.
nlohmann::json openapi();

/// Problem Details (RFC 9457) with a Dutch title and sentence.
Response problem(int status, const std::string& detail);
/// "Ongeldig verzoek" for 400, and so on.
const char* problem_title(int status);

}  // namespace server
