// The names under which authors give metadata, in YAML and JSON alike. Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace corpus {

/// A value as YAML or JSON gives it.
struct GivenValue {
  enum class Shape { none, text, list, other };
  Shape shape = Shape::none;  // none: null; other: a number, a table, or a list that holds more than texts
  std::vector<std::string> texts;
  std::string type{};                                        // of another shape, for messages
  std::vector<std::pair<std::string, std::string>> pairs{};  // of a table of texts (which is another shape)
};

/// "a list", "an array": for messages.
std::string with_article(std::string_view noun);

/// Sets the field that `key` names (English or Dutch, singular or plural), or lists the key in unknown_keys. Throws
/// bad_document, beginning with `place`, for a wrong shape and for a field that is given twice. An id and an access
/// label stay as they are written, white space included.
void give(Metadata& metadata, std::string_view key, GivenValue value, const std::string& place);

}  // namespace corpus
