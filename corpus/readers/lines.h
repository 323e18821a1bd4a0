// Plain lines → blocks: paragraphs, lists and agendas. Shared by plain text, JSON lines and lines broken inside HTML or
// Markdown paragraphs. Pure; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/section_builder.h"

namespace corpus {

/// Lines between blank lines. `lines` are views into the text.
using LineBlock = std::vector<std::string_view>;

/// Cuts at '\n' (after \r\n and \r are made '\n'), drops rulers of ---- and ====, groups by blank lines.
std::vector<LineBlock> line_blocks(std::string_view text);

/// Whether the line begins with a clock time, as an item of an agenda does: "13:30 Welkom", "13.30-14.00 Inleiding".
bool begins_with_clock(std::string_view line);

/// Length of a list mark at the begin ("- ", "* ", "• ", "1. ", "2) "), spaces after it included; 0 without one.
std::size_t list_mark(std::string_view line);

/// Whether the line holds a day ("24 september", "24-09-2025", "2025-09-24") or a clock time.
bool holds_date_or_clock(std::string_view line);

/// Adds blocks one after another, joining lists that only blank lines separate.
class LineWriter {
 public:
  explicit LineWriter(SectionBuilder& out) : out_(out) {}
  void add(const LineBlock& block);
  /// Writes out a list that was waiting for more items. Call it before a heading and at the end.
  void flush();

 private:
  enum class Mark { none, bullet, clock };
  static Mark mark_of(std::string_view line);
  void add_paragraphs(const std::vector<std::string_view>& lines);

  SectionBuilder& out_;
  Mark kind_ = Mark::none;
  std::vector<std::string> items_;
};

}  // namespace corpus
