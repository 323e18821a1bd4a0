// Binary form of the lexicon, shared by its maker and its reader.
//
//   u32 number of blocks; u32 offset of each block from the beginning of the file; blocks
//   block: up to kBlockWords entries: u8 bytes shared with the word before (0 for the first), u8 bytes that follow,
//   those bytes, u8 modifier count, u8 head count (on a logarithmic scale, see encode_count)
// Numbers are little-endian; words are sorted bytewise.
#pragma once
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace search::lexicon_format {

inline constexpr std::size_t kBlockWords = 16;

/// Counts to within 9 %: eighths of a binary logarithm.
inline std::uint8_t encode_count(std::uint32_t count) {
  return count == 0 ? 0 : static_cast<std::uint8_t>(1 + std::lround(std::log2(count) * 8));
}
inline std::uint32_t decode_count(std::uint8_t code) {
  return code == 0 ? 0 : static_cast<std::uint32_t>(std::lround(std::exp2((code - 1) / 8.0)));
}

}  // namespace search::lexicon_format
