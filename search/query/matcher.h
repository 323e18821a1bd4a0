// Finds the documents that match a plan and scores them, term at a time.
//
// Each clause's posting lists are read once; per document the matcher adds up which clauses match, the idf they carry
// and the score. That is exact by construction: total and facet counts come from the same pass, and ranking looks only
// within the matching documents. Scores are BM25 with weighted occurrences (Robertson, Zaragoza and Taylor, "Simple
// BM25 extension to multiple weighted fields", CIKM 2004). Document frequencies for idf are those of the contract.
#pragma once
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "search/index.h"
#include "search/query/plan.h"

namespace search {

/// Arrays by document id that one reader uses again for each query; all zero between queries.
struct Scratch {
  std::vector<std::uint8_t> flags;
  std::vector<float> occurrences;  // of the clause at hand, weighted
  std::vector<double> idf, score;
  std::vector<std::uint16_t> firm, counted;  // clauses that match
  std::vector<DocId> touched_docs, clause_docs;
  void fit(DocId last);
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

/// What each clause adds to the score of one document, in the order of the plan's clauses.
std::vector<double> contributions(const Columns& columns, Reader& reader, const Plan& plan, DocId doc);

/// All documents that a Xapian query matches, in order of id; without weights.
std::vector<DocId> documents_of(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace search
