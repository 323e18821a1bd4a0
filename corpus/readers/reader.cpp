#include "corpus/readers/reader.h"

#include <algorithm>
#include <utility>

#include "corpus/error.h"
#include "corpus/readers/decoding.h"
#include "corpus/readers/formats.h"
#include "corpus/text.h"

namespace corpus {
namespace {

constexpr std::string_view kSideFile = ".meta.yaml";

void check_size(std::string_view bytes, const ReadLimits& limits) {
  if (bytes.size() > limits.bytes) {
    fail_document("larger than " + std::to_string(limits.bytes >> 20) + " MB", "split it into several documents");
  }
}

bool holds_text(const Draft& draft) {
  // The title among a PDF's properties is no text when all pages are pictures.
  if (!draft.title.empty() && draft.scans.empty()) return true;
  return std::any_of(draft.sections.begin(), draft.sections.end(),
                     [](const Section& section) { return !section.heading.empty() || !section.blocks.empty(); });
}

}  // namespace

void fail_document(const std::string& what, std::string hint) {
  throw Error(ErrorKind::bad_document, what, std::move(hint));
}

void Deadline::check() const {
  if (std::chrono::steady_clock::now() > end_) {
    fail_document("takes too long to read", "split it, or simplify its markup");
  }
}

Draft read_document(Format format, std::string_view bytes, const ReadLimits& limits, const ReadHints& hints) {
  check_size(bytes, limits);
  const Deadline deadline(limits);
  const Format actual = office_format(format, bytes);
  Draft draft = read_as(actual, bytes, limits, hints, deadline);
  if (actual != format) draft.warnings.push_back(misnamed(actual));
  clean_draft(draft);
  if (holds_text(draft)) return draft;
  if (draft.scans.empty())
    fail_document("no text found", "check that the file holds text and not only pictures or menus");
  if (!hints.accept_scans)
    fail_document("is scanned: its " + std::to_string(draft.scans.size()) +
                      (draft.scans.size() == 1 ? " page is a picture" : " pages are pictures") + " without text",
                  "index with --ocr to have the text recognised");
  return draft;
}

std::string misnamed(Format actual) { return "is " + std::string(name_of(actual)) + ", whatever its name says"; }

void clean_draft(Draft& draft) {
  draft.title = clean(to_valid_utf8(draft.title));
  draft.date = clean(to_valid_utf8(draft.date));
  for (std::string& warning : draft.warnings) warning = clean(to_valid_utf8(warning));
  for (Section& section : draft.sections) {
    section.heading = clean(to_valid_utf8(section.heading));
    section.level = std::clamp(section.level, 0, 9);
    for (Block& block : section.blocks) {
      block.text = clean(to_valid_utf8(block.text), block.type == Block::Type::list);
      block.page = std::max(block.page, 0);
    }
    std::erase_if(section.blocks, [](const Block& block) { return block.text.empty(); });
  }
}

Draft read_json_line(std::string_view line, const ReadLimits& limits) {
  check_size(line, limits);
  const Deadline deadline(limits);
  Draft draft = read_json_object(decode_text(line), deadline);
  if (!holds_text(draft)) fail_document("no text found", "give a title or a text");
  return draft;
}

std::optional<std::string_view> side_file_stem(std::string_view path) {
  if (!path.ends_with(kSideFile)) return std::nullopt;
  path.remove_suffix(kSideFile.size());
  const bool has_name = !path.empty() && path.back() != '/';
  return has_name ? std::optional(path) : std::nullopt;
}

}  // namespace corpus
