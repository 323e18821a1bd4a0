// What a generation knows of the files it was made from: files.jsonl in its folder.
//
// Files come first, then the rows of JSON-lines files, so that a run in which nothing changed reads no rows. The first
// line tells how many files there are. Plain values; not synchronised.
#pragma once
#include <cstdint>
#include <filesystem>
#include <list>
#include <optional>
#include <string>
#include <vector>

#include "corpus/privacy/inspect.h"
#include "indexer/content_hash.h"
#include "indexer/files.h"
#include "indexer/note.h"

namespace indexer {

/// What became of a document that was read.
enum class Standing {
  indexed,
  quarantined,  // holds personal data, and waits until it is released
  forgotten     // erased on request, and kept out since
};

/// One document of a file.
struct DocumentEntry {
  std::string id;
  ContentHash hash;        // of the file and its side file, or of the JSON line
  std::uint64_t line = 0;  // of a JSON-lines file; 0 for a file that is one document, or a book
  std::uint64_t passages = 0;
  std::vector<Note> notes;
  std::string book{};  // id of the book that the file is, when this is a chapter of it
  std::vector<corpus::PersonalDataPlace> places = {};
  Standing standing = Standing::indexed;
  bool masked = false;

  bool in_index() const { return standing == Standing::indexed; }
};

struct FileEntry {
  std::string root, name;
  Stamp stamp;
  std::optional<Stamp> side;
  bool derived_id = false;     // the id came from the path
  std::uint64_t failures = 0;  // documents in it that failed: it is read again by the next run
  bool rows = false;           // a JSON-lines file
  /// A list, as it is handed on from where it is made: a million of them are never there twice.
  std::list<DocumentEntry> documents;
};

/// Lines of the report that are about documents, kept so that a run that reads nothing can say them again.
struct Remarks {
  std::vector<std::string> warnings, unknown_values;
};

struct Manifest {
  std::int64_t started = 0;  // of the run that made it, nanoseconds since 1970
  Remarks remarks;
  std::vector<FileEntry> files;
  std::uint64_t rows_at = 0;   // where the rows begin in the file; 0 when they are loaded
  bool personal_data = false;  // some document has places, or another standing than indexed
};

/// Without the rows. Throws not_possible when the file is damaged.
Manifest read_manifest(const std::filesystem::path& generation);
/// Adds the rows; does nothing when they are there already.
void load_rows(const std::filesystem::path& generation, Manifest& manifest);

/// Writes beside the old one and renames, so that a crash leaves one of the two.
void write_manifest(const std::filesystem::path& generation, const Manifest& manifest);

/// How a document is named in the report.
std::string display_name(const FileEntry& file, const DocumentEntry& document, bool one_root);

/// Notes of all documents as lines of the report: the same text of many documents is one line.
Remarks summarize(const std::vector<FileEntry>& files, bool one_root);

}  // namespace indexer
