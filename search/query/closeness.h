// Words of the query that stand close together in a document count for more.
//
// For each pair of neighbours in the query, occurrences of the one near the other add up, weighted by 1/distance, and
// are saturated like BM25 (after Rasolofo and Savoy, "Term proximity scoring for keyword-based retrieval systems", ECIR
// 2003). The stretch that holds most of the query counts too: evidence of a passage beside that of the whole document
// (after Callan, "Passage-level evidence in document retrieval", SIGIR 1994). Positions are costly to read, so only the
// best documents are looked at; which ones never depends on the page asked for. Not thread-safe: the reader belongs to
// one request.
#pragma once
#include <vector>

#include "search/index.h"
#include "search/query/matcher.h"
#include "search/query/plan.h"

namespace search {

/// What closeness adds to the score of one document.
double closeness_score(const Columns& columns, const Reader& reader, const Plan& plan, DocId doc);

/// Adds closeness_score() to the best matches by score. Leaves the others and the order as they are.
void add_closeness(const Columns& columns, const Reader& reader, const Plan& plan, std::vector<Scored>& matches);

}  // namespace search
