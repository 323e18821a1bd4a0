// Puts headings and blocks together into sections: the one way in which every reader builds a Draft. Not synchronised.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace corpus {

class SectionBuilder {
 public:
  /// Begins a section; an empty heading is ignored. Headings lie one below another by `level`.
  void heading(int level, std::string_view text);
  /// As `heading`, but the first of level 1 is the document's title and no section of its own.
  void heading_or_title(int level, std::string_view text);
  void paragraph(std::string_view text) { add(Block::Type::paragraph, text); }
  void list(const std::vector<std::string>& items);

  /// The page on which the blocks that follow begin.
  void page(int number) { page_ = number; }

  bool has_title() const { return !title_.empty(); }
  bool empty() const { return sections_.empty(); }
  /// Title and sections, cleaned, without empty blocks.
  Draft finish() &&;

 private:
  void add(Block::Type type, std::string_view text);

  std::string title_;
  int page_ = 0;
  std::vector<Section> sections_;
};

/// One table row as a list item: "Kop: cel; Kop2: cel2", or the cells joined by " – " where there are no heads.
std::string table_row(const std::vector<std::string>& heads, const std::vector<std::string>& cells);

}  // namespace corpus
