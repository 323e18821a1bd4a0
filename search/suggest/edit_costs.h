// What a slip in a Dutch word costs: the likelier the slip, the less.
//
// Few weights, in twentieths of an ordinary edit. Cheapest is another spelling of the very same sound (ei/ij, a final d
// or t, c/k in loan words), then of a sound close to it (s/z, single or double letters, the n or s that links the parts
// of a compound); letters that changed places and one vowel for another come next; any other letter too many, too few
// or wrong is a whole edit, and half an edit more at the beginning of a word, where writers hardly ever err. The table
// is that of Dutch spelling (which letters can stand for which sound), not of any list of errors. Pure data;
// thread-safe.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace search {

using EditCost = std::uint8_t;
inline constexpr EditCost kEdit = 20;
inline constexpr EditCost kSameSound = 6;
inline constexpr EditCost kCloseSound = 10;
inline constexpr EditCost kSwapped = 14;      // two letters that changed places
inline constexpr EditCost kOtherVowel = 16;   // a vowel for another
inline constexpr EditCost kFirstLetter = 10;  // on top, where the first letter is not what was meant
inline constexpr EditCost kJoined = 14;       // a space too many or too few

/// Stands for the end of a word on both sides of a rule.
inline constexpr char kWordEnd = '$';

/// Letters that were typed, and those that may have been meant, either way round.
struct SoundRule {
  std::string_view one, other;
  EditCost cost = kSameSound;
  bool inside = false;  // only between letters: what links the parts of a compound
};
std::span<const SoundRule> sound_rules();

/// Cost of one letter (byte) for another.
EditCost substitution(char typed, char meant);

}  // namespace search
