// Finding the files of a corpus.
//
// Folders are read recursively, in order of name. Hidden files and folders are left out; a symbolic link to a file is
// followed, one to a folder is not (so that no loop can arise). Pure functions over the file system; thread-safe.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "corpus/readers/reader.h"
#include "indexer/indexer.h"

namespace indexer {

/// What tells a changed file from an unchanged one without reading it.
struct Stamp {
  std::uint64_t size = 0;
  std::int64_t mtime = 0;  // nanoseconds since 1970
  bool operator==(const Stamp&) const = default;
};

struct SourceFile {
  std::filesystem::path path;  // absolute
  std::size_t root = 0;        // position in Listing::roots
  std::string name;            // path within its root, '/' between, valid UTF-8
  corpus::Format format = corpus::Format::text;
  Stamp stamp;
  std::filesystem::path side;  // side file; empty: none
  Stamp side_stamp;
};

struct Listing {
  std::vector<std::string> roots;  // absolute folder of each corpus path
  std::vector<SourceFile> files;   // in order of corpus path, then of name
  std::vector<Failure> failed;
  std::vector<std::string> warnings;

  /// How a file is named in the report: its name, with its folder before it when there are several corpus paths.
  std::string display_name(const SourceFile& file) const;
};

/// `exclude` (the index folder, when it lies inside the corpus) is left out. Throws not_possible for a corpus path that
/// doesn't exist. `found` is called now and then with the number of files so far.
Listing find_files(const std::vector<std::filesystem::path>& corpus, const std::filesystem::path& exclude = {},
                   const std::function<void(std::size_t)>& found = {});

}  // namespace indexer
