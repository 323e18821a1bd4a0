// How Dutch joins the parts of a compound: linking sounds and the spelling changes they bring.
//
// Linking sounds ∅, s, e, en, er (Booij, "The Morphology of Dutch", 2002, chapter 4); the plural spelling before en and
// e is undone: boeren → boer, scholen → school, brieven → brief, bussen → bus. Pure functions; thread-safe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon/word_class.h"

namespace search {

/// Parts shorter than this are never words of their own inside a compound; "ei" alone is.
inline constexpr std::size_t kShortestPart = 3;

enum class Link : std::uint8_t { kNone, kS, kE, kEn, kN, kEr, kAdjectiveEn, kDiminutive };
LinkKind kind_of(Link link);

struct Modifier {
  std::string lemma;
  Link link = Link::kNone;
};

/// The words a modifier may stand for: "boeren" → boer; "scholen" → school; "vrouwtjes" → vrouw. Only words of
/// the lexicon that may stand there.
std::vector<Modifier> modifiers_of(std::string_view written, const WordClasses& classes);

/// Adverbs and prepositions that make separable verbs: aan, uit, over … As first part they seldom make a compound.
bool is_particle(std::string_view word);
/// First parts that are no words of their own: mini, anti, oer …
bool is_combining_prefix(std::string_view word);
/// Inflections and suffixes that look like words: "ster", "lijk", "rijk".
bool is_suffix(std::string_view word);
/// Prefixes and function words that look like a first part: "ver", "ont", "der".
bool is_prefix(std::string_view word);

}  // namespace search
