#include "search/query/selection.h"

#include <algorithm>

namespace search {
namespace {

/// A partial date (2025, 2025-03) counts as the whole period: it passes when any of its days does.
bool within(std::uint32_t date, std::uint32_t from, std::uint32_t to) {
  if (date == 0) return false;
  const auto first = date % 10000 == 0 ? date + 101 : date % 100 == 0 ? date + 1 : date;
  const auto last = date % 10000 == 0 ? date + 1231 : date % 100 == 0 ? date + 31 : date;
  return (from == 0 || last >= from) && (to == 0 || first <= to);
}

}  // namespace

std::string value_in_index(const FieldInfo& field, const std::string& typed, const Columns& columns,
                           const corpus::Vocabulary& vocabulary) {
  if (columns.facets[number(field.field)].find(typed) != FacetColumn::npos || !field.scheme) return typed;
  const auto* known = vocabulary.resolve(*field.scheme, typed);
  return known ? known->slug : typed;
}

Selection::Selection(const Request& request, const Columns& columns, const corpus::Vocabulary& vocabulary)
    : columns_(columns), from_(request.from), to_(request.to), any_(request.from != 0 || request.to != 0) {
  for (const auto& field : kFields) {
    const auto i = number(field.field);
    if (request.selection[i].empty()) continue;
    any_ = true;
    const auto& column = columns.facets[i];
    auto& chosen = chosen_.emplace_back(Chosen{i, std::vector<std::uint8_t>(column.values.size() + 1)});
    for (const auto& typed : request.selection[i]) {
      auto value = value_in_index(field, typed, columns, vocabulary);
      if (std::ranges::find(values_[i], value) != values_[i].end()) continue;
      if (const auto ordinal = column.find(value); ordinal != FacetColumn::npos) chosen.ordinals[ordinal] = 1;
      values_[i].push_back(std::move(value));
    }
  }
}

std::uint16_t Selection::failures(DocId doc) const {
  unsigned failed = 0;
  for (const auto& [field, ordinals] : chosen_) {
    const auto& column = columns_.facets[field];
    unsigned passes = 0;
    for (const auto ordinal : column.places_of(doc)) passes |= ordinals[ordinal];
    failed |= (passes ^ 1) << field;
  }
  if ((from_ != 0 || to_ != 0) && !within(columns_.dates[doc], from_, to_)) failed |= 1u << kFieldCount;
  return static_cast<std::uint16_t>(failed);
}

}  // namespace search
