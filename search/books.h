// Policy books as their chapters: what comes before and after one. Found in the index when asked, so that a chapter
// that is added or removed changes nothing in the others. Thread-safe.
#pragma once
#include <optional>
#include <string>

#include "corpus/document.h"
#include "search/index.h"

namespace search {

struct ChapterLink {
  std::string id, title;
};

struct Neighbours {
  std::optional<ChapterLink> previous, next;
};

/// Among the public chapters of the same book, by number and then by id; none for a document that is no chapter.
Neighbours neighbours(const Index& index, const corpus::Document& document);

/// "2025-H1" → "eerste halfjaar 2025", "2025-Q3" → "derde kwartaal 2025"; anything else as it is.
std::string period_in_words(const std::string& period);

}  // namespace search
