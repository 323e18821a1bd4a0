// OpenDocument texts (ISO/IEC 26300): headings by outline level, lists, tables, notes. Tracked deletions, annotations
// and indexes are left out.
#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "corpus/readers/archive.h"
#include "corpus/readers/flow.h"
#include "corpus/readers/xml.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using Kind = FlowPiece::Kind;

constexpr int kLongestChain = 20;
constexpr std::size_t kMostRepeats = 50;  // of a row, cell or space: more is padding, or an attack
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kTextInCell = 150;

std::size_t repeats(const pugi::xml_node& node, std::string_view attribute) {
  const auto text = attribute_named(node, attribute);
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::clamp<std::size_t>(count, 1, kMostRepeats);
}

struct OdtStyle {
  std::string name, parent;  // the name folded
  bool bold = false;
  int outline = 0;
};

class OdtWalk {
 public:
  OdtWalk(Flow& flow, const Deadline& deadline) : flow_(flow), deadline_(deadline) {}

  void learn_styles(const pugi::xml_node& parent) {
    for (const pugi::xml_node node : parent) {
      if (!is_named(node, "style")) continue;
      const auto id = attribute_named(node, "name");
      const auto shown = attribute_named(node, "display-name");
      OdtStyle style;
      style.name = fold(clean(shown.empty() ? id : shown));
      style.parent = attribute_named(node, "parent-style-name");
      style.bold = attribute_named(child_named(node, "text-properties"), "font-weight") == "bold";
      const auto outline = attribute_named(node, "default-outline-level");
      std::from_chars(outline.data(), outline.data() + outline.size(), style.outline);
      styles_.emplace(id, std::move(style));
    }
  }

  void blocks(const pugi::xml_node& parent, bool in_list = false) {
    for (const pugi::xml_node node : parent) {
      deadline_.check();
      if (is_named(node, "p") || is_named(node, "h")) {
        paragraph(node, in_list);
      } else if (is_named(node, "list") || is_named(node, "list-item") || is_named(node, "list-header")) {
        blocks(node, true);
      } else if (is_named(node, "table")) {
        table(node);
      } else if (is_named(node, "section") || is_named(node, "numbered-paragraph") || is_named(node, "frame") ||
                 is_named(node, "text-box") || is_named(node, "index-body")) {
        blocks(node, in_list);
      }
      // Tables of contents, annotations, tracked changes and forms are left out.
    }
  }

 private:
  struct Text {
    std::string text;
    std::size_t letters = 0, bold = 0;
    std::vector<std::string> notes;
    std::vector<pugi::xml_node> boxes;
    bool all_bold() const { return letters > 0 && letters == bold; }
  };

  /// Whether a style of the chain fits.
  template <typename Fits>
  bool any_style(std::string_view id, Fits fits) const {
    std::string at(id);
    for (int steps = 0; steps < kLongestChain; ++steps) {
      const auto found = styles_.find(at);
      if (found == styles_.end()) return fits(OdtStyle{fold(at), {}, false, 0});
      if (fits(found->second)) return true;
      at = found->second.parent;
      if (at.empty()) return false;
    }
    return false;
  }
  bool is_bold(std::string_view id) const {
    return any_style(id, [](const OdtStyle& style) { return style.bold; });
  }

  void paragraph(const pugi::xml_node& node, bool in_list) {
    const auto style = attribute_named(node, "style-name");
    Text text;
    inline_text(node, is_bold(style), text);
    FlowPiece piece{in_list ? Kind::item : Kind::plain, text.text, 0, text.all_bold()};
    if (is_named(node, "h")) {
      const auto level = attribute_named(node, "outline-level");
      piece.kind = Kind::heading;
      piece.level = 1;
      std::from_chars(level.data(), level.data() + level.size(), piece.level);
      piece.level = std::clamp(piece.level, 1, 9);
    } else if (any_style(style, [](const OdtStyle& one) { return one.name == "title" || one.name == "titel"; })) {
      piece.kind = Kind::title;
    } else if (any_style(style,
                         [](const OdtStyle& one) { return one.name == "subtitle" || one.name == "ondertitel"; })) {
      piece.kind = Kind::subtitle;
    } else {
      any_style(style, [&](const OdtStyle& one) {
        if (one.outline > 0) piece.kind = Kind::heading;
        piece.level = std::clamp(one.outline, 0, 9);
        return one.outline > 0;
      });
    }
    flow_.add(std::move(piece));
    for (std::string& note : text.notes) flow_.add({Kind::note, std::move(note), 0, false});
    for (const pugi::xml_node& box : text.boxes) blocks(box);
  }

