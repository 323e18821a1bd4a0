// Finds the labels of the vocabulary in a sequence of stems: for synonyms at both sides, indexing and query.
//
// A trie over stems. Immutable after construction; share it between threads.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/analysis/analyzer.h"

namespace search {

class LabelMatcher {
 public:
  struct Match {
    std::size_t begin = 0, length = 0;  // in stems
    std::size_t concept_number = 0;     // position in Vocabulary::concepts()
  };

  LabelMatcher() = default;
  /// Concepts with one label of one word have no synonyms and are left out.
  explicit LabelMatcher(const corpus::Vocabulary& vocabulary);

  /// Every label that begins at `begin`, shortest first.
  void match_at(std::span<const std::string> stems, std::size_t begin, std::vector<Match>& matches) const;

  /// Term of a concept in the index: kConceptPrefix, scheme, slug.
  const std::string& term(std::size_t concept_number) const { return terms_[concept_number]; }
  bool empty() const { return nodes_.empty(); }

 private:
  struct Node {
    std::unordered_map<std::string, std::size_t> next;
    std::vector<std::size_t> concepts;  // labels that end here
  };
  std::vector<Node> nodes_;
  std::vector<std::string> terms_;
};

}  // namespace search
