// The test's own vocabulary: facet values in a hierarchy, synonyms of one and of several words, and values that the
// vocabulary doesn't know. Also the names by which the contract calls each facet.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/contract/process.h"

namespace contract {

enum Facet { kTheme, kMunicipality, kSolution, kKind, kUnit, kYear, kFacets };

struct FacetNames {
  std::string_view parameter;  // in the URL, in `facetten` and in the search box
  std::string_view option;     // of the command `search`
  std::string_view many;       // the list in a document's JSON line; empty: none
  std::string_view one;        // its singular spelling
  std::string_view result;     // the list of slugs in a result; empty: none
};

inline constexpr std::array<FacetNames, kFacets> kFacetNames{{
    {"thema", "--theme", "themes", "theme", "themas"},
    {"gemeente", "--municipality", "municipalities", "municipality", "gemeenten"},
    {"oplossing", "--solution", "solutions", "solution", "oplossingen"},
    {"soort", "--kind", "", "", ""},
    {"eenheid", "--unit", "policeUnits", "policeUnit", "eenheden"},
    {"jaar", "--year", "", "", ""},
}};

struct Concept {
  Facet facet;
  std::string slug;
  std::string label;
  std::vector<std::string> alternatives;
  std::string broader;  // slug, or empty
};

class Vocabulary {
 public:
  explicit Vocabulary(std::vector<Concept> concepts) : concepts_(std::move(concepts)) {}

  const std::vector<Concept>& concepts() const { return concepts_; }
  const Concept* find(Facet facet, std::string_view slug) const;
  // `slug` and all that is broader; a value the vocabulary doesn't know stands alone.
  std::vector<std::string> with_broader(Facet facet, std::string_view slug) const;
  // Writes themas.ttl and its three sisters into a folder and returns the folder's path.
  std::string write(const Folder& folder) const;

 private:
  std::vector<Concept> concepts_;
};

// Concepts that documents may be given as a value, one that none has (`leegte`), and the synonyms below.
Vocabulary test_vocabulary();

// Concepts that no document has as a value; their labels occur in texts.
struct SynonymGroup {
  std::vector<std::string> labels;  // the first is the preferred one; a label of several words has spaces
};
const std::vector<SynonymGroup>& synonym_groups();

// Values that no vocabulary knows, by facet.
const std::vector<std::string>& unknown_values(Facet facet);

}  // namespace contract
