// Splits Dutch compounds into their parts.
//
// Candidates come from the lexicon: each part a word, linking sounds undone (search/analysis/linking.h). A split is
// scored by the geometric mean of how productive its parts are (Koehn and Knight, "Empirical Methods for Compound
// Splitting", EACL 2003, with type frequencies of the lexicon instead of corpus frequencies); few and productive parts
// win. Prefixes and suffixes that are also words ("aan", "lijk", "tie") are no parts. Thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon/lexicon.h"

namespace search {

/// The parts as plain words, in order; empty when the word (normalised) is better left whole.
std::vector<std::string> split_compound(std::string_view word, const Lexicon& lexicon = Lexicon::builtin());

}  // namespace search
