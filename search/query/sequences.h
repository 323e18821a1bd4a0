// Words that stand together: phrases, and parts of compounds near each other. Not thread-safe: works on one reader.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "search/index/columns.h"
#include "search/index/positions.h"
#include "search/index/posting_cache.h"

namespace search {

/// Stems that stand in this order next to each other; or, with a window, in any order within so many words.
struct Sequence {
  std::vector<std::string> stems;
  Position window = 0;  // 0: a phrase

  bool operator==(const Sequence&) const = default;
  /// Tells sequences apart, from each other and from terms.
  std::string key() const;
};

/// Reads where words stand in documents of one index.
class PositionReader {
 public:
  /// `terms` are all different.
  PositionReader(const Xapian::Database& database, std::span<const std::string> terms);

  /// Where the terms stand in a document, in their order; valid until the next call. Documents are asked for in order
  /// of id. `present` says which of the terms the document has; empty: all.
  std::span<const Positions> read(DocId doc, std::span<const std::uint8_t> present = {});

 private:
  Xapian::ValueIterator next_, last_;
  PositionDecoder decoder_;
};

/// All documents that have the sequence, in order of id.
std::vector<DocId> find_sequence(const Xapian::Database& database, const PostingCache& cache, const Sequence& sequence);

}  // namespace search
