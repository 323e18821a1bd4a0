#include "corpus/readers/section_builder.h"

#include <utility>

#include "corpus/text.h"

namespace corpus {

void SectionBuilder::heading(int level, std::string_view text) {
  std::string cleaned = clean(text);
  if (!cleaned.empty()) sections_.push_back({std::move(cleaned), level, {}});
}

void SectionBuilder::heading_or_title(int level, std::string_view text) {
  if (level != 1 || has_title()) return heading(level, text);
  title_ = clean(text);
  const bool sections_before = !sections_.empty() && sections_.back().level > 0;
  if (sections_before) heading(level, text);  // else what follows would hang under the section before it
}

void SectionBuilder::list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    const std::string cleaned = clean(item);
    if (cleaned.empty()) continue;
    if (!text.empty()) text += '\n';
    text += cleaned;
  }
  add(Block::Type::list, text);
}

void SectionBuilder::add(Block::Type type, std::string_view text) {
  std::string cleaned = clean(text, type == Block::Type::list);
  if (cleaned.empty()) return;
  if (sections_.empty()) sections_.emplace_back();
  sections_.back().blocks.push_back({type, std::move(cleaned), page_});
}

Draft SectionBuilder::finish() && {
  Draft draft;
  draft.title = std::move(title_);
  draft.sections = std::move(sections_);
  return draft;
}

std::string table_row(const std::vector<std::string>& heads, const std::vector<std::string>& cells) {
  bool headed = false;
  for (const std::string& head : heads) headed = headed || !head.empty();
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (!out.empty()) out += headed ? "; " : " – ";
    if (i < heads.size() && !heads[i].empty()) out += heads[i] + ": ";
    out += cells[i];
  }
  return out;
}

}  // namespace corpus
