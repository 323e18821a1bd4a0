// A look at the tags before gumbo sees them: gumbo's time grows with the square of the nesting, and it frees its tree
// by recursion. Linear in the bytes, and nothing is built.
#include <algorithm>
#include <array>
#include <string>

#include "corpus/readers/formats.h"
#include "corpus/readers/open_elements.h"

namespace corpus {
namespace {

constexpr std::size_t kTags = 500'000;    // an element costs gumbo some 300 bytes
constexpr std::size_t kAttributes = 256;  // of one tag; gumbo compares each with all others
constexpr std::size_t kName = 32;         // longer names are cut; no known one is as long

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Elements whose content holds no tags.
bool is_raw_text(std::string_view name) {
  constexpr auto kRawText =
      std::to_array<std::string_view>({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
  return std::find(kRawText.begin(), kRawText.end(), name) != kRawText.end();
}

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
    const std::size_t begin = at_;
    Tag tag;
    for (; at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>'; ++at_) {
      if (tag.name.size() < kName) tag.name += lower(html_[at_]);
    }
    read_attributes(tag);
    tag.whole = html_.substr(begin, at_ - begin);
    if (closing) {
      open_.close(tag);
    } else if (is_raw_text(tag.name) && open_.takes_raw_text()) {
      skip_raw_text(tag.name);
    } else if (tag.name == "plaintext") {
      at_ = html_.size();
    } else {
      open_.open(tag);
    }
  }

  /// Leaves `at_` behind the tag.
  void read_attributes(Tag& tag) {
    std::size_t attributes = 0;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_space(html_[at_]) || html_[at_] == '/') {
        tag.self_closing = html_[at_] == '/';
        ++at_;
        continue;
      }
      tag.self_closing = false;
      if (++attributes > kAttributes) fail_document("a tag with more than 256 attributes", "repair the page");
      std::string name;
      read_attribute(name);
      tag.ends_foreign = tag.ends_foreign || name == "color" || name == "face" || name == "size";
      tag.holds_html = tag.holds_html || name == "encoding";
    }
    if (at_ < html_.size()) ++at_;
  }

  void read_attribute(std::string& name) {
    const auto ends_name = [](char c) { return is_space(c) || c == '/' || c == '>' || c == '='; };
    do {  // even "=" may begin a name
      if (name.size() < kName) name += lower(html_[at_]);
      ++at_;
    } while (at_ < html_.size() && !ends_name(html_[at_]));
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