  void inline_text(const pugi::xml_node& parent, bool bold, Text& out) {
    for (const pugi::xml_node node : parent) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        for (const char c : std::string_view(node.value())) {
          out.text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
          out.letters += c != ' ' && c != '\n';
          out.bold += bold && c != ' ' && c != '\n';
        }
      } else if (is_named(node, "s")) {
        out.text.append(repeats(node, "c"), ' ');
      } else if (is_named(node, "tab")) {
        out.text += ' ';
      } else if (is_named(node, "line-break")) {
        out.text += '\n';
      } else if (is_named(node, "span")) {
        const auto style = attribute_named(node, "style-name");
        inline_text(node, style.empty() ? bold : bold || is_bold(style), out);
      } else if (is_named(node, "a") || is_named(node, "meta") || is_named(node, "ruby-base")) {
        inline_text(node, bold, out);
      } else if (is_named(node, "note")) {
        std::string mark = "[" + std::to_string(++notes_) + "]";
        out.text += " " + mark;
        out.notes.push_back(mark + " " + cell_text(child_named(node, "note-body")).text);
      } else if (is_named(node, "frame") || is_named(node, "custom-shape")) {
        if (const auto box = find_named(node, "text-box")) out.boxes.push_back(box);
      } else if (!is_named(node, "annotation") && !is_named(node, "tracked-changes") && is_field(node)) {
        inline_text(node, bold, out);
      }
    }
  }

  /// Fields (dates, references) hold their text; other unknown elements in a paragraph don't.
  static bool is_field(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.starts_with("text:") && !name.ends_with("bookmark") && !is_named(node, "ruby-text");
  }

  struct CellText {
    std::string text;
    bool bold = false;
  };
  CellText cell_text(const pugi::xml_node& cell) {
    Text all;
    gather(cell, all);
    std::string text = clean(all.text);
    for (const std::string& note : all.notes) text += " " + note;
    return {std::move(text), all.all_bold()};
  }
  void gather(const pugi::xml_node& parent, Text& out) {
    for (const pugi::xml_node node : parent) {
      if (is_named(node, "p") || is_named(node, "h")) {
        inline_text(node, is_bold(attribute_named(node, "style-name")), out);
        out.text += ' ';
      } else {
        gather(node, out);
      }
    }
  }

  struct RowNode {
    pugi::xml_node node;
    bool head;
  };
  static void collect_rows(const pugi::xml_node& parent, bool head, std::vector<RowNode>& out) {
    for (const pugi::xml_node node : parent) {
      if (is_named(node, "table-row"))
        out.push_back({node, head});
      else if (is_named(node, "table-header-rows"))
        collect_rows(node, true, out);
      else if (is_named(node, "table-rows") || is_named(node, "table-row-group"))
        collect_rows(node, head, out);
    }
  }

  void table(const pugi::xml_node& node) {
    std::vector<RowNode> rows;
    collect_rows(node, false, rows);
    FlowTable out;
    std::size_t columns = 0;
    bool layout = rows.size() <= 1;
    for (const RowNode& row : rows) {
      deadline_.check();
      FlowTable::Row made;
      made.head = row.head;
      made.bold = true;
      for (const pugi::xml_node cell : row.node) {
        if (!is_named(cell, "table-cell") && !is_named(cell, "covered-table-cell")) continue;
        const auto content = is_named(cell, "table-cell") ? cell_text(cell) : CellText{};
        layout = layout || count_words(content.text) > kTextInCell;
        made.bold &= content.bold || content.text.empty();
        for (std::size_t i = repeats(cell, "number-columns-repeated"); i > 0 && made.cells.size() < kMostColumns; --i)
          made.cells.push_back(content.text);
      }
      columns = std::max(columns, made.cells.size());
      out.rows.push_back(std::move(made));
    }
    if (!layout && columns > 1) return flow_.add(out);
    for (const RowNode& row : rows)
      for (const pugi::xml_node cell : row.node)
        if (is_named(cell, "table-cell")) blocks(cell);
  }

  Flow& flow_;
  const Deadline& deadline_;
  std::map<std::string, OdtStyle, std::less<>> styles_;
  int notes_ = 0;
};

}  // namespace

Draft read_odt(std::string_view bytes, const Deadline& deadline) {
  Archive archive(bytes);
  const auto manifest = archive.read("META-INF/manifest.xml");
  if (manifest && manifest->find("encryption-data") != std::string::npos)
    fail_document("is encrypted", "take its password off");
  const auto content_xml = archive.read("content.xml");
  if (!content_xml) fail_document("is no OpenDocument text: it has no content", "save it again as .odt");
  const auto content = parse_xml(*content_xml, "content.xml");
  const auto root = child_named(content, "document-content");
  const auto body = child_named(child_named(root, "body"), "text");
  if (!body) fail_document("is no OpenDocument text: it has no text", "save it again as .odt");
  Flow flow(deadline);
  OdtWalk walk(flow, deadline);
  if (const auto styles_xml = archive.read("styles.xml")) {
    const auto styles = parse_xml(*styles_xml, "styles.xml");
    walk.learn_styles(child_named(child_named(styles, "document-styles"), "styles"));
  }
  walk.learn_styles(child_named(root, "automatic-styles"));
  walk.blocks(body);
  std::string title, date;
  if (const auto meta_xml = archive.read("meta.xml")) {
    const auto meta_document = parse_xml(*meta_xml, "meta.xml");
    const auto meta = child_named(child_named(meta_document, "document-meta"), "meta");
    title = child_named(meta, "title").text().get();
    date = iso_day(child_named(meta, "creation-date").text().get());
  }
  Draft draft = std::move(flow).finish(title, nullptr);
  draft.date = std::move(date);
  return draft;
}

}  // namespace corpus
