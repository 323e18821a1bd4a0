// The words that neither the dictionary's flags nor the paradigms of verbs explain: as the word that ends them, or as a
// form of another word of the list. Build time only.
#pragma once
#include <string>

#include "search/morphology/make/word_table.h"

namespace search::morphology_make {

/// Chooses what each word that is not settled yet is a form of, or notes that it is none.
void settle_rest(WordTable& table);

/// The base of a diminutive that the list has; else empty.
std::string diminished(const WordTable& table, const std::string& word);

}  // namespace search::morphology_make
