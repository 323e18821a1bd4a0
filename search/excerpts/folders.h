// Folders of excerpts that visitors keep without an account: whoever knows the key has the folder.
//
// Kept in one SQLite file, DIR/knipsels.sqlite. What it holds of documents is ids and fingerprints, never text: what is
// shown is read from the index at that moment, so that a document that is gone or not public leaves nothing. Of keys
// it holds hashes, so that a copy of the file opens no folder and a guess takes as long whatever it is near to. A
// folder goes kKept after its last change.
//
// Thread-safe: one connection, one lock. Other programs may copy the file meanwhile (sqlite3 .backup).
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/excerpts/excerpt.h"

namespace search {

/// A passage that was put into a folder.
struct KeptExcerpt {
  std::int64_t number = 0;  // within all folders; never used again
  std::string document, passage, fingerprint;
  std::string note;  // of whoever keeps it
};

struct Folder {
  std::string title;
  std::chrono::sys_seconds expires;
  std::vector<KeptExcerpt> excerpts;  // in the order that was chosen
};

class Folders {
 public:
  static constexpr const char* kFile = "knipsels.sqlite";
  static constexpr std::chrono::days kKept{180};
  static constexpr std::size_t kMostExcerpts = 200, kMostFolders = 100'000;
  static constexpr std::size_t kMostTitle = 200, kMostNote = 4'000;  // bytes
  static constexpr const char* kFirstTitle = "Mijn knipselmap";

  using Clock = std::function<std::chrono::sys_seconds()>;

  /// Opens or makes the file; the folder is made when it is not there. Throws corpus::Error (not_possible) when that
  /// fails or another version of the program made the file. `clock` is for tests.
  explicit Folders(const std::filesystem::path& data, Clock clock = {});
  ~Folders();

  /// 43 characters, 256 random bits (libsodium). Throws bad_request (Dutch) when there are too many folders.
  std::string create();

  /// nullopt for a key that opens nothing, or no longer does.
  std::optional<Folder> find(std::string_view key) const;

  // Each of these is false when the key opens nothing; those that name an excerpt also when the folder hasn't got it.

  /// A passage is kept once: adding it again changes nothing. Throws bad_request (Dutch) when the folder is full.
  bool add(std::string_view key, const Excerpt& excerpt);
  bool rename(std::string_view key, std::string_view title);
  bool annotate(std::string_view key, std::int64_t number, std::string_view note);
  /// One place up (-1) or down (+1); at the end it stays.
  bool move(std::string_view key, std::int64_t number, int by);
  bool remove(std::string_view key, std::int64_t number);
  bool erase(std::string_view key);

  /// Takes a document out of all folders, with the notes beside it; returns how many excerpts that were.
  std::size_t forget(std::string_view document);

 private:
  struct Database;
  std::string folder_of(std::string_view key) const;  // the hash when it is there and fresh; else empty
  void touch(const std::string& folder);
  void drop_expired();

  Clock clock_;
  mutable std::mutex mutex_;
  std::unique_ptr<Database> database_;
};

}  // namespace search
