#include "corpus/readers/html_page.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::array kSkippedTags = {
    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,      GUMBO_TAG_ASIDE,
    GUMBO_TAG_HEAD,   GUMBO_TAG_BUTTON,   GUMBO_TAG_INPUT,    GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_LABEL,
    GUMBO_TAG_OPTION, GUMBO_TAG_DATALIST, GUMBO_TAG_OUTPUT,   GUMBO_TAG_PROGRESS, GUMBO_TAG_METER,    GUMBO_TAG_LEGEND,
    GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,    GUMBO_TAG_CANVAS,   GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,
    GUMBO_TAG_SVG,    GUMBO_TAG_MAP,      GUMBO_TAG_NOFRAMES};
constexpr auto kSkippedRoles = std::to_array<std::string_view>(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"});
/// Parts of a class or id that betray a menu or the like, when they begin or end it.
constexpr auto kSkippedNames = std::to_array<std::string_view>(
    {"breadcrumb", "breadcrumbs", "kruimelpad", "cookie",  "cookies",    "cookiebar",   "cookiebanner", "cookiemelding",
     "menu",       "submenu",     "navbar",     "nav",     "navigation", "navigatie",   "skip",         "skiplink",
     "skiplinks",  "share",       "sharing",    "social",  "socials",    "socialmedia", "sidebar",      "sidenav",
     "pagination", "paginering",  "pager",      "toolbar", "nonvisual",  "legenda",     "legend"});
constexpr auto kContentNames = std::to_array<std::string_view>(
    {"content", "main", "maincontent", "main-content", "main_content", "page-content", "inhoud"});

template <typename T, std::size_t N>
bool is_in(const std::array<T, N>& values, const std::type_identity_t<T>& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool has(const GumboNode* node, const char* name) {
  return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

/// Calls `use` for each token between `separators`, until it returns true.
template <typename Use>
bool any_token(std::string_view text, std::string_view separators, Use use) {
  for (std::size_t from = text.find_first_not_of(separators); from != std::string_view::npos;) {
    const std::size_t to = std::min(text.find_first_of(separators, from), text.size());
    if (use(text.substr(from, to - from))) return true;
    from = text.find_first_not_of(separators, to);
  }
  return false;
}

bool is_skipped_name(std::string_view token) {
  constexpr std::string_view kJoints = "-_";
  const std::string name = fold(token);
  const std::size_t first_end = std::min(name.find_first_of(kJoints), name.size());
  const std::size_t last_begin = name.find_last_of(kJoints);
  const std::string_view first = std::string_view(name).substr(0, first_end);
  const std::string_view last = last_begin == std::string::npos ? first : std::string_view(name).substr(last_begin + 1);
  // "has-sidebar" and "with-nav" say something about the page, not about this element.
  if (first == "has" || first == "with" || first == "no" || first == "is" || first == "met") return false;
  return is_in(kSkippedNames, first) || is_in(kSkippedNames, last);
}

bool holds_heading_or_main(const GumboNode* node) {
  if (is_tag(node, GUMBO_TAG_H1) || is_tag(node, GUMBO_TAG_MAIN) || is_tag(node, GUMBO_TAG_ARTICLE)) return true;
  const std::vector<const GumboNode*> below = children(node);
  return std::any_of(below.begin(), below.end(), holds_heading_or_main);
}

bool is_skipped_by_name(const GumboNode* node) {
  constexpr std::array kNamed = {GUMBO_TAG_DIV, GUMBO_TAG_UL,   GUMBO_TAG_OL, GUMBO_TAG_SECTION,
                                 GUMBO_TAG_P,   GUMBO_TAG_SPAN, GUMBO_TAG_A,  GUMBO_TAG_FORM};
  if (!is_in(kNamed, node->v.element.tag)) return false;
  const bool named =
      any_token(attribute(node, "class"), " \t\r\n", is_skipped_name) || is_skipped_name(attribute(node, "id"));
  return named && !holds_heading_or_main(node);
}

bool is_block(const GumboNode* node) {
  constexpr std::array kInline = {
      GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_ACRONYM, GUMBO_TAG_B,      GUMBO_TAG_BIG,    GUMBO_TAG_CITE,
      GUMBO_TAG_CODE, GUMBO_TAG_DEL,   GUMBO_TAG_DFN,     GUMBO_TAG_EM,     GUMBO_TAG_FONT,   GUMBO_TAG_I,
      GUMBO_TAG_INS,  GUMBO_TAG_KBD,   GUMBO_TAG_MARK,    GUMBO_TAG_NOBR,   GUMBO_TAG_Q,      GUMBO_TAG_S,
      GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,
      GUMBO_TAG_SUP,  GUMBO_TAG_TIME,  GUMBO_TAG_TT,      GUMBO_TAG_U,      GUMBO_TAG_VAR,    GUMBO_TAG_WBR,
      GUMBO_TAG_BDI,  GUMBO_TAG_BDO,   GUMBO_TAG_DATA,    GUMBO_TAG_RUBY,   GUMBO_TAG_UNKNOWN};
  return is_element(node) && !is_in(kInline, node->v.element.tag);
}

/// Everything find_page wants to know, from one walk.
struct Findings {
  std::vector<const GumboNode*> mains, articles, named, headings;
  const GumboNode* body = nullptr;
  const GumboNode* title = nullptr;
  std::string og_title;
};

void look(const GumboNode* node, bool sectioned, Findings& found, const Deadline& deadline) {
  deadline.check();
  if (is_element(node)) {
    const bool is_main = is_tag(node, GUMBO_TAG_MAIN) || attribute(node, "role") == "main";
    if (is_tag(node, GUMBO_TAG_BODY)) found.body = node;
    if (is_tag(node, GUMBO_TAG_TITLE) && !found.title) found.title = node;
    if (is_tag(node, GUMBO_TAG_META) && attribute(node, "property") == "og:title")
      found.og_title = clean(attribute(node, "content"));
    const bool head = is_tag(node, GUMBO_TAG_HEAD);
    if (!head && is_boilerplate(node, sectioned, false)) return;
    if (is_main) found.mains.push_back(node);
    if (is_tag(node, GUMBO_TAG_ARTICLE)) found.articles.push_back(node);
    if (is_tag(node, GUMBO_TAG_H1)) found.headings.push_back(node);
    const bool div = is_tag(node, GUMBO_TAG_DIV) || is_tag(node, GUMBO_TAG_SECTION);
    const auto names_content = [](std::string_view token) { return is_in(kContentNames, fold(token)); };
    if (div && (names_content(attribute(node, "id")) || any_token(attribute(node, "class"), " \t\r\n", names_content)))
      found.named.push_back(node);
    sectioned = sectioned || is_main || is_tag(node, GUMBO_TAG_ARTICLE) || is_tag(node, GUMBO_TAG_SECTION);
  }
  for (const GumboNode* child : children(node)) look(child, sectioned, found, deadline);
}

bool is_within(const GumboNode* node, const GumboNode* ancestor) {
  for (; node; node = node->parent) {
    if (node == ancestor) return true;
  }
  return false;
}

/// "Drugsafval | Gemeente Goes" → "Drugsafval". A part of one or two letters is no title.
std::string without_site(const std::string& title) {
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: "}) {
    if (const std::size_t at = title.rfind(mark); at != std::string::npos && at > 2) return title.substr(0, at);
  }
  return title;
}

}  // namespace

std::vector<const GumboNode*> children(const GumboNode* node) {
  const GumboVector* nodes = nullptr;
  if (is_element(node)) nodes = &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) nodes = &node->v.document.children;
  std::vector<const GumboNode*> out;
  for (unsigned i = 0; nodes && i < nodes->length; ++i) out.push_back(static_cast<const GumboNode*>(nodes->data[i]));
  return out;
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE; }

