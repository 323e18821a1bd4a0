// A block of documents, and sets of documents within one: what the matcher works on at a time. Values; not shared.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "search/index/columns.h"

namespace search {

/// So many that the sums of a block fit in the processor's first cache.
inline constexpr DocId kBlock = kDocumentsPadding;

/// A set of documents of one block.
class BlockSet {
 public:
  static constexpr DocId kWords = kBlock / 64;

  static BlockSet all() {
    BlockSet set;
    set.words_.fill(~std::uint64_t{0});
    return set;
  }
  /// From a byte a document, 0 or 1.
  static BlockSet from_bytes(const std::uint8_t* bytes) {
    static_assert(std::endian::native == std::endian::little);
    // The product brings the lowest bit of each of eight bytes together in the highest byte.
    constexpr std::uint64_t kGather = 0x0102040810204080;
    BlockSet set;
    for (auto& word : set.words_)
      for (unsigned i = 0; i < 64; i += 8, bytes += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, bytes, sizeof eight);
        word |= (eight * kGather >> 56) << i;
      }
    return set;
  }

  void add(DocId at) { words_[at / 64] |= std::uint64_t{1} << at % 64; }
  bool has(DocId at) const { return words_[at / 64] >> at % 64 & 1; }
  void clear() { words_.fill(0); }
  std::uint64_t word(DocId i) const { return words_[i]; }

  BlockSet& operator&=(const BlockSet& other) {
    return with(other, [](auto& a, auto b) { a &= b; });
  }
  BlockSet& operator|=(const BlockSet& other) {
    return with(other, [](auto& a, auto b) { a |= b; });
  }
  BlockSet& operator-=(const BlockSet& other) {
    return with(other, [](auto& a, auto b) { a &= ~b; });
  }
  friend BlockSet operator&(BlockSet a, const BlockSet& b) { return a &= b; }
  friend BlockSet operator-(BlockSet a, const BlockSet& b) { return a -= b; }

  bool empty() const {
    std::uint64_t any = 0;
    for (const auto word : words_) any |= word;
    return any == 0;
  }
  /// Counts bits in bytes first, as one vector of words: not every processor this runs on has an instruction for it.
  DocId size() const {
    std::uint64_t bytes = 0;  // at most 8 from each word
    static_assert(kWords * 8 < 256);
    for (auto word : words_) {
      word -= word >> 1 & 0x5555555555555555;
      word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
      bytes += (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }
    const auto pairs = (bytes & 0x00ff00ff00ff00ff) + (bytes >> 8 & 0x00ff00ff00ff00ff);
    return static_cast<DocId>(pairs * 0x0001000100010001 >> 48);
  }
  /// In order.
  template <typename Visit>
  void each(Visit visit) const {
    for (DocId i = 0; i < kWords; ++i) each_in(i, words_[i], visit);
  }
  /// Those of word `i` that `bits` has.
  template <typename Visit>
  static void each_in(DocId i, std::uint64_t bits, Visit visit) {
    for (; bits != 0; bits &= bits - 1) visit(i * 64 + static_cast<DocId>(std::countr_zero(bits)));
  }

 private:
  template <typename Combine>
  BlockSet& with(const BlockSet& other, Combine combine) {
    for (DocId i = 0; i < kWords; ++i) combine(words_[i], other.words_[i]);
    return *this;
  }

  std::array<std::uint64_t, kWords> words_{};
};

}  // namespace search
