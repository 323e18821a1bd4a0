#include <algorithm>
#include <cstdio>
#include <functional>

#include "search/knowledge/knowledge.h"

namespace search {
namespace {

/// The values of a field with most documents, at most `most`.
std::vector<Ordinal> most_used(const Knowledge& knowledge, Field field, std::size_t most, std::size_t& left) {
  const auto& column = knowledge.index().columns().facets[number(field)];
  std::vector<Ordinal> ordinals;
  for (Ordinal i = 0; i < column.values.size(); ++i)
    if (!knowledge.postings().of(field, i).empty()) ordinals.push_back(i);
  std::ranges::stable_sort(ordinals, std::greater(),
                           [&](Ordinal i) { return knowledge.postings().of(field, i).size(); });
  left = ordinals.size() > most ? ordinals.size() - most : 0;
  ordinals.resize(ordinals.size() - left);
  return ordinals;
}

Grid::Line line(const Knowledge& knowledge, Field field, Ordinal ordinal, int depth) {
  const auto& column = knowledge.index().columns().facets[number(field)];
  return {column.values[ordinal], column.labels[ordinal], knowledge.postings().of(field, ordinal).size(), depth};
}

/// In the order of the tree: each value after its broader one, most documents first among siblings.
std::vector<std::pair<Ordinal, int>> in_tree_order(const Knowledge& knowledge, Field field,
                                                   const std::vector<Ordinal>& chosen) {
  const auto& column = knowledge.index().columns().facets[number(field)];
  const auto& vocabulary = knowledge.index().vocabulary();
  const auto parent_of = [&](Ordinal ordinal) {
    const auto above = vocabulary.with_broader(*info(field).scheme, column.values[ordinal]);
    for (std::size_t i = 1; i < above.size(); ++i) {
      const auto parent = column.find(above[i]);
      if (parent != FacetColumn::npos && std::ranges::find(chosen, parent) != chosen.end()) return parent;
    }
    return FacetColumn::npos;
  };
  std::vector<std::pair<Ordinal, int>> order;
  const std::function<void(Ordinal, int)> add_below = [&](Ordinal parent, int depth) {
    for (const auto ordinal : chosen)
      if (parent_of(ordinal) == parent) {
        order.emplace_back(ordinal, depth);
        add_below(ordinal, depth + 1);
      }
  };
  add_below(FacetColumn::npos, 0);
  return order;
}

}  // namespace

Grid theme_by_solution(const Knowledge& knowledge, std::size_t rows, std::size_t columns) {
  Grid grid;
  const auto themes = in_tree_order(knowledge, Field::theme, most_used(knowledge, Field::theme, rows, grid.rows_left));
  const auto solutions = most_used(knowledge, Field::solution, columns, grid.columns_left);
  const auto& all = knowledge.index().columns();
  const auto& solution_column = all.facets[number(Field::solution)];
  std::vector<std::size_t> place(solution_column.values.size(), solutions.size());
  for (std::size_t i = 0; i < solutions.size(); ++i) place[solutions[i]] = i;
  for (const auto ordinal : solutions) grid.columns.push_back(line(knowledge, Field::solution, ordinal, 0));
  for (const auto& [theme, depth] : themes) {
    grid.rows.push_back(line(knowledge, Field::theme, theme, depth));
    auto& cells = grid.cells.emplace_back(solutions.size(), 0);
    for (const auto doc : knowledge.postings().of(Field::theme, theme))
      for (const auto solution : solution_column.of(doc))
        if (place[solution] < solutions.size()) ++cells[place[solution]];
  }
  return grid;
}

Grid theme_by_month(const Knowledge& knowledge, std::size_t rows, std::size_t months) {
  Grid grid;
  const auto& columns = knowledge.index().columns();
  const auto month_of = [&](DocId doc) {  // months since year 0; 0 when the month isn't known
    const auto date = columns.dates[doc];
    const auto month = date / 100 % 100;
    return month == 0 ? 0 : date / 10000 * 12 + month - 1;
  };
  std::uint32_t newest = 0, oldest = ~0u;
  for (const auto doc : knowledge.postings().all())
    if (const auto month = month_of(doc)) newest = std::max(newest, month), oldest = std::min(oldest, month);
  if (newest == 0) return grid;
  const auto first = std::max(oldest, newest + 1 > months ? newest + 1 - static_cast<std::uint32_t>(months) : 0);
  for (auto month = first; month <= newest; ++month) {
    char text[16];
    std::snprintf(text, sizeof text, "%04u-%02u", month / 12, month % 12 + 1);
    grid.columns.push_back({text, text, 0, 0});
  }
  for (const auto doc : knowledge.postings().all())
    if (const auto month = month_of(doc); month >= first && month != 0) ++grid.columns[month - first].documents;
  for (const auto& [theme, depth] :
       in_tree_order(knowledge, Field::theme, most_used(knowledge, Field::theme, rows, grid.rows_left))) {
    std::vector<std::uint64_t> cells(grid.columns.size(), 0);
    for (const auto doc : knowledge.postings().of(Field::theme, theme))
      if (const auto month = month_of(doc); month >= first && month != 0) ++cells[month - first];
    grid.rows.push_back(line(knowledge, Field::theme, theme, depth));
    grid.cells.push_back(std::move(cells));
  }
  return grid;
}

}  // namespace search
