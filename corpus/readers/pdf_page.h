// The words of a PDF page as lines, each with its place and type size: what pdf_flow.h makes headings and paragraphs
// of. Plain values; not synchronised.
#pragma once
#include <string>
#include <vector>

namespace corpus {

/// A word as poppler gives it; points from the upper left corner.
struct PdfWord {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0, size = 0;
  bool bold = false, space_after = false;
};

struct PdfLine {
  std::string text;
  double left = 0, right = 0, top = 0, bottom = 0, size = 0;
  bool bold = false;  // all of it
  bool row = false;   // of a table: its cells are put together
  int page = 0;
};

struct PdfPage {
  int number = 0;
  double width = 0, height = 0;
  std::vector<PdfLine> lines;  // in reading order
};

/// Words in reading order → lines. Cells of a table that stand beside each other become one line.
std::vector<PdfLine> pdf_lines(const std::vector<PdfWord>& words, int page);

/// Takes off what returns at the top or bottom of many pages, and page numbers there.
void remove_running_lines(std::vector<PdfPage>& pages);

}  // namespace corpus
