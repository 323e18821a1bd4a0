// The table of formats: by which extensions they are known, how their bytes begin, who reads them.
#include "corpus/readers/formats.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/readers/archive.h"
#include "corpus/readers/decoding.h"
#include "corpus/text.h"

namespace corpus {
namespace {

using std::chrono::seconds;
using std::string_view_literals::operator""sv;

struct Input {
  std::string_view bytes;
  const ReadLimits& limits;
  const ReadHints& hints;
  const Deadline& deadline;
};

struct FormatRow {
  Format format;
  std::string_view name;  // in messages
  std::array<std::string_view, 3> extensions;
  bool foreign;
  Draft (*read)(const Input&);
};

Draft refuse_lines(const Input&) { fail_document("JSON lines hold many documents", "read them line by line"); }

// A new format is a row here and a function in formats.h.
constexpr std::array<FormatRow, kFormats> kTable = {{
    {Format::text,
     "a plain text",
     {".txt", ".text"},
     false,
     [](const Input& in) { return read_plain_text(decode_text(in.bytes), in.deadline); }},
    {Format::markdown,
     "a Markdown file",
     {".md", ".markdown"},
     false,
     [](const Input& in) { return read_markdown(decode_text(in.bytes), in.limits, in.deadline); }},
    {Format::html,
     "a web page",
     {".html", ".htm", ".xhtml"},
     false,
     [](const Input& in) { return read_html(decode_html(in.bytes), in.limits, in.deadline); }},
    {Format::json_lines, "a file of JSON lines", {".jsonl", ".ndjson"}, false, refuse_lines},
    {Format::docx,
     "a Word document",
     {".docx", ".docm", ".dotx"},
     true,
     [](const Input& in) { return read_docx(in.bytes, in.hints, in.deadline); }},
    {Format::odt,
     "an OpenDocument text",
     {".odt", ".ott"},
     true,
     [](const Input& in) { return read_odt(in.bytes, in.deadline); }},
    {Format::pptx,
     "a PowerPoint presentation",
     {".pptx", ".ppsx", ".pptm"},
     true,
     [](const Input& in) { return read_pptx(in.bytes, in.deadline); }},
    {Format::pdf, "a PDF", {".pdf"}, true, [](const Input& in) { return read_pdf(in.bytes, in.deadline); }},
    {Format::vtt,
     "a transcript",
     {".vtt"},
     false,
     [](const Input& in) { return read_vtt(decode_text(in.bytes), in.hints, in.deadline); }},
    {Format::eml,
     "an e-mail message",
     {".eml"},
     true,
     [](const Input& in) { return read_eml(in.bytes, in.limits, in.deadline); }},
}};

const FormatRow& row_of(Format format) {
  return *std::find_if(kTable.begin(), kTable.end(), [&](const FormatRow& row) { return row.format == format; });
}

constexpr std::size_t kSniffed = 1024;  // a PDF may begin with so many bytes of something else

/// Beginnings of what officials do have and we don't read, with what to do.
struct Unreadable {
  std::string_view magic, what, hint;
};
constexpr std::array kUnreadable = {
    Unreadable{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "is an old or encrypted Office document",
               "take its password off, or save it as .docx, .pptx or .pdf"},
    Unreadable{"{\\rtf", "is an RTF document", "save it as .docx"},
    Unreadable{"Rar!", "is an archive", "unpack it"},
    Unreadable{"7z\xBC\xAF"sv, "is an archive", "unpack it"},
    Unreadable{"\x1F\x8B"sv, "is a compressed file", "unpack it"},
    Unreadable{"\x89PNG", "is a picture", "index the document that it was made from"},
    Unreadable{"\xFF\xD8\xFF"sv, "is a picture", "index the document that it was made from"},
};

bool is_office(Format format) { return format == Format::docx || format == Format::odt || format == Format::pptx; }

}  // namespace

Format office_format(Format by_name, std::string_view bytes) {
  if (!is_office(by_name)) return by_name;
  const Archive archive(bytes);
  if (archive.has("word/document.xml")) return Format::docx;
  if (archive.has("ppt/presentation.xml")) return Format::pptx;
  if (archive.has("content.xml") && archive.has("META-INF/manifest.xml")) return Format::odt;
  fail_document("is an archive with no Office document in it", "unpack it");
}

Draft read_as(Format format, std::string_view bytes, const ReadLimits& limits, const ReadHints& hints,
              const Deadline& deadline) {
  return row_of(format).read({bytes, limits, hints, deadline});
}

std::optional<Format> format_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string extension = fold(file_name.substr(dot));
  for (const FormatRow& row : kTable)
    for (const std::string_view known : row.extensions)
      if (!known.empty() && extension == known) return row.format;
  return std::nullopt;
}

Format sniff(Format by_name, std::string_view bytes) {
  if (bytes.empty()) fail_document("file is empty", "remove it or give it text");
  for (const Unreadable& one : kUnreadable)
    if (bytes.starts_with(one.magic)) fail_document(std::string(one.what), std::string(one.hint));
  if (bytes.starts_with("PK\x03\x04"))
    return is_office(by_name) ? by_name : Format::docx;  // read_document looks inside
  if (bytes.starts_with("%PDF-")) return Format::pdf;
  std::string_view head = bytes.substr(0, kSniffed);
  if (by_name == Format::pdf && head.find("%PDF-") != std::string_view::npos) return Format::pdf;
  if (!is_foreign(by_name)) return by_name;
  // What a program saved under the wrong name: pages as .docx, transcripts as .eml.
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (head.starts_with("WEBVTT")) return Format::vtt;
  while (!head.empty() && std::isspace(static_cast<unsigned char>(head.front()))) head.remove_prefix(1);
  const std::string begin = fold(truncate_utf8(to_valid_utf8(head.substr(0, 100)), 100));
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return Format::html;
  return by_name;
}

std::string_view name_of(Format format) { return row_of(format).name; }
bool is_foreign(Format format) { return row_of(format).foreign; }

ReadLimits limits_of(Format format) {
  ReadLimits limits;
  if (is_foreign(format)) {
    limits.bytes = 256u << 20;  // a book with photographs
    limits.time = seconds(60);
  }
  return limits;
}

}  // namespace corpus
