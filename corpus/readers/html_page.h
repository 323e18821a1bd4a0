// Which part of a web page is its content: no menus, cookie bars or search boxes. Looks at gumbo's tree only.
#pragma once
#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/formats.h"

namespace corpus {

/// Child nodes; empty for anything but elements, templates and the document.
std::vector<const GumboNode*> children(const GumboNode* node);

bool is_element(const GumboNode* node);
bool is_tag(const GumboNode* node, GumboTag tag);
/// 1–6 for h1–h6, else 0.
int heading_level(const GumboNode* node);
/// Value of an attribute; empty without one.
std::string_view attribute(const GumboNode* node, const char* name);

/// All text below a node, with spaces between blocks; boilerplate left out. Not cleaned.
std::string text_of(const GumboNode* node);

/// Whether an element is left out: scripts, menus, side bars, form controls, what is hidden. `sectioned`: inside
/// <main>, <article> or <section>, where header and footer belong to the content. `by_name`: class and id count too.
bool is_boilerplate(const GumboNode* node, bool sectioned, bool by_name);

/// What a page is about.
struct HtmlPage {
  const GumboNode* content = nullptr;  // nullptr: no body
  const GumboNode* heading = nullptr;  // the h1 that is the title; nullptr: none
  std::string title;                   // of the page's head, without the name of the site
};

HtmlPage find_page(const GumboNode* document, const Deadline& deadline);

}  // namespace corpus
