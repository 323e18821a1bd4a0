#include "search/query/matcher.h"

#include <algorithm>

#include "search/query/postings.h"

namespace search {
namespace {

enum Flag : std::uint8_t { in_clause = 1, touched = 2, excluded = 4 };

/// Adds up one clause for every document that its sources hold.
void add_clause(const Columns& columns, Reader& reader, const Clause& clause) {
  auto& scratch = *reader.scratch;
  for (const auto& source : clause.sources) {
    const auto weight = source_weight(source.kind);
    each_posting(reader.database, source, [&](DocId doc, std::uint32_t wdf) {
      auto& sums = scratch.documents[doc];
      if (!(sums.flags & in_clause)) {
        if (!(sums.flags & touched)) scratch.touched.push_back(doc);
        sums.flags |= in_clause | touched;
        scratch.in_clause.push_back(doc);
      }
      sums.counts.add(weight, wdf);
    });
  }
  const auto idf = ranking_idf(clause);
  for (const auto doc : scratch.in_clause) {
    auto& sums = scratch.documents[doc];
    if (clause.scores) {
      sums.score += clause_score(columns, doc, sums.counts, idf);
      if (!clause.is_part()) sums.title.add(sums.counts, idf);
    }
    if (clause.firm) ++sums.firm;
    if (clause.counts) {
      sums.idf += clause.idf;
      ++sums.counted;
    }
    sums.counts = {};
    sums.flags &= static_cast<std::uint8_t>(~in_clause);
  }
  scratch.in_clause.clear();
}

}  // namespace

Matches match(const Columns& columns, Reader& reader, const Plan& plan) {
  auto& scratch = *reader.scratch;
  if (scratch.documents.size() <= columns.last) scratch.documents.resize(std::size_t{columns.last} + 1);
  std::vector<DocId> excluded_docs;
  for (const auto& exclusion : plan.exclusions)
    for (const auto& source : exclusion.sources)
      each_posting(reader.database, source, [&](DocId doc, std::uint32_t) {
        excluded_docs.push_back(doc);
        scratch.documents[doc].flags |= excluded;
      });

  std::size_t firm = 0, counting = 0;
  for (const auto& clause : plan.clauses) {
    firm += clause.firm;
    counting += clause.counts;
    add_clause(columns, reader, clause);
  }

  Matches matches;
  const auto shown = [&](DocId doc) { return columns.is_public[doc] && !(scratch.documents[doc].flags & excluded); };
  if (plan.clauses.empty())
    for (DocId doc = 1; doc <= columns.last; ++doc)
      if (shown(doc)) matches.complete.push_back({doc, 0});
  const auto query_idf = total_idf(plan);
  for (const auto doc : scratch.touched) {
    auto& sums = scratch.documents[doc];
    if (shown(doc) && sums.firm == firm) {
      const bool enough =
          plan.half_rule ? sums.counted > 0 && sums.idf >= plan.needed_idf - 1e-9 : sums.counted == counting;
      const auto score = sums.score + title_score(columns, doc, sums.title, query_idf);
      if (enough)
        matches.complete.push_back({doc, score});
      else if (score > 0)
        matches.partial.push_back({doc, score});
    }
  }
  for (const auto doc : scratch.touched) scratch.documents[doc] = {};
  for (const auto doc : excluded_docs) scratch.documents[doc].flags = 0;
  scratch.touched.clear();
  return matches;
}

}  // namespace search
