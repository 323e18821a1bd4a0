// Where the words of a document stand: one compact value a document, instead of a list for every word of it.
//
// Xapian keeps a position list for each pair of word and document; most of its bytes say which pair it is. Here a
// document is the sequence of its words, each as its rank among the document's distinct words in order of their hash.
// The hashes keep just as many bits as tell the words of this one document apart, in the code of Elias and
// Fano (Elias, "Efficient storage and retrieval by content and address of static files", J. ACM 1974): some 8 bits a
// word. That suffices, because only words that posting lists say are in the document are ever looked up.
//
// Positions count words from 1 and jump by kPositionGap between title, headings and passages.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace search {

using Position = std::uint32_t;
using Positions = std::vector<Position>;  // in order

/// What words are looked up by.
std::uint64_t position_key(std::string_view term);

/// Not thread-safe; one document.
class PositionEncoder {
 public:
  /// The words of a title, heading or passage, in order.
  void add_text(std::span<const std::string> stems);
  /// A term that begins at word `word` of the last text, beside the words.
  void add_at(std::string_view term, std::size_t word);
  std::string finish() const;

 private:
  std::vector<std::uint64_t> words_;  // keys, of all texts
  std::vector<std::size_t> ends_;     // of the texts, in words_
  std::vector<std::pair<std::uint64_t, Position>> beside_;
};

class BitReader;

/// Keeps memory between documents. Not thread-safe.
class PositionDecoder {
 public:
  /// `keys` are position_key() of the terms to look up, at most 65,535.
  explicit PositionDecoder(std::vector<std::uint64_t> keys);

  /// Where the terms stand, in the order of the keys; valid until the next call. `present` says which of them the
  /// document has; empty: all. Throws corpus::Error (not_possible) when the bytes are damaged.
  std::span<const Positions> decode(std::string_view bytes, std::span<const std::uint8_t> present = {});

 private:
  void find_words(BitReader& in, std::uint64_t words, unsigned width, std::span<const std::uint8_t> present);

  std::vector<std::pair<std::uint64_t, std::size_t>> keys_;  // sorted; with their place in the order asked for
  std::vector<std::uint16_t> wanted_;                        // by rank: 1 + place in keys_; 0: not asked for
  std::string padded_;
  std::vector<Positions> found_;
};

}  // namespace search
