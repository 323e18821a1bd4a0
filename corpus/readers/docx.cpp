// Word documents (Office Open XML, ISO/IEC 29500): paragraphs with their styles, lists, tables, notes, text boxes.
//
// Tracked deletions, hidden text, comments, headers, footers and tables of contents are left out. A note stands in
// brackets where its mark is: "[1]" in the text, "[1] …" after the paragraph.
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "corpus/readers/archive.h"
#include "corpus/readers/docx_styles.h"
#include "corpus/readers/flow.h"
#include "corpus/readers/xml.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using Kind = FlowPiece::Kind;

constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kTextInCell = 150;  // words: a cell with more is layout, not a table

pugi::xml_document part(Archive& archive, const std::string& name) {
  const auto xml = archive.read(name);
  return xml ? parse_xml(*xml, name) : pugi::xml_document();
}

struct Text {
  std::string text;
  std::size_t letters = 0, bold = 0;
  std::vector<std::string> notes;     // ids of the notes in it
  std::vector<pugi::xml_node> boxes;  // text boxes that hang on it
  bool all_bold() const { return letters > 0 && bold == letters; }
};

class DocxWalk {
 public:
  DocxWalk(Archive& archive, Flow& flow, const Deadline& deadline)
      : styles_document_(part(archive, "word/styles.xml")),
        numbering_(part(archive, "word/numbering.xml")),
        footnotes_(part(archive, "word/footnotes.xml")),
        endnotes_(part(archive, "word/endnotes.xml")),
        styles_(styles_document_, numbering_),
        flow_(flow),
        deadline_(deadline) {
    collect_notes(footnotes_, "footnotes", "f");
    collect_notes(endnotes_, "endnotes", "e");
  }

  void run(const pugi::xml_node& body) { blocks(body); }

 private:
  void collect_notes(const pugi::xml_document& document, std::string_view root, const std::string& kind) {
    for (const pugi::xml_node note : child_named(document, root)) {
      const auto type = attribute_named(note, "type");
      if (type.empty() || type == "normal") notes_.emplace(kind + std::string(attribute_named(note, "id")), note);
    }
  }

  void blocks(const pugi::xml_node& parent) {
    for (const pugi::xml_node node : parent) {
      deadline_.check();
      if (is_named(node, "p")) {
        paragraph(node);
      } else if (is_named(node, "tbl")) {
        table(node);
      } else if (is_named(node, "sdt")) {
        if (!is_contents(node)) blocks(child_named(node, "sdtContent"));
      } else if (is_named(node, "customXml") || is_named(node, "ins") || is_named(node, "smartTag")) {
        blocks(node);
      }
    }
  }

  static bool is_contents(const pugi::xml_node& control) {
    const auto gallery = find_named(child_named(control, "sdtPr"), "docPartGallery");
    return attribute_named(gallery, "val") == "Table of Contents";
  }

  void paragraph(const pugi::xml_node& node) {
    const auto properties = child_named(node, "pPr");
    const auto style = styles_.paragraph(properties);
    Text text;
    inline_text(node, style.bold, text);
    const auto boxes = std::move(text.boxes);
    const bool listed = style.numbering > 0;
    std::string label;
    if (listed && !clean(text.text).empty()) label = styles_.label(style.numbering, style.number_level);
    if (!label.empty()) text.text = label + " " + text.text;
    using Role = DocxStyles::Role;
    FlowPiece piece{Kind::plain, text.text, style.level, text.all_bold() && !in_box_};
    switch (style.role) {
      case Role::contents:
        return;
      case Role::title:
        piece.kind = Kind::title;
        break;
      case Role::subtitle:
        piece.kind = Kind::subtitle;
        break;
      case Role::heading:
        piece.kind = Kind::heading;
        break;
      case Role::plain:
        // A bold numbered line alone is a heading without a style, not an item: Flow decides.
        if (listed && label.empty() && !piece.bold) piece.kind = Kind::item;
    }
    flow_.add(std::move(piece));
    for (const std::string& id : text.notes) note(id);
    const bool outer = std::exchange(in_box_, true);
    for (const pugi::xml_node& box : boxes) blocks(box);
    in_box_ = outer;
  }

