#include "search/analysis/linking.h"

#include <algorithm>
#include <array>

#include "search/analysis/nouns.h"

namespace search {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
consteval std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
  std::ranges::sort(words);
  return words;
}

constexpr auto kParticles =
    sorted(std::array{"aan"sv,   "aaneen"sv, "achter"sv, "achtereen"sv, "af"sv,     "bij"sv,  "bijeen"sv, "binnen"sv,
                      "boven"sv, "buiten"sv, "door"sv,   "in"sv,        "ineen"sv,  "mee"sv,  "na"sv,     "naar"sv,
                      "neer"sv,  "om"sv,     "omhoog"sv, "onder"sv,     "op"sv,     "open"sv, "over"sv,   "rond"sv,
                      "samen"sv, "tegen"sv,  "terug"sv,  "toe"sv,       "tussen"sv, "uit"sv,  "uiteen"sv, "vast"sv,
                      "vol"sv,   "voor"sv,   "voort"sv,  "weder"sv,     "weer"sv,   "weg"sv});

constexpr auto kCombiningPrefixes = sorted(std::array{
    "aarts"sv,  "aero"sv,    "agro"sv,   "amfi"sv,   "anti"sv,  "astro"sv, "auto"sv,   "bio"sv,   "centi"sv, "contra"sv,
    "eco"sv,    "elektro"sv, "euro"sv,   "foto"sv,   "geo"sv,   "her"sv,   "hetero"sv, "homo"sv,  "hydro"sv, "hyper"sv,
    "inter"sv,  "intra"sv,   "kilo"sv,   "macro"sv,  "mede"sv,  "mega"sv,  "meta"sv,   "micro"sv, "mini"sv,  "mono"sv,
    "multi"sv,  "nano"sv,    "neo"sv,    "niet"sv,   "non"sv,   "oer"sv,   "oud"sv,    "para"sv,  "pico"sv,  "poly"sv,
    "post"sv,   "pre"sv,     "pseudo"sv, "psycho"sv, "radio"sv, "semi"sv,  "socio"sv,  "sub"sv,   "super"sv, "tele"sv,
    "thermo"sv, "trans"sv,   "ultra"sv,  "vice"sv,   "video"sv});

constexpr auto kSuffixes = sorted(std::array{
    "aal"sv,   "aar"sv,         "aard"sv,  "aards"sv, "aars"sv,  "aat"sv,  "achtig"sv, "achtige"sv, "age"sv,
    "ant"sv,   "ase"sv,         "ate"sv,   "aten"sv,  "baar"sv,  "bare"sv, "den"sv,    "der"sv,     "dom"sv,
    "eel"sv,   "elijk"sv,       "end"sv,   "ende"sv,  "enden"sv, "ens"sv,  "ent"sv,    "ere"sv,     "erij"sv,
    "eur"sv,   "gen"sv,         "ger"sv,   "heid"sv,  "ide"sv,   "ief"sv,  "iek"sv,    "ier"sv,     "iet"sv,
    "ine"sv,   "ing"sv,         "isch"sv,  "ische"sv, "isme"sv,  "ist"sv,  "ken"sv,    "ker"sv,     "len"sv,
    "lijk"sv,  "lijke"sv,       "lijks"sv, "ling"sv,  "loos"sv,  "loze"sv, "men"sv,    "nen"sv,     "ner"sv,
    "nis"sv,   "oom"sv,         "oor"sv,   "ose"sv,   "pen"sv,   "per"sv,  "ren"sv,    "rijk"sv,    "rijke"sv,
    "schap"sv, "schappelijk"sv, "sel"sv,   "sen"sv,   "ser"sv,   "sor"sv,  "ster"sv,   "sters"sv,   "teit"sv,
    "ten"sv,   "ter"sv,         "tie"sv,   "tor"sv,   "ven"sv,   "ver"sv,  "zaam"sv,   "zame"sv,    "zen"sv});

