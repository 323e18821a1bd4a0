// Why a document stands where it stands: the parts of its score.
#pragma once
#include <vector>

#include "search/index.h"
#include "search/query/plan.h"
#include "search/search.h"

namespace search {

/// One row for each clause of the plan that scores, one for the title and one for closeness when they add something.
/// The contributions add up to the score. Not thread-safe: the reader belongs to one request.
std::vector<Explanation> explain(const Index& index, const Reader& reader, const Plan& plan, DocId doc);

}  // namespace search
