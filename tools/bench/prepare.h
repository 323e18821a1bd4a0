// Documents and queries in the form that every engine of the benchmark reads: a line each, fields between tabs.
//
//   documents: id, title, text, terms, themes, municipalities, solutions      queries: words, facet, value, terms
// Terms are those of this program's analysis, so that engines given them find the same documents.
#pragma once
#include "tools/bench/engine.h"

namespace bench {

/// From lines of JSON as `praktijkbank index` reads them.
void prepare_documents(const std::filesystem::path& corpus, const std::filesystem::path& prepared);
/// From lines "name, words, facet, value" between tabs.
void prepare_queries(const std::filesystem::path& queries, const std::filesystem::path& prepared);
/// Writes `count` lines of JSON of the same kind as those of the corpus, for measuring growth: titles, runs of
/// sentences and facet values drawn from documents of the corpus, each from another, so that none is a copy. The same
/// for the same count, on every machine.
void grow_corpus(const std::filesystem::path& corpus, std::size_t count, const std::filesystem::path& grown);
std::vector<Query> read_queries(const std::filesystem::path& prepared, bool several_words);

}  // namespace bench
