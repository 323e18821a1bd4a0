// PDF (poppler): lines become paragraphs, headings are told by type size, weight or the outline, running heads and
// page numbers go, broken words are made whole, and every block knows its page.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-toc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_set>

#include "corpus/readers/flow.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/readers/pdf_page.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr int kMostPages = 5000;
constexpr std::size_t kMostWords = 5'000'000;
constexpr std::size_t kHeadingWords = 25;
constexpr std::size_t kHeadingBytes = 200;
constexpr double kLarger = 1.09;  // than the text: a heading
constexpr int kMostLevels = 4;
constexpr std::size_t kScanLetters = 15;  // a page with fewer is a picture, if it is not blank
constexpr int kMostToc = 5000;
constexpr int kTocDepth = 10;
constexpr double kOcrResolution = 300;
constexpr double kMostPixels = 40e6;

std::string utf8_of(const poppler::ustring& text) {
  std::string out;
  const icu::UnicodeString wide(reinterpret_cast<const char16_t*>(text.data()),
                                static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 1u << 30)));
  wide.toUTF8String(out);
  return to_valid_utf8(out);
}

bool names_bold(const std::string& font) {
  const std::string name = fold(to_valid_utf8(font));
  for (const char* word : {"bold", "black", "heavy", "demi", "-vet"})
    if (name.find(word) != std::string::npos) return true;
  return false;
}

std::unique_ptr<poppler::document> open(std::string_view bytes) {
  static std::once_flag quiet;
  std::call_once(quiet, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    fail_document("is too large", "split it");
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) fail_document("is no PDF, or is damaged", "save or print it to PDF again");
  if (document->is_locked()) fail_document("is encrypted with a password", "save it without password");
  if (document->pages() <= 0) fail_document("has no pages", "save or print it to PDF again");
  if (document->pages() > kMostPages) fail_document("has more than 5000 pages", "split it");
  return document;
}

std::vector<PdfWord> words_of(const poppler::page& page, const Deadline& deadline) {
  std::vector<PdfWord> words;
  for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
    deadline.check();
    PdfWord word;
    word.text = utf8_of(box.text());
    const auto place = box.bbox();
    word.left = place.left();
    word.right = place.right();
    word.top = place.top();
    word.bottom = place.bottom();
    word.size = box.has_font_info() ? box.get_font_size() : word.bottom - word.top;
    word.bold = box.has_font_info() && names_bold(box.get_font_name());
    word.space_after = box.has_space_after();
    if (box.rotation() == 0) words.push_back(std::move(word));  // what stands upright in the margin is no text
  }
  return words;
}

/// Titles of the outline, folded, with their depth from 1.
std::map<std::string, int> outline_of(const poppler::document& document) {
  std::map<std::string, int> out;
  const std::unique_ptr<poppler::toc> toc(document.create_toc());
  if (!toc) return out;
  struct Open {
    const poppler::toc_item* item;
    int depth;
  };
  std::vector<Open> open{{toc->root(), 0}};
  int seen = 0;
  while (!open.empty() && seen < kMostToc) {
    const auto [item, depth] = open.back();
    open.pop_back();
    if (!item || depth > kTocDepth) continue;
    ++seen;
    if (depth > 0)
      if (std::string title = fold(clean(utf8_of(item->title()))); count_words(title) > 0)
        out.try_emplace(std::move(title), depth);
    for (const auto* child : item->children()) open.push_back({child, depth + 1});
  }
  return out;
}

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

