// Words of the query that stand close together in a document count for more.
//
// For each pair of neighbours in the query, occurrences of the one near the other add up, weighted by 1/distance, and
// are saturated like BM25 (after Rasolofo and Savoy, "Term proximity scoring for keyword-based retrieval systems", ECIR
// 2003). The stretch that holds most of the query counts too: evidence of a passage beside that of the whole document
// (after Callan, "Passage-level evidence in document retrieval", SIGIR 1994). Positions are costly to read, so only the
// best documents are looked at; which ones never depends on the page asked for. Not thread-safe: the reader belongs to
// one request.
#pragma once
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "search/index.h"
#include "search/query/matcher.h"
#include "search/query/plan.h"
#include "search/query/postings.h"
#include "search/query/sequences.h"

namespace search {

/// What closeness adds to the scores of documents, asked for in order of id.
class Closeness {
 public:
  Closeness(const Index& index, const Reader& reader, const Plan& plan);
  double score(DocId doc);

 private:
  /// A word of the query: the terms of it that have positions.
  struct Word {
    double idf = 0;
    std::vector<std::size_t> terms;
    Positions positions;  // in the document at hand
  };

  double neighbours_score(DocId doc) const;
  double stretch_score();

  const Columns& columns_;
  std::vector<Word> words_;
  std::vector<PostingCursor> cursors_;  // by term
  std::vector<std::uint8_t> present_;   // by term
  std::optional<PositionReader> reader_;
  std::vector<std::pair<Position, std::size_t>> all_;  // positions of all words
  std::vector<unsigned> inside_;                       // by word: how often in the stretch
};

/// How many of the best documents closeness orders anew.
inline constexpr std::size_t kReranked = 30;

/// Adds Closeness::score() to the best matches by score. Leaves the others and the order as they are.
void add_closeness(const Index& index, const Reader& reader, const Plan& plan, std::vector<Scored>& matches);

}  // namespace search
