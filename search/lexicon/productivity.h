// How productive words are as parts of compounds: type frequencies over the nouns of a dictionary.
//
// Each noun of the dictionary is either simple or a modifier with a head that is a word itself; which, is estimated by
// expectation maximisation of P(split) ∝ c(modifier)·c(head) against P(simple), which falls with length and rises with
// the word's own productivity. Counts are expected numbers of words. Build time only; single-threaded.
#pragma once
#include <array>
#include <string>
#include <unordered_map>

#include "search/lexicon/dictionary.h"

namespace search {

struct Productivity {
  std::array<double, 3> as_modifier{};  // by LinkKind
  double as_head = 0;
  double modifier_total() const { return as_modifier[0] + as_modifier[1] + as_modifier[2]; }
};

std::unordered_map<std::string, Productivity> estimate_productivity(const Dictionary& words);

}  // namespace search
