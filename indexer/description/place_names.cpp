#include "indexer/description/place_names.h"

#include <algorithm>
#include <initializer_list>

#include "corpus/text.h"

namespace indexer {
namespace {

/// "Beek (L.)" → "Beek".
std::string without_brackets(std::string_view label) {
  const auto open = label.find('(');
  if (open == std::string_view::npos) return std::string(label);
  while (!label.empty() && label.size() > open) label.remove_suffix(1);
  while (label.ends_with(' ')) label.remove_suffix(1);
  return std::string(label);
}

bool is_article(std::string_view folded) {
  return folded == "den" || folded == "de" || folded == "het" || folded == "s" || folded == "it";
}

/// "Tilburg" → "Tilburgse", "Westvoorne" → "Westvoornse"; empty where the ending gives no certain form.
std::string regular_adjective(std::string_view name) {
  if (name.size() > 5 && (name.ends_with("rne") || name.ends_with("lle")))
    name.remove_suffix(name.ends_with("lle") ? 2 : 1);
  const auto ends = [&](std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
  };
  if (name.size() < 4 || name.find_first_of(" -'") != std::string_view::npos || ends({"e", "s", "sch", "ij"}))
    return {};
  if (name.ends_with("ingen")) return std::string(name.substr(0, name.size() - 2)) + "se";
  return std::string(name) + "se";
}

/// "politie-eenheid Oost-Brabant" → "Oost-Brabant": the words that only say that it is a unit.
std::string bare_unit_name(std::string_view label) {
  const auto words = scan_words(label);
  std::size_t first = 0;
  while (first + 1 < words.size() && (cues_of(words[first].folded) & kPolice || words[first].folded == "regionale"))
    ++first;
  return first + 1 < words.size() ? std::string(label.substr(words[first].begin)) : std::string();
}

}  // namespace

PlaceName& PlaceNames::add(std::string_view written) {
  const auto words = scan_words(written);
  Variant variant;
  variant.loose = written.find_first_of("(,/&") != std::string_view::npos;
  std::string folded;
  std::size_t node = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    variant.capital.push_back(words[i].capital && !(i == 0 && is_article(words[i].folded)) ? 1 : 0);
    if (i > 0) folded += ' ';
    folded += words[i].folded;
    if (i == 0) first_words_.add(words[i].folded);
    auto [place, fresh] = nodes_[node].next.try_emplace(words[i].folded, nodes_.size());
    node = place->second;
    if (fresh) nodes_.emplace_back();
  }
  if (nodes_[node].name == 0) {
    names_.emplace_back();
    names_.back().folded = folded;
    names_.back().name_class = class_of(folded);
    variants_.push_back(std::move(variant));
    nodes_[node].name = names_.size();
  } else if (variant.loose) {
    variants_[nodes_[node].name - 1].loose = true;
  }
  return names_[nodes_[node].name - 1];
}

void PlaceNames::add_municipality(const corpus::Concept& municipality) {
  const auto add_name = [&](const std::string& label) {
    if (scan_words(label).size() < 2) return;
    auto& means = add(label).municipalities;
    if (std::ranges::find(means, &municipality) == means.end()) means.push_back(&municipality);
  };
  const auto add_label = [&](const std::string& label) {
    add_name(label);
    if (const auto bare = without_brackets(label); bare != label) add_name(bare);
  };
  add_label(municipality.label);
  for (const auto& label : municipality.alternatives) add_label(label);
  for (const auto& label : municipality.hidden) add_label(label);
  for (const auto& name : municipality.former) add_label(name);
}

void PlaceNames::add_adjective(std::string_view adjective, const corpus::Concept& municipality) {
  if (adjective.empty()) return;
  const auto written = corpus::capitalised(std::string(adjective));
  auto& name = add(written);
  if (name.municipalities.empty() && name.adjective_of == nullptr) name.adjective_of = &municipality;
}

