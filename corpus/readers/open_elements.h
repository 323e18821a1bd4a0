// Which elements a page has open after each tag, by the rules of the HTML standard and gumbo's reading of them. On
// ordinary pages (unclosed <p>, <li>, <td>, <b> included) it counts hardly more than gumbo has open. Contrived mixtures
// of <svg>, <math> and <select> can still nest deeper than is counted here: html.cpp looks at the finished tree once
// more. Not synchronised.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

/// A tag as the scan found it.
struct Tag {
  std::string name;  // lower case
  std::string_view whole;
  bool self_closing = false;
  bool ends_foreign = false;  // <font color>, face or size: HTML, even within <svg>
  bool holds_html = false;    // <annotation-xml encoding>
};

class OpenElements {
 public:
  /// More than `limit` open elements throw bad_document.
  explicit OpenElements(std::size_t limit) : limit_(limit) {}

  void open(const Tag& tag);
  void close(const Tag& tag);

  /// Whether <script>, <style> and <title> hold raw text here: not within <svg>, <math>, <select> or <frameset>.
  bool takes_raw_text() const;

 private:
  struct Element {
    std::string name;         // with ":" before it for an element of <svg> or <math>, "#" when HTML may stand in that
    bool formatting = false;  // opened again in the next block until its own end tag
    std::uint64_t identity = 0;
  };

  bool is_open(std::string_view name) const;
  bool in_foreign() const;
  bool top_is(std::string_view name) const { return !stack_.empty() && stack_.back().name == name; }
  void open_foreign(const Tag& tag);
  void push(const Tag& tag);
  void cut(std::size_t size);
  template <typename Stops>
  void pop_to(std::string_view name, Stops stops);
  void end_other(std::string_view name);
  bool end_formatting(std::string_view name);
  void end_form();
  void break_out(const Tag& tag);
  bool close_foreign(std::string_view name);
  void imply_ends(std::string_view name);
  void close_item(std::string_view name);
  void close_table_parts(std::string_view name);

  std::size_t limit_;
  std::size_t reopened_ = 0, framesets_ = 0;
  bool form_ = false;  // a form within a form is ignored
  std::vector<Element> stack_;
};

}  // namespace corpus
