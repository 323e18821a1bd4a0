// Finds the documents that match a plan, and scores them.
//
// Documents are taken in blocks by number; within a block the posting lists are read one after another, so that the
// sums of a block stay in the processor's cache (as in Lucene's BooleanScorer). Only clauses without which no document
// can match bring documents in (MaxScore's essential lists, Turtle and Flood 1995, with the contract's half of the idf
// in place of a score); the others add to what is there. That is exact: total and facet counts come from all documents
// that match. Which documents match is kept in sets of bits, scores in arrays of their own, so that a block that is
// full is scored by loops that the compiler makes vectors of; only what may be among the best is kept with its score.
#pragma once
#include <array>
#include <vector>

#include "search/index.h"
#include "search/query/best.h"
#include "search/query/plan.h"
#include "search/query/selection.h"

namespace search {

/// Public documents that match.
struct Matches {
  std::vector<DocId> passing;  // the selection; in order of number
  /// By field: those that fail its selection and nothing else. They still count in its facet.
  std::array<std::vector<DocId>, kFieldCount> failing_there;
  std::vector<Scored> best;  // of `passing`, the first ones by ByScore; in no order
};

/// `wanted`: how many of the best to keep, or Best::kAll. Not thread-safe: the reader belongs to one request.
Matches match(const Index& index, Reader& reader, const Plan& plan, const Selection& selection, std::size_t wanted);

/// Those that match less but hold every required phrase, group and filter. Reads all lists whole, which match() mostly
/// needn't.
Matches match_less(const Index& index, Reader& reader, const Plan& plan, const Selection& selection,
                   std::size_t wanted);

}  // namespace search
