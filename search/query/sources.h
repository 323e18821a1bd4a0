// Makes the sources of words, labels and phrases, within a budget on the postings that a query may read.
//
// The budget is kept while the plan is made, before anything is read, so that a hostile query costs nothing: a posting
// costs some 15 ns, one with positions some 30 times that. It grows with the index, as ordinary queries do: their words
// are in the same share of the documents. Not thread-safe: it works on one reader.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/query/plan.h"

namespace search {

/// A token of the query with its analysis kept (the analyzer's own result is overwritten by the next word).
struct Word {
  std::string text, normalized;
  WordAnalysis analysis;
};

class SourceBuilder {
 public:
  SourceBuilder(const Index& index, Reader& reader);

  /// Its stem, its place in compounds, its synonyms, and its own parts close together.
  void add_word(const Word& word, std::vector<Source>& sources);
  /// A list of documents, unless no document is in it. Throws too_heavy.
  void add_term(Source::Kind kind, std::string term, std::vector<Source>& sources);
  /// The words in this order; where they are a label or an abbreviation, what it stands for too. Returns the document
  /// frequency. `sequences` gets what to mark.
  std::uint64_t add_phrase(std::span<const Word> words, std::vector<Source>& sources,
                           std::vector<std::vector<std::string>>& sequences);
  /// Part of a compound on its own; nothing when the budget is spent.
  void add_part(const std::string& stem, std::vector<Source>& sources);

  std::uint64_t frequency(const std::string& term) const { return reader_.database.get_termfreq(term); }
  /// ln(1 + N/df); 0 when df is 0.
  double idf(std::uint64_t df) const;

 private:
  void add_near(const std::vector<std::string>& stems, std::vector<Source>& sources);
  void add_sequence(Source::Kind kind, const std::vector<std::string>& stems, std::vector<Source>& sources);
  std::vector<std::vector<std::string>> variants(const std::vector<std::string>& stems) const;
  /// What it costs to look for these stems near each other; 0 when one of them is nowhere.
  std::uint64_t cost(const std::vector<std::string>& stems) const;
  void spend(std::uint64_t postings);

  const Index& index_;
  Reader& reader_;
  const std::uint64_t budget_;
  std::uint64_t spent_ = 0;
};

/// Throws corpus::Error (too_heavy) with what to do about it, in Dutch.
[[noreturn]] void throw_too_heavy();

}  // namespace search
