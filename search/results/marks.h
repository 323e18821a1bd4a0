// Where a text shows the words of a query: the word in any form, a compound that holds it, a part of the compound asked
// for, phrases, synonyms of several words. Not thread-safe: the analyzer belongs to one request.
#pragma once
#include <string>
#include <vector>

#include "search/query/plan.h"
#include "search/search.h"
#include "search/synonyms/label_matcher.h"

namespace search {

/// A marked token of a text, and the clause of the plan it belongs to.
struct MarkedToken {
  Mark mark;
  std::size_t clause = 0;
};

/// In order, not overlapping; of overlapping ones the longest that begins first.
std::vector<MarkedToken> find_marks(const std::string& text, const Plan& plan, const LabelMatcher& labels,
                                    Analyzer& analyzer);

}  // namespace search
