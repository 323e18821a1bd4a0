// Words as written, for names of places, dates and cue words: what stands between them and their capitals matter here.
//
// Unlike search/analysis, a hyphen or an apostrophe parts words ("'s-Hertogenbosch" is "s" and "Hertogenbosch"), so
// that "Zeeland-West-Brabant" and "Zeeland West Brabant" are the same three words. Pure functions; thread-safe.
#pragma once
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace indexer {

/// What stands between a word and the one before it, as bits.
enum Gap : std::uint16_t {
  kSpace = 1,
  kHyphen = 2,
  kComma = 4,
  kOpen = 8,  // (
  kClose = 16,
  kStop = 32,  // . ! ?
  kColon = 64,
  kNewline = 128,
  kSlash = 256,
  kQuote = 512,
  kApostrophe = 1024,
  kOtherGap = 2048,
};

struct Word {
  std::size_t begin = 0, end = 0;  // bytes in the text
  std::string folded;              // lower case, without diacritics
  std::uint16_t gap = 0;           // bits of Gap, what stands before it
  bool capital = false;            // begins with a capital
  bool all_capitals = false;       // two letters or more, all capitals
  bool sentence_start = false;     // its capital says nothing
};

/// The words of a text in order, then one empty word that carries the gap at the end. Valid UTF-8 expected.
std::vector<Word> scan_words(std::string_view text);

/// Whether all bits of `gap` are among `allowed`.
constexpr bool only(std::uint16_t gap, std::uint16_t allowed) { return (gap & ~allowed) == 0; }

/// The first and one past the last word of the sentence around `index`.
struct Range {
  std::size_t begin = 0, end = 0;
};
Range sentence_around(const std::vector<Word>& words, std::size_t index);

/// Lower case without diacritics; quick for ASCII.
std::string fold_word(std::string_view text);

/// Says quickly that a word is in none of a few thousand; a "perhaps" is then looked up.
class WordFilter {
 public:
  void add(std::string_view word) { bits_[place_of(word)] = true; }
  bool perhaps(std::string_view word) const { return bits_[place_of(word)]; }

 private:
  static std::size_t place_of(std::string_view word) {
    const auto byte = [&](std::size_t i) { return i < word.size() ? static_cast<unsigned char>(word[i]) : 0u; };
    const std::size_t last = word.empty() ? 0u : byte(word.size() - 1);
    return ((byte(0) * 31 + byte(1)) * 31 + byte(2) * 17 + byte(3) * 131 + last * 7 + word.size() * 1031) % kBits;
  }
  static constexpr std::size_t kBits = 1u << 16;
  std::bitset<kBits> bits_;
};

/// Lets an unordered_map with string keys be asked with a string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

}  // namespace indexer
