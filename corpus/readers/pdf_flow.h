// From the lines of a PDF to sections, paragraphs and lists: headings are told by type size, weight or the outline,
// broken words are made whole, and every block knows its page. Pure; thread-safe.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/document.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/pdf_page.h"

namespace corpus {

/// All words of the document, folded, that are not at the end of a line: how it writes what a line breaks.
class LineWords {
 public:
  explicit LineWords(const std::vector<PdfPage>& pages);
  bool holds(std::string_view word) const;

 private:
  std::unordered_set<std::string> words_;
};

/// Joins two lines of a paragraph; a word that the line's end breaks is made whole.
void join_line(std::string& text, std::string_view next, const LineWords& words);

/// `outline`: titles of the document's own table of contents, folded, with their depth from 1.
Draft draft_of_lines(const std::vector<PdfPage>& pages, std::map<std::string, int> outline, const Deadline& deadline);

}  // namespace corpus
