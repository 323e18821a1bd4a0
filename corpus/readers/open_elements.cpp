#include "corpus/readers/open_elements.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "corpus/readers/formats.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kReopened = 4'000'000;  // unclosed <b> and the like, made anew in each block

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr auto kVoid =
    std::to_array<std::string_view>({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr",
                                     "param", "source", "track", "keygen", "bgsound", "frame", "isindex", "image"});
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
/// Ends of other elements don't reach past these.
constexpr auto kScope = std::to_array<std::string_view>(
    {"applet", "caption", "html", "table", "td", "th", "marquee", "object", "template", "select"});
constexpr auto kTableScope = std::to_array<std::string_view>({"html", "table", "template"});
/// Elements that close an open <p>, and whose own end closes everything inside.
constexpr auto kBlock = std::to_array<std::string_view>(
    {"address", "article",  "aside",      "blockquote", "center",  "details", "dialog", "dir",  "div",
     "dl",      "fieldset", "figcaption", "figure",     "footer",  "header",  "hgroup", "main", "menu",
     "nav",     "ol",       "p",          "section",    "summary", "ul",      "h1",     "h2",   "h3",
     "h4",      "h5",       "h6",         "pre",        "form",    "listing", "table"});
constexpr auto kTableParts =
    std::to_array<std::string_view>({"caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th", "table"});
constexpr auto kItems = std::to_array<std::string_view>({"li", "dd", "dt"});
/// There is one of each, whatever the page says.
constexpr auto kOnce = std::to_array<std::string_view>({"html", "head", "body"});
/// Elements of <svg> and <math> in which HTML may stand.
constexpr auto kSvgHolders = std::to_array<std::string_view>({"foreignobject", "desc", "title"});
constexpr auto kMathHolders = std::to_array<std::string_view>({"mi", "mo", "mn", "ms", "mtext"});
/// Names of both in plain HTML: gumbo sometimes takes these for the others.
constexpr auto kHolderNames =
    std::to_array<std::string_view>({"foreignobject", "desc", "mi", "mo", "mn", "ms", "mtext", "annotation-xml"});
/// HTML that ends an open <svg> or <math>.
constexpr auto kBreakout = std::to_array<std::string_view>(
    {"b",     "big",   "blockquote", "body",   "br",   "center", "code",  "dd", "div",  "dl",   "dt",
     "em",    "embed", "h1",         "h2",     "h3",   "h4",     "h5",    "h6", "head", "hr",   "i",
     "img",   "li",    "listing",    "menu",   "meta", "nobr",   "ol",    "p",  "pre",  "ruby", "s",
     "small", "span",  "strong",     "strike", "sub",  "sup",    "table", "tt", "u",    "ul",   "var"});
/// With the blocks, table parts and items: what an unknown end tag can't close from inside.
constexpr auto kOtherSpecial = std::to_array<std::string_view>(
    {"body", "html", "button", "select", "template", "marquee", "object", "applet", "noscript"});

bool is_holder(std::string_view name) { return name.starts_with('#') || is_in(kHolderNames, name); }

/// Gumbo sometimes takes a cell or block within <svg> or <math> for one of HTML.
std::string_view bare(std::string_view name) { return name.starts_with(':') ? name.substr(1) : name; }

bool is_special(std::string_view element) {
  const std::string_view name = bare(element);
  return is_in(kBlock, name) || is_in(kTableParts, name) || is_in(kItems, name) || is_in(kOtherSpecial, name) ||
         is_holder(name);
}

/// Elements that keep formatting inside them: <b> in a cell ends with the cell.
bool is_marker(std::string_view name) {
  constexpr auto kMarkers =
      std::to_array<std::string_view>({"td", "th", "caption", "object", "applet", "marquee", "template"});
  return is_in(kMarkers, name);
}

bool is_unknown(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) == GUMBO_TAG_UNKNOWN;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool stops_scope(std::string_view name) { return is_in(kScope, bare(name)) || is_holder(name); }
bool stops_table(std::string_view name) { return is_in(kTableScope, name); }
bool stops_p(std::string_view name) { return stops_scope(name) || name == "button"; }
bool stops_item(std::string_view name) { return stops_scope(name) || name == "ol" || name == "ul"; }

