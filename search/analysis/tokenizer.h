// Text → words: word boundaries of UAX #29 (ICU), NFKC, case and diacritics folded, and what Dutch adds to it.
//
//  - hyphenated words are one token without hyphen, with their parts ("buurt-app" → "buurtapp"; parts buurt, app);
//  - apostrophes go ("thema's" → "themas", "'s-Hertogenbosch" → "shertogenbosch" with parts s, hertogenbosch);
//  - dots go from abbreviations ("B.O.A." → "boa") and from thousands ("1.000" → "1000");
//  - ĳ is ij.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// A word in a text. Offsets are bytes in the UTF-8 given.
struct Token {
  std::size_t begin = 0, end = 0;
  std::string normalized;                 // folded, never empty, at most kMaxTermBytes
  std::vector<std::string> hyphen_parts;  // normalised; empty when there was no hyphen
};

/// Not thread-safe (it keeps an ICU iterator); make one a thread.
class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(Tokenizer&&) noexcept;
  Tokenizer& operator=(Tokenizer&&) noexcept;

  /// Calls `visit` for each word in order. The text must be valid UTF-8.
  void tokenize(std::string_view text, const std::function<void(const Token&)>& visit);
  std::vector<Token> tokenize(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace search
