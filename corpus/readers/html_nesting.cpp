// A look at the tags before gumbo sees them. Gumbo's time grows with the square of the nesting, and it frees its tree
// by recursion; so this follows the rules of the HTML standard for open elements far enough never to count less than
// gumbo builds, and on pages with unclosed <p>, <li> or <td> hardly more.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/readers/formats.h"

namespace corpus {
namespace {

constexpr std::size_t kTags = 500'000;        // an element costs gumbo some 300 bytes
constexpr std::size_t kAttributes = 256;      // of one tag; gumbo compares each with all others
constexpr std::size_t kReopened = 4'000'000;  // unclosed <b> and the like, made anew in each block

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 17> kVoid = {"area",   "base",  "br",     "col",     "embed", "hr",
                                                    "img",    "input", "link",   "meta",    "wbr",   "param",
                                                    "source", "track", "keygen", "bgsound", "frame"};
constexpr std::array<std::string_view, 8> kRawText = {"script", "style",  "textarea", "title",
                                                      "xmp",    "iframe", "noembed",  "noframes"};
constexpr std::array<std::string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                          "nobr", "s", "small", "strike", "strong", "tt",   "u"};
/// Ends of other elements don't reach past these.
constexpr std::array<std::string_view, 19> kScope = {
    "applet",         "caption",       "html", "table", "td",    "th", "marquee",
    "object",         "template",      "mi",   "mo",    "mn",    "ms", "mtext",
    "annotation-xml", "foreignobject", "desc", "title", "select"};
constexpr std::array<std::string_view, 3> kTableScope = {"html", "table", "template"};
/// Elements that close an open <p>, and whose own end closes everything inside.
constexpr std::array<std::string_view, 34> kBlock = {
    "address", "article",  "aside",      "blockquote", "center",  "details", "dialog", "dir",  "div",
    "dl",      "fieldset", "figcaption", "figure",     "footer",  "header",  "hgroup", "main", "menu",
    "nav",     "ol",       "p",          "section",    "summary", "ul",      "h1",     "h2",   "h3",
    "h4",      "h5",       "h6",         "pre",        "form",    "listing", "table"};
constexpr std::array<std::string_view, 9> kTableParts = {"caption", "colgroup", "tbody", "thead", "tfoot",
                                                         "tr",      "td",       "th",    "table"};
constexpr std::array<std::string_view, 3> kItems = {"li", "dd", "dt"};
/// With the blocks, table parts and items: what an unknown end tag can't close from inside.
constexpr std::array<std::string_view, 9> kOtherSpecial = {"body",    "html",   "button", "select",  "template",
                                                           "marquee", "object", "applet", "noscript"};

bool is_special(std::string_view name) {
  return is_in(kBlock, name) || is_in(kTableParts, name) || is_in(kItems, name) || is_in(kOtherSpecial, name);
}

class OpenElements {
 public:
  explicit OpenElements(std::size_t limit) : limit_(limit) {}

  void open(std::string_view name, bool self_closing) {
    const bool foreign = in_foreign();
    if (is_in(kVoid, name) || (self_closing && (name == "svg" || name == "math"))) return;
    if (self_closing && foreign && !is_special(name) && !is_in(kFormatting, name)) return;
    imply_ends(name);
    if (is_in(kFormatting, name)) ++formatting_;
    reopened_ += formatting_;
    if (reopened_ > kReopened) fail_document("formatting tags left open too often", "close <b>, <i> and <font>");
    stack_.emplace_back(name);
    if (stack_.size() > limit_ || formatting_ > limit_) {
      fail_document("HTML nested more than " + std::to_string(limit_) + " levels deep", "close the tags that are open");
    }
  }

  void close(std::string_view name) {
    if (is_in(kFormatting, name)) {
      if (formatting_ > 0) --formatting_;
      close_formatting(name);
    } else if (is_in(kTableParts, name)) {
      pop_to(name, [](std::string_view open) { return is_in(kTableScope, open); });
    } else if (is_special(name)) {
      pop_to(name, [](std::string_view open) { return is_in(kScope, open); });
    } else {
      pop_to(name, is_special);
    }
  }

