#include "search/results/facets.h"

#include <algorithm>

#include "search/collation.h"

namespace search {
namespace {

/// Selected values that no document has stand last, by label, with a count of 0.
void add_unknown(std::vector<FacetCount>& list, const std::vector<std::string>& selected, const FieldInfo& field,
                 const FacetColumn& column, const corpus::Vocabulary& vocabulary) {
  const auto known = list.size();
  for (const auto& value : selected) {
    if (column.find(value) != FacetColumn::npos) continue;
    list.push_back({value, field.scheme ? vocabulary.label(*field.scheme, value) : value, 0, true,
                    broader_of(field, value, vocabulary)});
  }
  if (list.size() == known) return;
  const Collation collation;
  const auto zeros = std::ranges::find(list, std::uint64_t{0}, &FacetCount::count);
  std::ranges::sort(zeros, list.end(), {},
                    [&](const FacetCount& row) { return std::pair(collation.key(row.label), row.value); });
}

template <typename Visit>
void each_document(std::span<const Scored> matches, bool some_fail, std::size_t field, Visit visit) {
  const auto others = ~(1u << field);
  if (!some_fail)
    for (const auto& match : matches) visit(match.doc);
  else
    for (const auto& match : matches)
      if ((match.failed & others) == 0) visit(match.doc);
}

/// Counts the values of one facet, for the documents that fail in no other field.
std::vector<std::uint32_t> count(const FacetColumn& column, std::span<const Scored> matches, bool some_fail,
                                 std::size_t field) {
  if (column.values.empty()) return {};
  std::vector<std::uint32_t> counts(column.values.size() + 1);  // the last: none()
  const auto in_places = [&]<std::size_t places> {
    each_document(matches, some_fail, field, [&, ordinals = column.ordinals.data()](DocId doc) {
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
      each_document(matches, some_fail, field, [&](DocId doc) {
        for (const auto ordinal : column.of(doc)) ++counts[ordinal];
      });
  }
  counts.pop_back();
  return counts;
}

}  // namespace

Counted select_and_count(std::vector<Scored> matches, const Selection& selection, const Columns& columns, bool facets) {
  Counted result;
  if (facets)
    for (std::size_t i = 0; i < kFieldCount; ++i)
      result.counts[i] = count(columns.facets[i], matches, selection.any(), i);
  if (selection.any()) std::erase_if(matches, [](const Scored& match) { return match.failed != 0; });
  result.passing = std::move(matches);
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
