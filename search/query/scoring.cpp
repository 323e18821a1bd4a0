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
constexpr float kQueryExponent = 3;         // a title that holds half of the query says little,
constexpr float kTitleExponent = 1.5F;      // and so does half a title
constexpr double kIdfExponent = 0.8;        // rare words count for more, but less so than plain idf has it
constexpr double kUnknownIdf = 1;

float weight_of(Source::Kind kind) {
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

}  // namespace

void FieldCounts::add(Source::Kind kind, std::uint32_t wdf) {
  const auto count = unpack_occurrences(wdf);
  const float weight = weight_of(kind);
  body += weight * (static_cast<float>(count.body) + kHeadingWeight * static_cast<float>(count.heading) +
                    kTitleWeight * static_cast<float>(count.title));
  title += weight * static_cast<float>(count.title);
}

float clause_score(const Columns& columns, DocId doc, const FieldCounts& counts, const Clause& clause) {
  const auto saturated = [](float count, float length, float share) {
    return count * (kSaturation + 1) / (count + kSaturation * (1 - share + share * length));
  };
  float score = 0;
  if (counts.body > 0) score += saturated(counts.body, columns.relative_length(doc), kLengthShare);
  if (counts.title > 0)
    score += kTitleScore * saturated(counts.title, columns.relative_title_length(doc), kTitleLengthShare);
  return static_cast<float>(ranking_idf(clause)) * score;
}

void TitleMatch::add(const FieldCounts& counts, const Clause& clause) {
  if (counts.title <= 0 || clause.is_part()) return;
  const float share = std::min(counts.title, 1.f);
  idf += share * static_cast<float>(ranking_idf(clause));
  words += share;
}

float title_score(const Columns& columns, DocId doc, const TitleMatch& match, double query_idf) {
  if (match.words <= 0) return 0;
  const float of_query = match.idf / static_cast<float>(query_idf);
  const float of_title = std::min(1.f, match.words / static_cast<float>(std::max(1u, columns.title_lengths[doc])));
  return kTitleCover * static_cast<float>(query_idf) * std::pow(of_query, kQueryExponent) *
         std::pow(of_title, kTitleExponent);
}

double ranking_idf(const Clause& clause) {
  return std::pow(clause.idf > 0 ? clause.idf : kUnknownIdf, kIdfExponent) * clause.weight;
}

double total_idf(const Plan& plan) {
  double sum = 0;
  for (const auto& clause : plan.clauses)
    if (clause.scores && !clause.is_part()) sum += ranking_idf(clause);
  return sum;
}

}  // namespace search
