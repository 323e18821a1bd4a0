// Rewrites a word by the rule of its longest known suffix.
//
// The rules form a tree over word endings in which a longer ending makes an exception to a shorter one (ripple-down
// rules, as Juršič et al., "LemmaGen: Multilingual Lemmatisation with Induced Ripple-Down Rules", 2010, use them).
// Whole words of the list are the longest endings; a word of no list is rewritten as most words that end alike. One
// walk over the bytes compiled in; no memory of its own. Immutable; share between threads.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace search {

class Rewriter {
 public:
  /// `bytes` as written by make_morphology; must outlive the rewriter.
  explicit Rewriter(std::string_view bytes);

  /// `word` normalised. Never empty for a word that is not.
  std::string rewrite(std::string_view word) const;

  std::string_view bytes() const { return bytes_; }

 private:
  bool apply(std::uint16_t rule, std::string_view word, bool whole, std::string& result) const;

  std::string_view bytes_, rules_, nodes_;
};

}  // namespace search
