#include "search/analysis/nouns.h"

#include <algorithm>
#include <array>

#include "search/analysis/linking.h"

namespace search {
namespace {

using namespace std::string_view_literals;

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
char devoiced(char c) { return c == 'v' ? 'f' : c == 'z' ? 's' : c; }
char voiced(char c) { return c == 'f' ? 'v' : c == 's' ? 'z' : c; }

constexpr std::array kErPlurals = {"been"sv, "blad"sv, "ei"sv,  "gelid"sv, "gemoed"sv, "goed"sv, "hoen"sv,
                                   "kalf"sv, "kind"sv, "lam"sv, "lied"sv,  "rad"sv,    "rund"sv, "volk"sv};

struct Irregular {
  std::string_view plural, singular;
};
/// Plurals with another vowel.
constexpr std::array kIrregulars = {
    Irregular{"leden", "lid"}, Irregular{"steden", "stad"}, Irregular{"schepen", "schip"}, Irregular{"smeden", "smid"},
    Irregular{"eieren", "ei"}, Irregular{"koeien", "koe"},  Irregular{"vlooien", "vlo"}};

std::string_view irregular_singular(std::string_view word) {
  const auto found = std::ranges::find(kIrregulars, word, &Irregular::plural);
  return found == kIrregulars.end() ? std::string_view{} : found->singular;
}

std::string cut(std::string_view word, std::size_t last, std::string_view ending = {}) {
  return std::string(word.substr(0, word.size() - std::min(last, word.size()))) += ending;
}

/// "kom": in a plural its last consonant would be doubled.
bool is_short_stem(std::string_view noun) {
  const auto size = noun.size();
  return size >= 2 && size <= 4 && !is_vowel(noun[size - 1]) && is_vowel(noun[size - 2]) &&
         (size == 2 || !is_vowel(noun[size - 3]));
}

/// Whether the noun, by its plural class, makes this plural; nouns of unknown class make any.
bool makes_plural(std::string_view noun, WordClass known, std::string_view plural) {
  if (known.plurals == 0 || noun.size() < 3) return true;
  const char last = noun.back();
  const auto has = [&](PluralClass c) { return (known.plurals & c) != 0; };
  return (has(kPluralS) && plural == cut(noun, 0, "s")) || (has(kPluralEn) && plural == cut(noun, 0, "en")) ||
         (has(kPluralDoubled) && (plural == cut(noun, 0) + last + "en" || plural == cut(noun, 1, "zen"))) ||
         (has(kPluralN) && plural == cut(noun, 0, "n")) || (has(kPluralHeden) && plural == cut(noun, 4, "heden")) ||
         (has(kPluralVoiced) && plural == cut(noun, 1) + voiced(last) + "en") ||
         (has(kPluralOpen) && plural == cut(noun, 2) + voiced(last) + "en") ||
         (has(kPluralClassical) && (plural == cut(noun, 2, "a") || plural == cut(noun, 2, "i"))) ||
         (has_er_plural(noun) && plural == cut(noun, 0, "eren"));
}

void add_diminutive_bases(std::string_view word, std::vector<std::string>& bases) {
  const auto singular = word.ends_with("jes") ? word.substr(0, word.size() - 1) : word;
  if (!singular.ends_with("je") || singular.size() < 5) return;
  const auto stem = singular.substr(0, singular.size() - 2);
  const auto at = [&](std::size_t from_end) { return stem.size() < from_end ? '\0' : stem[stem.size() - from_end]; };
  bases.emplace_back(stem);  // huisje
  if (at(1) == 't') {
    if (is_vowel(at(2)) && at(2) == at(3)) bases.push_back(cut(stem, 2));                                   // autootje
    if (is_vowel(at(2)) || "lnrwj"sv.find(at(2)) != std::string_view::npos) bases.push_back(cut(stem, 1));  // tuintje
    if (at(2) == 'e') {
      bases.push_back(cut(stem, 2));                      // dingetje
      if (at(3) == at(4)) bases.push_back(cut(stem, 3));  // balletje
    }
  }
  if (stem.ends_with("mp")) bases.push_back(cut(stem, 1));       // boompje
  if (stem.ends_with("nk")) bases.push_back(cut(stem, 1, "g"));  // koninkje
}

std::vector<std::string> adjective_lemmas(std::string_view word, const WordClasses& classes) {
  constexpr auto kinds = kAdjective | kParticiple;
  if (classes(word).is(kinds)) return {std::string(word)};
  if (!word.ends_with('e')) return {};
  auto bases = singular_spellings(word.substr(0, word.size() - 1));
  for (auto base = bases.rbegin(); base != bases.rend(); ++base)
    if (classes(*base).is(kinds)) return {std::move(*base)};
  return {};
}

/// Nouns that strong verbs make by another vowel, or with -st or -t: what they mean with a particle is the verb's
/// (aankomst, voorschrift). A closed class.
constexpr std::array kAblautNouns = {"bod"sv,   "dracht"sv, "drang"sv,  "gang"sv,    "gave"sv,   "gift"sv,
                                     "komst"sv, "name"sv,   "schot"sv,  "schrift"sv, "spraak"sv, "sprong"sv,
                                     "stand"sv, "tocht"sv,  "vangst"sv, "voer"sv,    "worp"sv,   "zicht"sv};

/// Whether a particle precedes a rest that passes the test.
bool particle_and(std::string_view word, const auto& test) {
  for (std::size_t letters = 2; letters + 2 < word.size(); ++letters)
    if (is_particle(word.substr(0, letters)) && test(word.substr(letters))) return true;
  return false;
}

/// Whether the word is a verb's infinitive with its -en replaced by the suffix.
bool derives_from_infinitive(std::string_view word, std::string_view suffix, const WordClasses& classes,
                             std::uint16_t kinds = kInfinitive) {
  return word.ends_with(suffix) && word.size() > suffix.size() + 2 && classes(cut(word, suffix.size(), "en")).is(kinds);
}

std::vector<std::string> unlisted_deverbals(std::string_view word, const WordClasses& classes) {
  for (const auto inflection : {""sv, "s"sv, "en"sv, "tje"sv, "tjes"sv}) {
    if (!word.ends_with(inflection)) continue;
    const auto base = word.substr(0, word.size() - inflection.size());
    for (const auto suffix : {"ing"sv, "er"sv, "erij"sv})
      if (derives_from_infinitive(base, suffix, classes)) return {std::string(base)};
  }
  return {};
}

}  // namespace

bool has_er_plural(std::string_view noun) { return std::ranges::find(kErPlurals, noun) != kErPlurals.end(); }

std::vector<std::string> singular_spellings(std::string_view stem) {
  std::vector<std::string> spellings{std::string(stem)};
  if (stem.size() < 2) return spellings;
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last)) spellings.push_back(cut(stem, 1));  // bussen → bus
  std::string plain = cut(stem, 1) + devoiced(last);
  if (plain != stem) spellings.push_back(plain);  // brieven → brief, lenzen → lens
  // An open syllable writes its long vowel once: scholen → school, straten → straat, graven → graaf.
  if (!is_vowel(last) && is_vowel(before) && before != 'i' && before != 'y' &&
      (stem.size() < 3 || !is_vowel(stem[stem.size() - 3]))) {
    plain.insert(plain.size() - 1, 1, before);
    spellings.push_back(std::move(plain));
  }
  return spellings;
}

