#include "search/analysis/analyzer.h"

#include <unordered_map>

#include "corpus/text.h"
#include "search/analysis/compounds.h"
#include "search/morphology/morphology.h"

namespace search {
namespace {

WordAnalysis analysis_of(std::string_view word) {
  WordAnalysis analysis;
  analysis.stem = stem(word);
  analysis.parts = split_compound(word);
  for (const auto& part : analysis.parts) analysis.part_stems.push_back(stem(part));
  return analysis;
}

WordSignature signature_of(const WordAnalysis& word) {
  WordSignature signature;
  signature.hashes.fill(WordSignature::of(word.stem));
  signature.too_many = word.part_stems.size() >= signature.hashes.size();
  for (std::size_t i = 0; i < word.part_stems.size() && i + 1 < signature.hashes.size(); ++i)
    signature.hashes[i + 1] = WordSignature::of(word.part_stems[i]);
  return signature;
}

}  // namespace

struct Analyzer::State {
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, WordAnalysis, Hash, std::equal_to<>> cache;
  WordAnalysis hyphenated;  // analysis of the last hyphenated token

  std::size_t most_words = 0;
  std::shared_ptr<WordSignatures> signatures;

  const WordAnalysis& lookup(std::string_view word) {
    auto found = cache.find(word);
    if (found != cache.end()) return found->second;
    if (cache.size() >= most_words) cache.clear();
    return cache.emplace(std::string(word), analysis_of(word)).first->second;
  }
};

Analyzer::Analyzer(std::size_t most_words, std::shared_ptr<WordSignatures> signatures)
    : state_(std::make_unique<State>()) {
  state_->most_words = most_words;
  state_->signatures = std::move(signatures);
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const WordAnalysis& Analyzer::analyze_word(std::string_view normalized) { return state_->lookup(normalized); }

WordSignature Analyzer::signature(std::string_view normalized) {
  auto& signatures = state_->signatures;
  if (!signatures) signatures = std::make_shared<WordSignatures>();
  const auto hash = std::hash<std::string_view>()(normalized);
  if (const auto known = signatures->find(hash)) return *known;
  // Not kept among the analyses: most words of a text are never asked for in full.
  const auto found = state_->cache.find(normalized);
  const auto signature = signature_of(found == state_->cache.end() ? analysis_of(normalized) : found->second);
  signatures->keep(hash, signature);
  return signature;
}

const WordAnalysis& Analyzer::analyze(const Token& token) {
  if (token.hyphen_parts.empty()) return state_->lookup(token.normalized);
  // The writer says where the parts are; each may be a compound itself.
  WordAnalysis analysis;
  analysis.stem = stem(token.normalized);
  for (const auto& part : token.hyphen_parts) {
    const auto& inner = state_->lookup(part);
    analysis.parts.push_back(part);
    analysis.part_stems.push_back(inner.stem);
  }
  state_->hyphenated = std::move(analysis);
  return state_->hyphenated;
}

void Analyzer::tokenize(std::string_view text, const std::function<void(const Token&, const WordAnalysis&)>& visit) {
  tokenizer_.tokenize(text, [&](const Token& token) { visit(token, analyze(token)); });
}

std::vector<std::string> Analyzer::stems(std::string_view text) {
  std::vector<std::string> stems;
  tokenize(text, [&](const Token&, const WordAnalysis& word) { stems.push_back(word.stem); });
  return stems;
}

std::string analysis_fingerprint() {
  // Raise the number when tokenizer, splitter or stop words change in a way that changes terms.
  static const std::string fingerprint =
      "3-" + morphology_fingerprint() + "-" + corpus::content_hash(Lexicon::builtin().bytes()).substr(0, 12);
  return fingerprint;
}

}  // namespace search
