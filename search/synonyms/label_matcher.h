// The labels of the vocabulary in a sequence of stems: for synonyms at both sides, indexing and query.
//
// Immutable after construction; share it between threads.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/synonyms/stem_trie.h"

namespace search {

class LabelMatcher {
 public:
  using Match = StemTrie::Match;  // number: position in Vocabulary::concepts()

  LabelMatcher() = default;
  /// Concepts with one label of one word have no synonyms and are left out.
  explicit LabelMatcher(const corpus::Vocabulary& vocabulary);

  /// Every label that begins at `begin`, shortest first.
  void match_at(std::span<const std::string> stems, std::size_t begin, std::vector<Match>& matches) const {
    trie_.match_at(stems, begin, matches);
  }

  /// Term of a concept in the index: kConceptPrefix, scheme, slug.
  const std::string& term(std::size_t concept_number) const { return terms_[concept_number]; }
  /// The stems of each label of a concept.
  const std::vector<std::vector<std::string>>& labels(std::size_t concept_number) const {
    return labels_[concept_number];
  }

 private:
  StemTrie trie_;
  std::vector<std::string> terms_;
  std::vector<std::vector<std::vector<std::string>>> labels_;
};

}  // namespace search
