// How well a document fits: the formulas of ranking, one place for every constant. docs/search.md has the measurements.
//
// Each clause adds BM25 with weighted occurrences (Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
// weighted fields", CIKM 2004), with a second term for the title, which is normalised by its own length. On top of that
// a document gains when query and title cover each other, and when the query's words stand close together
// (search/query/closeness.h). Pure functions; thread-safe.
#pragma once
#include "search/index/columns.h"
#include "search/query/plan.h"

namespace search {

/// How much an occurrence counts, by where it comes from.
float source_weight(Source::Kind kind);

/// Occurrences of one clause in one document, weighted by source and field.
struct FieldCounts {
  float body = 0;   // of the whole document; headings and title weigh more
  float title = 0;  // of the title alone
  void add(float weight, std::uint32_t wdf);
};

/// What a clause adds. `idf`: its ranking_idf().
float clause_score(const Columns& columns, DocId doc, const FieldCounts& counts, float idf);

/// How a query and a title cover each other: the clauses that the title holds, without parts of compounds on their own.
struct TitleMatch {
  float idf = 0;
  float words = 0;  // a part of a compound counts for less than one
  void add(const FieldCounts& counts, float clause_idf);
};

/// What the title adds: most when the query is the title typed literally. `query_idf`: total_idf() of the plan.
float title_score(const Columns& columns, DocId doc, const TitleMatch& match, float query_idf);

/// idf for ranking, damped: a word that the index knows only as part of compounds or as a synonym has none in the
/// matching rule, but still ranks.
float ranking_idf(const Clause& clause);
float total_idf(const Plan& plan);

}  // namespace search
