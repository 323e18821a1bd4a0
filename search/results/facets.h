// Selections and exact facet counts over the matching documents, from the columns in memory.
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

/// Documents that pass the selection, and the counts of all facets in the same pass: a document that fails in one field
/// alone still counts there, since a facet's own selection is left out of its counts.
struct Counted {
  std::vector<Scored> passing;
  std::array<std::vector<std::uint32_t>, kFieldCount> counts;  // by ordinal; empty unless asked for
};
Counted select_and_count(std::vector<Scored> matches, const Selection& selection, const Columns& columns, bool facets);

/// Counts as lists: most documents first, then by label; values without documents only when selected.
std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const Counted& counted, const Selection& selection,
                                                             const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary);

}  // namespace search
