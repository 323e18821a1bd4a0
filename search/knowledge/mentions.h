// Where labels of the vocabulary stand in a text: preferred, alternative and hidden ones, in any inflected form.
//
// Immutable after construction; share it between threads, each with its own Analyzer.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/analysis/analyzer.h"
#include "search/synonyms/label_matcher.h"
#include "search/synonyms/stem_trie.h"

namespace search {

struct Mention {
  const corpus::Concept* entry = nullptr;
  std::size_t begin = 0, end = 0;  // bytes of the text
};

class Mentions {
 public:
  /// `vocabulary` must outlive this; `labels` are its labels.
  Mentions(const corpus::Vocabulary& vocabulary, const LabelMatcher& labels);

  /// In order of place. A municipality or police unit is mentioned only where it has a capital: many are common words.
  std::vector<Mention> find(std::string_view text, Analyzer& analyzer) const;

 private:
  const corpus::Vocabulary& vocabulary_;
  StemTrie labels_;  // all of them: the matcher itself leaves out concepts without synonyms
};

}  // namespace search
