// All that the documents say of one theme, solution, municipality or police unit. What the pages about them show.
//
// `documents` and `counts` are exact and come from the columns. What was done where comes from reading documents: at
// most kMostRead of them, those that conclude or describe a practice first, then the newest; `read` and `documents`
// tell whether that was all. Plain values.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/fields.h"
#include "search/knowledge/documents.h"
#include "search/knowledge/postings.h"
#include "search/knowledge/practices.h"

namespace search {

inline constexpr std::size_t kMostRead = 400;

/// One row of what was done: a solution (of a theme, municipality or unit) or a municipality (of a solution).
struct Use {
  Amount amount;                            // documents that were read and say so
  std::vector<std::string> municipalities;  // values, those of more documents first; empty when rows are municipalities
  std::vector<Quote> quotes;                // best first, of different documents, at most two
};

struct Subject {
  Field field = Field::theme;
  std::string value, label;
  const corpus::Concept* entry = nullptr;  // of the index's vocabulary; nullptr for a value it doesn't know
  std::vector<Amount> narrower;            // directly below, those without documents too, by label
  std::uint64_t documents = 0;
  // Of a theme: documents of its sessions that don't carry it themselves. They are read too, and count in `uses`.
  std::uint64_t of_sessions = 0;
  std::uint64_t read = 0;
  std::array<std::vector<Amount>, kFieldCount> counts;
  std::vector<Use> uses;                // most documents first
  std::vector<Conclusion> conclusions;  // newest first; one a session
  std::vector<DocumentRef> practices, chapters, latest;
  std::vector<std::size_t> sessions;  // positions in Sessions::all(), newest first
};

}  // namespace search