/// All words of the document, folded, that are not at the end of a line: how it writes what a line breaks.
class Words {
 public:
  explicit Words(const std::vector<PdfPage>& pages) {
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
  bool holds(std::string_view word) const { return words_.contains(bare(word)); }

 private:
  static std::string bare(std::string_view word) {
    while (!word.empty() && std::string_view("(\"'").find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    while (!word.empty() && std::string_view(".,;:!?)\"'").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    return fold(word);
  }
  std::unordered_set<std::string> words_;
};

/// Length of a hyphen at the end; 0 without one.
std::size_t hyphen_at_end(std::string_view text) {
  for (const std::string_view hyphen : {"-", "\xC2\xAD", "\xE2\x80\x90"})
    if (text.ends_with(hyphen)) return hyphen.size();
  return 0;
}

/// Joins two lines of a paragraph; a word that the line's end breaks is made whole.
void join_line(std::string& text, std::string_view next, const Words& words) {
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
  const Words words_;
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

std::string iso_date(std::time_t time) {
  // 0 and -1 mean that there is none.
  if (time <= 0) return {};
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
  return text;
}

std::string pages_in_words(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size() && out.size() < 60; ++i) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    out += (out.empty() ? "" : ", ") + std::to_string(pages[i]);
    if (last > i) out += "–" + std::to_string(pages[last]);
    i = last;
  }
  return out;
}

}  // namespace

Draft read_pdf(std::string_view bytes, const Deadline& deadline) {
  const auto document = open(bytes);
  std::vector<PdfPage> pages;
  std::vector<int> scans;
  std::size_t words = 0;
  for (int i = 0; i < document->pages(); ++i) {
    deadline.check();
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    const auto found = words_of(*page, deadline);
    words += found.size();
    if (words > kMostWords) fail_document("has more than five million words", "split it");
    std::size_t letters = 0;
    for (const PdfWord& word : found) letters += word.text.size();
    if (letters < kScanLetters) scans.push_back(i + 1);
    const auto area = page->page_rect();
    pages.push_back({i + 1, area.width(), area.height(), pdf_lines(found, i + 1)});
  }
  remove_running_lines(pages);
  Draft draft = PdfFlow(pages, outline_of(*document), deadline).run();
  std::vector<std::string_view> lines;
  for (const PdfPage& page : pages)
    for (const PdfLine& line : page.lines) lines.push_back(line.text);
  const std::string property = clean(utf8_of(document->get_title()));
  if (draft.title.empty()) draft.title = subject_of_letter(lines);
  if (draft.title.empty() && !is_idle_title(property)) draft.title = property;
  draft.date = iso_date(document->get_creation_date_t());
  draft.pages = document->pages();
  if (!scans.empty() && scans.size() < pages.size())
    draft.warnings.push_back((scans.size() == 1 ? "page " : "pages ") + pages_in_words(scans) +
                             " without text (scanned?); index with --ocr to have it recognised");
  draft.scans = std::move(scans);
  return draft;
}

std::string render_page(std::string_view pdf, int number) {
  const auto document = open(pdf);
  const std::unique_ptr<poppler::page> page(number >= 1 ? document->create_page(number - 1) : nullptr);
  if (!page) fail_document("has no page " + std::to_string(number), "save or print it to PDF again");
  const auto area = page->page_rect();
  const double inches = std::max(1.0, area.width() * area.height() / (72.0 * 72.0));
  const double resolution = std::min(kOcrResolution, std::sqrt(kMostPixels / inches));
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(page.get(), resolution, resolution);
  if (!image.is_valid()) fail_document("page " + std::to_string(number) + " can't be drawn", "scan it again");
  std::string out = "P5\n" + std::to_string(image.width()) + " " + std::to_string(image.height()) + "\n255\n";
  for (int row = 0; row < image.height(); ++row)
    out.append(image.const_data() + static_cast<std::ptrdiff_t>(row) * image.bytes_per_row(),
               static_cast<std::size_t>(image.width()));
  return out;
}

void add_recognized(Draft& draft, const std::vector<std::pair<int, std::string>>& pages) {
  for (const auto& [page, text] : pages) {
    SectionBuilder builder;
    builder.page(page);
    LineWriter writer(builder);
    for (const LineBlock& block : line_blocks(text)) {
      // Lines of one paragraph, broken where the paper ended.
      std::string joined;
      static const Words kNone({});
      for (const std::string_view line : block)
        if (joined.empty())
          joined = clean(line);
        else
          join_line(joined, clean(line), kNone);
      const bool list =
          std::any_of(block.begin(), block.end(), [](std::string_view line) { return list_mark(line) > 0; });
      if (list)
        writer.add(block);
      else
        writer.add({joined});
    }
    writer.flush();
    Draft read = std::move(builder).finish();
    if (read.sections.empty()) continue;
    // Behind the last section that begins before this page.
    auto at = draft.sections.begin();
    for (auto section = draft.sections.begin(); section != draft.sections.end(); ++section)
      if (!section->blocks.empty() && section->blocks.front().page <= page) at = section + 1;
    if (draft.title.empty() && !read.sections.front().blocks.empty() &&
        count_words(read.sections.front().blocks.front().text) <= 14)
      draft.title = read.sections.front().blocks.front().text;
    draft.sections.insert(at, std::make_move_iterator(read.sections.begin()),
                          std::make_move_iterator(read.sections.end()));
  }
}

}  // namespace corpus
