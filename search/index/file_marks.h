// Size and content hash of each file of a generation, noted when it was published: damage is seen without reading an
// index as a whole.
//
// Covers every file but meta.json, which holds the marks, and the indexer's manifest: that is written again in place
// when only the times of files changed, and tells by itself when it can't be read. Pure functions over the file system;
// thread-safe.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace search {

struct FileMark {
  std::string name;  // within the generation: "database/postlist.glass"
  std::uint64_t size = 0;
  std::string hash;  // of the hashes of its blocks of 1 MB
  bool operator==(const FileMark&) const = default;
};

/// In order of name. Throws not_possible when a file can't be read.
std::vector<FileMark> mark_files(const std::filesystem::path& generation);

/// What differs, a line a file: gone, or of another size. Quick: no file is read.
std::vector<std::string> files_resized(const std::filesystem::path& generation, const std::vector<FileMark>& marks);
/// Same, and files with other content.
std::vector<std::string> files_changed(const std::filesystem::path& generation, const std::vector<FileMark>& marks);

}  // namespace search
