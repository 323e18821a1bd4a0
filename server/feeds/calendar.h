// Sessions as iCalendar (RFC 5545). Only sessions with a whole date become events; times are those of the announcement.
// Thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/knowledge/knowledge.h"
#include "server/context.h"
#include "server/http.h"

namespace server {

bool has_event(const search::Session& session, const search::SessionDetails& details);

/// 404 when none of the sessions has an event and only one was asked for.
Response calendar(const Context& context, const Request& request, const std::vector<std::size_t>& sessions);

/// A line "NAME:text" with the text escaped and lines folded at 75 bytes, never within a character.
std::string calendar_line(std::string_view name, std::string_view text);

/// "https://host" as far as the client's headers tell; empty when they name no plausible host.
std::string site_origin(const Request& request);

}  // namespace server
