#include "search/knowledge/postings.h"

#include <algorithm>

namespace search {

Postings::Postings(const Columns& columns) {
  for (DocId doc = 1; doc <= columns.last; ++doc)
    if (columns.is_public[doc]) all_.push_back(doc);
  std::ranges::sort(all_, [&](DocId a, DocId b) {
    if (columns.dates[a] != columns.dates[b]) return columns.dates[a] > columns.dates[b];  // 0, no year, comes last
    return columns.id(a) < columns.id(b);
  });
  for (const auto& field : kFields) {
    const auto& column = columns.facets[number(field.field)];
    auto& lists = lists_[number(field.field)];
    lists.resize(column.values.size());
    for (const auto doc : all_)
      for (const auto ordinal : column.of(doc)) lists[ordinal].push_back(doc);
  }
}

std::vector<Amount> count_values(const Columns& columns, Field field, std::span<const DocId> documents) {
  const auto& column = columns.facets[number(field)];
  std::vector<std::uint64_t> counts(column.values.size(), 0);
  for (const auto doc : documents)
    for (const auto ordinal : column.of(doc)) ++counts[ordinal];
  std::vector<Amount> amounts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) amounts.push_back({column.values[i], column.labels[i], counts[i]});
  // Ordinals are in order of label already.
  std::ranges::stable_sort(amounts, std::greater(), &Amount::documents);
  return amounts;
}

}  // namespace search
