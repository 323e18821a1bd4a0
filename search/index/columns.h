// Facet values, dates, access and lengths of every document, in memory by document id. Built when an index is opened.
//
// Facet counting and filtering read these arrays only; Xapian's value slots are too slow for it. Immutable: share
// freely.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "corpus/vocabulary.h"
#include "search/fields.h"

namespace search {

using DocId = std::uint32_t;
using Ordinal = std::uint32_t;

/// Arrays by document are as long as a multiple of this, so that blocks of documents can be worked on whole.
inline constexpr DocId kDocumentsPadding = 1024;

/// The values of one facet: ordinals are positions in `values`.
struct FacetColumn {
  static constexpr Ordinal npos = ~Ordinal{0};

  std::vector<std::string> values;   // sorted by label (Dutch collation), then by value
  std::vector<std::string> labels;   // same order
  std::vector<std::string> broader;  // same order: value of the next broader one that the vocabulary has; or empty
  /// By document: which set of values it has. There are far fewer sets than documents, so that many documents are
  /// counted by their sets, and those by their values. The set that most documents have comes first.
  std::vector<std::uint32_t> set_of;
  /// By set. While none has more than kMostPlaces values: `places` ordinals for each, those without a value none(), so
  /// that counting needs no branches. Else ordinals[offsets[set] .. offsets[set + 1]), and no places.
  std::size_t places = 1;
  std::vector<std::uint32_t> offsets;
  std::vector<Ordinal> ordinals;
  std::vector<std::uint32_t> public_counts;  // by ordinal: public documents that carry the value
  std::vector<Ordinal> by_value;             // ordinals in order of value, for find()

  static constexpr std::size_t kMostPlaces = 4;
  Ordinal none() const { return static_cast<Ordinal>(values.size()); }
  std::size_t sets() const { return places > 0 ? ordinals.size() / places : offsets.size() - 1; }
  /// With none() in places that hold no value.
  std::span<const Ordinal> places_of_set(std::uint32_t set) const {
    const std::span all(ordinals);
    return places > 0 ? all.subspan(set * places, places) : all.subspan(offsets[set], offsets[set + 1] - offsets[set]);
  }
  std::span<const Ordinal> places_of(DocId id) const { return places_of_set(set_of[id]); }
  std::span<const Ordinal> of(DocId id) const {
    const auto own = places_of(id);
    return own.first(static_cast<std::size_t>(std::ranges::find(own, none()) - own.begin()));
  }
  /// Ordinal of a value, or npos.
  Ordinal find(std::string_view value) const;
};

/// The value of the next broader one that the vocabulary has; empty otherwise.
std::string broader_of(const FieldInfo& field, const std::string& value, const corpus::Vocabulary& vocabulary);

struct Columns {
  Columns() = default;
  Columns(const Xapian::Database& database, const corpus::Vocabulary& vocabulary);

  DocId last = 0;               // highest document id; arrays have last + 1 entries, padded
  std::uint64_t documents = 0;  // N of the contract: all documents, whatever their access
  std::array<FacetColumn, kFieldCount> facets;
  std::vector<std::uint32_t> dates;           // yyyymmdd, month or day may be 0; 0 = no year
  std::vector<float> relative_lengths;        // words, against the mean over all documents
  std::vector<float> relative_title_lengths;  // words of the title that are no stop words, against their mean
  std::vector<std::uint32_t> title_lengths;   // those words themselves
  std::vector<std::uint8_t> is_public;        // 0 also for ids that don't exist
  std::vector<std::string> session_keys;      // as authors write them, sorted
  std::vector<Ordinal> sessions;              // position in `session_keys`; FacetColumn::npos: none
  std::string id_bytes;                       // ids of documents, one after another
  std::vector<std::uint32_t> id_offsets;
  std::string_view id(DocId doc) const {
    return std::string_view(id_bytes).substr(id_offsets[doc], id_offsets[doc + 1] - id_offsets[doc]);
  }
};

}  // namespace search
