// Selections and exact facet counts over the matching documents, from the columns in memory.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/index/columns.h"
#include "search/query/matcher.h"
#include "search/query/request.h"
#include "search/search.h"

namespace search {

/// The selections of a request against one generation: values within a field are alternatives, fields narrow.
/// Thread-safe after construction.
class Selection {
 public:
  Selection(const Request& request, const Columns& columns, const corpus::Vocabulary& vocabulary);

  /// Bit i: the document fails the selection of field i; bit kFieldCount: it falls outside the dates. 0: it passes.
  unsigned failures(DocId doc) const;
  bool any() const { return any_; }
  /// The values selected in a field, as the index has them (slugs where the vocabulary knows them).
  const std::vector<std::string>& values(Field field) const { return values_[number(field)]; }

 private:
  const Columns& columns_;
  std::array<std::vector<std::string>, kFieldCount> values_;
  std::array<std::vector<std::uint8_t>, kFieldCount> selected_;  // by ordinal; empty when the field has no selection
  std::uint32_t from_ = 0, to_ = 0;
  bool any_ = false;
};

/// Documents that pass the selection, and the counts of all facets in the same pass: a document that fails in one field
/// alone still counts there, since a facet's own selection is left out of its counts.
struct Counted {
  std::vector<Scored> passing;
  std::array<std::vector<std::uint32_t>, kFieldCount> counts;  // by ordinal; empty unless asked for
};
Counted select_and_count(std::vector<Scored> matches, const Selection& selection, const Columns& columns, bool facets);

/// Counts as lists: most documents first, then by label; values without documents only when selected.
std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const Counted& counted, const Selection& selection,
                                                             const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary);

}  // namespace search
