// Reads the dictionaries that the lexicon is made of: OpenTaal's spelling dictionary (hunspell's nl.dic and nl.aff),
// whose flags tell part of speech and plural, and its plain word list. Build time only; single-threaded.
#pragma once
#include <istream>
#include <string>
#include <unordered_map>

#include "search/lexicon/word_class.h"

namespace search {

using Dictionary = std::unordered_map<std::string, WordClass>;  // by folded word, apostrophes and hyphens gone

/// Adds the words of the spelling dictionary; particle verbs are made of the verbs and the prefixes that `affixes`
/// defines.
void read_spelling_dictionary(std::istream& dictionary, std::istream& affixes, Dictionary& words);
/// Adds words of a plain list, one a line, that are not there yet.
void read_word_list(std::istream& list, Dictionary& words);

}  // namespace search
