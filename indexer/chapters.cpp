#include "indexer/chapters.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/text.h"
#include "indexer/description/books.h"
#include "indexer/description/kinds.h"

namespace indexer {
namespace {

using corpus::Section;

constexpr int kLevels = 9;

bool is_policy_book(const corpus::Draft& draft, std::string_view source) {
  const auto& kind = draft.given.kind;
  if (kind && !corpus::clean(*kind).empty()) return kind_of_word(*kind) == "beleidsboek";
  const auto slash = source.rfind('/');
  return names_policy_book(draft.given.title.value_or(draft.title)) ||
         names_policy_book(source.substr(slash == std::string_view::npos ? 0 : slash + 1));
}

/// The level at which the text falls into chapters; 0 when it doesn't.
int chapter_level(const corpus::Draft& draft, const std::vector<Section>& sections, std::string_view source) {
  if (draft.given.chapters == false) return 0;
  const bool asked = draft.given.chapters == true;
  if (!asked && !is_policy_book(draft, source)) return 0;
  // A file that is one chapter already stays whole.
  if (!asked && !book_of(draft.given, draft.given.title.value_or(draft.title)).id.empty()) return 0;
  const auto count = [&](int level) {
    return std::ranges::count_if(
        sections, [&](const Section& section) { return section.level == level && !section.heading.empty(); });
  };
  if (count(1) >= 2) return 1;
  // The title may take the first level, and a PDF knows type sizes only: where the author asks, or in a whole PDF.
  if (asked || draft.pages > 0)
    for (int level = 2; level <= kLevels; ++level)
      if (count(level) >= 2) return level;
  return 0;
}

/// A Markdown reader takes the first heading of level 1 as the title; when the author gave another one, it is the first
/// chapter's.
std::vector<Section> sections_with_first(const corpus::Draft& draft) {
  auto sections = draft.sections;
  if (!draft.given.title || draft.title.empty()) return sections;
  const auto given = corpus::fold(corpus::clean(*draft.given.title)), found = corpus::fold(corpus::clean(draft.title));
  const bool same = given.find(found) != std::string::npos || found.find(given) != std::string::npos;
  const bool repeated = std::ranges::any_of(
      sections, [&](const Section& section) { return section.level == 1 && section.heading == draft.title; });
  if (same || repeated) return sections;
  if (!sections.empty() && sections.front().level == 0) {
    sections.front().heading = draft.title;
    sections.front().level = 1;
  } else {
    sections.insert(sections.begin(), Section{draft.title, 1, {}});
  }
  return sections;
}

std::string title_of_book(const corpus::Draft& draft, std::string_view source) {
  if (draft.given.book) return corpus::clean(*draft.given.book);
  if (draft.given.title) return corpus::clean(*draft.given.title);
  if (!draft.title.empty()) return corpus::clean(draft.title);
  const auto slash = source.rfind('/');
  const auto name = source.substr(slash == std::string_view::npos ? 0 : slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

}  // namespace

std::vector<Chapter> split_chapters(const corpus::Draft& draft, const std::string& id, std::string_view source) {
  const auto sections = sections_with_first(draft);
  const int level = chapter_level(draft, sections, source);
  std::vector<Chapter> chapters;
  if (level == 0) return chapters;

  const std::string book = title_of_book(draft, source);
  std::unordered_map<std::string, int> slugs;
  const auto begin = [&](const std::string& heading) {
    Chapter chapter;
    chapter.draft.given = draft.given;
    chapter.draft.given.id.reset();
    chapter.draft.given.chapter.reset();
    chapter.draft.given.book = book;
    chapter.draft.date = draft.date;
    const auto number =
        static_cast<int>(std::ranges::count_if(chapters, [](const Chapter& one) { return one.book.chapter > 0; }));
    chapter.book = {id, book, heading.empty() ? 0 : number + 1};
    if (heading.empty()) {
      chapter.id = id;
      chapter.draft.given.title = book;
    } else {
      auto slug = corpus::slug(without_number(heading));
      if (slug.empty()) slug = "hoofdstuk";
      const int times = ++slugs[slug];
      chapter.id = id + "/" + slug + (times > 1 ? "-" + std::to_string(times) : "");
      chapter.draft.given.title = corpus::clean(heading) + " — " + book;
    }
    chapters.push_back(std::move(chapter));
  };
  for (const Section& section : sections) {
    const bool new_chapter = section.level == level && !section.heading.empty();
    if (new_chapter) {
      begin(section.heading);
      // The heading is the title now; its text begins the chapter.
      if (!section.blocks.empty()) chapters.back().draft.sections.push_back({{}, 0, section.blocks});
      continue;
    }
    if (chapters.empty()) {
      if (section.blocks.empty()) continue;  // the parts of a cover
      begin({});
    }
    chapters.back().draft.sections.push_back(section);
  }
  return chapters;
}

}  // namespace indexer
