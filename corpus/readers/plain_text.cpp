// Plain text: title from the first lines, headings from their shape, agendas and lists from their marks.
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kHeadingWords = 9;
constexpr std::size_t kHeadingBytes = 100;  // 80 characters, of which some take two bytes
constexpr std::size_t kPartWords = 3;
constexpr std::size_t kTitleWords = 15;
constexpr std::size_t kTitleBytes = 150;
constexpr int kHeadingLevel = 2;  // level 1 is the title's

/// The name of the series of meetings: it precedes a title, it is not one.
constexpr std::string_view kSeries = "community of practice";

bool begins_with_capital(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    UChar32 point = 0;
    U8_NEXT(line.data(), at, line.size(), point);
    if (u_isdigit(point)) return true;
    if (u_isalpha(point)) return !u_islower(point);
  }
  return false;
}

/// A single line that could stand above a text: no sentence, no item, no date.
bool is_bare_line(const LineBlock& block, std::size_t words, std::size_t bytes) {
  if (block.size() != 1) return false;
  const std::string_view line = block.front();
  return line.size() <= bytes && count_words(line) <= words && begins_with_capital(line) && list_mark(line) == 0 &&
         !begins_with_clock(line) && std::string_view(".,;:!").find(line.back()) == std::string_view::npos &&
         !line.ends_with("…") && !holds_date_or_clock(line);
}

bool is_heading_like(const LineBlock& block) {
  return is_bare_line(block, kHeadingWords, kHeadingBytes) &&
         block.front().find_first_of(",;") == std::string_view::npos;
}

bool is_title_like(const LineBlock& block) { return is_bare_line(block, kTitleWords, kTitleBytes); }

/// A short line that is no sentence, such as a date or an audience below a title.
bool is_subtitle_like(const LineBlock& block) {
  return block.size() == 1 && block.front().size() <= kTitleBytes && block.front().back() != '.' &&
         list_mark(block.front()) == 0 && !begins_with_clock(block.front());
}

bool names_series(std::string_view line) { return fold(line).starts_with(kSeries); }

/// A few words without a verb, such as "Ervaringen"; "Deelname is kosteloos" is a sentence that lost its stop.
bool names_part(std::string_view line) {
  static constexpr std::string_view kVerbs[] = {"is",   "zijn", "was",   "wordt", "worden", "kan",
                                                "kunt", "kost", "heeft", "gaat",  "volgt",  "start"};
  if (count_words(line) > kPartWords) return false;
  const std::string words = " " + fold(line) + " ";
  return std::ranges::none_of(
      kVerbs, [&](std::string_view verb) { return words.find(" " + std::string(verb) + " ") != std::string::npos; });
}

/// Number of headings at `at`: a bare line above text, or two of them, such as "Ervaringen" above "Helmond". In a
/// longer row of bare lines only the last is one; the others are a list that is held apart by blank lines.
std::size_t headings_at(const std::vector<LineBlock>& blocks, std::size_t at, bool in_row) {
  std::size_t end = at;
  while (end < blocks.size() && is_heading_like(blocks[end]) && !names_series(blocks[end].front())) ++end;
  if (end == blocks.size()) return 0;  // nothing that they stand above
  const std::size_t count = end - at;
  if (count == 2 && !in_row && names_part(blocks[at].front())) return 2;
  return count == 1 ? 1 : 0;
}

bool is_fiction_notice(const LineBlock& block) {
  if (block.back().back() != '.') return false;
  const auto says_so = [](std::string_view line) {
    const std::string text = fold(truncate_utf8(line, 2 * kTitleBytes));
    return text.find("verzonnen") != std::string::npos || text.find("fictie") != std::string::npos;
  };
  return std::any_of(block.begin(), block.end(), says_so);
}

/// Two title lines without a blank line between them are taken apart, so that both shapes read alike.
void split_title_block(std::vector<LineBlock>& blocks, std::size_t at) {
  if (at >= blocks.size() || blocks[at].size() != 2) return;
  const LineBlock first{blocks[at][0]}, second{blocks[at][1]};
  if (!is_title_like(first) || !is_heading_like(second)) return;
  blocks[at] = first;
  blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1, second);
}

/// Number of blocks from `at` that together are the title.
std::size_t title_length(const std::vector<LineBlock>& blocks, std::size_t at) {
  if (at + 1 >= blocks.size() || !is_title_like(blocks[at])) return 0;  // a title stands above something
  if (at + 2 >= blocks.size()) return 1;
  const LineBlock& second = blocks[at + 1];
  if (names_series(blocks[at].front())) {
    const std::string_view third = blocks[at + 2].front();
    return is_title_like(second) && list_mark(third) == 0 && !begins_with_clock(third) ? 2 : 1;
  }
  const bool joined = is_heading_like(second) && !names_series(second.front()) && is_subtitle_like(blocks[at + 2]);
  return joined ? 2 : 1;
}

}  // namespace

Draft read_plain_text(std::string_view utf8, const Deadline& deadline) {
  std::vector<LineBlock> blocks = line_blocks(utf8);
  SectionBuilder builder;
  LineWriter writer(builder);
  std::size_t at = 0;
  if (!blocks.empty() && is_fiction_notice(blocks.front())) writer.add(blocks[at++]);
  split_title_block(blocks, at);
  std::string title;
  for (std::size_t left = title_length(blocks, at); left > 0; --left) {
    if (!title.empty()) title += ": ";
    title += blocks[at++].front();
  }
  bool in_row = false;  // behind a bare line that was no heading
  while (at < blocks.size()) {
    deadline.check();
    auto headings = headings_at(blocks, at, in_row);
    if (headings == 0) {
      in_row = is_heading_like(blocks[at]);
      writer.add(blocks[at++]);
      continue;
    }
    writer.flush();
    for (; headings > 0; --headings) builder.heading(kHeadingLevel, blocks[at++].front());
    in_row = false;
  }
  writer.flush();
  Draft draft = std::move(builder).finish();
  draft.title = clean(title);
  return draft;
}

}  // namespace corpus
