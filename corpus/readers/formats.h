// One function a format, called by formats.cpp (the table of formats) after it checked the size and by each other where
// one format holds another. Bytes in, unfinished Draft out: reader.cpp cleans the strings. Pure; thread-safe.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "corpus/readers/reader.h"
#include "corpus/readers/section_builder.h"

namespace corpus {

[[noreturn]] void fail_document(const std::string& what, std::string hint);

/// Calls the reader of the format, by the table in formats.cpp.
Draft read_as(Format format, std::string_view bytes, const ReadLimits& limits, const ReadHints& hints,
              const class Deadline& deadline);

/// Which office document a zip is, whatever its name says; other formats as they are. Throws for other archives.
Format office_format(Format by_name, std::string_view bytes);

/// Refuses a document that takes longer than its limit. Ask at every step of work that hostile input can repeat.
class Deadline {
 public:
  explicit Deadline(const ReadLimits& limits) : end_(std::chrono::steady_clock::now() + limits.time) {}
  void check() const;

 private:
  std::chrono::steady_clock::time_point end_;
};

Draft read_plain_text(std::string_view utf8, const Deadline& deadline);
Draft read_markdown(std::string_view utf8, const ReadLimits& limits, const Deadline& deadline);
Draft read_html(std::string_view utf8, const ReadLimits& limits, const Deadline& deadline);

Draft read_docx(std::string_view bytes, const ReadHints& hints, const Deadline& deadline);
Draft read_odt(std::string_view bytes, const Deadline& deadline);
Draft read_pptx(std::string_view bytes, const Deadline& deadline);
Draft read_pdf(std::string_view bytes, const Deadline& deadline);
Draft read_vtt(std::string_view utf8, const ReadHints& hints, const Deadline& deadline);
Draft read_eml(std::string_view bytes, const ReadLimits& limits, const Deadline& deadline);

/// One JSON object: a line of JSON lines.
Draft read_json_object(std::string_view utf8, const Deadline& deadline);

/// HTML inside Markdown: its blocks are added to `builder`.
void add_html(SectionBuilder& builder, std::string_view utf8, const ReadLimits& limits, const Deadline& deadline);

/// Throws when the tags nest deeper than the limits allow, without building anything: linear in the bytes.
void check_html_nesting(std::string_view utf8, std::size_t depth);

/// YAML metadata that begins on line `first_line` of its file; messages count lines from there.
Metadata read_yaml(std::string_view utf8, std::size_t first_line);

}  // namespace corpus