bool is_foreign_root(std::string_view name) { return name == "svg" || name == "math"; }
bool is_foreign(std::string_view name) {
  return is_foreign_root(name) || name.starts_with(':') || name.starts_with('#');
}

}  // namespace

bool OpenElements::is_open(std::string_view name) const {
  return std::any_of(stack_.begin(), stack_.end(), [name](const Element& one) { return one.name == name; });
}

/// Whether the next tag is one of <svg> or <math>.
bool OpenElements::in_foreign() const {
  return !stack_.empty() && (is_foreign_root(stack_.back().name) || stack_.back().name.starts_with(':'));
}

bool OpenElements::takes_raw_text() const { return !in_foreign() && !is_open("select") && framesets_ == 0; }

void OpenElements::open(const Tag& tag) {
  if (in_foreign()) break_out(tag);
  if (in_foreign()) {
    open_foreign(tag);
  } else {
    const std::string_view name = tag.name;
    const bool stray_part = is_in(kTableParts, name) && name != "table" && !is_open("table");
    if (is_in(kOnce, name) || stray_part || is_in(kVoid, name)) return;
    if (tag.self_closing && is_foreign_root(name)) return;
    if (name == "form" && std::exchange(form_, true)) return;
    if (name == "select" && is_open(name)) return pop_to(name, is_marker);
    if (name == "frameset") {
      ++framesets_;  // gumbo heeds little else from then on
    } else {
      imply_ends(name);
      push(tag);
    }
  }
  if (stack_.size() > limit_ || framesets_ > limit_) {
    fail_document("HTML nested more than " + std::to_string(limit_) + " levels deep", "close the tags that are open");
  }
}

void OpenElements::open_foreign(const Tag& tag) {
  if (tag.self_closing) return;
  const auto root =
      std::find_if(stack_.rbegin(), stack_.rend(), [](const Element& one) { return is_foreign_root(one.name); });
  const bool svg = root != stack_.rend() && root->name == "svg";
  const bool holder = svg ? is_in(kSvgHolders, tag.name)
                          : is_in(kMathHolders, tag.name) || (tag.name == "annotation-xml" && tag.holds_html);
  stack_.push_back({(holder ? "#" : ":") + tag.name, false, 0});
}

void OpenElements::close(const Tag& tag) {
  const std::string_view name = tag.name;
  if (in_foreign()) {
    if (!tag.self_closing) close_foreign(name);  // gumbo doesn't heed </svg/>
    return;
  }
  if (close_foreign(name) || is_in(kOnce, name)) return;
  if (is_in(kFormatting, name)) {
    if (!end_formatting(name)) end_other(name);
  } else if (name == "form") {
    end_form();
  } else if (is_in(kTableParts, name)) {
    pop_to(name, stops_table);
  } else if (name == "li") {
    pop_to(name, stops_item);
  } else if (is_special(name) && name != "noscript" && !is_holder(name)) {
    pop_to(name, stops_scope);
  } else {
    end_other(name);
  }
}

/// The end of an element of <svg> or <math>. False when it is no matter of theirs.
bool OpenElements::close_foreign(std::string_view name) {
  for (std::size_t i = stack_.size(); i-- > 0 && is_foreign(stack_[i].name);) {
    const std::string_view open = stack_[i].name;
    if ((is_foreign_root(open) ? open : open.substr(1)) == name) {
      cut(i);
      return true;
    }
  }
  return false;
}

/// Of four equal formatting elements the first is not opened again.
void OpenElements::push(const Tag& tag) {
  const bool formatting = is_in(kFormatting, tag.name);
  const std::uint64_t identity = formatting ? hash64(tag.whole) : 0;
  std::size_t equal = 0;
  for (std::size_t i = stack_.size(); formatting && i-- > 0 && !is_marker(stack_[i].name);) {
    if (stack_[i].formatting && stack_[i].identity == identity && ++equal == 3) stack_[i].formatting = false;
  }
  stack_.push_back({tag.name, formatting, identity});
}

