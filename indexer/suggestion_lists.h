// The lists of a generation that spelling and completions choose from: words and runs of title words.
//
// Made from the counts of words (indexer/word_counts.h), the titles of the finished database and the vocabulary beside
// it, so that they are the same however they came about. Only words and phrases of at least two public documents are in
// them: one of a single document may be a slip, or tell about that document. A word of the vocabulary's labels needs
// one document only.
#pragma once
#include <filesystem>
#include <vector>

#include <xapian.h>

#include "corpus/vocabulary.h"
#include "search/suggest/word_list.h"

namespace indexer {

/// Words of the text with the form in which they are mostly written.
std::vector<search::WordList::Row> words_of(const search::WordList& counts, const corpus::Vocabulary& vocabulary);

/// Runs of two to six words of titles that begin and end with a word of meaning. A run that is nearly always followed
/// by the same words is left out in favour of the longer one.
std::vector<search::WordList::Row> phrases_of(const Xapian::Database& database, const search::WordList& words);

/// Writes both and the counts into the folder of a generation, which has its database and vocabulary.
void write_suggestion_lists(const std::filesystem::path& generation, const search::WordList& counts);

/// Whether the lists of a generation are those of its database and these counts.
bool suggestion_lists_fit(const std::filesystem::path& generation, const search::WordList& counts);

}  // namespace indexer
