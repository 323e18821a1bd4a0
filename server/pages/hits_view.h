// The list of results. Pure functions; thread-safe.
#pragma once

#include "search/search.h"
#include "server/pages/templates.h"
#include "server/search_form.h"

namespace server {

/// Hits that match the rule (`complete`) or the others; links carry the search, so that words are marked there.
View hits_view(const search::Index& index, const search::Page& page, const SearchForm& form, bool complete);

}  // namespace server
