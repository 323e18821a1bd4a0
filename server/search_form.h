// The parameters of a search, as pages, API and links share them: read from a URL, written into a URL.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/request.h"
#include "server/http.h"

namespace server {

/// Nothing beyond this many results can be asked for.
inline constexpr std::size_t kDeepestResult = 10'000;
inline constexpr std::size_t kMostResults = 100;  // on one page

struct SortName {
  search::Sort sort;
  std::string_view value, label;
};
inline constexpr SortName kSorts[] = {{search::Sort::relevance, "relevantie", "Best passend"},
                                      {search::Sort::newest, "nieuwste", "Nieuwste eerst"},
                                      {search::Sort::oldest, "oudste", "Oudste eerst"}};

/// Values as given, decoded. An empty value in a URL counts as not given: forms send those.
struct SearchForm {
  std::string query;
  std::array<std::vector<std::string>, search::kFieldCount> selection;
  std::string from, to;
  search::Sort sort = search::Sort::relevance;
  std::size_t page = 1, amount = 10;
  std::string grouping;  // of municipalities on the page: "eenheid", "provincie" or empty

  bool has_filters() const;
  bool is_empty() const { return query.empty() && !has_filters(); }
  search::Request request() const;
};

/// Strict: a parameter that is wrong, unknown or given twice throws corpus::Error (bad_request, Dutch, naming it).
SearchForm parse_api_search(const std::vector<Parameter>& parameters);
/// Lenient: unknown parameters are ignored and of several the first counts; a wrong value still throws.
SearchForm parse_page_search(const std::vector<Parameter>& parameters);

/// Throws for any parameter but those named, for one given twice and for one that can't be decoded.
void require_only(const std::vector<Parameter>& parameters, std::initializer_list<std::string_view> names);
/// First value of a parameter; nullopt when it isn't there. Throws when it can't be decoded.
std::optional<std::string> value_of(const std::vector<Parameter>& parameters, std::string_view name);

/// "q=…&thema=…" in a fixed order, without what is default. The page is left out when it is 1.
std::string query_string(const SearchForm& form);
/// The path with the form's query string, if any.
std::string href(std::string_view path, const SearchForm& form);

/// Name and value of each parameter but `q`, `sorteer` and `pagina`: what hidden fields keep.
std::vector<std::pair<std::string, std::string>> filter_parameters(const SearchForm& form);

}  // namespace server
