// In how many public documents each word stands, and each way in which it is written: what suggestions are made from.
//
// Xapian could count them as terms, but those would be almost half of all postings, for numbers alone. The counts are
// one list of a generation (search/suggest/word_list.h): "<word>", and "<word> <as written>" where that differs by more
// than capitals. A run that changes documents takes the words of the former ones off and adds those of the new. Memory:
// some 12 bytes a word of the index, and a bounded number of changes. Not thread-safe; one a thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "corpus/document.h"
#include "search/analysis/tokenizer.h"
#include "search/suggest/word_list.h"

namespace indexer {

class WordCounts {
 public:
  WordCounts() = default;
  explicit WordCounts(search::WordList counted) : counted_(std::move(counted)) {}

  void add(const corpus::Document& document) { count(document, 1); }
  /// A document that was added before. Counts below zero show at the next list(), as an error.
  void remove(const corpus::Document& document) { count(document, -1); }
  void add(const WordCounts& others);

  /// All counts. Throws corpus::Error (not_possible) when more was removed than there was.
  const search::WordList& list();

 private:
  void count(const corpus::Document& document, int by);
  void read(const std::string& text);
  void change(const std::string& key, std::int64_t by);
  void settle();

  search::WordList counted_;
  std::unordered_map<std::string, std::int64_t> changes_;  // to `counted_`
  search::Tokenizer tokenizer_;
  std::unordered_set<std::string> keys_;  // of the document at hand
};

}  // namespace indexer
