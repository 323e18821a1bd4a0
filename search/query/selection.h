// What is selected beside the query: facet values and dates, against the columns in memory.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/vocabulary.h"
#include "search/index/columns.h"
#include "search/query/request.h"

namespace search {

/// A value as documents carry it: as typed when one does, else the vocabulary's slug for it.
std::string value_in_index(const FieldInfo& field, const std::string& typed, const Columns& columns,
                           const corpus::Vocabulary& vocabulary);

/// The selections of a request against one generation: values within a field are alternatives, fields narrow.
/// Thread-safe after construction.
class Selection {
 public:
  Selection(const Request& request, const Columns& columns, const corpus::Vocabulary& vocabulary);

  /// Bit i: the document fails the selection of field i; bit kFieldCount: it falls outside the dates. 0: it passes.
  std::uint16_t failures(DocId doc) const;
  bool any() const { return any_; }
  /// The values selected in a field, as the index has them (slugs where the vocabulary knows them).
  const std::vector<std::string>& values(Field field) const { return values_[number(field)]; }

 private:
  const Columns& columns_;
  std::array<std::vector<std::string>, kFieldCount> values_;
  struct Chosen {
    std::size_t field = 0;
    std::vector<std::uint8_t> ordinals;  // whether selected; the last stands for none()
  };
  std::vector<Chosen> chosen_;  // fields with a selection
  std::uint32_t from_ = 0, to_ = 0;
  bool any_ = false;
};

}  // namespace search
