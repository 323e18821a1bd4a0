// PDF (poppler): the words of each page with their place and type, which pdf_page.h makes lines of and pdf_flow.h
// sections and paragraphs. Also drawing a page, and putting in what was recognised of it.
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

#include "corpus/readers/flow.h"
#include "corpus/readers/formats.h"
#include "corpus/readers/lines.h"
#include "corpus/readers/pdf_flow.h"
#include "corpus/readers/pdf_page.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr int kMostPages = 5000;
constexpr std::size_t kMostWords = 5'000'000;
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

/// Whether poppler complained of content that it can't follow, since this was set to false. It calls back on the thread
/// that reads.
bool& stumbled() {
  static thread_local bool value = false;
  return value;
}

/// Poppler goes on after every error, and gives the text that it could still find. These are the messages after which
/// text may be missing; about fonts, colours and annotations it complains as well.
void note_error(const std::string& message, void*) {
  for (const char* part : {"stream", "operator", "'Tj'", "'TJ'", "'Td'", "'Tf'", "Unterminated", "Illegal character",
                           "Dictionary key", "xref num", "page tree", "Kid", "font tag", "No font in show"})
    stumbled() |= message.find(part) != std::string::npos;
}

std::unique_ptr<poppler::document> open(std::string_view bytes) {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function(note_error, nullptr); });
  stumbled() = false;
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
  Draft draft = draft_of_lines(pages, outline_of(*document), deadline);
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
  if (stumbled())
    draft.warnings.push_back("is damaged in places, and text may be missing; save or print it to PDF again");
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
      static const LineWords kNone({});
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
