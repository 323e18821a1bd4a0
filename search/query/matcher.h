// Finds the documents that match a plan and scores them, term at a time.
//
// Each clause's posting lists are read once; per document the matcher adds up which clauses match, the idf they carry
// and the score (search/query/scoring.h). That is exact by construction: total and facet counts come from the same
// pass, and ranking looks only within the matching documents. Document frequencies for idf are those of the contract.
#pragma once
#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/query/plan.h"
#include "search/query/scoring.h"

namespace search {

/// Sums of one document over the clauses read so far. Doubles for the idf: the rule compares with a tolerance of 1e-9.
struct Accumulator {
  double idf = 0;
  float score = 0;
  FieldCounts counts;  // of the clause at hand
  TitleMatch title;
  std::uint16_t firm = 0, counted = 0;  // clauses that match
  std::uint8_t flags = 0;
};

/// Arrays that one reader uses again for each query; all zero between queries.
struct Scratch {
  std::vector<Accumulator> documents;  // by document id
  std::vector<DocId> touched, in_clause;
};

struct Scored {
  DocId doc = 0;
  double score = 0;
};

struct Matches {
  std::vector<Scored> complete;  // public documents that match, in no order
  std::vector<Scored> partial;   // those that match less but hold every required phrase, group and filter
};

Matches match(const Columns& columns, Reader& reader, const Plan& plan);

}  // namespace search