  void note(const std::string& id) {
    const auto found = notes_.find(id);
    if (found == notes_.end()) return;
    const pugi::xml_node node = found->second;
    notes_.erase(found);  // each is told once, so that no loop can arise
    flow_.add({Kind::note, "[" + mark_of(id) + "] " + cell_text(node).text, 0, false});
  }

  std::string mark_of(const std::string& id) {
    const auto [known, first] = marks_.try_emplace(id, marks_.size() + 1);
    return std::to_string(known->second);
  }

  /// Text of what stands in one line: runs, links, insertions.
  void inline_text(const pugi::xml_node& parent, bool bold, Text& out) {
    for (const pugi::xml_node node : parent) {
      if (is_named(node, "r")) {
        run_text(node, bold, out);
      } else if (is_named(node, "sdt")) {
        inline_text(child_named(node, "sdtContent"), bold, out);
      } else if (is_named(node, "hyperlink") || is_named(node, "ins") || is_named(node, "moveTo") ||
                 is_named(node, "smartTag") || is_named(node, "fldSimple") || is_named(node, "customXml") ||
                 is_named(node, "dir") || is_named(node, "bdo")) {
        inline_text(node, bold, out);
      }
    }
  }

  void run_text(const pugi::xml_node& run, bool bold, Text& out) {
    const auto properties = child_named(run, "rPr");
    if (DocxStyles::toggled(properties, "vanish").value_or(false)) return;
    const std::string style(attribute_named(child_named(properties, "rStyle"), "val"));
    bold = DocxStyles::toggled(properties, "b").value_or(bold || (!style.empty() && styles_.is_bold(style)));
    for (const pugi::xml_node node : run) {
      if (is_named(node, "t")) {
        const std::string_view text = node.text().get();
        const auto letters =
            static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c != ' '; }));
        out.text += text;
        out.letters += letters;
        if (bold) out.bold += letters;
      } else if (is_named(node, "tab") || is_named(node, "ptab")) {
        out.text += ' ';
      } else if (is_named(node, "br") || is_named(node, "cr")) {
        const auto type = attribute_named(node, "type");
        out.text += type == "page" || type == "column" ? ' ' : '\n';
      } else if (is_named(node, "noBreakHyphen")) {
        out.text += '-';
      } else if (is_named(node, "footnoteReference") || is_named(node, "endnoteReference")) {
        const auto id = (is_named(node, "footnoteReference") ? "f" : "e") + std::string(attribute_named(node, "id"));
        if (!notes_.contains(id)) continue;
        out.text += " [" + mark_of(id) + "]";
        out.notes.push_back(id);
      } else {
        find_boxes(node, out);
      }
    }
  }

  /// Text boxes in a drawing; of the two versions that Word writes for old programs, the first that has any.
  void find_boxes(const pugi::xml_node& node, Text& out) {
    if (is_named(node, "txbxContent")) {
      out.boxes.push_back(node);
    } else if (is_named(node, "AlternateContent")) {
      const auto before = out.boxes.size();
      for (const pugi::xml_node version : node)
        if (out.boxes.size() == before) find_boxes(version, out);
    } else {
      for (const pugi::xml_node child : node) find_boxes(child, out);
    }
  }

  struct CellText {
    std::string text;
    bool bold = false;
  };

  /// All text of a cell or note in one line; a table inside is told row by row.
  CellText cell_text(const pugi::xml_node& cell) {
    Text all;
    gather(cell, all);
    const bool bold = all.all_bold();
    std::string text = clean(all.text);
    for (const std::string& id : std::exchange(all.notes, {})) {
      const auto found = notes_.find(id);
      if (found == notes_.end()) continue;
      const pugi::xml_node node = found->second;
      notes_.erase(found);
      text += " [" + mark_of(id) + "] " + cell_text(node).text;
    }
    return {std::move(text), bold};
  }

  void gather(const pugi::xml_node& parent, Text& out) {
    for (const pugi::xml_node node : parent) {
      if (is_named(node, "p")) {
        const auto style = styles_.paragraph(child_named(node, "pPr"));
        if (style.role == DocxStyles::Role::contents) continue;
        inline_text(node, style.bold, out);
        out.text += ' ';
      } else if (!is_named(node, "del") && !is_named(node, "pPr") && !is_named(node, "tcPr")) {
        gather(node, out);
      }
    }
  }

  static std::size_t span_of(const pugi::xml_node& properties) {
    const auto value = attribute_named(child_named(properties, "gridSpan"), "val");
    std::size_t span = 0;
    for (const char c : value)
      span = span < kMostColumns && c >= '0' && c <= '9' ? span * 10 + static_cast<std::size_t>(c - '0') : span;
    return std::clamp<std::size_t>(span, 1, kMostColumns);
  }

  static void collect(const pugi::xml_node& parent, std::string_view name, std::vector<pugi::xml_node>& out) {
    for (const pugi::xml_node node : parent) {
      if (is_named(node, name))
        out.push_back(node);
      else if (is_named(node, "sdt"))
        collect(child_named(node, "sdtContent"), name, out);
      else if (is_named(node, "ins") || is_named(node, "customXml"))
        collect(node, name, out);
    }
  }

  /// Letterheads and the like are tables too: of one row or column, or with long texts or headings in the cells.
  bool is_layout(const std::vector<std::vector<pugi::xml_node>>& rows) {
    std::size_t columns = 0;
    for (const auto& cells : rows) columns = std::max(columns, cells.size());
    if (columns <= 1 || rows.size() <= 1) return true;
    for (const auto& cells : rows)
      for (const pugi::xml_node& cell : cells) {
        std::size_t words = 0;
        for (const pugi::xml_node node : cell) {
          if (!is_named(node, "p")) continue;
          if (styles_.paragraph(child_named(node, "pPr")).role == DocxStyles::Role::heading) return true;
          Text text;
          inline_text(node, false, text);
          words += count_words(text.text);
        }
        if (words > kTextInCell) return true;
      }
    return false;
  }

  void table(const pugi::xml_node& node) {
    std::vector<pugi::xml_node> row_nodes;
    collect(node, "tr", row_nodes);
    std::vector<std::vector<pugi::xml_node>> rows(row_nodes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) collect(row_nodes[i], "tc", rows[i]);
    if (is_layout(rows)) {
      const bool floats = static_cast<bool>(child_named(child_named(node, "tblPr"), "tblpPr"));
      const bool outer = std::exchange(in_box_, in_box_ || floats);
      for (const auto& cells : rows)
        for (const pugi::xml_node& cell : cells) blocks(cell);
      in_box_ = outer;
      return;
    }
    FlowTable out;
    std::vector<std::string> above;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      deadline_.check();
      FlowTable::Row row;
      row.head = DocxStyles::toggled(child_named(row_nodes[i], "trPr"), "tblHeader").value_or(false);
      row.bold = true;
      for (const pugi::xml_node& cell : rows[i]) {
        const auto properties = child_named(cell, "tcPr");
        const auto merge = child_named(properties, "vMerge");
        const bool continued = merge && attribute_named(merge, "val") != "restart";
        auto content = cell_text(cell);
        // A cell that reaches over several rows belongs to each of them.
        if (continued && content.text.empty() && row.cells.size() < above.size())
          content.text = above[row.cells.size()];
        row.bold &= content.bold || content.text.empty();
        row.cells.push_back(std::move(content.text));
        for (std::size_t more = span_of(properties); more > 1 && row.cells.size() < kMostColumns; --more)
          row.cells.emplace_back();
      }
      above = row.cells;
      out.rows.push_back(std::move(row));
    }
    flow_.add(out);
  }

  pugi::xml_document styles_document_, numbering_, footnotes_, endnotes_;
  DocxStyles styles_;
  Flow& flow_;
  const Deadline& deadline_;
  std::map<std::string, pugi::xml_node> notes_;
  std::map<std::string, std::size_t> marks_;
  bool in_box_ = false;  // where bold lines are decoration: the sender of a letter
};

}  // namespace

Draft read_docx(std::string_view bytes, const ReadHints& hints, const Deadline& deadline) {
  Archive archive(bytes);
  const auto document = part(archive, "word/document.xml");
  const auto body = child_named(child_named(document, "document"), "body");
  if (!body) fail_document("is no Word document: it has no text part", "save it again as .docx");
  Flow flow(deadline);
  DocxWalk(archive, flow, deadline).run(body);
  const auto core = part(archive, "docProps/core.xml");
  const auto properties = child_named(core, "coreProperties");
  Draft draft = std::move(flow).finish(child_named(properties, "title").text().get(), &hints);
  draft.date = iso_day(child_named(properties, "created").text().get());
  return draft;
}

}  // namespace corpus
