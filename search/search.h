// The one way to search: a Request against an Index gives a Page. Command line, API and pages all call this.
//
// Which documents match and how they are counted is the contract in docs/search.md. Thread-safe: each call borrows a
// reader of the index.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "search/index.h"
#include "search/query/request.h"

namespace search {

struct FacetCount {
  std::string value, label;
  std::uint64_t count = 0;
  bool selected = false;
  std::string broader;  // value of the next broader one that the vocabulary has; empty otherwise
};

/// Marked part of a snippet: bytes [begin, end) of the text.
struct Mark {
  std::size_t begin = 0, end = 0;
};

/// A passage that shows why a document was found.
struct PassageHit {
  std::string id, heading;
  std::string snippet;      // plain text, not escaped; begins or ends with "…" where it was cut
  std::vector<Mark> marks;  // in order, not overlapping, in bytes of `snippet`
  int page = 0;             // of the source, from 1; 0 when it has none
};

struct Explanation {
  std::string word;  // as typed, or the reason ("nabijheid")
  std::string detail;
  double contribution = 0;
};

struct Hit {
  corpus::Document document;  // decoded record
  double score = 0;
  bool complete = true;  // false: matches less than the rule asks
  std::vector<PassageHit> passages;
  std::size_t passages_left = 0;  // further passages that hold a word of the query
  std::vector<Explanation> explanation;
};

struct Page {
  std::uint64_t total = 0;                                  // exact
  std::vector<Hit> hits;                                    // complete ones first
  std::array<std::vector<FacetCount>, kFieldCount> facets;  // most documents first, then by label
  std::optional<std::string> suggestion;                    // "Bedoelde u": another query, as it would be typed
  std::vector<std::string> notes;  // Dutch: what was understood differently from what was typed
};

/// Throws corpus::Error: bad_request or too_heavy with a Dutch message.
Page search(const Index& index, const Request& request);

/// Ids of the best documents with scores and nothing else, for evaluation: at most `limit`, those that match less
/// included.
struct Ranked {
  std::string id;
  double score = 0;
};
std::vector<Ranked> rank(const Index& index, const std::string& query, std::size_t limit);

/// Where words of the query stand in a text, for marking a whole document page.
std::vector<Mark> mark(const Index& index, const std::string& query, const std::string& text);

}  // namespace search
