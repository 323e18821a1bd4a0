#include "search/results/facets.h"

#include <algorithm>
#include <utility>

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

/// Counts side by side and adds them up at the end: counting the same thing twice in a row would wait for the first.
class Tally {
 public:
  explicit Tally(std::size_t size) : size_(size), lanes_(size > kMuch ? 1 : kMostLanes), counts_(size * lanes_) {}

  /// `count(doc, counts)` counts what a document has.
  template <typename Count>
  void add(std::span<const DocId> docs, Count count) {
    std::size_t i = 0;
    if (lanes_ == kMostLanes) {
      std::uint32_t* lanes[kMostLanes];
      for (std::size_t lane = 0; lane < kMostLanes; ++lane) lanes[lane] = counts_.data() + lane * size_;
      for (; i + kMostLanes <= docs.size(); i += kMostLanes)
        for (std::size_t lane = 0; lane < kMostLanes; ++lane) count(docs[i + lane], lanes[lane]);
    }
    for (; i < docs.size(); ++i) count(docs[i], counts_.data());
  }

  std::vector<std::uint32_t> take() {
    for (std::size_t i = size_; i < counts_.size(); ++i) counts_[i % size_] += counts_[i];
    counts_.resize(size_);
    return std::move(counts_);
  }

 private:
  static constexpr std::size_t kMostLanes = 4;
  static constexpr std::size_t kMuch = 2000;  // lanes of more don't fit in the first cache

  std::size_t size_, lanes_;
  std::vector<std::uint32_t> counts_;
};

/// Documents of one facet. Many are counted by their sets of values, few by the values of each: it must save more than
/// the sets cost.
class Counter {
 public:
  Counter(const FacetColumn& column, std::size_t documents)
      : column_(column),
        by_set_(documents >= 2 * column.sets()),
        tally_(by_set_ ? column.sets() : std::size_t{column.none()} + 1) {}

  void add(std::span<const DocId> docs) {
    const auto* const sets = column_.set_of.data();
    if (by_set_) return tally_.add(docs, [sets](DocId doc, std::uint32_t* counts) { ++counts[sets[doc]]; });
    switch (column_.places) {
      case 1:
        return add_values<1>(docs);
      case 2:
        return add_values<2>(docs);
      case 3:
        return add_values<3>(docs);
      case 4:
        return add_values<4>(docs);
      default:
        tally_.add(docs, [&](DocId doc, std::uint32_t* counts) {
          for (const auto ordinal : column_.places_of(doc)) ++counts[ordinal];
        });
    }
  }

  std::vector<std::uint32_t> take() {
    auto counts = tally_.take();
    if (by_set_) {
      const auto by_set = std::exchange(counts, std::vector<std::uint32_t>(std::size_t{column_.none()} + 1));
      for (std::uint32_t set = 0; set < by_set.size(); ++set)
        if (by_set[set] > 0)
          for (const auto ordinal : column_.places_of_set(set)) counts[ordinal] += by_set[set];
    }
    counts.pop_back();  // none()
    return counts;
  }

 private:
  template <std::size_t places>
  void add_values(std::span<const DocId> docs) {
    tally_.add(docs,
               [sets = column_.set_of.data(), ordinals = column_.ordinals.data()](DocId doc, std::uint32_t* counts) {
                 const auto* const own = ordinals + std::size_t{sets[doc]} * places;
                 for (std::size_t i = 0; i < places; ++i) ++counts[own[i]];
               });
  }

  const FacetColumn& column_;
  bool by_set_;
  Tally tally_;
};

}  // namespace

FacetCounts count_facets(const Matches& matches, const Columns& columns, FieldSet fields) {
  FacetCounts counts;
  for (const auto& field : kFields) {
    const auto& column = columns.facets[number(field.field)];
    if (!fields.has(field.field) || column.values.empty()) continue;
    const auto& failing = matches.failing_there[number(field.field)];
    Counter counter(column, matches.passing.size() + failing.size());
    counter.add(matches.passing);
    counter.add(failing);
    counts[number(field.field)] = counter.take();
  }
  return counts;
}

std::array<std::vector<FacetCount>, kFieldCount> facet_lists(const FacetCounts& facet_counts, FieldSet fields,
                                                             const Selection& selection, const Columns& columns,
                                                             const corpus::Vocabulary& vocabulary) {
  std::array<std::vector<FacetCount>, kFieldCount> lists;
  for (const auto& field : kFields) {
    if (!fields.has(field.field)) continue;
    const auto& column = columns.facets[number(field.field)];
    const auto& counts = facet_counts[number(field.field)];
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
