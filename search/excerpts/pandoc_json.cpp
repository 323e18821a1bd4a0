#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "search/excerpts/manuscript.h"

namespace search {
namespace {

using nlohmann::json;

/// Without what XML 1.0 can't hold and `clean` leaves: U+FFFE and U+FFFF.
std::string writable(const std::string& raw) {
  auto text = corpus::clean(raw);
  for (const char* wrong : {"\xef\xbf\xbe", "\xef\xbf\xbf"})
    for (auto at = text.find(wrong); at != std::string::npos; at = text.find(wrong, at)) text.erase(at, 3);
  return text;
}

json attributes(const std::string& id = {}) { return json::array({id, json::array(), json::array()}); }

/// Words and spaces apart, as pandoc's own readers give them: a writer may break lines between them.
json words(const std::string& raw) {
  auto list = json::array();
  const auto text = writable(raw);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      list.push_back({{"t", "Space"}});
      ++at;
      continue;
    }
    const auto end = std::min(text.find(' ', at), text.size());
    list.push_back({{"t", "Str"}, {"c", text.substr(at, end - at)}});
    at = end;
  }
  return list;
}

void append(json& list, json more) {
  for (auto& item : more) list.push_back(std::move(item));
}

json inlines(const Inlines& pieces);

json note(const Inlines& text) { return {{"t", "Note"}, {"c", json::array({{{"t", "Para"}, {"c", inlines(text)}}})}}; }

json inlines(const Inlines& pieces) {
  auto list = json::array();
  for (const auto& piece : pieces) {
    // `clean` trims; the space between two pieces is meant.
    if (piece.text.starts_with(' ')) list.push_back({{"t", "Space"}});
    if (piece.link.empty())
      append(list, words(piece.text));
    else
      list.push_back(
          {{"t", "Link"}, {"c", json::array({attributes(), words(piece.text), json::array({piece.link, ""})})}});
    if (piece.text.size() > 1 && piece.text.ends_with(' ')) list.push_back({{"t", "Space"}});
    if (!piece.note.empty()) list.push_back(note(piece.note));
  }
  return list;
}

json plain(const Inlines& text) { return {{"t", "Plain"}, {"c", inlines(text)}}; }

json cells(const std::vector<Inlines>& row) {
  auto list = json::array();
  for (const auto& cell : row)
    list.push_back(json::array({attributes(), {{"t", "AlignDefault"}}, 1, 1, json::array({plain(cell)})}));
  return json::array({attributes(), list});
}

struct ToBlock {
  json operator()(const Heading& heading) const {
    return {{"t", "Header"}, {"c", json::array({heading.level, attributes(heading.id), words(heading.text)})}};
  }
  json operator()(const Paragraph& paragraph) const { return {{"t", "Para"}, {"c", inlines(paragraph.text)}}; }
  json operator()(const Quotation& quotation) const {
    auto paragraphs = json::array();
    for (std::size_t i = 0; i < quotation.lines.size(); ++i) {
      auto text = words(quotation.lines[i]);
      if (i + 1 == quotation.lines.size() && !quotation.note.empty()) text.push_back(note(quotation.note));
      paragraphs.push_back({{"t", quotation.list ? "Plain" : "Para"}, {"c", std::move(text)}});
    }
    if (!quotation.list) return {{"t", "BlockQuote"}, {"c", paragraphs}};
    auto items = json::array();
    for (auto& paragraph : paragraphs) items.push_back(json::array({std::move(paragraph)}));
    return {{"t", "BlockQuote"}, {"c", json::array({{{"t", "BulletList"}, {"c", items}}})}};
  }
  json operator()(const Bullets& bullets) const {
    auto items = json::array();
    for (const auto& item : bullets.items) items.push_back(json::array({plain(item)}));
    return {{"t", "BulletList"}, {"c", items}};
  }
  json operator()(const Table& table) const {
    auto columns = json::array(), rows = json::array();
    // The first column names the row, and names are longer there than above the others.
    constexpr double first = 1.4;
    const auto part = 1.0 / (static_cast<double>(table.header.size()) - 1 + first);
    for (std::size_t i = 0; i < table.header.size(); ++i)
      columns.push_back(
          json::array({{{"t", "AlignDefault"}}, {{"t", "ColWidth"}, {"c", i == 0 ? first * part : part}}}));
    for (const auto& row : table.rows) rows.push_back(cells(row));
    const auto head = json::array({attributes(), json::array({cells(table.header)})});
    const auto body = json::array({attributes(), 0, json::array(), rows});
    const auto caption = json::array({nullptr, json::array()});
    return {{"t", "Table"},
            {"c", json::array({attributes(), caption, columns, head, json::array({body}),
                               json::array({attributes(), json::array()})})}};
  }
};

/// Ours and not pandoc's: that is a field, which stays empty until the reader asks the program to fill it.
json contents_of(const Manuscript& manuscript) {
  auto items = json::array();
  for (const auto& block : manuscript.blocks)
    if (const auto* heading = std::get_if<Heading>(&block); heading && heading->level == 1)
      items.push_back(json::array({plain({{heading->text, "#" + heading->id, {}}})}));
  return {{"t", "BulletList"}, {"c", items}};
}

json meta_text(const std::string& text) { return {{"t", "MetaInlines"}, {"c", words(text)}}; }

}  // namespace

std::string to_pandoc_json(const Manuscript& manuscript) {
  auto blocks = json::array();
  if (manuscript.contents) {
    blocks.push_back(ToBlock{}(Heading{1, "Inhoud", "inhoudsopgave"}));
    blocks.push_back(contents_of(manuscript));
  }
  for (const auto& block : manuscript.blocks) blocks.push_back(std::visit(ToBlock{}, block));
  json meta = {{"title", meta_text(manuscript.title)}, {"lang", {{"t", "MetaString"}, {"c", "nl-NL"}}}};
  if (!manuscript.subtitle.empty()) meta["subtitle"] = meta_text(manuscript.subtitle);
  return json{{"pandoc-api-version", {1, 22, 2}}, {"meta", meta}, {"blocks", blocks}}.dump(
      -1, ' ', false, json::error_handler_t::replace);
}

}  // namespace search
