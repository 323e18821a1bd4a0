// The date of a document, when the author gave none: from the file name, else from title or beginning.
//
// Nothing is invented: a date without a year stays so, unless the file name has the same day and month with a year, or
// a year by itself. Pure functions; thread-safe.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/document.h"
#include "indexer/description/text_unit.h"

namespace indexer {

struct DocumentDate {
  corpus::Date date;
  corpus::Value value;  // Date::iso(), origin, passage
};

/// The author's date as given, be it only a year: the text adds nothing to it. What can't be read is kept as text, with
/// a warning; a year that is missing may come from the file name.
DocumentDate given_date(std::string_view given, std::string_view source, std::vector<std::string>& warnings);

/// `rejected` is asked with the text of a date as written and with its ISO form.
DocumentDate find_date(std::span<const TextUnit> units, std::string_view source,
                       const std::function<bool(std::string_view)>& rejected);

}  // namespace indexer
