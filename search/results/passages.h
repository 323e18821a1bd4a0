// Best passages of a document with the words marked that made it a hit.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "search/index.h"
#include "search/query/plan.h"
#include "search/search.h"

namespace search {

/// A marked token of a text, and the clause of the plan it belongs to.
struct MarkedToken {
  Mark mark;
  std::size_t clause = 0;
};

/// All tokens of `text` that show a clause of the plan: the word in any form, a compound that holds it, a part of the
/// compound that was asked for, a synonym of several words. In order, not overlapping.
std::vector<MarkedToken> find_marks(const std::string& text, const Plan& plan, const LabelMatcher& labels,
                                    Analyzer& analyzer);

/// Chooses at most `limit` passages, best first; without a ranked word in them, the first passage that says something.
/// `passages_left` gets the number of further passages that hold a word of the query.
std::vector<PassageHit> best_passages(const corpus::Document& document, const Plan& plan, const LabelMatcher& labels,
                                      Analyzer& analyzer, std::size_t limit, std::size_t& passages_left);

}  // namespace search
