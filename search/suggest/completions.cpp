#include <algorithm>
#include <set>

#include "corpus/text.h"
#include "search/suggest.h"
#include "search/suggest/suggestion_lists.h"

namespace search {
namespace {

constexpr std::size_t kLongestTyped = 500;  // bytes; who types more needs no help
constexpr std::size_t kMostContext = 6;     // words: as long as the runs of title words

struct RankedCompletion {
  Completion completion;
  std::uint32_t count = 0;
};

/// The commonest entries that begin with `prefix`, a stop word never alone.
std::vector<RankedCompletion> commonest(const WordList& list, const std::string& prefix, const std::string& before,
                                        std::size_t limit) {
  std::vector<RankedCompletion> best;
  for (auto cursor = list.lower_bound(prefix); cursor.next() && cursor.word().starts_with(prefix);) {
    if (best.size() == limit && cursor.count() <= best.back().count) continue;
    if (cursor.word() == prefix || is_stop_word(cursor.word())) continue;
    auto place = best.end();
    while (place != best.begin() && (place - 1)->count < cursor.count()) --place;
    best.insert(place, {{before + std::string(cursor.display()), "woord"}, cursor.count()});
    if (best.size() > limit) best.pop_back();
  }
  return best;
}

/// Each kind gets a fair share of the places, what remains goes to the commonest; all in order of popularity.
std::vector<RankedCompletion> mixed(std::vector<std::vector<RankedCompletion>> kinds, std::size_t limit) {
  const auto share = (limit + kinds.size() - 1) / kinds.size();
  std::vector<RankedCompletion> chosen, others;
  for (auto& kind : kinds)
    for (std::size_t i = 0; i < kind.size(); ++i) (i < share ? chosen : others).push_back(std::move(kind[i]));
  std::ranges::stable_sort(chosen, std::ranges::greater{}, &RankedCompletion::count);
  std::ranges::stable_sort(others, std::ranges::greater{}, &RankedCompletion::count);
  if (chosen.size() > limit) chosen.resize(limit);
  for (auto& other : others)
    if (chosen.size() < limit) chosen.push_back(std::move(other));
  std::ranges::stable_sort(chosen, std::ranges::greater{}, &RankedCompletion::count);
  return chosen;
}

}  // namespace

std::vector<Completion> complete(const Index& index, const std::string& typed, std::size_t limit) {
  if (typed.size() > kLongestTyped) return {};
  const auto text = corpus::to_valid_utf8(typed);
  const auto tokens = index.lease()->analyzer.tokens(text);
  if (tokens.empty()) return {};
  const auto& lists = index.suggestions();
  // With a space behind the last word the next one is asked for.
  const bool next_word = tokens.back().end < text.size();

  std::vector<Completion> completions;
  std::set<std::string> seen{corpus::fold(corpus::clean(text))};
  // What goes with all that was typed; else with its last words, at last with the last word alone.
  for (auto length = std::min(tokens.size(), kMostContext); length > 0 && completions.empty(); --length) {
    const auto context = std::span(tokens).last(length);
    const auto before = text.substr(0, context.front().begin);
    std::string prefix;
    for (const auto& token : context) prefix += (prefix.empty() ? "" : " ") + token.normalized;
    if (next_word) prefix += ' ';

    std::vector<RankedCompletion> labels, phrases, words;
    auto folded = corpus::fold(corpus::clean(text.substr(context.front().begin)));
    if (next_word) folded += ' ';
    for (const auto* label : lists.labels.completions(folded, limit))
      labels.push_back({{before + label->text, std::string(label->kind)}, label->count});
    phrases = commonest(lists.phrases, prefix, before, limit);
    if (length == 1) words = commonest(lists.words, prefix, before, limit);
    std::vector<std::vector<RankedCompletion>> kinds;
    kinds.push_back(std::move(labels));
    kinds.push_back(std::move(phrases));
    kinds.push_back(std::move(words));
    for (auto& candidate : mixed(std::move(kinds), limit))
      if (completions.size() < limit && seen.insert(corpus::fold(candidate.completion.text)).second)
        completions.push_back(std::move(candidate.completion));
  }
  return completions;
}

}  // namespace search
