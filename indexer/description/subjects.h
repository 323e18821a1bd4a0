// Themes and solutions in a document.
//
// Labels are matched on stems as sequences of words, single-word labels of five letters or more also inside compounds
// ("ondermijningsaanpak"). The longest label wins over those inside it: "digitale criminaliteit" over "criminaliteit",
// "Meld Misdaad Anoniem" over "misdaad". Labels all in capitals need capitals in the text ("KVO", "K.V.O.").
//
// A theme counts by weight: the title settles it, a heading weighs more than running text, and a long text asks for
// more than one mention. A solution counts when it is clearly mentioned once. Immutable after construction; share it
// between threads, each with its own Analyzer.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/description/label_trie.h"
#include "indexer/description/text_unit.h"
#include "search/analysis/analyzer.h"

namespace indexer {

struct FoundSubjects {
  std::vector<corpus::Value> themes, solutions;  // slugs, the most prominent first
};

class SubjectRecognizer {
 public:
  /// The vocabulary must outlive this.
  explicit SubjectRecognizer(const corpus::Vocabulary& vocabulary);

  /// `rejected` tells which concepts must not be found; their broader ones may.
  FoundSubjects find(std::span<const TextUnit> units, search::Analyzer& analyzer,
                     const std::function<bool(const corpus::Concept&)>& rejected) const;

 private:
  const corpus::Vocabulary& vocabulary_;
  LabelTrie trie_;
};

}  // namespace indexer
