// What the dictionary knows of a word: its part of speech, how its plural is made, and how productive it is in
// compounds. Values; thread-safe.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace search {

/// Bits; a word may be several ("werk" is noun and verb stem).
enum WordKind : std::uint16_t {
  kNoun = 1 << 0,      // with a plural or diminutive
  kMassNoun = 1 << 1,  // a noun for which the dictionary lists neither
  kInfinitive = 1 << 2,
  kVerbStem = 1 << 3,
  kParticiple = 1 << 4,
  kAdjective = 1 << 5,
  kName = 1 << 6,       // of a person or place
  kCombining = 1 << 7,  // stands before another word only: "wieler", "begraaf"
  kUnclassified = 1 << 8,
  kInflected = 1 << 9,    // a form of some word, or a compound that the dictionary does not list
  kProductive = 1 << 10,  // begins or ends other words, whatever it is
};
inline constexpr std::uint16_t kAnyNoun = kNoun | kMassNoun;

/// How a noun makes its plural; bits, none when unknown.
enum PluralClass : std::uint8_t {
  kPluralS = 1 << 0,         // kamers, auto's
  kPluralEn = 1 << 1,        // boeken, dagen
  kPluralDoubled = 1 << 2,   // bussen
  kPluralOpen = 1 << 3,      // scholen, graven
  kPluralVoiced = 1 << 4,    // brieven, lenzen
  kPluralN = 1 << 5,         // ziekten
  kPluralHeden = 1 << 6,     // waarheden
  kPluralClassical = 1 << 7  // musea, critici
};

/// Linking sounds by kind, for which the lexicon counts apart.
enum class LinkKind : std::uint8_t { kNone, kS, kOther };

struct WordClass {
  std::uint16_t kinds = 0;  // 0: not in the lexicon
  std::uint8_t plurals = 0;
  bool known() const { return kinds != 0; }
  bool is(std::uint16_t mask) const { return (kinds & mask) != 0; }
};

using WordClasses = std::function<WordClass(std::string_view)>;

}  // namespace search
