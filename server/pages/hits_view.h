// The list of results. Pure functions; thread-safe.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "search/search.h"
#include "server/search_form.h"

namespace server {

/// Hits that match the rule (`complete`) or the others; links carry the search, so that words are marked there.
nlohmann::json hits_view(const search::Index& index, const search::Page& page, const SearchForm& form, bool complete);

}  // namespace server
