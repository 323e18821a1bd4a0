// Bytes of a file → UTF-8. Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>

namespace corpus {

/// UTF-8 without byte order mark; UTF-16 with one is converted. Throws bad_document for anything else, for binary files
/// and for empty ones.
std::string decode_text(std::string_view bytes);

/// As decode_text, but a charset that the page declares is converted.
std::string decode_html(std::string_view bytes);

}  // namespace corpus
