// The public documents of every value of every field, newest first: the facets seen from the other side.
//
// Built once from the columns of an index. Immutable; share it between threads.
#pragma once
#include <array>
#include <span>
#include <string>
#include <vector>

#include "search/index/columns.h"

namespace search {

/// A value with the number of public documents that carry it.
struct Amount {
  std::string value, label;
  std::uint64_t documents = 0;
};

class Postings {
 public:
  Postings() = default;
  explicit Postings(const Columns& columns);

  std::span<const DocId> of(Field field, Ordinal ordinal) const { return lists_[number(field)][ordinal]; }
  /// All public documents, newest first; equal dates in order of id.
  std::span<const DocId> all() const { return all_; }

 private:
  std::vector<DocId> all_;
  std::array<std::vector<std::vector<DocId>>, kFieldCount> lists_;
};

/// Values of a field among these documents: most documents first, then by label.
std::vector<Amount> count_values(const Columns& columns, Field field, std::span<const DocId> documents);

}  // namespace search
