// What was selected: as chips, as what a removal would give, and as remarks. Thread-safe.
#pragma once
#include <string>
#include <vector>

#include "search/search.h"
#include "server/pages/templates.h"
#include "server/search_form.h"

namespace server {

/// One selected filter, and the same search without it (first page).
struct Chip {
  std::string field, label;
  SearchForm without;
};

/// The form with values as the index has them instead of as they were typed ("Den Haag" → "den-haag").
SearchForm with_known_values(SearchForm form, const search::Page& page);

std::vector<Chip> chips(const SearchForm& form, const search::Page& page);
View chips_view(const std::vector<Chip>& chips);
/// Which removal gives how many results, most first; those that give none are left out. Searches once a chip.
View drops_view(const search::Index& index, const std::vector<Chip>& chips);

/// Why a selection can't give results: values that no public document has, a period that ends before it begins.
std::vector<std::string> selection_notes(const search::Index& index, const SearchForm& form, const search::Page& page);

}  // namespace server
