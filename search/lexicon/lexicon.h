// The lexicon behind compound splitting: Dutch words with part of speech, plural class, and how productive each is as
// part of others.
//
// Made at build time from OpenTaal's lists (Debian's hunspell-nl and wdutch) by make_lexicon and compiled in; it is
// part of the program, not of the corpus at hand. Immutable; share between threads.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "search/lexicon/word_class.h"

namespace search {

class Lexicon {
 public:
  struct Entry : WordClass {
    std::array<std::uint8_t, 3> modifier_codes{};  // by LinkKind, see format.h
    std::uint8_t head_code = 0;

    /// Expected number of nouns that begin with it.
    double as_modifier() const;
    double as_modifier(LinkKind link) const;
    /// Expected number of nouns that end with it after another word.
    double as_head() const;
  };

  /// `bytes` as written by make_lexicon; must outlive the lexicon.
  explicit Lexicon(std::string_view bytes);
  static const Lexicon& builtin();

  std::optional<Entry> find(std::string_view word) const;
  bool contains(std::string_view word) const { return find(word).has_value(); }
  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
  std::uint32_t blocks_ = 0;
  std::vector<std::uint32_t> blocks_before_;  // by first letters: blocks that begin with a word of smaller ones
};

}  // namespace search
