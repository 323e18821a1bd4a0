#include "search/results/passages.h"

#include <algorithm>

#include "corpus/text.h"
#include "search/results/marks.h"
#include "search/results/snippet.h"

namespace search {
namespace {

constexpr std::size_t kIntroductionWords = 15;  // a passage with fewer says little about a document
constexpr std::size_t kClose = 30;              // bytes between words that count as close together

using ClauseSet = std::vector<bool>;  // by clause

struct Candidate {
  const corpus::Passage* passage = nullptr;
  const std::string* heading = nullptr;
  std::vector<MarkedToken> marks;
  Window window;
  double score = 0;
};

/// Distinct words that the snippet shows count most, repetitions little; words close to each other add to it, and words
/// of the heading above it.
double score_of(const Candidate& candidate, const ClauseSet& in_heading, const Plan& plan) {
  std::vector<unsigned> seen(plan.clauses.size());
  double total = 0;
  const MarkedToken* before = nullptr;
  for (const auto& marked : candidate.marks) {
    const bool shown = candidate.window.shows(marked.mark);
    const auto weight = mark_weight(plan, marked.clause);
    total += shown ? weight * (seen[marked.clause] == 0 ? 1 : 0.1 / seen[marked.clause]) : 0.02 * weight;
    if (shown) ++seen[marked.clause];
    if (shown && before && before->clause != marked.clause && marked.mark.begin - before->mark.begin < kClose)
      total += 0.3 * std::min(weight, mark_weight(plan, before->clause));
    before = &marked;
  }
  for (std::size_t clause = 0; clause < in_heading.size(); ++clause)
    if (in_heading[clause]) total += 0.4 * mark_weight(plan, clause);
  return total;
}

/// Brings the `limit` best to the front, best first. What an earlier one shows already counts for little in the next,
/// so that together they show every word of the query that the document has.
void put_best_first(std::vector<const Candidate*>& order, const Plan& plan, std::size_t limit) {
  ClauseSet shown(plan.clauses.size());
  const auto value = [&](const Candidate* candidate) {
    double repeated = 0;
    ClauseSet counted(plan.clauses.size());
    for (const auto& marked : candidate->marks)
      if (candidate->window.shows(marked.mark) && shown[marked.clause] && !counted[marked.clause]) {
        counted[marked.clause] = true;
        repeated += mark_weight(plan, marked.clause);
      }
    return candidate->score - 0.7 * repeated;
  };
  for (std::size_t i = 0; i < order.size() && i < limit; ++i) {
    const auto rest = order.begin() + static_cast<std::ptrdiff_t>(i);
    const auto best = std::ranges::max_element(rest, order.end(), {}, value);
    std::rotate(rest, best, best + 1);  // the others keep the order of the document
    for (const auto& marked : order[i]->marks)
      if (order[i]->window.shows(marked.mark)) shown[marked.clause] = true;
  }
}

/// Nothing to show why (no words, or only in the title): what the document is about.
const Candidate& introduction(const std::vector<Candidate>& candidates) {
  for (const auto& candidate : candidates)
    if (!candidate.heading->empty() && corpus::count_words(candidate.passage->text) >= kIntroductionWords)
      return candidate;
  return candidates.front();
}

}  // namespace

std::vector<PassageHit> best_passages(const corpus::Document& document, const Plan& plan, MarkFinder& finder,
                                      std::size_t limit, std::size_t& passages_left) {
  passages_left = 0;
  std::vector<Candidate> candidates;
  for (const auto& section : document.sections) {
    ClauseSet in_heading(plan.clauses.size());
    if (plan.ranks())
      for (const auto& marked : finder.marks_in(section.heading)) in_heading[marked.clause] = true;
    for (const auto& passage : section.passages) {
      Candidate candidate{&passage, &section.heading, {}, {}, 0};
      if (plan.ranks()) candidate.marks = finder.marks_in(passage.text);
      candidate.window = best_window(passage.text, candidate.marks, plan);
      candidate.score = score_of(candidate, in_heading, plan);
      candidates.push_back(std::move(candidate));
    }
  }
  if (candidates.empty()) return {};
  std::vector<const Candidate*> order;
  for (const auto& candidate : candidates)
    if (candidate.score > 0) order.push_back(&candidate);
  put_best_first(order, plan, limit);
  if (order.empty()) order.push_back(&introduction(candidates));
  std::vector<PassageHit> hits;
  for (const auto* candidate : order) {
    if (hits.size() == limit) {
      ++passages_left;
      continue;
    }
    PassageHit hit{candidate->passage->id, *candidate->heading, {}, {}, candidate->passage->page};
    cut(candidate->passage->text, candidate->window, candidate->marks, hit);
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace search
