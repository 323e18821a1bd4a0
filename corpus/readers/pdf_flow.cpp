#include "corpus/readers/pdf_flow.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "corpus/readers/flow.h"
#include "corpus/readers/lines.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::size_t kHeadingWords = 25;
constexpr std::size_t kHeadingBytes = 200;
constexpr double kLarger = 1.09;  // than the text: a heading
constexpr int kMostLevels = 4;

/// The type size of most text.
double body_size(const std::vector<PdfPage>& pages) {
  std::map<double, std::size_t> letters;
  for (const PdfPage& page : pages)
    for (const PdfLine& line : page.lines) letters[line.size] += line.text.size();
  double best = 0;
  std::size_t most = 0;
  for (const auto& [size, count] : letters)
    if (count > most) {
      most = count;
      best = size;
    }
  return best;
}

/// A word without the signs around it, folded.
std::string bare(std::string_view word) {
  while (!word.empty() && std::string_view("(\"'").find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && std::string_view(".,;:!?)\"'").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return fold(word);
}

/// Length of a hyphen at the end; 0 without one.
std::size_t hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : {"-", "\xC2\xAD", "\xE2\x80\x90"})
    if (text.ends_with(hyphen)) return hyphen.size();
  return 0;
}

}  // namespace

LineWords::LineWords(const std::vector<PdfPage>& pages) {
  for (const PdfPage& page : pages)
    for (const PdfLine& line : page.lines) {
      const std::string_view text = line.text;
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        if (to < text.size()) words_.insert(bare(text.substr(from, to - from)));
        from = to + 1;
      }
    }
}

bool LineWords::holds(std::string_view word) const { return words_.contains(bare(word)); }

