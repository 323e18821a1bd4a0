#include "indexer/description/places.h"

#include <algorithm>

#include "indexer/description/place_evidence.h"

namespace indexer {
namespace {

void add(std::vector<corpus::Value>& values, const std::string& slug, std::string_view passage) {
  if (std::ranges::none_of(values, [&](const auto& value) { return value.value == slug; }))
    values.push_back({slug, corpus::Origin::found, std::string(passage)});
}

/// "Noord-Holland" → "noord holland", as PlaceName::folded.
std::string folded_words(std::string_view text) {
  std::string folded;
  for (const auto& word : scan_words(text)) {
    if (word.folded.empty()) break;
    if (!folded.empty()) folded += ' ';
    folded += word.folded;
  }
  return folded;
}

/// What a document says about where it is: for names that several municipalities have.
struct Surroundings {
  std::vector<std::string_view> areas;  // folded names of provinces and safety regions, one a mention
  std::vector<const corpus::Concept*> municipalities;
  std::vector<const corpus::Concept*> units;

  int speaks_for(const corpus::Concept& candidate) const {
    int votes = 0;
    const std::string province = folded_words(candidate.province), region = folded_words(candidate.safety_region);
    for (const auto area : areas) votes += area == province || area == region ? 2 : 0;
    for (const auto* other : municipalities) {
      if (other->province == candidate.province) ++votes;
      if (other->safety_region == candidate.safety_region) ++votes;
    }
    for (const auto* unit : units) votes += unit->slug == candidate.police_unit ? 2 : 0;
    return votes;
  }
};

struct Shared {
  const PlaceName* name = nullptr;
  std::string_view passage;
};

/// The one candidate that the document speaks for most; null when there is none.
const corpus::Concept* choose(const PlaceName& name, const Surroundings& surroundings,
                              const std::function<bool(const corpus::Concept&)>& rejected) {
  const corpus::Concept* best = nullptr;
  int most = 0;
  for (const auto* candidate : name.municipalities) {
    if (rejected(*candidate)) continue;
    const int votes = surroundings.speaks_for(*candidate);
    if (votes == most) best = nullptr;
    if (votes > most) best = candidate, most = votes;
  }
  return best;
}

std::string warning_for(const PlaceName& name) {
  std::string text = "gemeente: '" + name.folded + "' may be";
  for (std::size_t i = 0; i < name.municipalities.size(); ++i)
    text += (i == 0 ? " " : " or ") + name.municipalities[i]->label;
  return text + "; none was chosen";
}

}  // namespace

FoundPlaces PlaceRecognizer::find(std::span<const TextUnit> units,
                                  const std::function<bool(const corpus::Concept&)>& rejected) const {
  FoundPlaces found;
  Surroundings surroundings;
  std::vector<Shared> shared;
  for (const auto& unit : units) {
    for (const auto& mention : find_mentions(unit.words, names_)) {
      const PlaceName& name = *mention.match.name;
      if (is_police_unit(unit.words, mention) && !rejected(*name.unit)) {
        add(found.police_units, name.unit->slug, unit.passage);
        surroundings.units.push_back(name.unit);
      }
      if ((name.province && name.municipalities.empty()) || name.region) surroundings.areas.push_back(name.folded);
      if (!is_municipality(unit.words, mention)) continue;
      if (name.municipalities.size() > 1) {
        shared.push_back({&name, unit.passage});
        continue;
      }
      const auto* municipality = name.adjective_of != nullptr ? name.adjective_of : name.municipalities.front();
      if (rejected(*municipality)) continue;
      add(found.municipalities, municipality->slug, unit.passage);
      surroundings.municipalities.push_back(municipality);
    }
  }
  std::vector<const PlaceName*> warned;
  for (const auto& [name, passage] : shared) {
    if (const auto* chosen = choose(*name, surroundings, rejected)) {
      add(found.municipalities, chosen->slug, passage);
    } else if (std::ranges::find(warned, name) == warned.end()) {
      warned.push_back(name);
      found.warnings.push_back(warning_for(*name));
    }
  }
  return found;
}

}  // namespace indexer
