#include "search/results/facets.h"

#include <algorithm>

#include "search/collation.h"

namespace search {
namespace {

/// A partial date (2025, 2025-03) counts as the whole period: it passes when any of its days does.
bool within(std::uint32_t date, std::uint32_t from, std::uint32_t to) {
  if (date == 0) return false;
  const auto first = date % 10000 == 0 ? date + 101 : date % 100 == 0 ? date + 1 : date;
  const auto last = date % 10000 == 0 ? date + 1231 : date % 100 == 0 ? date + 31 : date;
  return (from == 0 || last >= from) && (to == 0 || first <= to);
}

/// As the index has it: the value as written when some document carries it, else the vocabulary's slug.
std::string resolve(const FieldInfo& field, const std::string& value, const FacetColumn& column,
                    const corpus::Vocabulary& vocabulary) {
  if (column.find(value) != FacetColumn::npos || !field.scheme) return value;
  const auto* known = vocabulary.resolve(*field.scheme, value);
  return known ? known->slug : value;
}

}  // namespace

Selection::Selection(const Request& request, const Columns& columns, const corpus::Vocabulary& vocabulary)
    : columns_(columns), from_(request.from), to_(request.to), any_(request.from != 0 || request.to != 0) {
  for (const auto& field : kFields) {
    const auto i = number(field.field);
    if (request.selection[i].empty()) continue;
    any_ = true;
    const auto& column = columns.facets[i];
    selected_[i].assign(std::max<std::size_t>(1, column.values.size()), 0);
    for (const auto& typed : request.selection[i]) {
      auto value = resolve(field, typed, column, vocabulary);
      if (std::ranges::find(values_[i], value) != values_[i].end()) continue;
      if (const auto ordinal = column.find(value); ordinal != FacetColumn::npos) selected_[i][ordinal] = 1;
      values_[i].push_back(std::move(value));
    }
  }
}

unsigned Selection::failures(DocId doc) const {
  unsigned failed = 0;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (selected_[i].empty()) continue;
    const auto values = columns_.facets[i].of(doc);
    if (std::ranges::none_of(values, [&](Ordinal ordinal) { return selected_[i][ordinal] != 0; })) failed |= 1u << i;
  }
  if ((from_ != 0 || to_ != 0) && !within(columns_.dates[doc], from_, to_)) failed |= 1u << kFieldCount;
  return failed;
}

Counted select_and_count(std::span<const Scored> matches, const Selection& selection, const Columns& columns,
                         bool facets) {
  Counted result;
  if (facets)
    for (std::size_t i = 0; i < kFieldCount; ++i) result.counts[i].assign(columns.facets[i].values.size(), 0);
  const auto count = [&](std::size_t i, DocId doc) {
    for (const auto ordinal : columns.facets[i].of(doc)) ++result.counts[i][ordinal];
  };
  for (const auto& match : matches) {
    const auto failed = selection.any() ? selection.failures(match.doc) : 0;
    if (failed == 0) result.passing.push_back(match);
    if (!facets) continue;
    for (std::size_t i = 0; i < kFieldCount; ++i)
      if ((failed & ~(1u << i)) == 0) count(i, match.doc);
  }
  return result;
}

std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const Counted& counted, const Selection& selection,
                                                             const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary) {
  std::array<std::vector<FacetCount>, kFieldCount> lists;
  for (const auto& field : kFields) {
    const auto i = number(field.field);
    const auto& column = columns.facets[i];
    const auto& selected = selection.values(field.field);
    auto& list = lists[i];
    const auto add = [&](const std::string& value, const std::string& label, std::uint64_t count) {
      FacetCount row{value, label, count, std::ranges::find(selected, value) != selected.end(), {}};
      if (field.scheme)
        if (const auto* known = vocabulary.find(*field.scheme, value); known && !known->broader.empty())
          row.broader = known->broader.front();
      list.push_back(std::move(row));
    };
    // Ordinals are in order of label already; a stable sort by count keeps it.
    for (std::size_t ordinal = 0; ordinal < column.values.size(); ++ordinal) {
      const auto& value = column.values[ordinal];
      if (counted.counts[i][ordinal] > 0 || std::ranges::find(selected, value) != selected.end())
        add(value, column.labels[ordinal], counted.counts[i][ordinal]);
    }
    bool in_order = true;
    for (const auto& value : selected)
      if (column.find(value) == FacetColumn::npos) {
        add(value, field.scheme ? vocabulary.label(*field.scheme, value) : value, 0);
        in_order = false;
      }
    if (!in_order) {
      const Collation collation;
      std::ranges::sort(list, {},
                        [&](const FacetCount& row) { return std::pair(collation.key(row.label), row.value); });
    }
    std::ranges::stable_sort(list, std::ranges::greater{}, &FacetCount::count);
  }
  return lists;
}

}  // namespace search
