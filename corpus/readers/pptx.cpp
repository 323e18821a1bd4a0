// PowerPoint presentations (Office Open XML): each slide a section under its title, its texts as lists, tables row by
// row, the speaker's notes below. Slide numbers, dates and footers are left out.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "corpus/readers/archive.h"
#include "corpus/readers/flow.h"
#include "corpus/readers/xml.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using Kind = FlowPiece::Kind;

constexpr std::size_t kMostSlides = 5000;
constexpr int kSlideLevel = 2;

struct Relation {
  std::string target, type;
};

/// "ppt/slides" + "../notesSlides/notesSlide1.xml" → "ppt/notesSlides/notesSlide1.xml"
std::string resolve(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const auto slash = folder.rfind('/');
    folder.resize(slash == std::string::npos ? 0 : slash);
  }
  return folder.empty() ? std::string(target) : folder + "/" + std::string(target);
}

std::map<std::string, Relation> relations_of(Archive& archive, const std::string& part) {
  std::map<std::string, Relation> out;
  const auto slash = part.rfind('/');
  const std::string folder = part.substr(0, slash);
  const auto name = folder + "/_rels/" + part.substr(slash + 1) + ".rels";
  const auto xml = archive.read(name);
  if (!xml) return out;
  const auto document = parse_xml(*xml, name);
  for (const pugi::xml_node node : child_named(document, "Relationships"))
    if (attribute_named(node, "TargetMode") != "External")
      out.emplace(attribute_named(node, "Id"), Relation{resolve(folder, attribute_named(node, "Target")),
                                                        std::string(attribute_named(node, "Type"))});
  return out;
}

std::string paragraph_text(const pugi::xml_node& paragraph) {
  std::string out;
  for (const pugi::xml_node node : paragraph) {
    if (is_named(node, "r") || is_named(node, "fld")) out += child_named(node, "t").text().get();
    if (is_named(node, "br")) out += '\n';
  }
  return out;
}

std::vector<std::string> paragraphs_of(const pugi::xml_node& body) {
  std::vector<std::string> out;
  for (const pugi::xml_node node : body)
    if (is_named(node, "p"))
      if (std::string text = clean(paragraph_text(node)); !text.empty()) out.push_back(std::move(text));
  return out;
}

struct Slide {
  std::string title;
  bool is_cover = false;  // its title is that of the presentation
  std::vector<FlowPiece> pieces;
  std::vector<FlowTable> tables;
};

class SlideWalk {
 public:
  explicit SlideWalk(Slide& out) : out_(out) {}

  void shapes(const pugi::xml_node& tree) {
    for (const pugi::xml_node node : tree) {
      if (is_named(node, "sp"))
        shape(node);
      else if (is_named(node, "grpSp"))
        shapes(node);
      else if (is_named(node, "graphicFrame"))
        table(find_named(node, "tbl"));
      else if (is_named(node, "AlternateContent"))
        shapes(node.first_child());
    }
  }

 private:
  void shape(const pugi::xml_node& node) {
    const auto placeholder = find_named(child_named(node, "nvSpPr"), "ph");
    const auto type = attribute_named(placeholder, "type");
    if (type == "sldNum" || type == "dt" || type == "ftr" || type == "hdr" || type == "sldImg") return;
    const auto paragraphs = paragraphs_of(child_named(node, "txBody"));
    if (type == "title" || type == "ctrTitle") {
      out_.is_cover |= type == "ctrTitle";
      for (const auto& text : paragraphs) out_.title += (out_.title.empty() ? "" : " ") + text;
      return;
    }
    // The text of a slide is points; a text box with one paragraph is a remark beside them.
    const auto kind = paragraphs.size() > 1 ? Kind::item : Kind::plain;
    for (const auto& text : paragraphs) out_.pieces.push_back({kind, text, 0, false});
  }

  void table(const pugi::xml_node& node) {
    if (!node) return;
    FlowTable out;
    const bool headed = attribute_named(child_named(node, "tblPr"), "firstRow") == "1";
    for (const pugi::xml_node row : node) {
      if (!is_named(row, "tr")) continue;
      FlowTable::Row made;
      made.head = headed && out.rows.empty();
      for (const pugi::xml_node cell : row) {
        if (!is_named(cell, "tc")) continue;
        std::string text;
        for (const auto& paragraph : paragraphs_of(child_named(cell, "txBody")))
          text += (text.empty() ? "" : " ") + paragraph;
        made.cells.push_back(std::move(text));
      }
      out.rows.push_back(std::move(made));
    }
    out_.tables.push_back(std::move(out));
  }

  Slide& out_;
};

/// Adds one slide with its notes.
void add_slide(Archive& archive, const std::string& part, bool first, Flow& flow) {
  const auto xml = archive.read(part);
  if (!xml) return;
  const auto document = parse_xml(*xml, part);
  Slide slide;
  SlideWalk(slide).shapes(find_named(document, "spTree"));
  if (first && slide.is_cover)
    flow.add({Kind::title, slide.title, 0, false});
  else
    flow.add({Kind::heading, slide.title, kSlideLevel, false});
  for (auto& piece : slide.pieces) flow.add(std::move(piece));
  for (const auto& table : slide.tables) flow.add(table);
  for (const auto& [id, relation] : relations_of(archive, part)) {
    if (!relation.type.ends_with("/notesSlide")) continue;
    const auto notes_xml = archive.read(relation.target);
    if (!notes_xml) continue;
    const auto notes_document = parse_xml(*notes_xml, relation.target);
    Slide notes;
    SlideWalk(notes).shapes(find_named(notes_document, "spTree"));
    for (const auto& piece : notes.pieces) flow.add({Kind::plain, piece.text, 0, false});
  }
}

}  // namespace

Draft read_pptx(std::string_view bytes, const Deadline& deadline) {
  constexpr auto kMain = "ppt/presentation.xml";
  Archive archive(bytes);
  const auto xml = archive.read(kMain);
  if (!xml) fail_document("is no presentation: it has no slides", "save it again as .pptx");
  const auto document = parse_xml(*xml, kMain);
  const auto relations = relations_of(archive, kMain);
  Flow flow(deadline);
  std::size_t count = 0;
  for (const pugi::xml_node node : child_named(child_named(document, "presentation"), "sldIdLst")) {
    deadline.check();
    // Both "id" and "r:id" are here: the relation is the one with a prefix.
    std::string id;
    for (const pugi::xml_attribute attribute : node.attributes())
      if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
    const auto relation = relations.find(id);
    if (relation == relations.end()) continue;
    if (++count > kMostSlides) fail_document("has more than 5000 slides", "split it");
    add_slide(archive, relation->second.target, count == 1, flow);
  }
  const auto core_xml = archive.read("docProps/core.xml");
  std::string title, date;
  if (core_xml) {
    const auto core = parse_xml(*core_xml, "docProps/core.xml");
    const auto properties = child_named(core, "coreProperties");
    title = child_named(properties, "title").text().get();
    date = iso_day(child_named(properties, "created").text().get());
  }
  Draft draft = std::move(flow).finish(title, nullptr);
  draft.date = std::move(date);
  return draft;
}

}  // namespace corpus
