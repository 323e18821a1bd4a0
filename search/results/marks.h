// Where a text shows the words of a query: the word in any form, a compound that holds it, a part of the compound asked
// for, phrases, synonyms of several words. Not thread-safe: the analyzer belongs to one request.
#pragma once
#include <bitset>
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

/// Finds marks in the texts of one request.
class MarkFinder {
 public:
  /// All three outlive it.
  MarkFinder(const Plan& plan, const LabelMatcher& labels, Analyzer& analyzer);

  /// In order, not overlapping; of overlapping ones the longest that begins first.
  std::vector<MarkedToken> marks_in(const std::string& text);

 private:
  void want(std::string_view stem) { wanted_.set(WordSignature::of(stem)); }
  /// Most words of a text have no stem that the query asks for.
  bool may_be_wanted(const Token& token);
  void add_sequences(std::vector<MarkedToken>& marks);

  const MarkTerms& terms_;
  const bool by_sequence_;
  const LabelMatcher& labels_;
  Analyzer& analyzer_;
  std::bitset<1 << 16> wanted_;     // by WordSignature::of() a stem
  std::vector<std::string> stems_;  // of the text at hand; empty where no stem is wanted
  std::vector<Mark> tokens_;
};

}  // namespace search