void join_line(std::string& text, std::string_view next, const LineWords& words) {
  const std::size_t hyphen = hyphen_at_end(text);
  const auto space = text.rfind(' ');
  const std::string_view first = std::string_view(text).substr(space == std::string::npos ? 0 : space + 1);
  const std::string_view second = next.substr(0, next.find(' '));
  const bool lower = !next.empty() &&
                     ((next.front() >= 'a' && next.front() <= 'z') || static_cast<unsigned char>(next.front()) >= 0xC3);
  const bool after_letter =
      first.size() > hyphen && !(first[first.size() - hyphen - 1] >= '0' && first[first.size() - hyphen - 1] <= '9');
  if (hyphen == 0 || first.size() <= hyphen || second.empty()) {
    text += ' ';
  } else if (second == "en" || second == "of" || second == "en/of" || second == "tot" || second == "dan") {
    text += ' ';  // "buurt- en wijkteams"
  } else {
    const std::string stem(first.substr(0, first.size() - hyphen));
    const bool written_apart = words.holds(stem + "-" + std::string(second));
    const bool written_together = words.holds(stem + std::string(second));
    // "WhatsApp-groep" and "2023-2027" keep their hyphen, and so does what the document writes with one elsewhere.
    const bool capital_inside = std::any_of(stem.begin() + 1, stem.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool soft = text.ends_with("\xC2\xAD");
    const bool together = soft || written_together || (!written_apart && lower && after_letter && !capital_inside);
    if (together) text.resize(text.size() - hyphen);
  }
  text += next;
}

namespace {

class PdfFlow {
 public:
  PdfFlow(const std::vector<PdfPage>& pages, std::map<std::string, int> outline, const Deadline& deadline)
      : pages_(pages), outline_(std::move(outline)), deadline_(deadline), words_(pages), body_(body_size(pages)) {
    std::map<double, std::size_t> larger;  // sizes of headings, with how much text has each
    for (const PdfPage& page : pages)
      for (const PdfLine& line : page.lines)
        if (line.size > body_ * kLarger && could_be_heading(line.text)) larger[line.size] += line.text.size();
    for (auto size = larger.rbegin(); size != larger.rend(); ++size) {
      // Sizes that differ by less than half a point are one.
      if (!sizes_.empty() && sizes_.back() - size->first < 0.6) continue;
      sizes_.push_back(size->first);
    }
  }

  Draft run() {
    find_title();
    for (const PdfPage& page : pages_) add_page(page);
    end_paragraph();
    end_list();
    Draft draft = std::move(out_).finish();
    draft.title = title_;
    return draft;
  }

 private:
  static bool could_be_heading(std::string_view text) {
    return text.size() <= kHeadingBytes && count_words(text) > 0 && count_words(text) <= kHeadingWords;
  }

  /// Heading level by outline, size and weight; 0 for text.
  int level_of(const PdfLine& line) const {
    if (line.row || !could_be_heading(line.text)) return 0;
    if (const auto known = outline_.find(fold(line.text)); known != outline_.end() && (line.bold || line.size >= body_))
      return std::min(known->second, kMostLevels + 1);
    if (line.size > body_ * kLarger) {
      int level = 1;
      for (const double size : sizes_)
        if (line.size < size - 0.55) ++level;
      return std::min(level, kMostLevels);
    }
    const char end = line.text.back();
    const bool numbered = list_mark(line.text) > 0 && !is_item(line.text);  // "6. Vaststelling agenda."
    const bool bare = end != ',' && end != ';' && end != ':' && (end != '.' || numbered);
    if (line.bold && bare && line.size >= body_ * 0.95 && !is_item(line.text))
      return std::min<int>(static_cast<int>(sizes_.size()) + 1, kMostLevels);
    return 0;
  }

  static bool is_item(std::string_view text) {
    const std::size_t mark = list_mark(text);
    return mark > 0 && !(text.front() >= '0' && text.front() <= '9');
  }

  /// The largest type on the first page that has any, if it is clearly larger than the text. Several lines may be it.
  void find_title() {
    for (const PdfPage& page : pages_) {
      if (page.lines.empty()) continue;
      const PdfLine* best = nullptr;
      for (const PdfLine& line : page.lines)
        if (could_be_heading(line.text) && count_words(line.text) > 0 && line.text.size() > 3 &&
            line.size > body_ * 1.15 && (!best || line.size > best->size + 0.4))
          best = &line;
      if (!best) return;
      for (const PdfLine* line = best; line < page.lines.data() + page.lines.size(); ++line) {
        if (std::abs(line->size - best->size) > 0.6 || title_.size() > kHeadingBytes) break;
        if (line != best && line->top - (line - 1)->bottom > 1.5 * best->size) break;
        if (!title_.empty())
          join_line(title_, line->text, words_);
        else
          title_ = line->text;
        in_title_.insert(line);
      }
      return;
    }
  }

  void add_page(const PdfPage& page) {
    const PdfLine* before = nullptr;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      deadline_.check();
      const PdfLine& line = page.lines[i];
      if (in_title_.contains(&line)) continue;
      const bool page_turn = before == nullptr;
      add_line(line, before, page_turn);
      before = &line;
    }
  }

  void add_line(const PdfLine& line, const PdfLine* before, bool page_turn) {
    int level = level_of(line);
    // The last line of a bold heading, which alone would be a sentence's end.
    if (level == 0 && heading_level_ > 0 && line.bold && before && before->bold) level = heading_level_;
    if (level > 0) {
      const bool goes_on = heading_level_ == level && before && line.top - before->bottom < 0.9 * line.size &&
                           std::abs(line.size - before->size) < 0.6 && heading_.size() < kHeadingBytes &&
                           list_mark(line.text) == 0;
      if (goes_on) {
        join_line(heading_, line.text, words_);
        return;
      }
      end_paragraph();
      end_list();
      heading_ = line.text;
      heading_level_ = level;
      return;
    }
    end_heading();
    if (line.row) {
      end_paragraph();
      if (!in_rows_) end_list();
      begin_list(line.page);
      items_.push_back(line.text);
      in_rows_ = true;
      return;
    }
    if (in_rows_) end_list();
    const std::size_t mark = item_mark(line.text);
    if (mark > 0) {
      end_paragraph();
      begin_list(line.page);
      items_.push_back(clean(std::string_view(line.text).substr(mark)));
      item_left_ = line.left;
      previous_ = line;
      return;
    }
    const bool near =
        before && previous_ && line.top - previous_->bottom < gap_limit(line) && line.top > previous_->top - 1;
    if (!items_.empty()) {
      const bool hangs = line.left > item_left_ + 2;
      const bool sentence_open = !ends_sentence(items_.back());
      if ((near && (hangs || sentence_open)) || (page_turn && hangs && sentence_open)) {
        join_line(items_.back(), line.text, words_);
        previous_ = line;
        return;
      }
      end_list();
    }
    const bool goes_on = !text_.empty() && (near ? !begins_anew(line) : continues_over_break(line));
    if (goes_on) {
      join_line(text_, line.text, words_);
    } else {
      end_paragraph();
      text_ = line.text;
      page_ = line.page;
    }
    widest_ = goes_on ? std::max(widest_, line.right) : line.right;
    previous_ = line;
  }

  /// Lines of one paragraph lie this close: below its usual distance and a half.
  double gap_limit(const PdfLine& line) const { return 0.75 * std::max(line.size, 1.0); }

  static bool ends_sentence(std::string_view text) {
    return !text.empty() && std::string_view(".?!:").find(text.back()) != std::string_view::npos;
  }

  /// A new paragraph without white space: an indent, another size, a short line that ended a sentence before, or a
  /// time.
  bool begins_anew(const PdfLine& line) const {
    if (std::abs(line.size - previous_->size) > 0.6 || begins_with_clock(line.text)) return true;
    const bool ended = ends_sentence(previous_->text);
    if (ended && line.left > previous_->left + 0.8 * line.size && line.left < previous_->left + 5 * line.size)
      return true;
    const double room = widest_ - previous_->right;
    if (ended && room > 6 * line.size) return true;
    // Lines that are all short, as in an address, are not running text.
    return previous_->bold != line.bold && ended;
  }

  /// Over a page or column: the sentence goes on.
  bool continues_over_break(const PdfLine& line) const {
    if (ends_sentence(text_) || text_.size() < 40 || std::abs(line.size - previous_->size) > 0.6) return false;
    const auto first = static_cast<unsigned char>(line.text.front());
    return (first >= 'a' && first <= 'z') || hyphen_at_end(text_) > 0;
  }

  /// Marks of lists, those that only occur in PDF included (symbol fonts).
  static std::size_t item_mark(std::string_view text) {
    if (const std::size_t mark = list_mark(text); mark > 0) return mark;
    for (const std::string_view sign : {"•", "▪", "●", "◦", "○", "■", "", "", "–", "‣", "➢", "►", "✓", "o"}) {
      if (!text.starts_with(sign)) continue;
      const std::size_t after = text.find_first_not_of(' ', sign.size());
      if (after != std::string_view::npos && after > sign.size()) return after;
    }
    return 0;
  }

  void begin_list(int page) {
    if (items_.empty()) list_page_ = page;
  }
  void end_list() {
    out_.page(list_page_);
    out_.list(items_);
    items_.clear();
    in_rows_ = false;
  }
  void end_paragraph() {
    end_heading();
    if (text_.empty()) return;
    out_.page(page_);
    out_.paragraph(text_);
    text_.clear();
  }
  void end_heading() {
    if (heading_level_ == 0) return;
    out_.heading(heading_level_, heading_);
    heading_level_ = 0;
    heading_.clear();
  }

  const std::vector<PdfPage>& pages_;
  const std::map<std::string, int> outline_;
  const Deadline& deadline_;
  const LineWords words_;
  const double body_;
  std::vector<double> sizes_;  // of headings, largest first
  SectionBuilder out_;
  std::string title_, text_, heading_;
  std::set<const PdfLine*> in_title_;
  int heading_level_ = 0, page_ = 0, list_page_ = 0;
  std::vector<std::string> items_;
  bool in_rows_ = false;
  double item_left_ = 0, widest_ = 0;
  std::optional<PdfLine> previous_;
};

}  // namespace

Draft draft_of_lines(const std::vector<PdfPage>& pages, std::map<std::string, int> outline, const Deadline& deadline) {
  return PdfFlow(pages, std::move(outline), deadline).run();
}

}  // namespace corpus
