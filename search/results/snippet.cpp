#include "search/results/snippet.h"

#include <algorithm>
#include <string_view>

#include "corpus/text.h"

namespace search {
namespace {

constexpr std::size_t kSnippetBytes = 320;
constexpr std::size_t kLead = 60;  // bytes before the first mark where no sentence begins near

bool is_space(char c) { return c == ' ' || c == '\n'; }

/// Marks [first, last] that fit into one snippet and weigh most: distinct clauses count, repetitions little.
std::pair<std::size_t, std::size_t> best_run(const std::vector<MarkedToken>& marks, const Plan& plan) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  double best_weight = -1;
  std::vector<unsigned> seen(plan.clauses.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    std::ranges::fill(seen, 0);
    double weight = 0;
    auto last = i;
    for (auto j = i; j < marks.size() && marks[j].mark.end - marks[i].mark.begin <= kSnippetBytes; ++j) {
      weight += mark_weight(plan, marks[j].clause) * (seen[marks[j].clause]++ == 0 ? 1 : 0.1);
      last = j;
    }
    if (weight > best_weight) best_weight = weight, best = {i, last};
  }
  return best;
}

/// The beginning of the sentence that holds `at`, when that is not before `from`; npos otherwise.
std::size_t sentence_start(const std::string& text, std::size_t from, std::size_t at) {
  for (auto i = at; i > from; --i) {
    if (text[i - 1] == '\n') return i;
    if (i > 1 && text[i - 1] == ' ' && std::string_view(".!?").find(text[i - 2]) != std::string_view::npos) return i;
  }
  return from == 0 ? 0 : std::string::npos;
}

/// The beginning of the word at or after `at`.
std::size_t word_start(const std::string& text, std::size_t at, std::size_t before) {
  while (at > 0 && at < before && !is_space(text[at - 1])) ++at;
  return at;
}

}  // namespace

double mark_weight(const Plan& plan, std::size_t clause) { return std::max(plan.clauses[clause].idf, 0.1); }

Window best_window(const std::string& text, const std::vector<MarkedToken>& marks, const Plan& plan) {
  if (text.size() <= kSnippetBytes) return {0, text.size()};
  std::size_t first = 0, last = 0;
  if (!marks.empty()) {
    const auto run = best_run(marks, plan);
    first = marks[run.first].mark.begin;
    last = marks[run.second].mark.end;
  }
  const auto room = kSnippetBytes - std::min(kSnippetBytes, last - first);
  Window window;
  const auto from = first > room ? first - room : 0;
  window.begin = sentence_start(text, from, first);
  if (window.begin == std::string::npos)
    window.begin = word_start(text, first - std::min({first, kLead, room / 2}), first);

  window.end = std::min(text.size(), std::max(last, window.begin + kSnippetBytes));
  while (window.end < text.size() && window.end > last && !is_space(text[window.end])) --window.end;
  if (window.end <= window.begin)  // one endless word
    window.end =
        window.begin + corpus::truncate_utf8(std::string_view(text).substr(window.begin), kSnippetBytes).size();
  for (const auto& marked : marks)
    if (marked.mark.begin < window.end && marked.mark.end > window.end) window.end = marked.mark.end;
  return window;
}

void cut(const std::string& text, const Window& window, const std::vector<MarkedToken>& marks, PassageHit& hit) {
  if (window.begin > 0) hit.snippet = "… ";
  const auto lead = hit.snippet.size();
  hit.snippet.append(text, window.begin, window.end - window.begin);
  if (window.end < text.size()) hit.snippet += " …";
  for (const auto& marked : marks)
    if (window.shows(marked.mark))
      hit.marks.push_back({marked.mark.begin - window.begin + lead, marked.mark.end - window.begin + lead});
}

}  // namespace search
