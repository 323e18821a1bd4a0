#include "search/index/columns.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "corpus/document.h"
#include "corpus/text.h"
#include "search/collation.h"
#include "search/schema.h"

namespace search {
namespace {

std::string label_of(const FieldInfo& field, const std::string& value, const corpus::Vocabulary& vocabulary) {
  if (field.scheme) return vocabulary.label(*field.scheme, value);
  if (field.field != Field::kind || std::ranges::find(corpus::kKinds, value) == std::end(corpus::kKinds)) return value;
  return corpus::capitalised(value);  // those of the contract have no labels of their own
}

/// Finds the sets of values that documents have, while values are added in order: a set is a smaller one and a value.
class ValueSets {
 public:
  explicit ValueSets(std::size_t documents) : set_of_(documents), sets_(1) {}

  /// To be called value by value, in order.
  void add(DocId doc, Ordinal ordinal) {
    if (ordinal != ordinal_) larger_.clear();
    ordinal_ = ordinal;
    auto& set = set_of_[doc];
    const auto [larger, first] = larger_.try_emplace(set, static_cast<std::uint32_t>(sets_.size()));
    if (first) sets_.push_back({set, ordinal, sets_[set].size + 1});
    set = larger->second;
  }

  void finish(FacetColumn& column) {
    const auto order = in_order_of_use();
    std::vector<std::uint32_t> numbers(sets_.size());
    std::uint32_t most = 1;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      numbers[order[i]] = i;
      most = std::max(most, sets_[order[i]].size);
    }
    for (auto& set : set_of_) set = numbers[set];
    column.set_of = std::move(set_of_);
    column.places = most <= FacetColumn::kMostPlaces ? most : 0;
    if (column.places == 0) column.offsets.push_back(0);
    for (const auto number : order) {
      auto end = column.ordinals.size() + sets_[number].size;
      column.ordinals.resize(column.places > 0 ? column.ordinals.size() + column.places : end, column.none());
      for (auto set = number; set != 0; set = sets_[set].smaller) column.ordinals[--end] = sets_[set].last;
      if (column.places == 0) column.offsets.push_back(static_cast<std::uint32_t>(column.ordinals.size()));
    }
  }

 private:
  struct Set {
    std::uint32_t smaller = 0;
    Ordinal last = 0;
    std::uint32_t size = 0;
  };

  /// Those that documents have, the commonest first.
  std::vector<std::uint32_t> in_order_of_use() const {
    std::vector<std::uint32_t> uses(sets_.size()), order;
    for (const auto set : set_of_) ++uses[set];
    for (std::uint32_t set = 0; set < sets_.size(); ++set)
      if (uses[set] > 0) order.push_back(set);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t set) { return uses[set]; });
    return order;
  }

  std::vector<std::uint32_t> set_of_;
  std::vector<Set> sets_;  // the first is empty
  Ordinal ordinal_ = FacetColumn::npos;
  std::unordered_map<std::uint32_t, std::uint32_t> larger_;  // by set: the one with ordinal_ as well
};

/// Reads the posting list of every value of a field: that is the facet, seen from the other side.
FacetColumn read_facet(const Xapian::Database& database, const FieldInfo& field, const corpus::Vocabulary& vocabulary,
                       const Collation& collation, DocId last) {
  FacetColumn column;
  struct Row {
    std::string key, value, label;
  };
  std::vector<Row> rows;
  const std::string prefix(field.term_prefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    auto value = (*term).substr(prefix.size());
    auto label = label_of(field, value, vocabulary);
    rows.push_back({collation.key(label), std::move(value), std::move(label)});
  }
  std::ranges::sort(rows,
                    [](const Row& a, const Row& b) { return std::tie(a.key, a.value) < std::tie(b.key, b.value); });

  ValueSets sets(std::size_t{last} + 1);
  for (const auto& row : rows) {
    const auto ordinal = static_cast<Ordinal>(column.values.size());
    const auto term = prefix + row.value;
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting)
      sets.add(*posting, ordinal);
    column.broader.push_back(broader_of(field, row.value, vocabulary));
    column.values.push_back(row.value);
    column.labels.push_back(row.label);
  }
  sets.finish(column);

  column.by_value.resize(column.values.size());
  std::iota(column.by_value.begin(), column.by_value.end(), 0);
  std::ranges::sort(column.by_value, {}, [&](Ordinal ordinal) -> const std::string& { return column.values[ordinal]; });
  return column;
}

