// From a parsed query to what the matcher reads: content words with the posting lists that count for each.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/index.h"
#include "search/query/parser.h"
#include "search/query/sequences.h"

namespace search {

/// A list of documents that counts as an occurrence of a query word.
struct Source {
  enum class Kind { stem, part, synonym, near_parts, phrase, value };
  Kind kind = Kind::stem;
  std::string term;   // posting list; empty for near_parts, phrase, and synonyms of several words
  Sequence sequence;  // for those
};

/// A content word of the contract (a phrase or an open compound is one word), an OR group, a field filter, or the part
/// of a compound on its own: that one only adds to the score.
struct Clause {
  std::string text;  // as typed
  std::vector<Source> sources;
  double idf = 0;      // ln(1 + N/df); 0 when the index doesn't know the word
  bool counts = true;  // in the rule of half the idf; false for OR groups and field filters
  bool firm = false;   // holds always: phrases, OR groups, field filters
  bool scores = true;  // false for field filters
  double weight = 1;   // of its score; less than 1 for the part of a compound on its own
  bool is_part() const { return weight < 1; }
};

/// Which tokens of a text to mark, by the clause that they show.
struct MarkTerms {
  struct Sequence {
    std::vector<std::string> stems;
    std::size_t clause = 0;
  };
  std::unordered_map<std::string, std::size_t> stems;       // a token, or a part of a compound token
  std::unordered_map<std::string, std::size_t> part_stems;  // parts of a compound in the query, as tokens of their own
  std::unordered_map<std::size_t, std::size_t> concepts;    // labels of these concepts
  std::vector<Sequence> sequences;                          // phrases, and what abbreviations stand for
};

struct Plan {
  std::vector<Clause> clauses;
  std::vector<Clause> exclusions;
  double needed_idf = 0;  // what the counting words that match must carry, when there are three or more
  bool half_rule = false;
  MarkTerms marks;
  bool ranks() const {
    for (const auto& clause : clauses)
      if (clause.scores) return true;
    return false;
  }
};

/// Throws corpus::Error (too_heavy, Dutch) when the query would read more postings than the budget allows.
Plan make_plan(const Index& index, Reader& reader, const ParsedQuery& query);

}  // namespace search
