// Finds labels of themes and solutions in analysed text.
//
// Immutable after construction; share it between threads, each with its own Analyzer.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/vocabulary.h"
#include "indexer/description/words.h"
#include "search/analysis/analyzer.h"

namespace indexer {

/// A label in a text: words [begin, end); `inside` when it is only a part of the one compound there.
struct LabelMatch {
  std::size_t begin = 0, end = 0;
  std::size_t parts = 0;  // of the compound, when inside
  bool inside = false;
  bool inverted = false;  // the compound said in words: "initiatief van burgers"
  const corpus::Concept* concept_found = nullptr;
  std::size_t first_byte = 0;  // of the text
};

class LabelTrie {
 public:
  /// Labels of themes and solutions. The vocabulary must outlive this.
  explicit LabelTrie(const corpus::Vocabulary& vocabulary);

  /// In order; those that a longer label holds are left out.
  std::vector<LabelMatch> find(std::string_view text, search::Analyzer& analyzer) const;

 private:
  using StemId = std::uint32_t;  // 0: in no label
  struct Ending {
    const corpus::Concept* concept_found = nullptr;
    std::vector<std::string> forms;  // the label's words, normalised: equal stems are not always the same word
    std::string capitals;            // must stand so in the text; empty: any case
    bool only_inside = false;        // the parts of a compound label, not to be met as separate words
    bool may_be_inside = false;
    bool inverted = false;   // the parts of a compound label the other way round
    bool name_only = false;  // an ordinary word as a name: needs a capital within the sentence
  };
  struct Node {
    std::vector<Ending> endings;
  };
  struct WordInText {
    StemId stem = 0;
    std::size_t begin = 0, end = 0;
    std::string normalized;                      // empty when the stem is in no label
    std::size_t first_part = 0, part_count = 0;  // in a list of parts
    bool hyphened = false;
  };

  struct PartInText {
    StemId stem = 0;
    std::string normalized;
  };

  void add_label(const corpus::Concept& entry, std::string_view label, search::Analyzer& analyzer);
  void add_inversions(const std::vector<std::string>& part_stems, const std::vector<std::string>& parts, Ending ending,
                      search::Analyzer& analyzer);
  void add_sequence(const std::vector<std::string>& stems, Ending ending, std::vector<std::string> forms);
  StemId stem_id(std::string_view stem) const;
  std::size_t step(std::size_t node, StemId stem) const;  // 0: no such child
  void match_words(const std::vector<WordInText>& words, std::size_t begin, std::string_view text,
                   std::vector<LabelMatch>& matches) const;
  void match_parts(const WordInText& word, std::size_t position, std::string_view text,
                   const std::vector<PartInText>& parts, std::vector<LabelMatch>& matches) const;

  std::vector<Node> nodes_{1};
  std::unordered_map<std::uint64_t, std::size_t> edges_;  // node and stem → node
  StringMap<StemId> stems_;
  WordFilter filter_;  // of stems_
};

}  // namespace indexer
