#include "server/pages/selection_view.h"

#include <algorithm>

#include "corpus/text.h"
#include "server/pages/view.h"

namespace server {
namespace {

using search::FacetCount;

constexpr std::size_t kMostDrops = 10;  // each costs a search

/// Whether a document that may be shown has this value. Others must not be told apart from none.
bool is_in_use(const search::Columns& columns, search::Field field, const std::string& value) {
  const auto& column = columns.facets[search::number(field)];
  const auto ordinal = column.find(value);
  if (ordinal == search::FacetColumn::npos) return false;
  for (search::DocId doc = 1; doc <= columns.last; ++doc)
    if (columns.is_public[doc] && std::ranges::find(column.of(doc), ordinal) != column.of(doc).end()) return true;
  return false;
}

}  // namespace

SearchForm with_known_values(SearchForm form, const search::Page& page) {
  for (const auto& field : search::kFields) {
    const auto i = search::number(field.field);
    if (form.selection[i].empty()) continue;
    std::vector<std::string> known;
    for (const auto& count : page.facets[i])
      if (count.selected) known.push_back(count.value);
    if (known.empty()) continue;
    // By value and not by count, so that a URL doesn't change when documents are added.
    std::ranges::sort(known);
    form.selection[i] = std::move(known);
  }
  return form;
}

std::vector<Chip> chips(const SearchForm& form, const search::Page& page) {
  std::vector<Chip> chips;
  auto base = form;
  base.page = 1;
  for (const auto& field : search::kFields) {
    const auto i = search::number(field.field);
    for (const auto& value : form.selection[i]) {
      Chip chip{std::string(field.label), value, base};
      const auto known = std::ranges::find(page.facets[i], value, &FacetCount::value);
      if (known != page.facets[i].end()) chip.label = known->label;
      std::erase(chip.without.selection[i], value);
      chips.push_back(std::move(chip));
    }
  }
  if (!form.from.empty()) {
    chips.push_back({"Vanaf", form.from, base});
    chips.back().without.from.clear();
  }
  if (!form.to.empty()) {
    chips.push_back({"Tot en met", form.to, base});
    chips.back().without.to.clear();
  }
  return chips;
}

View chips_view(const std::vector<Chip>& chips) {
  auto list = View::array();
  for (const auto& chip : chips)
    list.push_back({{"field", chip.field}, {"label", chip.label}, {"href", href("/zoeken", chip.without)}});
  return list;
}

View drops_view(const search::Index& index, const std::vector<Chip>& chips) {
  std::vector<std::pair<std::uint64_t, const Chip*>> totals;
  for (const auto& chip : chips) {
    if (totals.size() == kMostDrops) break;
    auto request = chip.without.request();
    request.limit = 0;
    request.fill_below = 0;
    request.facets = {};
    totals.emplace_back(search::search(index, request).total, &chip);
  }
  std::ranges::stable_sort(totals, std::greater(), [](const auto& total) { return total.first; });
  auto drops = View::array();
  for (const auto& [total, chip] : totals)
    if (total > 0)
      drops.push_back({{"field", chip->field},
                       {"label", chip->label},
                       {"count", dutch_number(total)},
                       {"href", href("/zoeken", chip->without)},
                       {"word", word_for(total, "resultaat", "resultaten")}});
  return drops;
}

std::vector<std::string> selection_notes(const search::Index& index, const SearchForm& form, const search::Page& page) {
  std::vector<std::string> notes;
  for (const auto& field : search::kFields)
    for (const auto& count : page.facets[search::number(field.field)])
      if (count.selected && count.count == 0 && !is_in_use(index.columns(), field.field, count.value))
        notes.push_back("Er is geen document met " + corpus::uncapitalised(std::string(field.label)) + " ‘" +
                        count.label + "’.");
  if (!form.from.empty() && !form.to.empty() &&
      search::parse_date_bound(form.from, false) > search::parse_date_bound(form.to, true))
    notes.push_back("De periode eindigt voordat zij begint: ‘vanaf’ ligt na ‘tot en met’.");
  return notes;
}

}  // namespace server
