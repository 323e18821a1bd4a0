// HTML (gumbo): the content of a page as headings, paragraphs, lists and table rows.
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "corpus/readers/formats.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/lines.h"
#include "corpus/text.h"

namespace corpus {
namespace {

struct FreeOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Tree = std::unique_ptr<GumboOutput, FreeOutput>;

/// Whether a tree is deeper than it should be. Without recursion.
bool is_deeper(const GumboNode* root, std::size_t limit) {
  std::vector<std::pair<const GumboNode*, std::size_t>> open{{root, 1}};
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    if (depth > limit) return true;
    for (const GumboNode* child : children(node)) open.emplace_back(child, depth + 1);
  }
  return false;
}

Tree parse(std::string_view html, const ReadLimits& limits, const Deadline& deadline) {
  constexpr std::size_t kImplied = 4;  // times the limit: elements that gumbo adds by itself
  check_html_nesting(html, limits.html_depth);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  Tree tree(gumbo_parse_with_options(&options, html.data(), html.size()));
  if (is_deeper(tree->document, kImplied * limits.html_depth)) {
    // Freeing such a tree recurses until the stack is full: losing the memory is the lesser evil.
    static_cast<void>(tree.release());
    fail_document("HTML nested far too deeply", "close the tags that are open");
  }
  deadline.check();
  return tree;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

bool holds(const GumboNode* node, bool (*is_it)(const GumboNode*)) {
  const std::vector<const GumboNode*> below = children(node);
  return std::any_of(below.begin(), below.end(),
                     [is_it](const GumboNode* child) { return is_it(child) || holds(child, is_it); });
}

bool is_heading(const GumboNode* node) { return heading_level(node) > 0; }
bool is_list(const GumboNode* node) { return is_tag(node, GUMBO_TAG_UL) || is_tag(node, GUMBO_TAG_OL); }

/// Gathers a page's blocks. Recursion is bounded: check_html_nesting ran before.
class HtmlWalk {
 public:
  HtmlWalk(SectionBuilder& out, const Deadline& deadline, bool by_name)
      : out_(out), deadline_(deadline), by_name_(by_name) {}

  /// `title`: the heading that became the document's title and is no section.
  void run(const GumboNode* content, const GumboNode* title, bool sectioned) {
    title_ = title;
    visit_children(content, sectioned);
    end_paragraph();
  }

 private:
  void visit_children(const GumboNode* node, bool sectioned) {
    for (const GumboNode* child : children(node)) visit(child, sectioned);
  }

  void visit(const GumboNode* node, bool sectioned) {
    deadline_.check();
    if (is_text(node)) add_text(node->v.text.text);
    if (!is_element(node) || node == title_ || is_boilerplate(node, sectioned, by_name_)) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      text_ += '\n';
    } else if (const int level = heading_level(node); level > 0) {
      end_paragraph();
      out_.heading(level, text_of(node));
    } else if (is_list(node)) {
      end_paragraph();
      add_list(node);
    } else if (tag == GUMBO_TAG_DL) {
      end_paragraph();
      add_definitions(node);
    } else if (tag == GUMBO_TAG_TABLE) {
      end_paragraph();
      add_table(node, sectioned);
    } else {
      const bool inside = sectioned || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION;
      const bool block = is_block_tag(tag);
      if (block) end_paragraph();
      if (tag == GUMBO_TAG_PRE) {
        only_links_ = false;
        for (const GumboNode* child : children(node)) text_ += is_text(child) ? child->v.text.text : text_of(child);
      } else if (tag == GUMBO_TAG_A) {
        ++links_;
        const bool outer = std::exchange(in_link_, true);
        visit_children(node, inside);
        in_link_ = outer;
      } else {
        visit_children(node, inside);
      }
      if (block) end_paragraph();
    }
  }

  void add_text(std::string_view text) {
    for (const char c : text) {
      const char flat = c == '\n' || c == '\r' ? ' ' : c;
      text_ += flat;
      if (flat != ' ' && flat != '\t' && !in_link_) only_links_ = false;
    }
  }

  /// Lines are those of <br> and <pre>: two make a new paragraph, and times or marks at their begin a list.
  void end_paragraph() {
    const bool buttons = std::exchange(only_links_, true) && links_ > 1 && by_name_;
    links_ = 0;
    const std::string text = std::exchange(text_, {});
    if (buttons) return;  // "Print Deel Download": a row of links and nothing else
    LineWriter writer(out_);
    for (const LineBlock& block : line_blocks(text)) writer.add(block);
    writer.flush();
  }

  void add_list(const GumboNode* list) {
    std::vector<std::string> items;
    add_items(list, items);
    out_.list(items);
  }

  void add_items(const GumboNode* list, std::vector<std::string>& items) {
    for (const GumboNode* child : children(list)) {
      deadline_.check();
      if (is_list(child)) {
        add_items(child, items);
      } else if (is_element(child) && !is_boilerplate(child, true, by_name_)) {
        std::string text;
        std::vector<const GumboNode*> nested;
        bool after_heading = false;
        item_text(child, text, nested, after_heading);
        items.push_back(std::move(text));
        for (const GumboNode* below : nested) add_items(below, items);
      }
    }
  }

  /// An item's text without the lists inside it. Behind an item's heading, links alone are buttons.
  void item_text(const GumboNode* node, std::string& text, std::vector<const GumboNode*>& nested, bool& after_heading) {
    for (const GumboNode* child : children(node)) {
      if (is_text(child)) {
        text += child->v.text.text;
      } else if (is_list(child)) {
        nested.push_back(child);
      } else if (is_element(child) && !is_boilerplate(child, true, by_name_)) {
        const bool button = after_heading && is_tag(child, GUMBO_TAG_A);
        if (button) continue;
        const bool apart = is_block_tag(child->v.element.tag) || is_tag(child, GUMBO_TAG_BR) || is_heading(child);
        if (apart) text += ' ';
        item_text(child, text, nested, after_heading);
        if (apart) text += ' ';
        after_heading = after_heading || is_heading(child);
      }
    }
  }

  void add_definitions(const GumboNode* list) {
    std::vector<std::string> items;
    std::string term;
    for (const GumboNode* child : definition_parts(list)) {
      const std::string text = clean(text_of(child));
      if (is_tag(child, GUMBO_TAG_DT)) {
        if (!term.empty()) items.push_back(term);
        term = text;
      } else {
        items.push_back(term.empty() ? text : std::exchange(term, {}) + ": " + text);
      }
    }
    if (!term.empty()) items.push_back(term);
    out_.list(items);
  }

  /// The dt and dd of a list; they may stand in divs.
  std::vector<const GumboNode*> definition_parts(const GumboNode* list) {
    std::vector<const GumboNode*> parts;
    for (const GumboNode* child : children(list)) {
      if (!is_element(child) || is_boilerplate(child, true, by_name_)) continue;
      if (is_tag(child, GUMBO_TAG_DIV)) {
        for (const GumboNode* part : definition_parts(child)) parts.push_back(part);
      } else {
        parts.push_back(child);
      }
    }
    return parts;
  }

  void add_table(const GumboNode* table, bool sectioned) {
    const auto is_layout_part = [](const GumboNode* node) { return is_tag(node, GUMBO_TAG_TABLE) || is_heading(node); };
    const bool layout = attribute(table, "role") == "presentation" || holds(table, is_layout_part);
    if (layout) return visit_children(table, sectioned);
    std::vector<std::string> heads, items;
    add_rows(table, heads, items);
    out_.list(items);
  }

  void add_rows(const GumboNode* node, std::vector<std::string>& heads, std::vector<std::string>& items) {
    for (const GumboNode* child : children(node)) {
      deadline_.check();
      if (is_tag(child, GUMBO_TAG_CAPTION)) {
        out_.paragraph(text_of(child));
      } else if (is_tag(child, GUMBO_TAG_TR)) {
        add_row(child, heads, items);
      } else if (is_element(child)) {
        add_rows(child, heads, items);
      }
    }
  }

  static void add_row(const GumboNode* row, std::vector<std::string>& heads, std::vector<std::string>& items) {
    std::vector<std::string> cells;
    std::size_t head_cells = 0;
    for (const GumboNode* cell : children(row)) {
      if (!is_element(cell)) continue;
      cells.push_back(clean(text_of(cell)));
      head_cells += is_tag(cell, GUMBO_TAG_TH);
    }
    if (!cells.empty() && head_cells == cells.size()) {
      heads = std::move(cells);
    } else if (heads.empty() && head_cells == 1 && cells.size() == 2) {
      items.push_back(table_row({cells.front()}, {cells.back()}));
    } else {
      items.push_back(table_row(heads, cells));
    }
  }

  static bool is_block_tag(GumboTag tag) {
    constexpr std::array kBlocks = {GUMBO_TAG_P,       GUMBO_TAG_DIV,     GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
                                    GUMBO_TAG_MAIN,    GUMBO_TAG_HEADER,  GUMBO_TAG_FOOTER,  GUMBO_TAG_BLOCKQUOTE,
                                    GUMBO_TAG_PRE,     GUMBO_TAG_ADDRESS, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION,
                                    GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,
                                    GUMBO_TAG_CENTER,  GUMBO_TAG_HR,      GUMBO_TAG_TR,      GUMBO_TAG_TD,
                                    GUMBO_TAG_TH,      GUMBO_TAG_CAPTION, GUMBO_TAG_LI,      GUMBO_TAG_DT,
                                    GUMBO_TAG_DD,      GUMBO_TAG_HGROUP,  GUMBO_TAG_BODY};
    return std::find(kBlocks.begin(), kBlocks.end(), tag) != kBlocks.end();
  }

  SectionBuilder& out_;
  const Deadline& deadline_;
  bool by_name_;
  const GumboNode* title_ = nullptr;
  std::string text_;
  int links_ = 0;  // of the paragraph at hand
  bool in_link_ = false, only_links_ = true;
};

}  // namespace

Draft read_html(std::string_view utf8, const ReadLimits& limits, const Deadline& deadline) {
  const Tree tree = parse(utf8, limits, deadline);
  const HtmlPage page = find_page(tree->document, deadline);
  SectionBuilder builder;
  if (page.content) {
    const bool whole_page = is_tag(page.content, GUMBO_TAG_BODY);
    HtmlWalk(builder, deadline, true).run(page.content, page.heading, !whole_page);
    // Better a menu too many than an empty document.
    if (builder.empty()) HtmlWalk(builder, deadline, false).run(page.content, page.heading, true);
  }
  Draft draft = std::move(builder).finish();
  draft.title = page.heading ? clean(text_of(page.heading)) : std::string();
  if (draft.title.empty()) draft.title = clean(page.title);
  return draft;
}

void add_html(SectionBuilder& builder, std::string_view utf8, const ReadLimits& limits, const Deadline& deadline) {
  const Tree tree = parse(utf8, limits, deadline);
  HtmlWalk(builder, deadline, false).run(tree->document, nullptr, true);
}

}  // namespace corpus
