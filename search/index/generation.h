// The folder of an index on disk:
//
//   DIR/current               symbolic link to generations/<number>, replaced by one rename
//   DIR/generations/000012/   never changes once published
//       database/             Xapian
//       vocabulary/*.ttl      the vocabulary as it was
//       words, phrases        what spelling and completions choose from (search/suggest/word_list.h)
//       meta.json             schema version, analysis and vocabulary fingerprints, document counts, time of
//                             publication, sizes and hashes of the other files but files.jsonl
//       files.jsonl           what the indexer knew of each file (indexer/manifest.h)
//   DIR/undone                symbolic link to the generation that a rollback left, until the next publication
//   DIR/last-run.json         what the last run did, or why it could do nothing
//   DIR/forgotten.json        hashes of what was erased on request and must not come back
//   DIR/lock                  held by the one indexer at work
//
// Pure functions over the file system; safe to call from several threads and processes.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "search/index/file_marks.h"

namespace search {

struct GenerationMeta {
  int schema_version = 0;
  std::string analysis_fingerprint, vocabulary_fingerprint;
  std::uint64_t documents = 0, passages = 0;
  std::string published;             // UTC, "2025-09-24T10:00:00Z"
  bool abbreviations = true;         // whether queries use the abbreviations that documents introduce
  std::string privacy = "report";    // what was done with personal data (indexer::Privacy)
  std::vector<FileMark> files = {};  // as published; none in an index of an older program
};

/// The current generation's folder (absolute, link resolved). Throws not_possible when DIR holds no index, with the
/// hint to run `praktijkbank index`; and when DIR is something else.
std::filesystem::path current_generation(const std::filesystem::path& index_dir);
/// Same, or an empty path when there is none yet. Throws when DIR exists and is not an index folder and not empty.
std::filesystem::path current_generation_or_none(const std::filesystem::path& index_dir);

GenerationMeta read_meta(const std::filesystem::path& generation);
void write_meta(const std::filesystem::path& generation, const GenerationMeta& meta);

/// Throws not_possible, naming a file, when one is gone or of another size than it was published with.
void require_whole(const GenerationMeta& meta, const std::filesystem::path& generation);

/// Throws not_possible ("… reindex with --full") unless schema and analysis are those of this program.
void require_compatible(const GenerationMeta& meta, const std::filesystem::path& generation);

/// The generation beside the current one: the one before it, or after a rollback the one that was left; empty when
/// there is none.
std::filesystem::path other_generation(const std::filesystem::path& index_dir);
/// Whether other_generation() is the one that a rollback left.
bool is_rolled_back(const std::filesystem::path& index_dir);

std::filesystem::path database_path(const std::filesystem::path& generation);
std::filesystem::path vocabulary_path(const std::filesystem::path& generation);
std::filesystem::path words_path(const std::filesystem::path& generation);
/// In how many public documents each word stands (indexer/word_counts.h).
std::filesystem::path word_counts_path(const std::filesystem::path& generation);
std::filesystem::path phrases_path(const std::filesystem::path& generation);
std::filesystem::path manifest_path(const std::filesystem::path& generation);

}  // namespace search
