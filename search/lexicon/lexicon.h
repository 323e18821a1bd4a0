// The word list behind compound splitting: Dutch words with how often each begins or ends other words of the list.
//
// Made at build time from the OpenTaal list (Debian's wdutch) by make_lexicon and compiled in; it is part of the
// program, not of the corpus at hand. Immutable; share between threads.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace search {

class Lexicon {
 public:
  struct Entry {
    std::uint32_t as_modifier;  // words of the list that begin with it (a linking sound allowed) and go on with a word
    std::uint32_t as_head;      // words of the list that end with it after another word
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
};

}  // namespace search
