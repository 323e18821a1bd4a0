#include "search/query/closeness.h"

#include <algorithm>
#include <span>

#include "search/query/scoring.h"

namespace search {
namespace {

constexpr Position kWindow = 10;   // words; farther apart adds nothing
constexpr Position kReversed = 3;  // words that the other order counts as farther apart
constexpr double kWeight = 0.7;
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.8;

constexpr Position kSpan = 20;  // words: as much as a sentence
constexpr double kSpanWeight = 0.2;

bool has_positions(const Source& source) {
  return !source.term.empty() && (source.kind == Source::Kind::stem || source.kind == Source::Kind::synonym);
}

bool takes_part(const Clause& clause) { return clause.counts && clause.scores; }

/// Sum of 1/distance over the occurrences of `second`, to the nearest of `first` within the window.
double nearness(const Positions& first, const Positions& second) {
  double sum = 0;
  auto after = first.begin();
  for (const auto position : second) {
    while (after != first.end() && *after <= position) ++after;
    auto distance = kWindow + 1;
    if (after != first.begin() && *(after - 1) < position) distance = std::min(distance, position - *(after - 1));
    if (after != first.end()) distance = std::min(distance, *after - position + kReversed);
    if (distance <= kWindow) sum += 1.0 / distance;
  }
  return sum;
}

}  // namespace

Closeness::Closeness(const Index& index, const Reader& reader, const Plan& plan) : columns_(index.columns()) {
  std::vector<std::string> terms;
  for (const auto& clause : plan.clauses) {
    if (!takes_part(clause)) continue;
    auto& word = words_.emplace_back();
    word.idf = ranking_idf(clause);
    for (const auto& source : clause.sources) {
      if (!has_positions(source)) continue;
      const auto known = std::ranges::find(terms, source.term);
      word.terms.push_back(static_cast<std::size_t>(known - terms.begin()));
      if (known != terms.end()) continue;
      terms.push_back(source.term);
      cursors_.emplace_back(reader.database, index.posting_cache(), source);
    }
  }
  present_.resize(terms.size());
  inside_.resize(words_.size());
  if (words_.size() > 1) reader_.emplace(reader.database, terms);
}

double Closeness::score(DocId doc) {
  if (words_.size() < 2) return 0;
  for (std::size_t i = 0; i < cursors_.size(); ++i) present_[i] = cursors_[i].skip_to(doc) != nullptr;
  const auto found = reader_->read(doc, present_);
  for (auto& word : words_) {
    word.positions.clear();
    for (const auto term : word.terms)
      word.positions.insert(word.positions.end(), found[term].begin(), found[term].end());
    if (word.terms.size() > 1) std::ranges::sort(word.positions);
  }
  return neighbours_score(doc) + stretch_score();
}

/// Neighbours of the query, as near each other in the document.
double Closeness::neighbours_score(DocId doc) const {
  double score = 0;
  for (std::size_t i = 1; i < words_.size(); ++i) {
    const auto &before = words_[i - 1], &word = words_[i];
    if (before.positions.empty() || word.positions.empty()) continue;
    const auto near = nearness(before.positions, word.positions);
    const auto length = columns_.relative_lengths[doc];
    score += std::min(word.idf, before.idf) * near * (kSaturation + 1) /
             (near + kSaturation * (1 - kLengthShare + kLengthShare * length));
  }
  return kWeight * score;
}

/// The stretch of the document that holds most of the query: a square, for one passage that answers the question is
/// worth more than two that each hold half of it.
double Closeness::stretch_score() {
  all_.clear();
  double query_idf = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    query_idf += words_[i].idf;
    for (const auto position : words_[i].positions) all_.emplace_back(position, i);
  }
  std::ranges::sort(all_);
  std::ranges::fill(inside_, 0);
  double idf = 0, best = 0;
  auto first = all_.begin();
  for (const auto& [position, word] : all_) {
    if (inside_[word]++ == 0) idf += words_[word].idf;
    for (; first->first + kSpan < position; ++first)
      if (--inside_[first->second] == 0) idf -= words_[first->second].idf;
    best = std::max(best, idf);
  }
  return query_idf > 0 ? kSpanWeight * best * best / query_idf : 0;
}

void add_closeness(const Index& index, const Reader& reader, const Plan& plan, std::vector<Scored>& matches) {
  if (std::ranges::count_if(plan.clauses, takes_part) < 2) return;
  const auto count = static_cast<std::ptrdiff_t>(std::min(matches.size(), kReranked));
  std::ranges::partial_sort(matches, matches.begin() + count, ByScore(index.columns()));
  std::ranges::sort(matches.begin(), matches.begin() + count, {}, &Scored::doc);
  Closeness closeness(index, reader, plan);
  for (auto& match : std::span(matches).first(static_cast<std::size_t>(count)))
    match.score += closeness.score(match.doc);
}

}  // namespace search