void read_numbers(const Xapian::Database& database, unsigned slot, std::vector<std::uint32_t>& numbers) {
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
    numbers[value.get_docid()] = unpack_number(*value);
}

/// Each number against their mean over all documents (at least 1).
std::vector<float> relative(const std::vector<std::uint32_t>& numbers, std::uint64_t documents) {
  const auto sum = std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
  const double mean = documents == 0 ? 1 : std::max(1.0, static_cast<double>(sum) / static_cast<double>(documents));
  std::vector<float> result;
  result.reserve(numbers.size());
  for (const auto number : numbers) result.push_back(static_cast<float>(number / mean));
  return result;
}

}  // namespace

std::string broader_of(const FieldInfo& field, const std::string& value, const corpus::Vocabulary& vocabulary) {
  const auto* known = field.scheme ? vocabulary.find(*field.scheme, value) : nullptr;
  return known && !known->broader.empty() ? known->broader.front() : std::string();
}

Ordinal FacetColumn::find(std::string_view value) const {
  const auto at =
      std::ranges::lower_bound(by_value, value, {}, [&](Ordinal o) -> std::string_view { return values[o]; });
  return at != by_value.end() && values[*at] == value ? *at : npos;
}

Columns::Columns(const Xapian::Database& database, const corpus::Vocabulary& vocabulary)
    : last(database.get_lastdocid()), documents(database.get_doccount()) {
  const std::size_t size = (std::size_t{last} / kDocumentsPadding + 1) * kDocumentsPadding;
  const Collation collation;
  for (const auto& field : kFields)
    facets[number(field.field)] = read_facet(database, field, vocabulary, collation, last);

  dates.assign(size, 0);
  std::vector<std::uint32_t> lengths(size);
  read_numbers(database, kDateSlot, dates);
  read_numbers(database, kLengthSlot, lengths);
  title_lengths.assign(size, 0);
  read_numbers(database, kTitleLengthSlot, title_lengths);
  relative_lengths = relative(lengths, documents);
  relative_title_lengths = relative(title_lengths, documents);

  is_public.assign(size, 0);
  id_offsets.assign(size + 1, 0);
  DocId before = 0;
  const auto pad_to = [&](DocId doc) {
    for (; before < doc; ++before) id_offsets[before + 1] = static_cast<std::uint32_t>(id_bytes.size());
  };
  for (auto id = database.valuestream_begin(kIdSlot); id != database.valuestream_end(kIdSlot); ++id) {
    const DocId doc = id.get_docid();
    pad_to(doc);
    id_bytes += *id;
    is_public[doc] = 1;
  }
  pad_to(static_cast<DocId>(size));
  for (auto access = database.valuestream_begin(kAccessSlot); access != database.valuestream_end(kAccessSlot); ++access)
    is_public[access.get_docid()] = 0;

  sessions.assign(size, FacetColumn::npos);
  std::vector<std::pair<std::string, DocId>> named;
  for (auto key = database.valuestream_begin(kSessionSlot); key != database.valuestream_end(kSessionSlot); ++key)
    named.emplace_back(*key, key.get_docid());
  std::ranges::sort(named);
  for (auto& [key, doc] : named) {
    if (session_keys.empty() || session_keys.back() != key) session_keys.push_back(std::move(key));
    sessions[doc] = static_cast<Ordinal>(session_keys.size() - 1);
  }

  for (auto& facet : facets) {
    facet.public_counts.assign(facet.values.size(), 0);
    for (DocId doc = 1; doc <= last; ++doc)
      if (is_public[doc])
        for (const auto ordinal : facet.of(doc)) ++facet.public_counts[ordinal];
  }
}

}  // namespace search
