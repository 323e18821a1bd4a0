#include "corpus/readers/lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/calendar.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kLongLine = 60;        // lines shorter than this on average were wrapped by hand
constexpr std::size_t kUnwrappedLine = 120;  // no one wraps lines later than this

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trim(std::string_view line) {
  constexpr std::string_view kBlank = " \t\f\v";
  const std::size_t from = line.find_first_not_of(kBlank);
  if (from == std::string_view::npos) return {};
  return line.substr(from, line.find_last_not_of(kBlank) - from + 1);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// Length of a clock time at `at` ("9:05", "13.30"), 0 without one.
std::size_t clock_at(std::string_view text, std::size_t at) {
  const std::size_t hours = digits_at(text, at);
  if (hours < 1 || hours > 2 || number(text.substr(at, hours)) > 24) return 0;
  const std::size_t mark = at + hours;
  if (mark >= text.size() || (text[mark] != ':' && text[mark] != '.') || digits_at(text, mark + 1) != 2) return 0;
  if (number(text.substr(mark + 1, 2)) > 59) return 0;
  const std::size_t end = mark + 3;
  const bool more =
      end + 1 < text.size() && (text[end] == '.' || text[end] == ',' || text[end] == '-') && is_digit(text[end + 1]);
  if (more && text[mark] == '.' && text[end] != '-') return 0;  // 24.09.2025, 10.15,50
  return end - at;
}

bool begins_with_month(std::string_view text) {
  constexpr auto kShort = std::to_array<std::string_view>(
      {"jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"});
  const std::size_t end = std::min(text.find_first_of(" .,;:)-"), text.size());
  const std::string word = fold(text.substr(0, end));
  return std::find(kMonths.begin(), kMonths.end(), word) != kMonths.end() ||
         std::find(kShort.begin(), kShort.end(), word) != kShort.end();
}

bool day_at(std::string_view text, std::size_t at) {
  const std::size_t first = digits_at(text, at);
  if (first == 4 || first <= 2) {
    const std::size_t mark = at + first;
    if (mark < text.size() && (text[mark] == '-' || text[mark] == '/' || text[mark] == '.')) {
      const std::size_t second = digits_at(text, mark + 1);
      const std::size_t next = mark + 1 + second;
      if (second >= 1 && second <= 2 && next < text.size() && text[next] == text[mark] &&
          digits_at(text, next + 1) >= 1)
        return true;
    }
  }
  return first <= 2 && at + first < text.size() && text[at + first] == ' ' &&
         begins_with_month(text.substr(at + first + 1, 20));
}

bool is_ruler(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-=_*~") == std::string_view::npos;
}

bool ends_sentence(std::string_view line) {
  return !line.empty() && std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

}  // namespace

bool begins_with_clock(std::string_view line) {
  const std::size_t length = clock_at(line, 0);
  return length > 0 && (length == line.size() || !is_digit(line[length]));
}

std::size_t list_mark(std::string_view line) {
  constexpr auto kBullets = std::to_array<std::string_view>({"-", "*", "+", "•", "·", "–", "▪", "◦", "‣"});
  std::size_t mark = 0;
  for (const std::string_view bullet : kBullets) {
    if (line.starts_with(bullet)) mark = bullet.size();
  }
  if (const std::size_t digits = digits_at(line, 0); digits >= 1 && digits <= 3) {
    if (digits < line.size() && (line[digits] == '.' || line[digits] == ')')) mark = digits + 1;
  }
  if (mark == 0 || mark >= line.size() || (line[mark] != ' ' && line[mark] != '\t')) return 0;
  const std::size_t text = line.find_first_not_of(" \t", mark);
  return text == std::string_view::npos ? 0 : text;
}

bool holds_date_or_clock(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_digit(line[at]) || (at > 0 && is_digit(line[at - 1]))) continue;
    if (clock_at(line, at) > 0 || day_at(line, at)) return true;
  }
  return false;
}

std::vector<LineBlock> line_blocks(std::string_view text) {
  std::vector<LineBlock> blocks;
  bool open = false;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find_first_of("\r\n\f", from), text.size());
    const std::string_view line = trim(text.substr(from, to - from));
    if (line.empty() || is_ruler(line)) {
      open = false;
    } else {
      if (!open) blocks.emplace_back();
      blocks.back().push_back(line);
      open = true;
    }
    from = to + (text.substr(to, 2) == "\r\n" ? 2 : 1);
  }
  return blocks;
}

LineWriter::Mark LineWriter::mark_of(std::string_view line) {
  if (list_mark(line) > 0) return Mark::bullet;
  return begins_with_clock(line) ? Mark::clock : Mark::none;
}

void LineWriter::add(const LineBlock& block) {
  // A line of wrapped text may happen to begin with a time: then neither the first line nor a second one does.
  const auto clocks = std::count_if(block.begin(), block.end(), begins_with_clock);
  const bool agenda = clocks > 1 || (clocks == 1 && begins_with_clock(block.front()));
  LineBlock lead;
  std::string* item = nullptr;
  for (const std::string_view line : block) {
    Mark mark = mark_of(line);
    if (mark == Mark::clock && !agenda) mark = Mark::none;
    if (mark == Mark::none) {
      if (item) {
        *item += ' ';
        *item += line;
      } else {
        lead.push_back(line);
      }
      continue;
    }
    if (!lead.empty()) add_paragraphs(std::exchange(lead, {}));
    if (mark != kind_) flush();
    kind_ = mark;
    item = &items_.emplace_back(line.substr(list_mark(line)));
  }
  if (!lead.empty()) add_paragraphs(lead);
}

void LineWriter::add_paragraphs(const std::vector<std::string_view>& lines) {
  flush();
  std::size_t bytes = 0, longest = 0, sentences = 0;
  for (const std::string_view line : lines) {
    bytes += line.size();
    longest = std::max(longest, line.size());
    sentences += ends_sentence(line);
  }
  // Word processors write a paragraph a line, mail programs wrap: only the former end in full stops line after line.
  const bool each_own = bytes > kLongLine * lines.size() && (longest > kUnwrappedLine || sentences + 1 >= lines.size());
  std::string text;
  for (const std::string_view line : lines) {
    if (each_own) {
      out_.paragraph(line);
    } else {
      if (!text.empty()) text += ' ';
      text += line;
    }
  }
  out_.paragraph(text);
}

void LineWriter::flush() {
  const bool lone_time = kind_ == Mark::clock && items_.size() == 1;
  if (lone_time) {
    out_.paragraph(items_.front());
  } else {
    out_.list(items_);
  }
  items_.clear();
  kind_ = Mark::none;
}

}  // namespace corpus
