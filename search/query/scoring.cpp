#include "search/query/scoring.h"

namespace search {

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

float ranking_idf(const Clause& clause) {
  return static_cast<float>(std::pow(clause.idf > 0 ? clause.idf : ranking::kUnknownIdf, ranking::kIdfExponent) *
                            clause.weight);
}

float total_idf(const Plan& plan) {
  float sum = 0;
  for (const auto& clause : plan.clauses)
    if (clause.scores && !clause.is_part()) sum += ranking_idf(clause);
  return sum;
}

}  // namespace search
