#include "search/query/scoring.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "search/schema.h"

namespace search {
namespace {

double param(const char* name, double standard) {
  const char* value = std::getenv(name);
  return value ? std::atof(value) : standard;
}

const float kSaturation = param("K1", 1.2);
const float kLengthShare = param("B", 0.5);
const float kHeadingWeight = param("WH", 2);
const float kTitleWeight = param("TB", 1);
const float kTitleScore = param("WT", 0.1);
const float kTitleLengthShare = param("BT", 0.75);
const float kTitleCover = param("WC", 2);
const float kQueryExponent = param("CP", 3);
const float kTitleExponent = param("CQ", 1);
const float wPart = param("WP", 0.4);
const float wConcept = param("WY", 0.5);
const float wNear = param("WN", 0.6);

float weight_of(Source::Kind kind) {
  switch (kind) {
    case Source::Kind::stem:
    case Source::Kind::phrase:
      return 1;
    case Source::Kind::part:
      return wPart;
    case Source::Kind::synonym:
      return wConcept;
    case Source::Kind::near_parts:
      return wNear;
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
  if (counts.body > 0)
    score += saturated(counts.body, columns.relative_length(doc), kLengthShare);
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

double ranking_idf(const Clause& clause) { return (clause.idf > 0 ? clause.idf : 1) * clause.weight; }

double total_idf(const Plan& plan) {
  double sum = 0;
  for (const auto& clause : plan.clauses)
    if (clause.scores && !clause.is_part()) sum += ranking_idf(clause);
  return sum;
}

}  // namespace search
