#include "search/query/closeness.h"

#include <algorithm>
#include <span>

namespace search {
namespace {

constexpr std::size_t kReranked = 30;
constexpr Xapian::termpos kWindow = 6;    // words; farther apart adds nothing
constexpr Xapian::termpos kReversed = 1;  // words that the other order counts as farther apart
constexpr double kWeight = 0.7;
constexpr double kSaturation = 1.2;
constexpr double kLengthShare = 0.8;

using Positions = std::vector<Xapian::termpos>;

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

}  // namespace

double closeness_score(const Columns& columns, const Reader& reader, const Plan& plan, DocId doc) {
  double score = 0;
  const Clause* before = nullptr;
  Positions first, second;
  for (const auto& clause : plan.clauses) {
    if (!clause.counts || !clause.scores) continue;
    second = positions_of(reader.database, clause, doc);
    if (before && !first.empty() && !second.empty()) {
      const auto near = nearness(first, second);
      const auto length = columns.relative_lengths[doc];
      score += std::min(ranking_idf(clause), ranking_idf(*before)) * near * (kSaturation + 1) /
               (near + kSaturation * (1 - kLengthShare + kLengthShare * length));
    }
    before = &clause;
    first.swap(second);
  }
  return kWeight * score;
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
