// Abbreviations that a text introduces itself: "Regionaal Informatie- en Expertisecentrum (RIEC)", "RIEC (Regionaal
// …)", "Wet op het financieel toezicht (hierna: Wft)".
//
// Found while indexing, by matching the letters of the short form from right to left (Schwartz and Hearst, "A simple
// algorithm for identifying abbreviation definitions in biomedical text", PSB 2003); kept as terms of the documents
// that introduce them, so that a generation always knows those of its own documents; used for queries only.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "search/analysis/analyzer.h"
#include "search/synonyms/stem_trie.h"

namespace search {

struct Definition {
  std::string short_form;  // as written, without dots: "RIEC"
  std::string long_form;   // folded: "regionaal informatie- en expertisecentrum"
  bool operator==(const Definition&) const = default;
};

/// The definitions in a paragraph (UTF-8), in order. Pure; thread-safe.
std::vector<Definition> find_definitions(std::string_view paragraph);

/// Term under which a document keeps a definition; empty when it would be too long for one.
std::string definition_term(const Definition& definition);

/// The abbreviations of a generation. Immutable; share it between threads.
class Abbreviations {
 public:
  struct Entry {
    Definition definition;
    std::string short_stem;
    std::vector<std::string> long_stems;
    std::size_t documents = 0;  // public ones that introduce it
  };

  Abbreviations() = default;
  /// Of the long forms that share a short form only the common ones count: at most three, each in at least a third as
  /// many documents as the commonest.
  explicit Abbreviations(const Xapian::Database& database);

  const std::vector<Entry>& entries() const { return entries_; }
  /// Entries whose long form begins at `begin`, or whose short form stands there (Match::number: position in
  /// entries()).
  void long_forms_at(std::span<const std::string> stems, std::size_t begin,
                     std::vector<StemTrie::Match>& matches) const {
    long_forms_.match_at(stems, begin, matches);
  }
  void short_forms_at(std::span<const std::string> stems, std::size_t begin,
                      std::vector<StemTrie::Match>& matches) const {
    short_forms_.match_at(stems.first(begin + 1), begin, matches);
  }

 private:
  std::vector<Entry> entries_;  // in order of short form, then most documents first
  StemTrie long_forms_, short_forms_;
};

}  // namespace search
