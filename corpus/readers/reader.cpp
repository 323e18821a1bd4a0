#include "corpus/readers/reader.h"

#include <algorithm>
#include <array>
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
  if (!draft.title.empty()) return true;
  return std::any_of(draft.sections.begin(), draft.sections.end(),
                     [](const Section& section) { return !section.heading.empty() || !section.blocks.empty(); });
}

Draft read(Format format, std::string_view bytes, const ReadLimits& limits, const Deadline& deadline) {
  switch (format) {
    case Format::text:
      return read_plain_text(decode_text(bytes), deadline);
    case Format::markdown:
      return read_markdown(decode_text(bytes), limits, deadline);
    case Format::html:
      return read_html(decode_html(bytes), limits, deadline);
    case Format::json_lines:
      break;
  }
  fail_document("JSON lines hold many documents", "read them line by line");
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

std::optional<Format> format_of(std::string_view file_name) {
  struct Extension {
    std::string_view name;
    Format format;
  };
  constexpr std::array kExtensions = {
      Extension{".txt", Format::text},          Extension{".text", Format::text},
      Extension{".md", Format::markdown},       Extension{".markdown", Format::markdown},
      Extension{".html", Format::html},         Extension{".htm", Format::html},
      Extension{".xhtml", Format::html},        Extension{".jsonl", Format::json_lines},
      Extension{".ndjson", Format::json_lines},
  };
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string extension = fold(file_name.substr(dot));
  for (const Extension& known : kExtensions) {
    if (extension == known.name) return known.format;
  }
  return std::nullopt;
}

Draft read_document(Format format, std::string_view bytes, const ReadLimits& limits) {
  check_size(bytes, limits);
  const Deadline deadline(limits);
  Draft draft = read(format, bytes, limits, deadline);
  if (!holds_text(draft))
    fail_document("no text found", "check that the file holds text and not only pictures or menus");
  return draft;
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
