// What someone asks: the words typed and the selections made beside them. Plain values.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "search/fields.h"

namespace search {

enum class Sort { relevance, newest, oldest };

struct Request {
  std::string query;  // as typed, UTF-8 (invalid bytes are replaced)
  std::array<std::vector<std::string>, kFieldCount>
      selection;                   // by Field: alternatives; slugs, labels or values as written
  std::uint32_t from = 0, to = 0;  // yyyymmdd, both included; 0: no bound (search/query/date_bound.h)
  Sort sort = Sort::relevance;
  std::size_t offset = 0, limit = 10;
  std::size_t fill_below = 10;  // when fewer match, documents that match less follow up to `limit` (first page only)
  std::size_t passages = 3;     // at most, a document; 0: none are looked for
  FieldSet facets = FieldSet::all();  // those to count
  bool suggest = true;                // "bedoelde u"
  bool explain = false;
};

/// "2025-09-24", "2025-09" or "2025" as the first (`end` false) or last day of it; throws bad_request (Dutch) for
/// others.
std::uint32_t parse_date_bound(const std::string& text, bool end);

}  // namespace search
