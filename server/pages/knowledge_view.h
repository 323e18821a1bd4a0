// Pieces of view models for the pages about themes, solutions, municipalities and sessions. Pure functions;
// thread-safe.
#pragma once
#include <string>

#include <nlohmann/json.hpp>

#include "search/knowledge/knowledge.h"
#include "server/context.h"
#include "server/pages/templates.h"

namespace server {

/// "/themas/jeugd": the page about a value; empty for a field without such pages.
std::string subject_url(search::Field field, std::string_view value);
/// "/bijeenkomsten/2025-01-buurtpreventie".
std::string session_url(std::string_view id);

/// {label, href, count, word} of a value with a page of its own.
View amount_view(search::Field field, const search::Amount& amount);
/// {title, href, kind, date, places} of a document in a list.
View reference_view(const search::Index& index, const search::DocumentRef& document);
View references_view(const search::Index& index, const std::vector<search::DocumentRef>& documents);
/// {text_html, href, source, cut}: a quotation with where it stands.
View quote_view(const search::Index& index, const search::Quote& quote);
/// {title, href, passage_href, kind, date, points, more}.
View conclusion_view(const search::Index& index, const search::Conclusion& conclusion);
/// {title, href, date, day, month, parts}: a session in a list.
View session_row(const Context& context, std::size_t number);
/// Bars of a histogram, at most `most`, in order: {label, count, href, x, y, height, text}. Heights are in units of the
/// drawing, of which the tallest bar takes `height`.
struct Bar {
  std::string label, description, href;
  std::uint64_t count = 0;
  bool selected = false;
};
View bars_view(const std::vector<Bar>& bars, int width, int height);

/// A link to a value of a field: {label, href, last} for enumerations.
View links_view(const search::Index& index, search::Field field, const std::vector<std::string>& values,
                std::size_t most);

/// Label of a document's kind ("Verslag").
std::string kind_label(const search::Index& index, const std::string& kind);

}  // namespace server
