// What a document says was done: a solution, the municipalities that the same passage names, and the passage.
//
// A municipality counts for a solution where one passage names both, or where the document is about that municipality
// alone. Values are those that the document carries; nothing is concluded from words that description left out.
// Pure functions; thread-safe, each call with its own Analyzer.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "search/analysis/analyzer.h"
#include "search/knowledge/mentions.h"
#include "search/knowledge/quotes.h"

namespace search {

struct Practice {
  std::string solution;                     // value
  std::vector<std::string> municipalities;  // values
  std::optional<Quote> quote;               // none when the author gave the solution and no passage names it
  int strength = 0;                         // how well the quotation shows it: for choosing among several
};

std::vector<Practice> practices_of(const corpus::Document& document, const corpus::Vocabulary& vocabulary,
                                   const Mentions& mentions, Analyzer& analyzer);

/// What was concluded: items of a list or sentences, word for word.
struct Conclusion {
  DocumentRef document;
  std::string heading, passage;     // of the first point
  std::vector<std::string> points;  // at most kMostPoints
  bool more = false;                // the document has further ones
};
inline constexpr std::size_t kMostPoints = 3;

/// Points of a document of conclusions, or of the part of another that has "conclusie" in its heading. With `about`,
/// only points that mention this concept. nullopt when there are none.
std::optional<Conclusion> conclusion_of(const corpus::Document& document, const corpus::Concept* about,
                                        const corpus::Vocabulary& vocabulary, const Mentions& mentions,
                                        Analyzer& analyzer);

/// Whether `entry` is the concept `about` or narrower than it.
bool is_within(const corpus::Concept& entry, const corpus::Concept& about, const corpus::Vocabulary& vocabulary);

}  // namespace search
