// The page of an office file that pandoc made: A4 and numbered, where pandoc's own has American paper and, in Word, no
// numbers. What is not as Debian's pandoc makes it is left as it is. Pure; thread-safe.
#pragma once
#include <string>

#include "search/excerpts/pandoc.h"

namespace search {

std::string on_a4(const std::string& file, OfficeFormat format);

}  // namespace search
