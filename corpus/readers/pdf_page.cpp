#include "corpus/readers/pdf_page.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "corpus/text.h"

namespace corpus {
namespace {

constexpr double kMargin = 0.12;     // of the page's height: where running heads and page numbers stand
constexpr double kSameHeight = 6.0;  // points
constexpr std::size_t kCellBytes = 60;
constexpr std::size_t kFewestPages = 3;

double height(const PdfWord& word) { return word.bottom - word.top; }

/// Whether the word goes on in the line: at its height, right of it.
bool goes_on(const PdfLine& line, const PdfWord& word) {
  const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  const double smaller = std::min(line.bottom - line.top, height(word));
  if (overlap < 0.5 * smaller) return false;
  return word.left > line.right - 0.3 * std::max(word.size, 1.0) &&
         word.left < line.right + 6 * std::max(word.size, 1.0);
}

/// Rows: at least three short lines beside each other, or two where the next row is like it.
void join_rows(std::vector<PdfLine>& lines) {
  std::map<long, std::vector<std::size_t>> by_height;  // by baseline, in points
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (lines[i].text.size() <= kCellBytes) by_height[std::lround(lines[i].bottom / 2)].push_back(i);
  std::map<std::size_t, std::vector<std::size_t>> joined;  // first line → cells
  long last = -100;
  std::vector<std::vector<std::size_t>> pending;
  const auto settle = [&] {
    std::size_t wide = 0;
    for (const auto& cells : pending) wide = std::max(wide, cells.size());
    if (pending.size() >= 3 && wide >= 3)
      for (auto& cells : pending) {
        const std::size_t first = *std::min_element(cells.begin(), cells.end());
        std::sort(cells.begin(), cells.end(),
                  [&](std::size_t a, std::size_t b) { return lines[a].left < lines[b].left; });
        joined[first] = cells;
      }
    pending.clear();
  };
  for (auto& [baseline, cells] : by_height) {
    if (cells.size() < 2) continue;
    if (baseline - last > 20) settle();
    pending.push_back(cells);
    last = baseline;
  }
  settle();
  if (joined.empty()) return;
  std::vector<bool> gone(lines.size(), false);
  for (const auto& [first, cells] : joined) {
    std::string text;
    double left = lines[cells.front()].left, right = left;
    for (const std::size_t cell : cells) {
      text += (text.empty() ? "" : " – ") + lines[cell].text;
      right = std::max(right, lines[cell].right);
      gone[cell] = true;
    }
    lines[first].text = std::move(text);
    lines[first].left = left;
    lines[first].right = right;
    lines[first].row = true;
    gone[first] = false;
  }
  std::vector<PdfLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!gone[i]) kept.push_back(std::move(lines[i]));
  lines = std::move(kept);
}

/// The text with numbers taken out: "Pagina 3 van 12" and "Pagina 4 van 12" are one running line.
std::string shape_of(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '#') continue;
    out += digit ? '#' : c;
  }
  return out;
}

bool is_page_number(const std::string& shape) {
  static constexpr std::string_view kShapes[] = {
      "#",      "- # -",  "– # –", "# van #",        "#/#",        "# / #",        "pagina #",    "pag. #", "p. #",
      "blad #", "page #", "# | #", "pagina # van #", "pagina #/#", "blad # van #", "page # of #", "| #",    "# |"};
  return std::find(std::begin(kShapes), std::end(kShapes), shape) != std::end(kShapes);
}

bool in_margin(const PdfPage& page, const PdfLine& line) {
  return line.bottom < kMargin * page.height || line.top > (1 - kMargin) * page.height;
}

}  // namespace

std::vector<PdfLine> pdf_lines(const std::vector<PdfWord>& words, int page) {
  std::vector<PdfLine> lines;
  bool space = false;
  std::size_t bold = 0, letters = 0;
  std::map<double, std::size_t> sizes;
  const auto end = [&] {
    if (lines.empty()) return;
    lines.back().bold = letters > 0 && bold == letters;
    std::size_t most = 0;
    for (const auto& [size, count] : sizes)
      if (count >= most) {
        most = count;
        lines.back().size = size;
      }
    sizes.clear();
    bold = letters = 0;
  };
  for (const PdfWord& word : words) {
    if (word.text.empty()) continue;
    if (lines.empty() || !goes_on(lines.back(), word)) {
      end();
      lines.push_back({{}, word.left, word.right, word.top, word.bottom, word.size, false, false, page});
      space = false;
    }
    PdfLine& line = lines.back();
    const bool gap = word.left - line.right > 0.15 * std::max(word.size, 1.0);
    if (!line.text.empty() && (space || gap)) line.text += ' ';
    line.text += word.text;
    line.right = std::max(line.right, word.right);
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
    space = word.space_after;
    letters += word.text.size();
    if (word.bold) bold += word.text.size();
    sizes[std::round(word.size * 2) / 2] += word.text.size();
  }
  end();
  for (PdfLine& line : lines) line.text = clean(line.text);
  std::erase_if(lines, [](const PdfLine& line) { return line.text.empty(); });
  join_rows(lines);
  return lines;
}

void remove_running_lines(std::vector<PdfPage>& pages) {
  struct Seen {
    std::size_t pages = 0;
    int last = -1;
  };
  // By shape and height: the same words at another place are text.
  std::map<std::pair<std::string, long>, Seen> seen;
  const auto key = [](const PdfLine& line) {
    return std::pair(shape_of(line.text), std::lround(line.top / kSameHeight));
  };
  for (const PdfPage& page : pages)
    for (const PdfLine& line : page.lines) {
      if (!in_margin(page, line)) continue;
      auto [shape, row] = key(line);
      for (const long near : {row - 1, row, row + 1}) {
        Seen& one = seen[{shape, near}];
        if (one.last == page.number) continue;
        one.last = page.number;
        ++one.pages;
      }
    }
  const std::size_t enough = std::min(kFewestPages, std::max<std::size_t>(2, pages.size() / 2));
  for (PdfPage& page : pages)
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (!in_margin(page, line)) return false;
      const auto place = key(line);
      return is_page_number(place.first) || (pages.size() > 1 && seen[place].pages >= enough);
    });
}

}  // namespace corpus
