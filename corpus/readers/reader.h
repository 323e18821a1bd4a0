// Readers: bytes of one format → Draft. One file a format in this folder; this header is all that others include.
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

#include "corpus/document.h"

namespace corpus {

enum class Format { text, markdown, html, json_lines };

/// Bounds for one document.
struct ReadLimits {
  std::size_t bytes = 64u << 20;         // larger files are refused
  std::size_t html_depth = 256;          // deeper nesting is refused before parsing (gumbo is quadratic in it)
  std::chrono::milliseconds time{5000};  // refused when reading takes longer
};

/// By extension (.txt, .text; .md, .markdown; .html, .htm, .xhtml; .jsonl, .ndjson), case-insensitive; nullopt for
/// others.
std::optional<Format> format_of(std::string_view file_name);

/// Reads one document of `format` (not json_lines). `name` is used in messages only.
Draft read_document(Format format, std::string_view bytes, const ReadLimits& limits = {});

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
