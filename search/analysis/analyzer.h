// Dutch analysis of one word: stem and compound parts. The same at both sides, indexing and query.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/analysis/tokenizer.h"

namespace search {

/// What the index knows of a word form. Two words meet when their stems are equal.
struct WordAnalysis {
  std::string stem;
  std::vector<std::string> parts;       // of a compound, as plain words; empty when the word is not split
  std::vector<std::string> part_stems;  // their stems, same order
};

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

/// Not thread-safe: it caches analyses by word form (bounded). Make one a thread.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Analysis of a normalised word; hyphen_parts of the token become its parts when it has them.
  const WordAnalysis& analyze(const Token& token);
  const WordAnalysis& analyze_word(std::string_view normalized);
  /// Of a word without hyphen. Costs one look into memory for words met lately, where analysis costs several.
  const WordSignature& signature(std::string_view normalized);

  void tokenize(std::string_view text, const std::function<void(const Token&, const WordAnalysis&)>& visit);
  /// The words alone, for who knows most of them already.
  void each_token(std::string_view text, const std::function<void(const Token&)>& visit) {
    tokenizer_.tokenize(text, visit);
  }
  std::vector<Token> tokens(std::string_view text) { return tokenizer_.tokenize(text); }
  /// Stems of all words of a short text, in order.
  std::vector<std::string> stems(std::string_view text);

 private:
  struct State;
  Tokenizer tokenizer_;
  std::unique_ptr<State> state_;
};

/// Function words that say nothing about the subject (de, het, van, worden …), normalised.
bool is_stop_word(std::string_view normalized);
/// Words that make a question of a query (hoe, wat, welke, kan …), normalised.
bool is_question_word(std::string_view normalized);

/// Identifies stemmer, lexicon, stop words and tokenizer: an index with another fingerprint must be made anew.
std::string analysis_fingerprint();

}  // namespace search
