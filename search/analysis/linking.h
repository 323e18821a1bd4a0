// How Dutch joins the parts of a compound: linking sounds and the spelling changes they bring.
//
// Linking sounds ∅, s, e, en, er (Booij, "The Morphology of Dutch", 2002, chapter 4); the plural spelling before en and
// e is undone: boeren → boer, scholen → school, brieven → brief, bussen → bus. Pure functions; thread-safe.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// Parts shorter than this are never words of their own inside a compound.
inline constexpr std::size_t kShortestPart = 3;

/// The words a modifier may stand for, plainest first: "boeren" → boeren, boer; "scholen" → scholen, school.
/// Only words that `known` accepts.
std::vector<std::string> modifiers_of(std::string_view written, const std::function<bool(std::string_view)>& known);

}  // namespace search
