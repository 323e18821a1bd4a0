// Dutch words whose inflection no rule gives: strong and irregular verbs, plurals with -eren, comparatives. Closed
// classes of the grammar (Haeseryn et al., "Algemene Nederlandse Spraakkunst", 1997, chapters 2, 3 and 6). Folded.
#pragma once
#include <string_view>

namespace search::morphology_make {

/// One verb a line: the infinitive, then its forms beside the regular ones; a participle is marked with '*'.
/// Verbs with particle or prefix go as the verb they end in.
extern const std::string_view kIrregularVerbs;

/// One word a line: the lemma, then its forms. Compounds go as the word they end in.
extern const std::string_view kIrregularWords;

}  // namespace search::morphology_make
