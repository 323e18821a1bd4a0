// The forms of a Dutch verb by rule: stem, past tense, participles. Spelling may allow several; the caller keeps those
// that a word list confirms. Pure functions; thread-safe. Rules: Haeseryn et al., "Algemene Nederlandse Spraakkunst",
// 1997, 2.3.2.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace search::morphology_make {

/// Stems an infinitive may have: "lopen" → loop, lop; "rammelen" → rammeel, rammel; "kiezen" → kies.
std::vector<std::string> verb_stems(std::string_view infinitive);

/// With -e after it: "gezet" → gezette, "gepraat" → geprate, "gewerkt" → gewerkte. All spellings that may be.
std::vector<std::string> with_e(std::string_view word);

struct WeakForms {
  std::vector<std::string> finite;       // loop, loopt; past tense of weak verbs
  std::vector<std::string> participles;  // without "ge", not inflected: werkt, beld
};
WeakForms weak_forms(std::string_view infinitive);

}  // namespace search::morphology_make
