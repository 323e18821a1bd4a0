#include "search/knowledge/mentions.h"

#include <algorithm>

namespace search {
namespace {

bool is_name(corpus::Scheme scheme) {
  return scheme == corpus::Scheme::municipality || scheme == corpus::Scheme::police_unit;
}

/// Some capital among the first letters: "'s-Hertogenbosch" begins with none.
bool has_capital(std::string_view text) {
  return std::ranges::any_of(text.substr(0, 4), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

Mentions::Mentions(const corpus::Vocabulary& vocabulary, const LabelMatcher& labels) : vocabulary_(vocabulary) {
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number)
    for (const auto& stems : labels.labels(number)) labels_.add(stems, number);
}

std::vector<Mention> Mentions::find(std::string_view text, Analyzer& analyzer) const {
  std::vector<std::string> stems;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  analyzer.tokenize(text, [&](const Token& token, const WordAnalysis& word) {
    stems.push_back(word.stem);
    places.emplace_back(token.begin, token.end);
  });
  std::vector<StemTrie::Match> matches;
  for (std::size_t i = 0; i < stems.size(); ++i) labels_.match_at(stems, i, matches);
  std::vector<Mention> mentions;
  for (const auto& match : matches) {
    const auto& entry = vocabulary_.concepts()[match.number];
    const Mention mention{&entry, places[match.begin].first, places[match.begin + match.length - 1].second};
    if (is_name(entry.scheme) && !has_capital(text.substr(mention.begin, mention.end - mention.begin))) continue;
    mentions.push_back(mention);
  }
  return mentions;
}

}  // namespace search
