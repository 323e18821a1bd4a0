// What office documents have in common: a flow of paragraphs, list items, table rows and notes, and what they mean
// together (which is the title, what is a heading though no style says so). The readers of docx, odt and pptx fill one.
//
// Not thread-safe.
#pragma once
#include <string>
#include <vector>

#include "corpus/readers/formats.h"

namespace corpus {

struct FlowPiece {
  enum class Kind { plain, title, subtitle, heading, item, row, note };
  Kind kind = Kind::plain;
  std::string text;   // may hold line breaks
  int level = 0;      // of a heading, from 1
  bool bold = false;  // all of it
};

/// A table before it becomes rows: texts by row and cell, empty where a cell is covered by another one.
struct FlowTable {
  struct Row {
    std::vector<std::string> cells;
    bool head = false;  // marked as repeated on each page
    bool bold = false;  // all its text
  };
  std::vector<Row> rows;
};

class Flow {
 public:
  explicit Flow(const Deadline& deadline) : deadline_(deadline) {}

  void add(FlowPiece piece);
  void add(const FlowTable& table);

  /// `title`: among the file's properties; a last resort, since templates and file names end up there. `hints`:
  /// nullptr when the format can't be a transcript.
  Draft finish(const std::string& title, const ReadHints* hints) &&;

 private:
  bool find_bold_headings();
  const Deadline& deadline_;
  std::vector<FlowPiece> pieces_;
};

/// Whether a title among a file's properties is no title: a file name, a template, a program's default.
bool is_idle_title(std::string_view title);

/// The subject of a letter: what stands beside or below "Onderwerp" or "Betreft" among the first lines; empty: none.
std::string subject_of_letter(const std::vector<std::string_view>& lines);

}  // namespace corpus
