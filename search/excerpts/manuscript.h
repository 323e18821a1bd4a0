// A text that we put together for others to take along: a list of excerpts, a policy book. Made once, rendered in
// several forms.
//
// Plain values; all text is UTF-8 and not escaped, each renderer escapes for its form. The renderers are pure and
// thread-safe; to_office() needs pandoc (search/excerpts/pandoc.h).
#pragma once
#include <string>
#include <variant>
#include <vector>

namespace search {

/// A run of text, perhaps a link, perhaps with a footnote behind it.
struct Inline {
  std::string text;
  std::string link;          // path or URL; empty: none
  std::vector<Inline> note;  // the footnote; empty: none
};
using Inlines = std::vector<Inline>;

struct Heading {
  int level = 1;  // 1 = highest; the title of the manuscript stands above it
  std::string text;
  std::string id;  // unique in the manuscript: letters, digits and hyphens
};
struct Paragraph {
  Inlines text;
};
/// Word for word from a document: lines of a list, or one paragraph; `note` says where it stands.
struct Quotation {
  std::vector<std::string> lines;
  bool list = false;
  Inlines note;
};
struct Bullets {
  std::vector<Inlines> items;
};
struct Table {
  std::vector<Inlines> header;
  std::vector<std::vector<Inlines>> rows;  // each as long as the header
};
using Block = std::variant<Heading, Paragraph, Quotation, Bullets, Table>;

struct Manuscript {
  std::string title, subtitle;
  bool contents = false;  // with a table of contents
  std::vector<Block> blocks;
};

/// CommonMark with the footnotes and tables of GitHub and pandoc.
std::string to_markdown(const Manuscript& manuscript);
/// A whole page that stands by itself, with its few lines of style.
std::string to_html_page(const Manuscript& manuscript);
/// Only what goes into the body, without the title: headings begin at `top_level` (2 under an h1), contents first,
/// footnotes last.
std::string to_html_fragment(const Manuscript& manuscript, int top_level);
/// The tree that pandoc reads (`--from json`): text is never parsed, so nothing in it can be taken for markup.
std::string to_pandoc_json(const Manuscript& manuscript);

}  // namespace search
