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

namespace {

/// Selected values that no document has stand last, by label, with a count of 0.
void add_unknown(std::vector<FacetCount>& list, const std::vector<std::string>& selected, const FieldInfo& field,
                 const FacetColumn& column, const corpus::Vocabulary& vocabulary) {
  const auto known = list.size();
  for (const auto& value : selected) {
    if (column.find(value) != FacetColumn::npos) continue;
    const auto* entry = field.scheme ? vocabulary.find(*field.scheme, value) : nullptr;
    list.push_back({value, field.scheme ? vocabulary.label(*field.scheme, value) : value, 0, true,
                    entry && !entry->broader.empty() ? entry->broader.front() : std::string()});
  }
  if (list.size() == known) return;
  const Collation collation;
  const auto zeros = std::ranges::find(list, std::uint64_t{0}, &FacetCount::count);
  std::ranges::sort(zeros, list.end(), {},
                    [&](const FacetCount& row) { return std::pair(collation.key(row.label), row.value); });
}

template <typename Visit>
void each_document(std::span<const Scored> matches, std::span<const std::uint16_t> failed, std::size_t field,
                   Visit visit) {
  if (failed.empty()) {
    for (const auto& match : matches) visit(match.doc);
    return;
  }
  const auto others = ~(1u << field);
  for (std::size_t i = 0; i < matches.size(); ++i)
    if ((failed[i] & others) == 0) visit(matches[i].doc);
}

/// Counts the values of one facet, for the documents that fail in no other field. `failed`: empty when none fails.
std::vector<std::uint32_t> count(const FacetColumn& column, std::span<const Scored> matches,
                                 std::span<const std::uint16_t> failed, std::size_t field) {
  if (column.values.empty()) return {};
  std::vector<std::uint32_t> counts(column.values.size() + 1);  // the last: none()
  const auto in_places = [&]<std::size_t places> {
    each_document(matches, failed, field, [&, ordinals = column.ordinals.data()](DocId doc) {
      for (std::size_t i = 0; i < places; ++i) ++counts[ordinals[doc * places + i]];
    });
  };
  switch (column.places) {
    case 1:
      in_places.template operator()<1>();
      break;
    case 2:
      in_places.template operator()<2>();
      break;
    case 3:
      in_places.template operator()<3>();
      break;
    case 4:
      in_places.template operator()<4>();
      break;
    default:
      each_document(matches, failed, field, [&](DocId doc) {
        for (const auto ordinal : column.of(doc)) ++counts[ordinal];
      });
  }
  counts.pop_back();
  return counts;
}

}  // namespace

Counted select_and_count(std::vector<Scored> matches, const Selection& selection, const Columns& columns, bool facets) {
  std::vector<std::uint16_t> failed;
  if (selection.any()) {
    failed.reserve(matches.size());
    for (const auto& match : matches) failed.push_back(static_cast<std::uint16_t>(selection.failures(match.doc)));
  }
  Counted result;
  if (facets)
    for (std::size_t i = 0; i < kFieldCount; ++i) result.counts[i] = count(columns.facets[i], matches, failed, i);
  if (selection.any()) {
    for (std::size_t i = 0; i < matches.size(); ++i)
      if (failed[i] == 0) result.passing.push_back(matches[i]);
  } else {
    result.passing = std::move(matches);
  }
  return result;
}

std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const Counted& counted, const Selection& selection,
                                                             const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary) {
  std::array<std::vector<FacetCount>, kFieldCount> lists;
  for (const auto& field : kFields) {
    const auto& column = columns.facets[number(field.field)];
    const auto& counts = counted.counts[number(field.field)];
    const auto& selected = selection.values(field.field);
    const auto is_selected = [&](const std::string& value) {
      return !selected.empty() && std::ranges::find(selected, value) != selected.end();
    };
    std::vector<Ordinal> order;
    for (Ordinal ordinal = 0; ordinal < column.values.size(); ++ordinal)
      if (counts[ordinal] > 0 || is_selected(column.values[ordinal])) order.push_back(ordinal);
    // Ordinals are in order of label already; a stable sort by count keeps it.
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](Ordinal ordinal) { return counts[ordinal]; });

    auto& list = lists[number(field.field)];
    list.reserve(order.size());
    for (const auto ordinal : order) {
      const auto& value = column.values[ordinal];
      list.push_back({value, column.labels[ordinal], counts[ordinal], is_selected(value), column.broader[ordinal]});
    }
    add_unknown(list, selected, field, column, vocabulary);
  }
  return lists;
}

}  // namespace search
