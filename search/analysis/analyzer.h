// Dutch analysis of one word: stem and compound parts. The same at both sides, indexing and query.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "search/analysis/tokenizer.h"
#include "search/analysis/word_signatures.h"

namespace search {

/// What the index knows of a word form. Two words meet when their stems are equal.
struct WordAnalysis {
  std::string stem;
  std::vector<std::string> parts;       // of a compound, as plain words; empty when the word is not split
  std::vector<std::string> part_stems;  // their stems, same order
};

/// Not thread-safe: it keeps analyses by word form, up to a number of words. Make one a thread.
class Analyzer {
 public:
  /// For who meets every word of a corpus: an analysis is some 200 bytes.
  static constexpr std::size_t kManyWords = 500'000;
  /// For who meets those of queries and of documents found.
  static constexpr std::size_t kFewWords = 10'000;

  explicit Analyzer(std::size_t most_words = kManyWords, std::shared_ptr<WordSignatures> signatures = nullptr);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Analysis of a normalised word; hyphen_parts of the token become its parts when it has them.
  const WordAnalysis& analyze(const Token& token);
  const WordAnalysis& analyze_word(std::string_view normalized);
  /// Of a word without hyphen. Costs one look into memory for words met lately, by whoever shares the signatures.
  WordSignature signature(std::string_view normalized);

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
