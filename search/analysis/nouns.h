// Lemmas of the words a compound ends with, and what words are derived from: grammar with a lexicon.
//
// Plurals and diminutives are undone by rule ("kamers" → kamer, "zaken" → zaak, "huisjes" → huis); where the lexicon
// knows how a noun makes its plural, that decides between the candidates. Derivation after Booij, "The Morphology of
// Dutch" (2002), chapter 3. Words are normalised. Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon/word_class.h"

namespace search {

/// Undoes what -en and -e do to the spelling of the word before it: "scholen" without en is schol, school. The one with
/// its long vowel restored is last.
std::vector<std::string> singular_spellings(std::string_view stem);

/// Nouns of the lexicon that the word may be a plural or diminutive of, likeliest first.
std::vector<std::string> noun_lemmas(std::string_view word, const WordClasses& classes);

/// Words that may stand last in a compound written so, as lemmas: a noun, an adjective, or what Dutch derives from
/// any verb (opwekker, houderij). Empty when there is none.
std::vector<std::string> head_lemmas(std::string_view word, const WordClasses& classes);

/// "handeling" from handelen, "mengsel" from mengen, "begin" from beginnen.
bool is_deverbal(std::string_view word, const WordClasses& classes);
/// "waarheid" from waar, "broederschap" from broeder.
bool is_denominal(std::string_view word, const WordClasses& classes);

/// A present participle (bestaande) or what -heid makes of an adjective (rechtmatigheid): never compounds themselves.
bool is_derived_beyond_doubt(std::string_view word, const WordClasses& classes);

/// Old plurals with -er: kind, lied, rund …: a closed class, which links with -er too.
bool has_er_plural(std::string_view noun);

}  // namespace search
