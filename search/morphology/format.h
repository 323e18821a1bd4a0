// Binary form of the rewriting rules, shared by their maker and their reader.
//
//   u32 number of rules; u32 offset of the nodes; u32 offset of each rule, from that of the first; rules; nodes
//   rule: u8 flags (1: take the participle's "ge" away first), u8 length and bytes to strip from the end, u8 length and
//         bytes to append
//   node: u8 length and bytes of letters skipped on the way here, u16 rule, u8 number of children; then for each child
//         its letter (kWordStart: the word begins here), then for each child u24 offset of its node
// A node stands for a suffix; letters are read from the end of the word backwards. Numbers are little-endian, offsets
// count from the beginning of the nodes; children are sorted by letter.
#pragma once
#include <cstdint>

namespace search::morphology_format {

inline constexpr char kWordStart = '^';
inline constexpr std::uint8_t kDropsGe = 1;

}  // namespace search::morphology_format
