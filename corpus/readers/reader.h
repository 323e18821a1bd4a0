// Readers: bytes of one format → Draft. One file a format in this folder; this header is all that others include.
// Which formats there are, by which extensions, and who reads them stands in one table: formats.cpp.
//
// Every function takes hostile input: it throws corpus::Error (bad_document) with a message that says what is wrong and
// where (line where there is one), never crashes, and stays within ReadLimits. Text that comes out is valid UTF-8
// without control characters. All functions are pure and may run on several threads at once.
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/document.h"

namespace corpus {

enum class Format { text, markdown, html, json_lines, docx, odt, pptx, pdf, vtt, eml };
inline constexpr int kFormats = 10;

/// Bounds for one document.
struct ReadLimits {
  std::size_t bytes = 64u << 20;         // larger files are refused
  std::size_t html_depth = 256;          // deeper nesting is refused before parsing (gumbo is quadratic in it)
  std::chrono::milliseconds time{5000};  // refused when reading takes longer
};

/// What the reader must know beforehand of what the side file gives.
struct ReadHints {
  std::vector<std::pair<std::string, std::string>> speakers;  // as Metadata::speakers
  bool keep_speakers = false;
  bool accept_scans = false;  // a document without text but with Draft::scans is no error
};

/// By extension, case-insensitive (formats.cpp has the list); nullopt for others.
std::optional<Format> format_of(std::string_view file_name);

/// What the bytes are, whatever the name says: `by_name` unless they begin as another known format does. Looks at
/// the first bytes only. Throws bad_document for what is known and can't be read: old Word files, archives, pictures.
Format sniff(Format by_name, std::string_view bytes);

/// The warning about a file that is another format than its name says.
std::string misnamed(Format actual);

/// How a format is called in messages: "a PDF".
std::string_view name_of(Format format);

/// Whether a library reads it that foreign bytes may break: then it is read in a process of its own (indexer/worker).
bool is_foreign(Format format);

/// The bounds of a format: foreign ones may be larger and take longer.
ReadLimits limits_of(Format format);

/// Reads one document of `format` (not json_lines).
Draft read_document(Format format, std::string_view bytes, const ReadLimits& limits = {}, const ReadHints& hints = {});

/// Makes text and lists valid again as a reader promises them: for a draft that comes from another process.
void clean_draft(Draft& draft);

/// One page of a PDF as a picture (PGM, grey) for character recognition. Throws bad_document.
std::string render_page(std::string_view pdf, int page);

/// Adds the text that was recognised on pages of `draft` that are scans, by page number, where they belong.
void add_recognized(Draft& draft, const std::vector<std::pair<int, std::string>>& pages);

/// Reads one line of JSON lines: {"id","title","text"} and optionally the metadata keys of the contract. Unknown keys
/// are listed in Metadata::unknown_keys. Wrong types throw, naming the key.
Draft read_json_line(std::string_view line, const ReadLimits& limits = {});

/// Whether the path is a side file, "NAME.meta.yaml", and if so for which NAME: side_file_stem("a/b.meta.yaml") =
/// "a/b".
std::optional<std::string_view> side_file_stem(std::string_view path);

/// Reads YAML metadata (front matter or a side file). Accepts the singular spellings and Dutch names of the keys
/// (id, title/titel, kind/soort, date/datum, session/bijeenkomst, access/toegang, theme(s)/thema('s), …,
/// reject/verwerp). A single scalar is accepted where a list is expected.
Metadata read_metadata(std::string_view yaml);

/// Lays `upper` over `lower`: what upper gives wins, lists are not merged.
Metadata merge(Metadata lower, const Metadata& upper);

}  // namespace corpus
