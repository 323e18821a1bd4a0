#include "search/results/marks.h"

#include <algorithm>

namespace search {
namespace {

constexpr auto npos = std::string::npos;

std::size_t look_up(const auto& map, const auto& key) {
  const auto found = map.find(key);
  return found == map.end() ? npos : found->second;
}

std::size_t clause_of(const WordAnalysis& word, const MarkTerms& terms) {
  auto clause = look_up(terms.stems, word.stem);
  for (std::size_t i = 0; clause == npos && i < word.part_stems.size(); ++i)
    clause = look_up(terms.stems, word.part_stems[i]);
  return clause != npos ? clause : look_up(terms.part_stems, word.stem);
}

bool stands_at(const std::vector<std::string>& stems, std::size_t begin, const std::vector<std::string>& sequence) {
  return begin + sequence.size() <= stems.size() &&
         std::equal(sequence.begin(), sequence.end(), stems.begin() + static_cast<std::ptrdiff_t>(begin));
}

}  // namespace

MarkFinder::MarkFinder(const Plan& plan, const LabelMatcher& labels, Analyzer& analyzer)
    : terms_(plan.marks),
      by_sequence_(!terms_.concepts.empty() || !terms_.sequences.empty()),
      labels_(labels),
      analyzer_(analyzer) {
  for (const auto& [stem, clause] : terms_.stems) want(stem);
  for (const auto& [stem, clause] : terms_.part_stems) want(stem);
  for (const auto& sequence : terms_.sequences)
    for (const auto& stem : sequence.stems) want(stem);
  for (const auto& [number, clause] : terms_.concepts)
    for (const auto& label : labels.labels(number))
      for (const auto& stem : label) want(stem);
}

bool MarkFinder::may_be_wanted(const Token& token) {
  if (!token.hyphen_parts.empty()) return true;
  const auto signature = analyzer_.signature(token.normalized);
  bool wanted = signature.too_many;
  for (const auto hash : signature.hashes) wanted |= wanted_[hash];
  return wanted;
}

void MarkFinder::add_sequences(std::vector<MarkedToken>& marks) {
  std::vector<StemTrie::Match> found;
  if (!terms_.concepts.empty())
    for (std::size_t i = 0; i < stems_.size(); ++i) labels_.match_at(stems_, i, found);
  for (const auto& label : found)
    if (const auto clause = look_up(terms_.concepts, label.number); clause != npos)
      marks.push_back({{tokens_[label.begin].begin, tokens_[label.begin + label.length - 1].end}, clause});
  for (const auto& sequence : terms_.sequences)
    for (std::size_t i = 0; i < stems_.size(); ++i)
      if (stands_at(stems_, i, sequence.stems))
        marks.push_back({{tokens_[i].begin, tokens_[i + sequence.stems.size() - 1].end}, sequence.clause});
}

std::vector<MarkedToken> MarkFinder::marks_in(const std::string& text) {
  std::vector<MarkedToken> marks;
  stems_.clear();
  tokens_.clear();
  analyzer_.each_token(text, [&](const Token& token) {
    const auto* word = may_be_wanted(token) ? &analyzer_.analyze(token) : nullptr;
    if (by_sequence_) {
      stems_.push_back(word ? word->stem : std::string());
      tokens_.push_back({token.begin, token.end});
    }
    if (!word) return;
    if (const auto clause = clause_of(*word, terms_); clause != npos)
      marks.push_back({{token.begin, token.end}, clause});
  });
  if (by_sequence_) add_sequences(marks);

  std::ranges::sort(marks, [](const MarkedToken& a, const MarkedToken& b) {
    return a.mark.begin != b.mark.begin ? a.mark.begin < b.mark.begin : a.mark.end > b.mark.end;
  });
  std::vector<MarkedToken> kept;
  for (const auto& marked : marks)
    if (kept.empty() || marked.mark.begin >= kept.back().mark.end) kept.push_back(marked);
  return kept;
}

}  // namespace search
