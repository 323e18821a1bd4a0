// Splits Dutch compounds into their parts.
//
// Candidates are all ways to read the word as modifiers and a head of the lexicon, linking sounds and inflection undone
// (linking.h, nouns.h). A log-linear model with few features chooses between them and leaving the word whole: how
// productive the parts are (after Koehn and Knight, "Empirical Methods for Compound Splitting", EACL 2003, with type
// frequencies of the lexicon instead of corpus frequencies), parts of speech, linking, agreement in plural class
// between head and whole, length, and what tells of a simple word: its own productivity, or that it derives from a verb
// or adjective. Thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon/lexicon.h"

namespace search {

/// The parts as lemmas, in order ("afdelingskamers" → afdeling, kamer); empty when the word (normalised) is better left
/// whole.
std::vector<std::string> split_compound(std::string_view word, const Lexicon& lexicon = Lexicon::builtin());

}  // namespace search
