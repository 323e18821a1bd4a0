// The filters beside the results. Pure functions; thread-safe.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "search/search.h"

namespace server {

/// `filters.facets` of the view model: themes and solutions as trees, the others flat.
nlohmann::json facets_view(const search::Page& page);

}  // namespace server
