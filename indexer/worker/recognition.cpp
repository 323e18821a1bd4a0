#include "indexer/worker/recognition.h"

#include <algorithm>
#include <sstream>

#include "corpus/error.h"
#include "corpus/text.h"

namespace indexer {
namespace {

using corpus::Error;
using corpus::ErrorKind;

constexpr std::chrono::milliseconds kPerPage{180'000};
constexpr std::size_t kMostPages = 2000;

bool holds_text(const corpus::Draft& draft) {
  return std::ranges::any_of(draft.sections, [](const corpus::Section& section) { return !section.blocks.empty(); });
}

}  // namespace

void require_recognition() {
  int code = 0;
  std::string known;
  try {
    known = run_filter({"tesseract", "--list-langs"}, {}, std::chrono::seconds(30), code);
  } catch (const Error&) {
    code = 127;
  }
  std::istringstream lines(known);
  bool dutch = false;
  for (std::string line; std::getline(lines, line);) dutch |= corpus::clean(line) == "nld";
  if (code != 0 || !dutch)
    throw Error(
        ErrorKind::not_possible,
        code == 0 ? "tesseract has no Dutch data (nld)" : "--ocr needs the program tesseract, which is not here",
        "install the packages tesseract-ocr and tesseract-ocr-nld");
}

void recognize_scans(corpus::Draft& draft, std::string_view pdf, ReaderProcess& reader) {
  std::vector<std::pair<int, std::string>> pages;
  for (const int page : draft.scans) {
    if (pages.size() == kMostPages) break;
    const auto picture = reader.render(pdf, page);
    int code = 0;
    auto text = run_filter({own_program(), "ocr-worker"}, picture, kPerPage, code);
    if (code != 0)
      throw Error(
          ErrorKind::bad_document,
          "page " + std::to_string(page) + " can't be recognised (tesseract, code " + std::to_string(code) + ")",
          "index it without --ocr, or scan the page again");
    pages.emplace_back(page, corpus::to_valid_utf8(text));
  }
  corpus::add_recognized(draft, pages);
  corpus::clean_draft(draft);
  if (!holds_text(draft))
    throw Error(ErrorKind::bad_document, "is scanned, and no text could be recognised on its pages",
                "scan it again, more clearly");
  std::erase_if(draft.warnings, [](const std::string& warning) { return warning.find("--ocr") != std::string::npos; });
  draft.warnings.push_back("the text of " + std::to_string(pages.size()) +
                           (pages.size() == 1 ? " page was recognised (OCR)" : " pages were recognised (OCR)") +
                           " and may hold mistakes");
}

}  // namespace indexer
