// Percent encoding and the parts of a request target. Pure functions; thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http.h"

namespace server {

/// nullopt for a '%' without two hexadecimal digits and for bytes that are no UTF-8 afterwards.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space = false);
/// Everything but letters, digits and "-._~".
std::string percent_encode(std::string_view text);

/// Sets target, path and parameters. A target in absolute form ("http://host/path") loses scheme and host.
void set_target(Request& request, std::string target);

/// The pieces between slashes, undecoded: "/documenten/a%2Fb" → {"documenten", "a%2Fb"}; "/" → {}.
std::vector<std::string_view> segments(std::string_view path);

}  // namespace server
