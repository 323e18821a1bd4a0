// The documents behind excerpts as references for other programs: CSL-JSON, RIS and BibTeX, one entry a document.
//
// Every value is escaped for its form: a title can't end an entry or begin another. `site` as in excerpt_url().
// Pure functions; thread-safe.
#pragma once
#include <span>
#include <string>

#include "search/excerpts/excerpt.h"

namespace search {

std::string to_csl_json(std::span<const Excerpt> excerpts, const std::string& site);
std::string to_ris(std::span<const Excerpt> excerpts, const std::string& site);
/// UTF-8, as biber and BibTeX of today read it.
std::string to_bibtex(std::span<const Excerpt> excerpts, const std::string& site);

}  // namespace search
