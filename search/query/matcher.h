// Finds the documents that match a plan and scores them.
//
// Documents are taken in blocks by number; within a block the posting lists are read one after another, so that the
// sums of a block stay in the processor's cache (as in Lucene's BooleanScorer). Only clauses without which no document
// can match bring documents in (MaxScore's essential lists, Turtle and Flood 1995, with the contract's half of the idf
// in place of a score); the others add to what is there. That is exact: total and facet counts come from all documents
// that match. Document frequencies for idf are those of the contract.
#pragma once
#include <vector>

#include "search/index.h"
#include "search/query/plan.h"
#include "search/query/selection.h"

namespace search {

struct Scored {
  DocId doc = 0;
  std::uint16_t failed = 0;  // Selection::failures()
  double score = 0;          // 0 when it fails the selection
};

/// Public documents that match, in order of number, whether or not they pass the selection: a document that fails in
/// one field alone still counts in that field's facet. Not thread-safe: the reader belongs to one request.
std::vector<Scored> match(const Index& index, Reader& reader, const Plan& plan, const Selection& selection);

/// Public documents that match less but hold every required phrase, group and filter. Reads all lists whole, which
/// match() mostly needn't.
std::vector<Scored> match_less(const Index& index, Reader& reader, const Plan& plan, const Selection& selection);

}  // namespace search