  bool in_foreign() const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [](const std::string& name) { return name == "svg" || name == "math"; });
  }

 private:
  /// Closes up to the nearest `name`, unless an element that `stops` lies above it.
  template <typename Stops>
  void pop_to(std::string_view name, Stops stops) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i] == name) {
        stack_.resize(i);
        return;
      }
      if (stops(stack_[i])) return;
    }
  }

  /// The end of <b> leaves the blocks inside it open.
  void close_formatting(std::string_view name) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i] == name) {
        const bool holds_block = std::any_of(stack_.begin() + static_cast<std::ptrdiff_t>(i), stack_.end(), is_special);
        if (holds_block) {
          stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
          stack_.resize(i);
        }
        return;
      }
      if (is_in(kScope, stack_[i])) return;
    }
  }

  /// An opening tag that closes what its author left open.
  void imply_ends(std::string_view name) {
    const auto p_stops = [](std::string_view open) { return is_in(kScope, open) || open == "button"; };
    if (is_in(kBlock, name) || is_in(kItems, name)) {
      const bool item = is_in(kItems, name);
      if (item) close_item(name);
      pop_to("p", p_stops);
    } else if (name == "option" || name == "optgroup") {
      if (!stack_.empty() && stack_.back() == "option") stack_.pop_back();
      if (name == "optgroup" && !stack_.empty() && stack_.back() == "optgroup") stack_.pop_back();
    } else if (is_in(kTableParts, name)) {
      close_table_parts(name);
    } else if (name == "a" || name == "nobr") {
      close(name);  // a link within a link ends the first
    }
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (heading && !stack_.empty() && stack_.back().size() == 2 && stack_.back()[0] == 'h' && stack_.back() != "hr")
      stack_.pop_back();
  }

  /// <li> closes an open <li> that has only <p>, <div>, <address> or inline elements above it; likewise dd and dt.
  void close_item(std::string_view name) {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      const std::string_view open = stack_[i];
      const bool same = name == "li" ? open == "li" : open == "dd" || open == "dt";
      if (same) {
        stack_.resize(i);
        return;
      }
      if (is_special(open) && open != "address" && open != "div" && open != "p") return;
    }
  }

  void close_table_parts(std::string_view name) {
    const auto stops = [](std::string_view open) { return is_in(kTableScope, open); };
    pop_to("td", stops);
    pop_to("th", stops);
    pop_to("caption", stops);
    pop_to("colgroup", stops);
    if (name == "td" || name == "th") return;
    pop_to("tr", stops);
    if (name == "tr") return;
    for (const std::string_view group : {"tbody", "thead", "tfoot"}) pop_to(group, stops);
  }

  std::size_t limit_;
  std::size_t formatting_ = 0, reopened_ = 0;
  std::vector<std::string> stack_;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Reads the tags of a page one after another, as the tokenizer of the standard does.
class TagScan {
 public:
  TagScan(std::string_view html, std::size_t depth) : html_(html), open_(depth) {}

  void run() {
    for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
      ++at_;
      if (html_.substr(at_, 3) == "!--") {
        skip_comment();
      } else if (at_ < html_.size() && is_letter(html_[at_])) {
        tag(false);
      } else if (html_.substr(at_, 1) == "/" && at_ + 1 < html_.size() && is_letter(html_[at_ + 1])) {
        ++at_;
        tag(true);
      } else if (at_ < html_.size() && (html_[at_] == '!' || html_[at_] == '?' || html_[at_] == '/')) {
        at_ = std::min(html_.find('>', at_), html_.size());
      }
    }
  }

 private:
  void skip_comment() {
    at_ += 3;
    if (html_.substr(at_, 1) == ">" || html_.substr(at_, 2) == "->") return;
    const std::size_t end = std::min(html_.find("-->", at_), html_.find("--!>", at_));
    at_ = std::min(end, html_.size());
  }

  void tag(bool closing) {
    if (++tags_ > kTags) fail_document("more than " + std::to_string(kTags) + " tags", "split the page");
    std::string name;
    for (; at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>'; ++at_) {
      if (name.size() < 32) name += lower(html_[at_]);
    }
    const bool self_closing = skip_attributes();
    if (closing) {
      open_.close(name);
    } else if (is_in(kRawText, name) && !open_.in_foreign()) {
      skip_raw_text(name);
    } else if (name == "plaintext") {
      at_ = html_.size();
    } else {
      open_.open(name, self_closing);
    }
  }

  /// Leaves `at_` behind the tag. True for a tag that ends in "/>".
  bool skip_attributes() {
    std::size_t attributes = 0;
    bool slash = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        slash = html_[at_] == '/';
        ++at_;
        continue;
      }
      slash = false;
      if (++attributes > kAttributes) fail_document("a tag with more than 256 attributes", "repair the page");
      skip_attribute();
    }
    if (at_ < html_.size()) ++at_;
    return slash;
  }

  void skip_attribute() {
    const auto ends_name = [](char c) { return is_space(c) || c == '/' || c == '>' || c == '='; };
    ++at_;  // even "=" may begin a name
    while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
    std::size_t next = at_;
    while (next < html_.size() && is_space(html_[next])) ++next;
    if (next >= html_.size() || html_[next] != '=') return;
    for (at_ = next + 1; at_ < html_.size() && is_space(html_[at_]);) ++at_;
    if (at_ >= html_.size() || html_[at_] == '>') return;
    if (const char quote = html_[at_]; quote == '"' || quote == '\'') {
      const std::size_t end = html_.find(quote, at_ + 1);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return;
    }
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
  }

  void skip_raw_text(const std::string& name) {
    for (at_ = html_.find("</", at_); at_ < html_.size(); at_ = html_.find("</", at_ + 1)) {
      const std::string_view found = html_.substr(at_ + 2, name.size());
      const bool same = std::equal(found.begin(), found.end(), name.begin(), name.end(),
                                   [](char a, char b) { return lower(a) == b; });
      const std::size_t behind = at_ + 2 + name.size();
      const bool whole =
          behind >= html_.size() || is_space(html_[behind]) || html_[behind] == '/' || html_[behind] == '>';
      if (same && whole) return;  // its own "</" is read next, and closes nothing
    }
  }

  std::string_view html_;
  std::size_t at_ = 0, tags_ = 0;
  OpenElements open_;
};

}  // namespace

void check_html_nesting(std::string_view utf8, std::size_t depth) { TagScan(utf8, depth).run(); }

}  // namespace corpus
