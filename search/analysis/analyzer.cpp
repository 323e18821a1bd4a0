#include "search/analysis/analyzer.h"

#include "corpus/text.h"
#include "search/analysis/compounds.h"
#include "search/morphology/morphology.h"

namespace search {
namespace {

constexpr std::size_t kMostCached = 500'000;  // word forms; about 100 MB at worst, then the cache begins anew

}  // namespace

struct Analyzer::State {
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, WordAnalysis, Hash, std::equal_to<>> cache;
  WordAnalysis hyphenated;  // analysis of the last hyphenated token

  /// A word that hashes to a place takes it from the one before. Two words with the same 64 bits are not told apart:
  /// that would cost a mark in a snippet.
  struct Signed {
    std::uint64_t word = 0;
    WordSignature signature;
  };
  static constexpr std::size_t kSigned = 1 << 15;
  std::vector<Signed> signatures;

  const WordAnalysis& lookup(std::string_view word) {
    auto found = cache.find(word);
    if (found != cache.end()) return found->second;
    if (cache.size() >= kMostCached) cache.clear();
    WordAnalysis analysis;
    analysis.stem = search::stem(word);
    analysis.parts = split_compound(word);
    for (const auto& part : analysis.parts) analysis.part_stems.push_back(search::stem(part));
    return cache.emplace(std::string(word), std::move(analysis)).first->second;
  }
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

const WordAnalysis& Analyzer::analyze_word(std::string_view normalized) { return state_->lookup(normalized); }

const WordSignature& Analyzer::signature(std::string_view normalized) {
  auto& places = state_->signatures;
  if (places.empty()) places.resize(State::kSigned);
  const auto hash = std::hash<std::string_view>()(normalized) | 1;  // 0: an empty place
  auto& place = places[hash >> 1 & (State::kSigned - 1)];
  if (place.word == hash) return place.signature;
  const auto& word = state_->lookup(normalized);
  place.word = hash;
  place.signature.hashes.fill(WordSignature::of(word.stem));
  place.signature.too_many = word.part_stems.size() >= place.signature.hashes.size();
  for (std::size_t i = 0; i < word.part_stems.size() && i + 1 < place.signature.hashes.size(); ++i)
    place.signature.hashes[i + 1] = WordSignature::of(word.part_stems[i]);
  return place.signature;
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
