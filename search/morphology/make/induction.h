// Learns the rules of search/morphology/rewriter.h from pairs of a word and what it becomes.
//
// Each ending takes the rule that most of the words with it follow; an ending is kept only where it differs from the
// shorter one. All pairs given come out exactly.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace search::morphology_make {

struct Pair {
  std::string word, becomes;
  double weight = 1;        // as evidence for words that are in no list
  bool participle = false;  // "ge" may have to go
};

/// Words must be unique.
std::string induce(std::vector<Pair> pairs);

}  // namespace search::morphology_make
