// The query box: words, "phrases", -exclusions, OR, and field:value. Never fails: what makes no sense is read as words.
//
//   query   := clause*
//   clause  := item (OR item)*            OR in capitals
//   item    := ["-"] (field ":" value | '"' text '"' | word)
//   field   := a parameter of the field table; value := word | '"' text '"'
// Pure; thread-safe. Input is any bytes; invalid UTF-8 is replaced.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/fields.h"

namespace search {

struct QueryItem {
  enum class Kind { word, phrase, field };
  Kind kind = Kind::word;
  std::string text;                  // the word (it may hold several tokens: "AVG/politie"), the phrase, or the value
  const FieldInfo* field = nullptr;  // for Kind::field
  std::size_t begin = 0, end = 0;    // of `text` in ParsedQuery::text, in bytes
};

/// One item, or several joined with OR.
struct QueryClause {
  std::vector<QueryItem> items;
  bool excluded = false;  // then there is one item
};

struct ParsedQuery {
  std::string text;  // as typed, made valid UTF-8
  std::vector<QueryClause> clauses;
};

ParsedQuery parse_query(std::string_view typed);

}  // namespace search