constexpr auto kPrefixes =
    sorted(std::array{"als"sv,  "con"sv, "daar"sv, "der"sv, "des"sv,  "dis"sv, "een"sv, "eer"sv, "ens"sv,
                      "heen"sv, "hen"sv, "hier"sv, "hun"sv, "inge"sv, "met"sv, "mis"sv, "ont"sv, "ten"sv,
                      "ter"sv,  "tot"sv, "van"sv,  "ver"sv, "waar"sv, "wan"sv, "wat"sv});

bool in(const auto& words, std::string_view word) { return std::ranges::binary_search(words, word); }

/// Kinds that a first part may be, without a linking sound and with one.
constexpr std::uint16_t kBareModifiers = kAnyNoun | kVerbStem | kAdjective | kCombining | kName | kUnclassified;
constexpr std::uint16_t kTakesS = kAnyNoun | kUnclassified | kName;
constexpr std::size_t kShortestInflected = 6;  // a form is a first part of its own only when it is long enough

}  // namespace

LinkKind kind_of(Link link) {
  return link == Link::kNone ? LinkKind::kNone : link == Link::kS ? LinkKind::kS : LinkKind::kOther;
}

bool is_particle(std::string_view word) { return in(kParticles, word); }
bool is_combining_prefix(std::string_view word) { return in(kCombiningPrefixes, word); }
bool is_suffix(std::string_view word) { return in(kSuffixes, word); }
bool is_prefix(std::string_view word) { return in(kPrefixes, word); }

std::vector<Modifier> modifiers_of(std::string_view written, const WordClasses& classes) {
  if (written == "ei") return {{"ei", Link::kNone}};
  if (written.size() < kShortestPart) return {};
  if (is_particle(written)) return {{std::string(written), Link::kNone}};
  const auto without = [&](std::size_t letters) { return written.substr(0, written.size() - letters); };
  if (written.ends_with('s') && is_particle(without(1))) return {};

  std::vector<Modifier> modifiers;
  const auto add = [&](std::string_view lemma, Link link) {
    if ((lemma.size() < kShortestPart && lemma != "ei") || is_prefix(lemma)) return;
    if (std::ranges::find(modifiers, lemma, &Modifier::lemma) == modifiers.end())
      modifiers.push_back({std::string(lemma), link});
  };
  if (written == "scheeps") add("schip", Link::kEn);
  if (written.ends_with('s')) {
    if (classes(without(1)).is(kTakesS)) add(without(1), Link::kS);
    if (written.ends_with("jes"))
      for (const auto& lemma : noun_lemmas(written, classes)) add(lemma, Link::kDiminutive);
  }
  if (written.ends_with("en")) {
    for (const auto& lemma : noun_lemmas(written, classes)) add(lemma, lemma == without(1) ? Link::kN : Link::kEn);
    for (const auto& lemma : singular_spellings(without(2)))
      if (classes(lemma).is(kAdjective)) add(lemma, Link::kAdjectiveEn);  // blindeninstituut
  } else if (written.ends_with('e')) {
    for (const auto& lemma : singular_spellings(without(1)))
      if (classes(lemma).is(kAnyNoun)) add(lemma, Link::kE);
  }
  if (written.ends_with("er") && has_er_plural(without(2))) add(without(2), Link::kEr);

  // An adjective that is a noun with its linking s ("volks") is that.
  const auto bare = classes(written);
  const bool linked = !modifiers.empty() && modifiers.front().link == Link::kS;
  if (bare.is(kNoun | kVerbStem) || (bare.is(kAdjective) && !linked) ||
      (modifiers.empty() && bare.is(kBareModifiers)) ||
      (modifiers.empty() && bare.is(kInflected) && written.size() >= kShortestInflected))
    add(written, Link::kNone);
  if (modifiers.empty() && is_combining_prefix(written)) add(written, Link::kNone);
  return modifiers;
}

}  // namespace search
