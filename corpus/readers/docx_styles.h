// The styles and numberings of a Word document: what a paragraph is, by its style and those that it is based on.
// Immutable after reading; built from hostile XML, so every chain is bounded.
#pragma once
#include <pugixml.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace corpus {

class DocxStyles {
 public:
  /// Either may be empty: a document without styles.
  DocxStyles(const pugi::xml_document& styles, const pugi::xml_document& numbering);

  enum class Role { plain, title, subtitle, heading, contents };
  struct Paragraph {
    Role role = Role::plain;
    int level = 0;  // of a heading, from 1
    bool bold = false;
    int numbering = 0, number_level = 0;  // 0: no list
  };
  /// By `properties`, the paragraph's own (w:pPr; may be null).
  Paragraph paragraph(const pugi::xml_node& properties) const;

  /// Whether a character style is bold.
  bool is_bold(const std::string& style) const;

  /// The words before the number of a numbered paragraph, with the number: "Artikel 3", "Vraag 12". Empty for bullets
  /// and bare numbers. Counts on with each call.
  std::string label(int numbering, int level);

  /// On or off by a property such as w:b: nullopt without it.
  static std::optional<bool> toggled(const pugi::xml_node& properties, std::string_view name);

 private:
  struct Style {
    std::string name, based_on;  // the name folded
    int outline = -1;
    std::optional<int> numbering, number_level;
    std::optional<bool> bold;
  };
  struct Level {
    std::string format, text;
    int start = 1;
  };
  using Levels = std::array<Level, 9>;

  std::map<std::string, Style> styles_;
  std::string default_style_;
  std::map<int, Levels> abstract_;
  std::map<int, int> numberings_;  // to abstract
  std::map<int, std::array<int, 9>> counters_;
};

}  // namespace corpus
