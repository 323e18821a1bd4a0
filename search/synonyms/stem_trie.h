// Sequences of stems with a number each: finds which of them begin at a place of a text. Labels of the vocabulary and
// abbreviations that texts introduce are kept in one.
//
// Immutable after the last add(); then share it between threads.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace search {

class StemTrie {
 public:
  struct Match {
    std::size_t begin = 0, length = 0;  // in stems
    std::size_t number = 0;
  };

  /// An empty sequence is ignored; a sequence may carry several numbers.
  void add(std::span<const std::string> stems, std::size_t number);
  /// Appends every sequence that begins at `begin`, shortest first.
  void match_at(std::span<const std::string> stems, std::size_t begin, std::vector<Match>& matches) const;
  bool empty() const { return nodes_.empty(); }

 private:
  struct Node {
    std::unordered_map<std::string, std::size_t> next;
    std::vector<std::size_t> numbers;  // of the sequences that end here
  };
  std::vector<Node> nodes_;
};

}  // namespace search