std::vector<std::string> noun_lemmas(std::string_view word, const WordClasses& classes) {
  if (word.size() < 3) return {};
  if (const auto singular = irregular_singular(word); !singular.empty()) return {std::string(singular)};
  std::vector<std::string> bases;
  if (word.ends_with("heden")) bases.push_back(cut(word, 5, "heid"));
  if (word.ends_with("eren") && has_er_plural(word.substr(0, word.size() - 4))) bases.push_back(cut(word, 4));
  if (word.ends_with("en")) {
    auto spellings = singular_spellings(word.substr(0, word.size() - 2));
    // zaken is of zaak, not of zak: a noun known to make its plural so leaves no room for the short vowel.
    if (spellings.back().size() > word.size() - 2 && (classes(spellings.back()).plurals & kPluralOpen) != 0)
      bases.push_back(std::move(spellings.back()));
    else
      std::ranges::move(spellings, std::back_inserter(bases));
    bases.push_back(cut(word, 1));
  }
  if (word.ends_with('s')) bases.push_back(cut(word, 1));
  if (word.ends_with('a')) bases.push_back(cut(word, 1, "um"));
  if (word.ends_with('i')) bases.push_back(cut(word, 1, "us"));
  add_diminutive_bases(word, bases);

  std::vector<std::string> fitting, others;
  const bool diminutive = word.ends_with("je") || word.ends_with("jes");
  for (auto& base : bases) {
    const auto known = classes(base);
    if (!known.is(kAnyNoun) ||
        (known.plurals != 0 && is_short_stem(base) && word == base + "en" && !makes_plural(base, known, word)))
      continue;
    auto& list = diminutive || makes_plural(base, known, word) ? fitting : others;
    if (std::ranges::find(list, base) == list.end()) list.push_back(std::move(base));
  }
  return fitting.empty() ? others : fitting;
}

