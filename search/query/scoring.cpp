#include "search/query/scoring.h"

#include <algorithm>
#include <cmath>

#include "search/schema.h"

namespace search {
namespace {

// Chosen on all three retrieval sets together; the scores change little around them (docs/search.md).
constexpr float kSaturation = 1.0F;         // BM25's k1
constexpr float kLengthShare = 0.5F;        // BM25's b
constexpr float kHeadingWeight = 2;         // an occurrence in a heading, against one in the text
constexpr float kTitleWeight = 1;           // an occurrence in the title, among those of the whole document
constexpr float kTitleScore = 0.1F;         // the title as a text of its own, against the whole document
constexpr float kTitleLengthShare = 0.75F;  // b of that text
constexpr float kTitleCover = 4;            // query and title covering each other, against the summed idf of the query
constexpr double kIdfExponent = 0.8;        // rare words count for more, but less so than plain idf has it
constexpr double kUnknownIdf = 1;

}  // namespace

float source_weight(Source::Kind kind) {
  switch (kind) {
    case Source::Kind::stem:
    case Source::Kind::phrase:
      return 1;
    case Source::Kind::part:
      return 0.4F;
    case Source::Kind::synonym:
      return 0.5F;
    case Source::Kind::near_parts:
      return 0.6F;
    case Source::Kind::value:
      return 0;
  }
  return 0;
}

void FieldCounts::add(float weight, std::uint32_t wdf) {
  const auto count = unpack_occurrences(wdf);
  body += weight * (static_cast<float>(count.body) + kHeadingWeight * static_cast<float>(count.heading) +
                    kTitleWeight * static_cast<float>(count.title));
  title += weight * static_cast<float>(count.title);
}

float clause_score(const Columns& columns, DocId doc, const FieldCounts& counts, float idf) {
  const auto saturated = [](float count, float length, float share) {
    return count * (kSaturation + 1) / (count + kSaturation * (1 - share + share * length));
  };
  float score = saturated(counts.body, columns.relative_lengths[doc], kLengthShare);
  if (counts.title > 0)
    score += kTitleScore * saturated(counts.title, columns.relative_title_lengths[doc], kTitleLengthShare);
  return idf * score;
}

void TitleMatch::add(const FieldCounts& counts, float clause_idf) {
  if (counts.title <= 0) return;
  const float share = std::min(counts.title, 1.F);
  idf += share * clause_idf;
  words += share;
}

float title_score(const Columns& columns, DocId doc, const TitleMatch& match, float query_idf) {
  if (match.words <= 0) return 0;
  // A title that holds half of the query says little, and so does half a title: hence the powers, 3 and 1.5.
  const float of_query = match.idf / query_idf;
  const float of_title = std::min(1.F, match.words / static_cast<float>(std::max(1U, columns.title_lengths[doc])));
  return kTitleCover * query_idf * of_query * of_query * of_query * of_title * std::sqrt(of_title);
}

float ranking_idf(const Clause& clause) {
  return static_cast<float>(std::pow(clause.idf > 0 ? clause.idf : kUnknownIdf, kIdfExponent) * clause.weight);
}

float total_idf(const Plan& plan) {
  float sum = 0;
  for (const auto& clause : plan.clauses)
    if (clause.scores && !clause.is_part()) sum += ranking_idf(clause);
  return sum;
}

}  // namespace search
