#include "search/query/closeness.h"

#include <algorithm>
#include <span>

#include "search/query/scoring.h"

namespace search {
namespace {

constexpr std::size_t kReranked = 30;
constexpr Xapian::termpos kWindow = 10;   // words; farther apart adds nothing
constexpr Xapian::termpos kReversed = 3;  // words that the other order counts as farther apart
constexpr double kWeight = 0.7;
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.8;

constexpr Xapian::termpos kSpan = 20;  // words: as much as a sentence
constexpr double kSpanWeight = 0.2;

using Positions = std::vector<Xapian::termpos>;

/// A word of the query in one document.
struct Occurring {
  double idf = 0;
  Positions positions;
};

bool has_positions(const Source& source) {
  return !source.term.empty() && (source.kind == Source::Kind::stem || source.kind == Source::Kind::synonym);
}

/// In order. Empty for a document without the clause, and for clauses without words of their own.
Positions positions_of(const Xapian::Database& database, const Clause& clause, DocId doc) {
  Positions positions;
  for (const auto& source : clause.sources) {
    if (!has_positions(source)) continue;
    const auto end = database.positionlist_end(doc, source.term);
    for (auto at = database.positionlist_begin(doc, source.term); at != end; ++at) positions.push_back(*at);
  }
  std::ranges::sort(positions);
  return positions;
}

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

/// Neighbours of the query, as near each other in the document.
double neighbours_score(const Columns& columns, DocId doc, std::span<const Occurring> words) {
  double score = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto &before = words[i - 1], &word = words[i];
    if (before.positions.empty() || word.positions.empty()) continue;
    const auto near = nearness(before.positions, word.positions);
    const auto length = columns.relative_lengths[doc];
    score += std::min(word.idf, before.idf) * near * (kSaturation + 1) /
             (near + kSaturation * (1 - kLengthShare + kLengthShare * length));
  }
  return kWeight * score;
}

/// The stretch of the document that holds most of the query: a square, for one passage that answers the question is
/// worth more than two that each hold half of it.
double span_score(std::span<const Occurring> words) {
  std::vector<std::pair<Xapian::termpos, std::size_t>> all;  // position, word
  double query_idf = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    query_idf += words[i].idf;
    for (const auto position : words[i].positions) all.emplace_back(position, i);
  }
  std::ranges::sort(all);
  std::vector<unsigned> inside(words.size());
  double idf = 0, best = 0;
  auto first = all.begin();
  for (const auto& [position, word] : all) {
    if (inside[word]++ == 0) idf += words[word].idf;
    for (; first->first + kSpan < position; ++first)
      if (--inside[first->second] == 0) idf -= words[first->second].idf;
    best = std::max(best, idf);
  }
  return query_idf > 0 ? kSpanWeight * best * best / query_idf : 0;
}

}  // namespace

double closeness_score(const Columns& columns, const Reader& reader, const Plan& plan, DocId doc) {
  std::vector<Occurring> words;
  for (const auto& clause : plan.clauses)
    if (clause.counts && clause.scores)
      words.push_back({ranking_idf(clause), positions_of(reader.database, clause, doc)});
  return words.size() < 2 ? 0 : neighbours_score(columns, doc, words) + span_score(words);
}

void add_closeness(const Columns& columns, const Reader& reader, const Plan& plan, std::vector<Scored>& matches) {
  if (std::ranges::count_if(plan.clauses, [](const Clause& clause) { return clause.counts && clause.scores; }) < 2)
    return;
  const auto count = std::min(matches.size(), kReranked);
  std::ranges::partial_sort(matches, matches.begin() + static_cast<std::ptrdiff_t>(count),
                            [&](const Scored& a, const Scored& b) {
                              return a.score != b.score ? a.score > b.score : columns.id(a.doc) < columns.id(b.doc);
                            });
  for (auto& match : std::span(matches).first(count)) match.score += closeness_score(columns, reader, plan, match.doc);
}

}  // namespace search
