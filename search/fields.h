// The field table: one truth about every field, read by indexing, query parsing, facets, API, pages and OpenAPI text.
#pragma once
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "corpus/vocabulary.h"

namespace search {

enum class Field { theme, municipality, solution, kind, police_unit, year };
inline constexpr std::size_t kFieldCount = 6;

struct FieldInfo {
  Field field;
  std::string_view name;         // English, for code and the command line: --theme
  std::string_view term_prefix;  // of the Xapian term "prefix + value"
  std::string_view parameter;    // URL parameter, word before the colon in the query box, and key in `facetten`
  std::string_view json_key;     // list of direct values in a result
  std::string_view label;        // Dutch, as a heading of the facet
  std::string_view label_plural;
  std::optional<corpus::Scheme> scheme;  // vocabulary behind it
  bool counts_broader;                   // a document also counts for every broader value
};

inline constexpr std::array<FieldInfo, kFieldCount> kFields = {{
    {Field::theme, "theme", "XT", "thema", "themas", "Thema", "Thema's", corpus::Scheme::theme, true},
    {Field::municipality, "municipality", "XG", "gemeente", "gemeenten", "Gemeente", "Gemeenten",
     corpus::Scheme::municipality, false},
    {Field::solution, "solution", "XO", "oplossing", "oplossingen", "Oplossing", "Oplossingen",
     corpus::Scheme::solution, true},
    {Field::kind, "kind", "XK", "soort", "soort", "Soort", "Soorten", std::nullopt, false},
    {Field::police_unit, "unit", "XE", "eenheid", "eenheden", "Politie-eenheid", "Politie-eenheden",
     corpus::Scheme::police_unit, false},
    {Field::year, "year", "XJ", "jaar", "jaar", "Jaar", "Jaren", std::nullopt, false},
}};

constexpr const FieldInfo& info(Field field) { return kFields[static_cast<std::size_t>(field)]; }
constexpr std::size_t number(Field field) { return static_cast<std::size_t>(field); }

/// Some of the fields.
class FieldSet {
 public:
  constexpr FieldSet() = default;
  constexpr FieldSet(std::initializer_list<Field> fields) {
    for (const auto field : fields) bits_ |= 1u << number(field);
  }
  static constexpr FieldSet all() {
    FieldSet set;
    set.bits_ = (1u << kFieldCount) - 1;
    return set;
  }
  constexpr bool has(Field field) const { return (bits_ >> number(field) & 1) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

 private:
  unsigned bits_ = 0;
};

/// By URL parameter ("thema"), or nullptr.
constexpr const FieldInfo* field_by_parameter(std::string_view parameter) {
  for (const auto& field : kFields)
    if (field.parameter == parameter) return &field;
  return nullptr;
}

}  // namespace search