std::vector<std::string> head_lemmas(std::string_view word, const WordClasses& classes) {
  const auto known = classes(word);
  if (const auto singular = irregular_singular(word); !singular.empty()) {
    std::vector<std::string> lemmas{std::string(singular)};
    if (known.is(kNoun)) lemmas.emplace_back(word);  // schepen: ships, or an alderman
    return lemmas;
  }
  if (known.is(kNoun)) return {std::string(word)};
  if (auto lemmas = noun_lemmas(word, classes); !lemmas.empty()) return lemmas;
  if (known.is(kMassNoun)) return {std::string(word)};
  if (auto lemmas = adjective_lemmas(word, classes); !lemmas.empty()) return lemmas;
  if (known.is(kUnclassified) && !known.is(kInfinitive | kVerbStem)) return {std::string(word)};
  return unlisted_deverbals(word, classes);
}

bool is_deverbal(std::string_view word, const WordClasses& classes) {
  if (derives_from_infinitive(word, "ing", classes)) return true;
  // Not every separable verb is listed as a verb ("doorzenden").
  if (particle_and(word, [](std::string_view rest) { return rest.size() > 4; }) &&
      derives_from_infinitive(word, "ing", classes, kUnclassified | kInflected))
    return true;
  if (particle_and(word,
                   [](std::string_view rest) { return std::ranges::find(kAblautNouns, rest) != kAblautNouns.end(); }))
    return true;
  for (const auto suffix : {"er"sv, "aar"sv, "erij"sv})
    if (derives_from_infinitive(word, suffix, classes)) return true;
  for (const auto suffix : {"sel"sv, "ster"sv, "st"sv, "t"sv})
    if (word.ends_with(suffix) && word.size() > suffix.size() + 2 && classes(cut(word, suffix.size())).is(kVerbStem))
      return true;
  return classes(word).is(kVerbStem);
}

bool is_denominal(std::string_view word, const WordClasses& classes) {
  for (const auto suffix : {"heid"sv, "schap"sv, "dom"sv, "te"sv, "isme"sv, "ist"sv, "iteit"sv, "aard"sv, "in"sv,
                            "es"sv, "elijk"sv, "lijk"sv, "ig"sv, "isch"sv, "baar"sv, "loos"sv})
    if (word.ends_with(suffix) && word.size() > suffix.size() + 2)
      for (const auto& base : singular_spellings(word.substr(0, word.size() - suffix.size())))
        if (classes(base).is(kAdjective | kNoun)) return true;
  return false;
}

bool is_derived_beyond_doubt(std::string_view word, const WordClasses& classes) {
  const auto present = word.ends_with('e') ? word.substr(0, word.size() - 1) : word;
  if (present.ends_with("end") && classes(cut(present, 1)).known()) return true;
  return std::ranges::any_of(head_lemmas(word, classes), [&](const std::string& lemma) {
    return lemma.ends_with("heid") && classes(cut(lemma, 4)).is(kAdjective);
  });
}

}  // namespace search
