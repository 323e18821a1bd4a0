// A database that is being written in a temporary folder, in commits.
//
// Xapian writes values in destructors: when the disk is full just then, or when a database that could not be committed
// is closed and tries again, the program ends at once, and can't say why. So room is looked for before each commit, and
// what was not committed is given up when the writer goes. Not thread-safe; several may write beside each other.
#pragma once
#include <cstddef>
#include <filesystem>

#include <xapian.h>

namespace indexer {

class DatabaseWriter {
 public:
  /// Makes the database, or goes on with one that is there.
  explicit DatabaseWriter(const std::filesystem::path& path);

  Xapian::WritableDatabase& operator*() { return database_; }
  Xapian::WritableDatabase* operator->() { return &database_; }

  /// `bytes` of text were added, about, since the last commit. Throws NoRoom (indexer/write_errors.h).
  void commit(std::size_t bytes);
  /// The last commit: nothing is written after it.
  void finish(std::size_t bytes);

 private:
  std::filesystem::path path_;
  Xapian::WritableDatabase database_;
};

}  // namespace indexer
