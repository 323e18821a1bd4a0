// Markdown with YAML front matter (cmark-gfm: tables, strikethrough, autolinks).
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kChunk = 64 << 10;

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree parse(std::string_view body, const Deadline& deadline) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "strikethrough", "autolink"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  for (; !body.empty(); body.remove_prefix(std::min(kChunk, body.size()))) {
    deadline.check();
    cmark_parser_feed(parser.get(), body.data(), std::min(kChunk, body.size()));
  }
  return Tree(cmark_parser_finish(parser.get()));
}

/// Walks the tree without recursion and hands its blocks to the builder.
class MarkdownWalk {
 public:
  MarkdownWalk(SectionBuilder& out, const ReadLimits& limits, const Deadline& deadline)
      : out_(out), limits_(limits), deadline_(deadline) {}

  void run(cmark_node* root) {
    const std::unique_ptr<cmark_iter, FreeIterator> at(cmark_iter_new(root));
    for (cmark_event_type event = cmark_iter_next(at.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(at.get())) {
      deadline_.check();
      cmark_node* node = cmark_iter_get_node(at.get());
      event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
    }
  }

 private:
  bool in_list() const { return lists_ > 0; }

  void enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST) {
      end_text();
      ++lists_;
    } else if (type == CMARK_NODE_ITEM) {
      end_item();
    } else if (type == CMARK_NODE_HTML_BLOCK) {
      add_html_block(cmark_node_get_literal(node));
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
      text_ += cmark_node_get_literal(node);
      if (type == CMARK_NODE_CODE_BLOCK) end_text();
    } else if (type == CMARK_NODE_SOFTBREAK) {
      text_ += ' ';
    } else if (type == CMARK_NODE_LINEBREAK) {
      text_ += '\n';
    } else if (type == CMARK_NODE_HTML_INLINE) {
      if (std::string_view(cmark_node_get_literal(node)).starts_with("<br")) text_ += '\n';
    } else {
      enter_table(cmark_node_get_type_string(node));
    }
  }

  void enter_table(const char* type) {
    if (std::strcmp(type, "table") == 0) heads_.clear();
    if (std::strcmp(type, "table_row") == 0 || std::strcmp(type, "table_header") == 0) cells_.clear();
  }

  void leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH) {
      end_text();
    } else if (type == CMARK_NODE_HEADING) {
      const std::string text = clean(std::exchange(text_, {}));
      if (in_list()) {
        item_ += ' ' + text;
      } else {
        out_.heading_or_title(cmark_node_get_heading_level(node), text);
      }
    } else if (type == CMARK_NODE_ITEM) {
      end_item();
    } else if (type == CMARK_NODE_LIST) {
      if (--lists_ == 0) out_.list(std::exchange(items_, {}));
    } else {
      leave_table(cmark_node_get_type_string(node));
    }
  }

  void leave_table(const char* type) {
    if (std::strcmp(type, "table_cell") == 0) {
      cells_.push_back(clean(std::exchange(text_, {})));
    } else if (std::strcmp(type, "table_header") == 0) {
      heads_ = cells_;
    } else if (std::strcmp(type, "table_row") == 0) {
      items_.push_back(table_row(heads_, cells_));
    } else if (std::strcmp(type, "table") == 0 && !in_list()) {
      if (items_.empty()) items_.push_back(table_row({}, heads_));
      out_.list(std::exchange(items_, {}));
    }
  }

  /// The text of a paragraph is complete: part of an item, or a block of its own.
  void end_text() {
    const std::string text = std::exchange(text_, {});
    if (in_list()) {
      item_ += ' ' + text;
      return;
    }
    LineWriter writer(out_);
    for (const LineBlock& block : line_blocks(text)) writer.add(block);
    writer.flush();
  }

  void end_item() {
    if (std::string text = clean(std::exchange(item_, {})); !text.empty()) items_.push_back(std::move(text));
  }

  void add_html_block(const char* literal) {
    SectionBuilder inside;
    add_html(in_list() ? inside : out_, literal, limits_, deadline_);
    if (!in_list()) return;
    for (const Section& section : std::move(inside).finish().sections) {
      item_ += ' ' + section.heading;
      for (const Block& block : section.blocks) item_ += ' ' + block.text;
    }
  }

  SectionBuilder& out_;
  const ReadLimits& limits_;
  const Deadline& deadline_;
  std::string text_, item_;
  std::vector<std::string> items_, heads_, cells_;
  int lists_ = 0;
};

bool is_fence(std::string_view line) { return line.starts_with("---") && clean(line.substr(3)).empty(); }

struct FrontMatter {
  Metadata given;
  std::string_view body;
};

FrontMatter take_front_matter(std::string_view text) {
  const auto line_end = [text](std::size_t from) { return std::min(text.find('\n', from), text.size()); };
  const std::size_t begin = line_end(0) + 1;
  if (!is_fence(text.substr(0, begin - 1)) || begin > text.size()) return {{}, text};
  for (std::size_t from = begin; from < text.size();) {
    const std::size_t to = line_end(from);
    const std::string_view line = text.substr(from, to - from);
    if (is_fence(line) || line == "..." || line == "...\r") {
      const std::string_view body = to < text.size() ? text.substr(to + 1) : std::string_view();
      return {read_yaml(text.substr(begin, from - begin), 2), body};
    }
    from = to + 1;
  }
  fail_document("line 1: front matter is not closed", "end it with a line ---");
}

}  // namespace

Draft read_markdown(std::string_view utf8, const ReadLimits& limits, const Deadline& deadline) {
  const FrontMatter front = take_front_matter(utf8);
  const Tree tree = parse(front.body, deadline);
  SectionBuilder builder;
  MarkdownWalk(builder, limits, deadline).run(tree.get());
  Draft draft = std::move(builder).finish();
  draft.given = front.given;
  return draft;
}

}  // namespace corpus
