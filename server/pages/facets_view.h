// The filters beside the results. Pure functions; thread-safe.
#pragma once

#include "search/search.h"
#include "server/pages/templates.h"
#include "server/search_form.h"

namespace server {

/// `filters.facets` of the view model: themes and solutions as trees, municipalities by police unit or province when
/// the form asks for it, years with a histogram, the others flat.
View facets_view(const search::Index& index, const search::Page& page, const SearchForm& form);

}  // namespace server
