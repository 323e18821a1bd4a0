#include "tests/contract/vocabulary.h"

#include <algorithm>
#include <map>

namespace contract {
namespace {

struct Scheme {
  std::string_view file;
  std::string_view scheme;
  std::string_view prefix;
};

Scheme scheme_of(Facet facet) {
  switch (facet) {
    case kTheme:
      return {"themas", "themas", "thema"};
    case kMunicipality:
      return {"gemeenten", "gemeenten", "gemeente"};
    case kSolution:
      return {"oplossingen", "oplossingen", "oplossing"};
    default:
      return {"eenheden", "eenheden", "eenheid"};
  }
}

std::string turtle(const Concept& item) {
  const Scheme scheme = scheme_of(item.facet);
  const std::string prefix(scheme.prefix);
  std::string text = prefix + ":" + item.slug + " a skos:Concept ; skos:inScheme pb:" + std::string(scheme.scheme) +
                     " ;\n    skos:prefLabel \"" + item.label + "\"@nl";
  for (std::size_t index = 0; index < item.alternatives.size(); ++index) {
    text += (index == 0 ? " ;\n    skos:altLabel \"" : " , \"") + item.alternatives[index] + "\"@nl";
  }
  if (!item.broader.empty()) text += " ;\n    skos:broader " + prefix + ":" + item.broader;
  return text + " .\n\n";
}

}  // namespace

const Concept* Vocabulary::find(Facet facet, std::string_view slug) const {
  const auto found = std::find_if(concepts_.begin(), concepts_.end(),
                                  [&](const Concept& item) { return item.facet == facet && item.slug == slug; });
  return found == concepts_.end() ? nullptr : &*found;
}

std::vector<std::string> Vocabulary::with_broader(Facet facet, std::string_view slug) const {
  std::vector<std::string> chain{std::string(slug)};
  for (const Concept* item = find(facet, slug); item != nullptr && !item->broader.empty();
       item = find(facet, item->broader)) {
    chain.push_back(item->broader);
  }
  return chain;
}

std::string Vocabulary::write(const Folder& folder) const {
  std::map<std::string, std::string> files;
  for (const Concept& item : concepts_) {
    const Scheme scheme = scheme_of(item.facet);
    std::string& text = files[std::string(scheme.file)];
    if (text.empty()) {
      text = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix pb: <urn:praktijkbank:> .\n@prefix " +
             std::string(scheme.prefix) + ": <urn:praktijkbank:" + std::string(scheme.prefix) +
             ":> .\n\npb:" + std::string(scheme.scheme) + " a skos:ConceptScheme ; skos:prefLabel \"Lijst\"@nl .\n\n";
    }
    text += turtle(item);
  }
  for (const auto& [name, text] : files) folder.write("vocabulary/" + name + ".ttl", text);
  return folder.path("vocabulary");
}

Vocabulary test_vocabulary() {
  std::vector<Concept> concepts{
      {kTheme, "verkeer", "Verkeer", {"mobiliteit"}, ""},
      {kTheme, "fietsers", "Fietsers", {"wielrijders", "mensen te fiets"}, "verkeer"},
      {kTheme, "bakfiets", "Bakfiets", {}, "fietsers"},
      {kTheme, "snelheid", "Snelheid", {"te hard rijden"}, "verkeer"},
      {kTheme, "horeca", "Horeca", {}, ""},
      {kTheme, "terras", "Terras", {}, "horeca"},
      {kTheme, "nachtleven", "Nachtleven", {"uitgaan"}, "horeca"},
      {kTheme, "portiers", "Portiers", {"deurbeleid"}, "nachtleven"},
      {kTheme, "milieu", "Milieu", {"leefomgeving"}, ""},
      {kTheme, "stikstof", "Stikstof", {}, "milieu"},
      {kTheme, "zwerfvuil", "Zwerfvuil", {"rommel op straat"}, "milieu"},
      {kTheme, "cooperatie", "Coöperatie", {}, ""},
      {kTheme, "leegte", "Leegte", {}, ""},
      {kSolution, "voorlichting", "Voorlichting", {"uitleg"}, ""},
      {kSolution, "folder-huis-aan-huis", "Folder huis aan huis", {}, "voorlichting"},
      {kSolution, "theater", "Theater (zaal)", {}, "voorlichting"},
      {kSolution, "toezicht", "Toezicht", {"surveillance"}, ""},
      {kSolution, "camera", "Camera", {"videobewaking"}, "toezicht"},
      {kSolution, "drone", "Drone", {}, "camera"},
      {kSolution, "vergunning", "Vergunning", {}, ""},
      {kMunicipality, "den-haag", "Den Haag", {"'s-Gravenhage"}, ""},
      {kMunicipality, "s-hertogenbosch", "'s-Hertogenbosch", {"Den Bosch"}, ""},
      {kMunicipality, "bergen-l", "Bergen (L.)", {}, ""},
      {kMunicipality, "bergen-nh", "Bergen (NH.)", {}, ""},
      {kMunicipality, "middelburg", "Middelburg (Z.)", {}, ""},
      {kMunicipality, "utrecht", "Utrecht", {}, ""},
      {kMunicipality, "zwolle", "Zwolle", {}, ""},
      {kMunicipality, "urk", "Urk", {}, ""},
      {kUnit, "zeeland-west-brabant", "Zeeland-West-Brabant", {"politie Zeeland-West-Brabant"}, ""},
      {kUnit, "limburg", "Limburg", {}, ""},
      {kUnit, "noord-nederland", "Noord-Nederland", {}, ""},
      {kUnit, "rotterdam", "Rotterdam", {}, ""},
  };
  for (const SynonymGroup& group : synonym_groups()) {
    concepts.push_back(
        {kTheme, group.labels.front(), group.labels.front(), {group.labels.begin() + 1, group.labels.end()}, ""});
  }
  return Vocabulary(std::move(concepts));
}

const std::vector<SynonymGroup>& synonym_groups() {
  static const std::vector<SynonymGroup> groups{
      {{"azijn", "mosterd"}},
      {{"kanarie", "vink", "gele vogel"}},
      {{"ladder", "houten opstap"}},
      {{"orgel", "piano", "klavier", "zwarte vleugel"}},
  };
  return groups;
}

const std::vector<std::string>& unknown_values(Facet facet) {
  static const std::vector<std::vector<std::string>> values{{"Kwibus", "Xantippe en consorten", "abracadabra"},
                                                            {"Bommelstein", "Rommeldam & Co"},
                                                            {"Toverfluit", "50% korting"},
                                                            {},
                                                            {"Zompenwijk"},
                                                            {}};
  return values[facet];
}

}  // namespace contract
