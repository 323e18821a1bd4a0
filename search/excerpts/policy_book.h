// The draft policy book of a half year: what its public documents say about each theme, quoted and with its source.
//
// Nothing is written by us but headings and the words that connect; every sentence of content is a quotation with a
// footnote, or a definition of the vocabulary, which is named as such. Thread-safe.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "search/excerpts/manuscript.h"
#include "search/index.h"

namespace search {

struct HalfYear {
  int year = 0, half = 1;
  /// "2025-H1", as a document's `period` has it.
  std::string name() const;
  /// "eerste halfjaar 2025".
  std::string in_words() const;
  /// yyyymmdd of a day within it, month and day 0 when unknown; a year alone is in neither half.
  bool holds(std::uint32_t date) const;
  HalfYear next() const { return half == 1 ? HalfYear{year, 2} : HalfYear{year + 1, 1}; }
  bool operator==(const HalfYear&) const = default;
};

/// "2025-H1" or "2025-H2"; nullopt for anything else.
std::optional<HalfYear> parse_half_year(std::string_view text);

/// At most so many documents of a half year go into the book, the newest; the book says so when there are more.
inline constexpr std::size_t kMostBookDocuments = 500;

/// Throws corpus::Error (not_found, Dutch) when no public document is of this half year. `site` as in excerpt_url().
Manuscript policy_book(const Index& index, const HalfYear& period, const std::string& site);

}  // namespace search
