// What every answer gets on its way out: security headers, validators and compression. Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>

#include "server/http.h"

namespace server {

/// On every answer, refusals included.
void add_security_headers(Response& response);

/// The ETag of an answer that changes only with `tag`.
std::string entity_tag(std::string_view tag, const Request& request);
/// Whether If-None-Match names it.
bool is_unchanged(const Request& request, std::string_view etag);
/// 304: what the client has is right.
Response not_modified(const std::string& etag);

/// Whether the client takes gzip.
bool accepts_gzip(const Request& request);
/// Whether compressing this type is worth it.
bool is_text(std::string_view type);
std::string gzip(std::string_view bytes, int level);
/// Compresses the body when it is text, large enough, not compressed yet and the client takes it.
void compress(const Request& request, Response& response);

}  // namespace server
