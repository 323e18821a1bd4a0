// The JSON of the contract, used by `search --json` and by the API alike.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "search/search.h"

namespace search {

/// The object of GET /v1/documenten.
nlohmann::json to_json(const Index& index, const Page& page);
/// The object of GET /v1/documenten/{id}.
nlohmann::json to_json(const Index& index, const corpus::Document& document);

/// & < > " ' as references, which HTML and XML share.
std::string escape_html(std::string_view text);

/// Text of a snippet with <mark> around the marks and everything else escaped for HTML.
std::string to_html(const std::string& text, const std::vector<Mark>& marks);

/// The snippet of a passage as to_html(), with " · " between items of a list, which would else run together.
std::string snippet_html(const PassageHit& passage);

/// "/documenten/" and the id, percent-encoded (slashes too).
std::string document_url(const std::string& id);
/// "24 september 2025", "september 2025", "2025", or the text as written; empty without a date.
std::string date_in_words(const corpus::Date& date);

}  // namespace search