void PlaceNames::add_unit(const corpus::Concept& unit) {
  const auto add_label = [&](const std::string& label) {
    const std::string bare = bare_unit_name(label);
    if (bare.empty()) return;
    const bool said_bare = bare == label;
    auto& name = add(bare);
    const bool fresh = name.unit == nullptr;
    name.unit = &unit;
    const bool letters_only = std::ranges::all_of(bare, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (letters_only) name.capitals_only = true;
    if (fresh)
      name.unit_needs_cue = !said_bare;
    else if (said_bare)
      name.unit_needs_cue = false;
    name.unit_is_area = name.folded.ends_with(" nederland");
  };
  // The bare labels first: "ZWB" may stand alone when the vocabulary says so, "LO" only in "eenheid LO".
  add_label(unit.label);
  for (const auto& label : unit.alternatives) add_label(label);
  for (const auto& label : unit.hidden) add_label(label);
}

PlaceNames::PlaceNames(const corpus::Vocabulary& vocabulary) {
  for (const auto written : names_of_other_things()) add(written).other = true;
  for (const auto written : names_of_provinces()) add(written).province = true;
  for (const auto& entry : vocabulary.concepts()) {
    if (entry.scheme == corpus::Scheme::municipality) add_municipality(entry);
    if (entry.scheme == corpus::Scheme::police_unit) add_unit(entry);
  }
  for (const auto& entry : vocabulary.concepts()) {
    if (entry.scheme != corpus::Scheme::municipality || entry.safety_region.empty()) continue;
    auto& region = add(entry.safety_region);
    if (region.municipalities.empty()) region.region = true;
  }
  for (const auto pair : irregular_adjectives()) {
    const auto equals = pair.find('=');
    if (const auto* municipality = vocabulary.resolve(corpus::Scheme::municipality, pair.substr(equals + 1)))
      add_adjective(pair.substr(0, equals), *municipality);
  }
  for (const auto& entry : vocabulary.concepts()) {
    if (entry.scheme != corpus::Scheme::municipality) continue;
    const auto add_regular = [&](const std::string& label) {
      const std::string bare = without_brackets(label);
      const auto name_class = class_of(fold_word(bare));
      if (name_class == NameClass::plain || name_class == NameClass::possible_surname)
        add_adjective(regular_adjective(bare), entry);
    };
    add_regular(entry.label);
    for (const auto& name : entry.former) add_regular(name);
  }
  for (auto& name : names_) {
    if (name.unit != nullptr && (!name.municipalities.empty() || name.province || name.region))
      name.unit_needs_cue = true;
    name.government = !name.municipalities.empty() && (name.folded == "den haag" || name.folded == "s gravenhage");
  }
}

NameMatch PlaceNames::match_at(const std::vector<Word>& words, std::size_t begin) const {
  NameMatch best;
  if (!first_words_.perhaps(words[begin].folded)) return best;
  std::size_t node = 0;
  std::uint16_t strict = 0, loose = 0;  // what stands between the words read so far
  for (std::size_t i = begin; i + 1 < words.size(); ++i) {
    if (i > begin) {
      if (!only(words[i].gap, kSpace | kHyphen | kApostrophe | kNewline | kStop)) strict = 1;
      if (!only(words[i].gap, kSpace | kHyphen | kApostrophe | kOpen | kComma | kSlash | kStop | kOtherGap)) loose = 1;
      if ((words[i].gap & kNewline) != 0 && (words[i].gap & kStop) != 0) strict = 1;
      if (strict != 0 && loose != 0) break;
      if ((words[i].gap & kStop) != 0 && words[i].sentence_start)
        break;  // a new sentence; "St. Michielsgestel" is none
    }
    const auto next = nodes_[node].next.find(words[i].folded);
    if (next == nodes_[node].next.end()) break;
    node = next->second;
    const std::size_t number = nodes_[node].name;
    if (number == 0) continue;
    const Variant& variant = variants_[number - 1];
    if ((variant.loose ? loose : strict) != 0) continue;
    bool capitals = true;
    for (std::size_t w = begin; w <= i; ++w)
      capitals = capitals && (variant.capital[w - begin] == 0 || words[w].capital);
    if (names_[number - 1].capitals_only && !words[begin].all_capitals) capitals = false;
    if (capitals) best = {begin, i + 1, &names_[number - 1]};
  }
  return best;
}

}  // namespace indexer
