// What was erased on request: remembered as hashes, so that the list itself tells nothing, in DIR/forgotten.json.
//
// Plain values; not synchronised. Written beside the old list and renamed.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/content_hash.h"

namespace indexer {

class Forgotten {
 public:
  /// By id, or by content under another id.
  bool holds(std::string_view id, const ContentHash& content_hash) const;
  bool holds_id(std::string_view id) const;
  /// `content_hash`: when it is known.
  void add(std::string_view id, const std::optional<ContentHash>& content_hash);
  bool empty() const { return hashes_.empty(); }

 private:
  friend Forgotten read_forgotten(const std::filesystem::path& index);
  friend void write_forgotten(const std::filesystem::path& index, const Forgotten& forgotten);
  std::unordered_set<std::string> hashes_;
};

/// Empty when nothing was erased. Throws not_possible when the list is damaged: what was erased must not come back.
Forgotten read_forgotten(const std::filesystem::path& index);
void write_forgotten(const std::filesystem::path& index, const Forgotten& forgotten);

}  // namespace indexer
