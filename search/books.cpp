#include "search/books.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "search/index/errors.h"
#include "search/index/record.h"
#include "search/schema.h"

namespace search {
namespace {
constexpr std::size_t kMostChapters = 500;  // of one book that are looked at
}

Neighbours neighbours(const Index& index, const corpus::Document& document) {
  if (document.book.id.empty()) return {};
  struct Chapter {
    int number;
    std::string id, title;
  };
  std::vector<Chapter> chapters;
  {
    const auto reader = index.lease();
    translating_errors(index.generation(), [&] {
      const auto term = prefixed(kBookPrefix, document.book.id);
      const auto end = reader->database.postlist_end(term);
      for (auto at = reader->database.postlist_begin(term); at != end && chapters.size() < kMostChapters; ++at) {
        auto found = decode_record(reader->database.get_document(*at).get_data());
        if (found.access == corpus::kPublicAccess && found.book.id == document.book.id)
          chapters.push_back({found.book.chapter, std::move(found.id), std::move(found.title)});
      }
    });
  }
  std::ranges::sort(
      chapters, [](const Chapter& a, const Chapter& b) { return std::tie(a.number, a.id) < std::tie(b.number, b.id); });
  const auto here = std::ranges::find(chapters, document.id, &Chapter::id);
  if (here == chapters.end()) return {};
  Neighbours out;
  if (here != chapters.begin()) out.previous = ChapterLink{(here - 1)->id, (here - 1)->title};
  if (here + 1 != chapters.end()) out.next = ChapterLink{(here + 1)->id, (here + 1)->title};
  return out;
}

std::string period_in_words(const std::string& period) {
  static const char* const ordinals[] = {"eerste", "tweede", "derde", "vierde"};
  if (period.size() != 7 || period[4] != '-' || period[6] < '1' || period[6] > '4') return period;
  const std::string ordinal = ordinals[period[6] - '1'];
  if (period[5] == 'H') return ordinal + " halfjaar " + period.substr(0, 4);
  if (period[5] == 'Q') return ordinal + " kwartaal " + period.substr(0, 4);
  return period;
}

}  // namespace search
