// Which passages of a document introduce a theme, tell an experience or conclude something: by the heading they stand
// under and the kind of the document. Pure functions; thread-safe.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "search/excerpts/excerpt.h"

namespace search {

/// `opening`: how a document begins, for where nothing introduces.
enum class BookRole { introduction, opening, experience, conclusion };

/// Passages of a document for a role, in its order, without those too short to say something.
std::vector<Excerpt> passages_for(const corpus::Document& document, BookRole role,
                                  const corpus::Vocabulary& vocabulary);

/// The passage that names a solution: where it was found, else the first that holds one of its labels; nullopt when
/// only metadata names it.
std::optional<Excerpt> passage_naming(const corpus::Document& document, const corpus::Value& solution,
                                      const corpus::Vocabulary& vocabulary);

}  // namespace search
