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

std::vector<MarkedToken> find_marks(const std::string& text, const Plan& plan, const LabelMatcher& labels,
                                    Analyzer& analyzer) {
  const auto& terms = plan.marks;
  const bool by_sequence = !terms.concepts.empty() || !terms.sequences.empty();
  std::vector<MarkedToken> marks;
  std::vector<std::string> stems;
  std::vector<Mark> tokens;
  analyzer.tokenize(text, [&](const Token& token, const WordAnalysis& word) {
    if (by_sequence) {
      stems.push_back(word.stem);
      tokens.push_back({token.begin, token.end});
    }
    if (const auto clause = clause_of(word, terms); clause != npos) marks.push_back({{token.begin, token.end}, clause});
  });

  std::vector<StemTrie::Match> found;
  if (!terms.concepts.empty())
    for (std::size_t i = 0; i < stems.size(); ++i) labels.match_at(stems, i, found);
  for (const auto& label : found)
    if (const auto clause = look_up(terms.concepts, label.number); clause != npos)
      marks.push_back({{tokens[label.begin].begin, tokens[label.begin + label.length - 1].end}, clause});
  for (const auto& sequence : terms.sequences)
    for (std::size_t i = 0; i < stems.size(); ++i)
      if (stands_at(stems, i, sequence.stems))
        marks.push_back({{tokens[i].begin, tokens[i + sequence.stems.size() - 1].end}, sequence.clause});

  std::ranges::sort(marks, [](const MarkedToken& a, const MarkedToken& b) {
    return a.mark.begin != b.mark.begin ? a.mark.begin < b.mark.begin : a.mark.end > b.mark.end;
  });
  std::vector<MarkedToken> kept;
  for (const auto& marked : marks)
    if (kept.empty() || marked.mark.begin >= kept.back().mark.end) kept.push_back(marked);
  return kept;
}

}  // namespace search