bool is_tag(const GumboNode* node, GumboTag tag) { return is_element(node) && node->v.element.tag == tag; }

int heading_level(const GumboNode* node) {
  constexpr std::array kHeadings = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
  for (std::size_t i = 0; i < kHeadings.size(); ++i) {
    if (is_tag(node, kHeadings[i])) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? std::string_view(found->value) : std::string_view();
}

std::string text_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
    return node->v.text.text;
  }
  std::string out;
  for (const GumboNode* child : children(node)) {
    if (is_element(child) && is_boilerplate(child, true, true)) continue;
    const bool apart = is_block(child);
    if (apart) out += ' ';
    out += text_of(child);
    if (apart) out += ' ';
  }
  return out;
}

bool is_boilerplate(const GumboNode* node, bool sectioned, bool by_name) {
  const GumboTag tag = node->v.element.tag;
  if (is_in(kSkippedTags, tag)) return true;
  if (!sectioned && (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER)) return true;
  if (is_in(kSkippedRoles, attribute(node, "role"))) return true;
  if (has(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = attribute(node, "style");
  if (style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos)
    return true;
  return by_name && is_skipped_by_name(node);
}

HtmlPage find_page(const GumboNode* document, const Deadline& deadline) {
  Findings found;
  look(document, false, found, deadline);
  HtmlPage page;
  page.content = found.body;
  if (!found.mains.empty()) {
    page.content = found.mains.front();
  } else if (found.articles.size() == 1) {
    page.content = found.articles.front();
  } else if (!found.named.empty()) {
    page.content = found.named.front();
  }
  for (const GumboNode* heading : found.headings) {
    if (!page.heading && is_within(heading, page.content)) page.heading = heading;
  }
  if (!page.heading && found.headings.size() == 1) page.heading = found.headings.front();
  const std::string title = found.title ? clean(text_of(found.title)) : std::string();
  const bool og_says_less = !found.og_title.empty() && title.find(found.og_title) == std::string::npos;
  page.title = title.empty() || (!found.og_title.empty() && !og_says_less) ? found.og_title : without_site(title);
  return page;
}

}  // namespace corpus
