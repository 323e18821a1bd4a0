// Signatures of words met lately, one table for all readers of an index.
//
// A word's place is two numbers that readers on other threads may see half written. The key is stored combined with the
// value by XOR, so that halves of two words don't fit together: R. M. Hyatt and T. Mann, "A lock-less transposition
// table implementation for parallel search", ICGA Journal 25(1), 2002. Thread-safe without locks.
#pragma once
#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace search {

/// Short hashes of a word's stem and the stems of its parts: tells quickly that a word has nothing to do with a query.
struct WordSignature {
  static constexpr std::uint16_t of(std::string_view stem) {
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char c : stem) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    return static_cast<std::uint16_t>(hash ^ hash >> 16);
  }
  std::array<std::uint16_t, 4> hashes{};  // some the same when there are fewer
  bool too_many = false;                  // more stems than hashes
};

class WordSignatures {
 public:
  WordSignatures() : rows_(kRows) {}

  /// By a hash of the word. Two words with the same 62 bits are not told apart: that would cost a mark in a snippet.
  std::optional<WordSignature> find(std::uint64_t hash) const {
    for (const auto& place : row_of(hash).places) {
      const auto value = place.value.load(std::memory_order_relaxed);
      const auto key = place.key.load(std::memory_order_relaxed) ^ value;
      if ((key | 1) == key_of(hash))
        return WordSignature{std::bit_cast<std::array<std::uint16_t, 4>>(value), (key & 1) == 0};
    }
    return std::nullopt;
  }

  /// The word that was kept longest among those with the same row gives way.
  void keep(std::uint64_t hash, const WordSignature& signature) {
    auto& places = row_of(hash).places;
    for (auto i = places.size() - 1; i > 0; --i) {
      places[i].value.store(places[i - 1].value.load(std::memory_order_relaxed), std::memory_order_relaxed);
      places[i].key.store(places[i - 1].key.load(std::memory_order_relaxed), std::memory_order_relaxed);
    }
    const auto value = std::bit_cast<std::uint64_t>(signature.hashes);
    places[0].value.store(value, std::memory_order_relaxed);
    places[0].key.store((signature.too_many ? key_of(hash) - 1 : key_of(hash)) ^ value, std::memory_order_relaxed);
  }

 private:
  struct Place {
    std::atomic<std::uint64_t> key{0}, value{0};
  };
  struct alignas(64) Row {  // what the processor fetches at once
    std::array<Place, 4> places;
  };
  static constexpr std::size_t kRows = 1 << 15;  // 2 MB, for as many forms of words as a large corpus of laws has
  static constexpr std::uint64_t key_of(std::uint64_t hash) { return hash | 3; }  // never that of an empty place

  const Row& row_of(std::uint64_t hash) const { return rows_[hash >> 2 & (kRows - 1)]; }
  Row& row_of(std::uint64_t hash) { return rows_[hash >> 2 & (kRows - 1)]; }

  std::vector<Row> rows_;
};

}  // namespace search
