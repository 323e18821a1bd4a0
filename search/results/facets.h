// Exact facet counts over the matching documents, from the columns in memory.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/index/columns.h"
#include "search/query/matcher.h"
#include "search/query/request.h"
#include "search/search.h"

namespace search {

/// By field and ordinal; none for fields that weren't asked for.
using FacetCounts = std::array<std::vector<std::uint32_t>, kFieldCount>;

/// A facet's own selection is left out of its counts: a document that fails there alone still counts.
FacetCounts count_facets(const Matches& matches, const Columns& columns, FieldSet fields);

/// Counts as lists: most documents first, then by label; values without documents only when selected.
std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const FacetCounts& counts, FieldSet fields,
                                                             const Selection& selection, const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary);

}  // namespace search
