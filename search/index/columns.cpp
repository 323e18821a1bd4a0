#include "search/index/columns.h"

#include <algorithm>
#include <numeric>

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

void set_ordinals(FacetColumn& column, std::span<const std::pair<DocId, Ordinal>> pairs, std::size_t documents) {
  std::vector<std::uint32_t> counts(documents);
  for (const auto& [doc, ordinal] : pairs) ++counts[doc];
  const auto most = std::ranges::max(counts);
  if (most <= FacetColumn::kMostPlaces) {
    column.places = std::max(1U, most);
    column.ordinals.assign(documents * column.places, column.none());
    std::ranges::fill(counts, 0);
    for (const auto& [doc, ordinal] : pairs) column.ordinals[doc * column.places + counts[doc]++] = ordinal;
    return;
  }
  column.places = 0;
  column.offsets.assign(documents + 1, 0);
  std::partial_sum(counts.begin(), counts.end(), column.offsets.begin() + 1);
  column.ordinals.resize(pairs.size());
  auto next = column.offsets;
  for (const auto& [doc, ordinal] : pairs) column.ordinals[next[doc]++] = ordinal;
}

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

  std::vector<std::pair<DocId, Ordinal>> pairs;
  for (const auto& row : rows) {
    const auto ordinal = static_cast<Ordinal>(column.values.size());
    const auto term = prefix + row.value;
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting)
      pairs.emplace_back(*posting, ordinal);
    column.broader.push_back(broader_of(field, row.value, vocabulary));
    column.values.push_back(row.value);
    column.labels.push_back(row.label);
  }
  set_ordinals(column, pairs, std::size_t{last} + 1);

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
