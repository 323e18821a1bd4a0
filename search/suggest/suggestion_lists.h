// What spelling and completions choose from, opened with an index: words, runs of title words, labels.
//
// All of it comes from public documents. Immutable; share it between threads.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/index/columns.h"
#include "search/suggest/word_list.h"

namespace search {

/// Labels of the vocabulary, and values that it doesn't know, that some public document carries.
class LabelList {
 public:
  struct Target {
    std::string text;       // the preferred label
    std::string_view kind;  // parameter of its field
    std::uint32_t count = 0;
  };

  LabelList() = default;
  LabelList(const Columns& columns, const corpus::Vocabulary& vocabulary);

  /// Targets one of whose labels has a word from which on it begins with `folded` (corpus::fold); the commonest first,
  /// at most `limit`.
  std::vector<const Target*> completions(std::string_view folded, std::size_t limit) const;

 private:
  struct Key {
    std::string folded;  // a label from the beginning of one of its words
    std::size_t target;
  };
  std::vector<Target> targets_;
  std::vector<Key> keys_;  // sorted
};

struct SuggestionLists {
  SuggestionLists() = default;
  /// Throws corpus::Error (not_possible) when the files of the generation can't be read.
  SuggestionLists(const std::filesystem::path& generation, const Columns& columns,
                  const corpus::Vocabulary& vocabulary);

  WordList words, phrases;
  /// In how many public documents each word stands, rare ones too; and each way in which it is written.
  WordList counts;
  std::uint32_t documents_with(std::string_view word) const;
  LabelList labels;
};

}  // namespace search
