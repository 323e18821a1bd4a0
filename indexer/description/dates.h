// Dutch dates in text and in file names.
//
// Understood: "24 september 2025", "24 september", "24 sept. 2025", "24 september '25", "24 en 25 september 2025" (the
// first day), "24-09-2025", "24/9/2025", "24.09.2025", "2025-09-24", "september 2025"; case doesn't matter. A weekday
// before it is noted, not part of the text. Years run from 1800 to 2100; a date that doesn't exist ("31 februari") is
// no date, not even its month. Pure functions; thread-safe.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace indexer {

struct DateInText {
  corpus::Date date;               // text as it stands there
  std::size_t begin = 0, end = 0;  // bytes in the text
  bool weekday = false;            // a weekday goes before it
};

/// Whether day and month exist; 0 stands for unknown, and 29 February exists when the year is unknown.
bool is_possible_date(int year, int month, int day);

/// All dates of a text in order, not overlapping.
std::vector<DateInText> find_dates(std::string_view text);

/// A text that is one date and nothing else (a weekday or a time behind an ISO date is allowed), also "2025-09" and
/// "2025". Forms without words become words: the text of "2025-09-24" is "24 september 2025".
std::optional<corpus::Date> parse_date(std::string_view text);

/// The date in the last part of a path: "2025-09-24-verslag.md", "verslag_20250924.txt", "2025-09 verslag.md",
/// "verslag 24-09-2025.docx", "verslag-24-september-2025.md", "2025_09_24.md". A year alone is no date, nor is anything
/// in the name of a file of JSON lines.
std::optional<corpus::Date> date_in_file_name(std::string_view source);

/// The one year that stands by itself in the last part of a path ("verslag-2024.md"); 0 when there is none, or several.
/// It may be the year of a plan or a budget, so it dates nothing; it tells which year a day of the text is in.
int year_in_file_name(std::string_view source);

/// "24 september 2025", "september 2025", "2025", "24 september".
std::string spelled_out(const corpus::Date& date);

}  // namespace indexer
