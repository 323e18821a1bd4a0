// How well a document fits: the formulas of ranking, one place for every constant. docs/search.md has the measurements.
//
// Each clause adds BM25 with weighted occurrences (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
// weighted fields", CIKM 2004), with a second term for the title, which is normalised by its own length. On top of that
// a document gains when query and title cover each other, and when the query's words stand close together
// (search/query/closeness.h). Pure functions, inline because they run for every posting; thread-safe.
#pragma once
#include <algorithm>
#include <cmath>

#include "search/index/columns.h"
#include "search/query/plan.h"
#include "search/schema.h"

namespace search {

/// Chosen on all three retrieval sets together; the scores change little around them.
namespace ranking {
inline constexpr float kSaturation = 1.0F;         // BM25's k1
inline constexpr float kLengthShare = 0.5F;        // BM25's b
inline constexpr unsigned kHeadingWeight = 2;      // an occurrence in a heading, against one in the text
inline constexpr unsigned kTitleWeight = 1;        // an occurrence in the title, among those of the whole document
inline constexpr float kTitleScore = 0.1F;         // the title as a text of its own, against the whole document
inline constexpr float kTitleLengthShare = 0.75F;  // b of that text
inline constexpr float kTitleCover = 4;      // query and title covering each other, against the query's summed idf
inline constexpr double kIdfExponent = 0.8;  // rare words count for more, but less so than plain idf has it
inline constexpr double kUnknownIdf = 1;

constexpr float saturated(float count, float relative_length, float length_share) {
  return count * (kSaturation + 1) / (count + kSaturation * (1 - length_share + length_share * relative_length));
}
}  // namespace ranking

/// How much an occurrence counts, by where it comes from.
float source_weight(Source::Kind kind);

/// Occurrences of one clause in one document, weighted by source and field.
struct FieldCounts {
  float body = 0;   // of the whole document; headings and title weigh more
  float title = 0;  // of the title alone
  void add(float weight, std::uint32_t wdf) {
    const auto count = unpack_occurrences(wdf);
    body += weight * in_all(count);
    title += weight * static_cast<float>(count.title);
  }
  static float in_all(Occurrences count) {
    return static_cast<float>(
        static_cast<int>(count.body + ranking::kHeadingWeight * count.heading + ranking::kTitleWeight * count.title));
  }
};

/// What a clause adds. `idf`: its ranking_idf().
inline float clause_score(const Columns& columns, DocId doc, const FieldCounts& counts, float idf) {
  auto score = ranking::saturated(counts.body, columns.relative_lengths[doc], ranking::kLengthShare);
  if (counts.title > 0)
    score += ranking::kTitleScore *
             ranking::saturated(counts.title, columns.relative_title_lengths[doc], ranking::kTitleLengthShare);
  return idf * score;
}

/// How a query and a title cover each other: the clauses that the title holds, without parts of compounds on their own.
struct TitleMatch {
  float idf = 0;
  float words = 0;  // a part of a compound counts for less than one
  void add(const FieldCounts& counts, float clause_idf) {
    if (counts.title <= 0) return;
    const float share = std::min(counts.title, 1.F);
    idf += share * clause_idf;
    words += share;
  }
};

/// What the title adds: most when the query is the title typed literally. `query_idf`: total_idf() of the plan.
inline float title_score(const Columns& columns, DocId doc, const TitleMatch& match, float query_idf) {
  if (match.words <= 0) return 0;
  // A title that holds half of the query says little, and so does half a title: hence the powers, 3 and 1.5.
  const float of_query = match.idf / query_idf;
  const float of_title = std::min(1.F, match.words / static_cast<float>(std::max(1U, columns.title_lengths[doc])));
  return ranking::kTitleCover * query_idf * of_query * of_query * of_query * of_title * std::sqrt(of_title);
}

/// idf for ranking, damped: a word that the index knows only as part of compounds or as a synonym has none in the
/// matching rule, but still ranks.
float ranking_idf(const Clause& clause);
float total_idf(const Plan& plan);

}  // namespace search
