#include "server/pages/document_text.h"

#include <algorithm>

#include "corpus/text.h"
#include "search/api_json.h"
#include "server/pages/view.h"

namespace server {
namespace {

using corpus::Passage;
using search::Mark;

/// All text in one, so that the query is analysed once and not once a passage.
class MarkedText {
 public:
  MarkedText(const search::Index& index, const corpus::Document& document, const std::string& query) {
    if (query.empty()) return;
    std::string text;
    for (const auto& section : document.sections) {
      text.append(section.heading).append("\n\n");
      for (const auto& passage : section.passages) text.append(passage.text).append("\n\n");
    }
    marks_ = search::mark(index, query, text);
  }

  std::size_t count() const { return marks_.size(); }

  /// HTML of the next heading or passage, in the same order.
  std::string next(const std::string& text) {
    const auto marks = next_marks(text);
    return search::to_html(text, marks);
  }

  /// Whether the next passage, which has this text, holds a mark.
  bool is_next_marked(const std::string& text) const { return !within(marks_, offset_, offset_ + text.size()).empty(); }

  std::vector<Mark> next_marks(const std::string& text) {
    auto marks = within(marks_, offset_, offset_ + text.size());
    offset_ += text.size() + 2;
    return marks;
  }

  /// Those within [begin, end), counted from `begin`.
  static std::vector<Mark> within(const std::vector<Mark>& marks, std::size_t begin, std::size_t end) {
    std::vector<Mark> found;
    for (auto mark = std::ranges::lower_bound(marks, begin, {}, &Mark::begin); mark != marks.end() && mark->end <= end;
         ++mark)
      found.push_back({mark->begin - begin, mark->end - begin});
    return found;
  }

 private:
  std::vector<Mark> marks_;
  std::size_t offset_ = 0;
};

View list_view(const std::string& text, const std::vector<Mark>& marks) {
  const auto lines = corpus::lines_of(text);
  const bool agenda =
      !lines.empty() && std::ranges::all_of(lines, [](auto line) { return agenda_time(line).has_value(); });
  auto items = View::array();
  for (const auto line : lines) {
    View time = false;
    auto begin = static_cast<std::size_t>(line.data() - text.data());
    const auto end = begin + line.size();
    if (agenda) {
      const auto found = agenda_time(line);
      time = found->text;
      begin += found->rest;
    }
    const auto item = text.substr(begin, end - begin);
    items.push_back({{"time", time}, {"item_html", search::to_html(item, MarkedText::within(marks, begin, end))}});
  }
  return {{"agenda", agenda}, {"items", items}};
}

View passage_view(const Passage& passage, MarkedText& marked) {
  View view = {{"id", passage.id}, {"text_html", false}, {"list", false}, {"page", false}};
  if (passage.type == corpus::Block::Type::list) {
    view["list"] = list_view(passage.text, marked.next_marks(passage.text));
  } else {
    view["text_html"] = or_false(marked.next(passage.text));
  }
  return view;
}

/// Levels of headings on the page: the first is 2, and none is more than one deeper than the one before.
class Levels {
 public:
  int next(int level) {
    if (first_ == 0) first_ = level;
    return last_ = std::clamp(level - first_ + 2, 2, std::min(last_ + 1, 6));
  }

 private:
  int first_ = 0, last_ = 1;
};

}  // namespace

DocumentText document_text(const search::Index& index, const corpus::Document& document, const std::string& query) {
  MarkedText marked(index, document, query);
  DocumentText text{View::array(), View::array(), marked.count(), {}};
  Levels levels;
  const auto title = corpus::fold(document.title);
  int number = 0, page = 0;
  for (const auto& section : document.sections) {
    const auto id = "s-" + std::to_string(++number);
    const auto heading = marked.next(section.heading);
    View view = {{"id", id}, {"heading_html", false}, {"level", "2"}, {"passages", View::array()}};
    if (!section.heading.empty() && corpus::fold(section.heading) != title) {
      const int level = levels.next(std::max(1, section.level));
      view["heading_html"] = heading;
      view["level"] = std::to_string(level);
      if (level <= 3) text.toc.push_back({{"text", section.heading}, {"href", "#" + id}, {"deep", level == 3}});
    }
    for (const auto& passage : section.passages) {
      if (text.first_marked.empty() && marked.is_next_marked(passage.text)) text.first_marked = passage.id;
      view["passages"].push_back(passage_view(passage, marked));
      if (passage.page != page && passage.page > 0) view["passages"].back()["page"] = std::to_string(passage.page);
      page = passage.page;
    }
    text.sections.push_back(std::move(view));
  }
  return text;
}

}  // namespace server
