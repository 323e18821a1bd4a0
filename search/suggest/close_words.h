// The words of a list that may be meant by what was typed: all within a budget of edits.
//
// The list is a trie in order (search/suggest/word_list.h); going down it, one row of the table of edit distances a
// letter is enough (Wagner and Fischer 1974, with the swaps of Damerau 1964 and edits of several letters as in Brill
// and Moore, "An Improved Error Model for Noisy Channel Spelling Correction", 2000). What begins with letters from
// which no word can be reached any more is passed over. Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/suggest/edit_costs.h"
#include "search/suggest/word_list.h"

namespace search {

struct CloseWord {
  std::string word, display;
  std::uint32_t count = 0;
  EditCost cost = 0;
};

/// Longer words are not corrected.
inline constexpr std::size_t kLongestCorrected = 40;
inline constexpr EditCost kMostCost = 2 * kEdit + kFirstLetter / 2;

/// In order of the list, what was typed itself left out. Nothing when the word is empty or too long. `most` is at most
/// kMostCost.
std::vector<CloseWord> close_words(const WordList& list, std::string_view typed, EditCost most);

}  // namespace search
