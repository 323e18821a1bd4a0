// What may have been meant by one word: close words of the index, a compound with one part corrected, two words that
// were run together.
//
// Candidates are ranked as a noisy channel (Kernighan, Church and Gale, "A Spelling Correction Program Based on a Noisy
// Channel Model", 1990): how likely the slip, times how likely the word. In logarithms: kErrorWeight for each whole
// edit against the logarithm of the number of documents, and kKnownWord for words of the Dutch lexicon, because a
// corpus holds slips too. Thread-safe as far as the reader is the caller's.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/index.h"
#include "search/suggest/edit_costs.h"

namespace search {

struct Correction {
  std::string text;                   // as it would be typed
  std::string word;                   // normalised, as in the index; empty when no document has it as one word
  double documents = 0;               // that hold it; less than one for what is made up from parts
  double slip = 0;                    // what the slip costs, in nats
  double penalty = 0;                 // for words that the lexicon doesn't have
  double score(double likely) const;  // the lower the better; `likely` in documents
};

// Three numbers, chosen on half of a list of real slips; neighbouring values give nearly the same.
inline constexpr double kErrorWeight = 8;  // nats a whole edit: one word in three thousand has such a slip
inline constexpr double kKnownWord = 4;    // a word that the lexicon doesn't have is fifty times likelier to be a slip
/// Documents that a compound of known parts counts for when no document has it: it may be right all the same.
inline constexpr double kPlausible = 0.05;

/// What is known of a word as typed.
enum class Standing {
  right,      // leave it alone
  unfound,    // good Dutch that no document has: only the same sound written otherwise is offered
  rare,       // in some document, but not in the lexicon: only what is far more common is offered
  plausible,  // a compound of known parts that no document has: only what is common, and close
  unknown
};
Standing standing_of(const Index& index, Reader& reader, const std::string& word, const WordAnalysis& analysis);

/// Best first by slip and frequency alone, a dozen at most.
std::vector<Correction> corrections_of(const Index& index, Reader& reader, const std::string& word, Standing standing);

}  // namespace search
