// How an excerpt is cited: APA style (7th edition) for lists of sources, and the style of legal footnotes in Dutch.
//
// Pure functions; thread-safe. The texts are plain UTF-8: whoever renders them escapes them.
#pragma once
#include <string>

#include "search/excerpts/excerpt.h"

namespace search {

/// The publisher that citations name.
inline constexpr const char* kPublisher = "Praktijkbank";

/// Fit for a line of citation: one line, without controls that turn the direction of what follows, cut with "…" after
/// 300 characters.
std::string one_line(const std::string& title);

/// "Verslag buurtpreventie [Verslag]. (2025, 21 januari). Praktijkbank." Without an author the title comes first;
/// "z.d." without a year.
std::string apa_source(const Excerpt& excerpt);
/// "(‘Verslag buurtpreventie’, 2025, onder ‘Ervaringen’)": for in the text.
std::string apa_in_text(const Excerpt& excerpt);
/// "‘Verslag buurtpreventie’ (verslag van 21 januari 2025), Praktijkbank, onder ‘Ervaringen’, passage p-3f9a1c".
std::string legal_footnote(const Excerpt& excerpt);

}  // namespace search