/// Closes all above `size`. Formatting that was open there is opened again, unless its cell or object ended.
void OpenElements::cut(std::size_t size) {
  std::vector<Element> again;
  for (std::size_t i = size; i < stack_.size(); ++i) {
    if (is_marker(stack_[i].name)) break;
    if (stack_[i].formatting) again.push_back(std::move(stack_[i]));
  }
  stack_.resize(size);
  reopened_ += again.size();
  if (reopened_ > kReopened) fail_document("formatting tags left open too often", "close <b>, <i> and <font>");
  std::move(again.begin(), again.end(), std::back_inserter(stack_));
}

/// Closes up to the nearest `name`, unless an element that `stops` lies above it.
template <typename Stops>
void OpenElements::pop_to(std::string_view name, Stops stops) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].name == name) return cut(i);
    if (stops(stack_[i].name)) return;
  }
}

/// The end of an element without rules of its own. Gumbo takes all names that it doesn't know for the same one outside
/// <svg> and <math>, and tells them apart inside.
void OpenElements::end_other(std::string_view name) {
  const bool unknown = is_unknown(name);
  pop_to(name, [unknown](std::string_view open) { return is_special(open) || (unknown && is_unknown(open)); });
}

/// The end of <b> leaves blocks inside it open. False when no <b> is open to end.
bool OpenElements::end_formatting(std::string_view name) {
  // Ruby texts don't open formatting again, so that they may stand outside what seems to hold them.
  const auto stays = [](const Element& one) {
    return is_special(one.name) || one.formatting || one.name == "rt" || one.name == "rp";
  };
  for (std::size_t i = stack_.size(); i-- > 0 && !is_marker(stack_[i].name);) {
    if (!stack_[i].formatting || stack_[i].name != name) continue;
    const auto from = stack_.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(from, stack_.end(), [](const Element& one) { return stops_scope(one.name); })) return true;
    const bool holds_more = std::any_of(from + 1, stack_.end(), stays);
    stack_.erase(from);
    if (!holds_more) cut(i);
    return true;
  }
  return false;
}

void OpenElements::end_form() {
  if (!std::exchange(form_, false)) return;
  for (std::size_t i = stack_.size(); i-- > 0 && !stops_scope(stack_[i].name);) {
    if (stack_[i].name == "form") {
      stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }
}

/// HTML inside <svg> or <math> ends them, up to the nearest element in which HTML may stand.
void OpenElements::break_out(const Tag& tag) {
  const std::string_view name = tag.name;
  const bool html = name == "font" ? tag.ends_foreign : is_in(kBreakout, name);
  while (html && in_foreign()) cut(stack_.size() - 1);
}

/// An opening tag that closes what its author left open.
void OpenElements::imply_ends(std::string_view name) {
  if (is_in(kBlock, name) || is_in(kItems, name)) {
    if (is_in(kItems, name)) close_item(name);
    pop_to("p", stops_p);
    if (name == "table") pop_to(name, is_marker);  // a table right in a table ends it
    if (is_heading(name) && !stack_.empty() && is_heading(stack_.back().name)) stack_.pop_back();
  } else if (name == "option" || name == "optgroup") {
    if (top_is("option")) stack_.pop_back();
    if (name == "optgroup" && is_open("select") && top_is("optgroup")) stack_.pop_back();
  } else if (is_in(kTableParts, name)) {
    close_table_parts(name);
  } else if (name == "a" || name == "nobr") {
    end_formatting(name);  // a link within a link ends the first
  }
}

/// <li> closes an open <li> that has only <p>, <div>, <address> or inline elements above it; likewise dd and dt.
void OpenElements::close_item(std::string_view name) {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const std::string_view open = stack_[i].name;
    const bool same = name == "li" ? open == "li" : open == "dd" || open == "dt";
    if (same) return cut(i);
    const bool ruby = open == "rt" || open == "rp";
    if (ruby || (is_special(open) && open != "address" && open != "div" && open != "p")) return;
  }
}

void OpenElements::close_table_parts(std::string_view name) {
  for (const std::string_view part : {"td", "th", "caption", "colgroup"}) pop_to(part, stops_table);
  if (name == "td" || name == "th") return;
  pop_to("tr", stops_table);
  if (name == "tr") return;
  for (const std::string_view group : {"tbody", "thead", "tfoot"}) pop_to(group, stops_table);
}

}  // namespace corpus
