// Binary form of the lexicon, shared by its maker and its reader.
//
//   u32 number of blocks; u32 offset of each block from the beginning of the file; blocks
//   block: up to kBlockWords entries: u8 bytes shared with the word before (0 for the first), u8 bytes that follow,
//   those bytes, u16 kinds (WordKind); and, unless kinds is kInflected alone, u8 plural classes, u8 modifier counts for
//   each LinkKind, u8 head count (counts on a logarithmic scale, see encode_count)
// Numbers are little-endian; words are sorted bytewise.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "search/lexicon/word_class.h"

namespace search::lexicon_format {

inline constexpr std::size_t kBlockWords = 16;
inline constexpr std::size_t kKindBytes = 2, kDetailBytes = 5;
inline bool has_details(std::uint16_t kinds) { return kinds != kInflected; }

/// Expected counts to within 5 %: sixteenths of a binary logarithm of 1 + count.
inline std::uint8_t encode_count(double count) {
  return static_cast<std::uint8_t>(std::min(255L, std::lround(std::log2(1 + count) * 16)));
}
/// log2(1 + count).
inline float decode_logarithm(std::uint8_t code) { return static_cast<float>(code) / 16; }

}  // namespace search::lexicon_format
