// Dutch inflection: the dictionary form of a word, and the stem it is indexed as.
//
// Both come from rules learnt at build time from hunspell's Dutch dictionary and the OpenTaal word list (make/),
// compiled in. A word of the lists gets what they say; any other word what most words with its ending get, so that a
// new compound goes as its last part does. Thread-safe; no memory of its own.
#pragma once
#include <string>
#include <string_view>

namespace search {

/// The dictionary form: plural → singular, form of a verb → infinitive, "grotere" → groot. `word` normalised
/// (search/analysis/tokenizer.h). Never empty for a word that is not.
std::string lemma(std::string_view word);

/// What the word is indexed as: its dictionary form, but a verb goes as the noun that is its stem (plannen, gepland →
/// plan) and a noun in -ing as its verb (handhaving → handhaven), so that they meet.
std::string stem(std::string_view word);

/// Changes when the rules do.
std::string morphology_fingerprint();

}  // namespace search
