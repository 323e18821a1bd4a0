// The passages of a document that show why it was found.
#pragma once
#include <cstddef>
#include <vector>

#include "corpus/document.h"
#include "search/query/plan.h"
#include "search/results/marks.h"
#include "search/search.h"

namespace search {

/// Chooses at most `limit` passages, best first; without a ranked word in them, the first passage that says something.
/// What counts is what the cut snippet shows, and what an earlier one has not shown yet. `passages_left` gets the
/// number of further passages that hold a word of the query. Not thread-safe: the finder belongs to one request.
std::vector<PassageHit> best_passages(const corpus::Document& document, const Plan& plan, MarkFinder& finder,
                                      std::size_t limit, std::size_t& passages_left);

}  // namespace search
