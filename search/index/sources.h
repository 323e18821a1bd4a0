// Which file a document was made from: what a reader may know of the indexer's manifest (files.jsonl of a generation).
//
// A file counts as the source of a document only when all that it holds is in the index as it stands: a book of which
// one chapter was masked, kept back or erased is nobody's source, and neither is a file of JSON lines. Immutable once
// made; thread-safe.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search {

/// In the row of a file: [root, name, flags, size, …], one number for all that hold.
enum ManifestFlag : unsigned { kDerivedId = 1, kRows = 2, kHasSide = 4 };

/// Tells whether a file and its side file (empty: none) are what was indexed.
std::string source_hash(const std::string& bytes, const std::string& side_bytes);

class Sources {
 public:
  /// Reads the manifest. Throws not_possible when it is damaged or gone.
  explicit Sources(const std::filesystem::path& generation);

  enum class State {
    there,     // on its place and, as far as its size tells, as it was indexed
    rows,      // a file of many documents
    withheld,  // holds what was masked, kept back or erased
    gone       // not on its place, changed, too large, or unknown
  };
  /// Looks at the disk, and reads no file.
  State state(std::string_view id) const;
  /// Path within the corpus and bytes, when state() is `there` and the content is exactly what was indexed.
  struct File {
    std::string name, bytes;
  };
  std::optional<File> read(std::string_view id) const;
  /// Size in bytes as it was indexed; 0 when state() is not `there`.
  std::uint64_t size(std::string_view id) const;

  static constexpr std::size_t kMostBytes = 64u << 20;  // larger files are not given: each is held in memory

 private:
  struct Entry {
    std::uint32_t root;
    std::string name, hash;
    std::uint64_t size;
    bool has_side, rows, withheld;
  };
  const Entry* find(std::string_view id) const;
  std::optional<std::filesystem::path> path_of(const Entry& entry) const;

  std::vector<std::string> roots_;
  std::vector<Entry> files_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  bool has_rows_ = false;
};

}  // namespace search
