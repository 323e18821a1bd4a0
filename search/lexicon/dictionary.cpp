#include "search/lexicon/dictionary.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "search/word_lists/hunspell.h"

namespace search {
namespace {

using namespace std::string_view_literals;

struct PluralFlag {
  std::string_view flag;
  PluralClass plural;
};
constexpr std::array kPluralFlags = {
    PluralFlag{"Za", kPluralS},         PluralFlag{"Zc", kPluralS},        PluralFlag{"Zb", kPluralEn},
    PluralFlag{"Ze", kPluralDoubled},   PluralFlag{"Zf", kPluralOpen},     PluralFlag{"Zh", kPluralVoiced},
    PluralFlag{"Zi", kPluralN},         PluralFlag{"Zj", kPluralN},        PluralFlag{"Zd", kPluralHeden},
    PluralFlag{"Zx", kPluralClassical}, PluralFlag{"Zu", kPluralClassical}};

bool has_any(const Headword& headword, std::initializer_list<std::string_view> flags) {
  return std::ranges::any_of(flags, [&](std::string_view flag) { return headword.has(flag); });
}

bool begins_with_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 'A' && first <= 'Z') || word.starts_with("\u0132") ||  // Ĳ
         (first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) <= 0x9E);
}

WordClass classify(const Headword& headword) {
  const bool capital = begins_with_capital(headword.written);
  if (capital && (headword.has_class('G') || has_any(headword, {"PN", "PI", "PJ", "PK"}))) return {.kinds = kName};
  WordClass word;
  const bool inflects = std::ranges::any_of(headword.flags, [](const auto& flag) {
    return (flag.front() == 'Z' || flag.front() == 'Y') && flag != "Zk" && flag != "Zm";
  });
  if (inflects || has_any(headword, {"S1", "S2"})) {
    word.kinds |= kNoun;
    for (const auto& [flag, plural] : kPluralFlags)
      if (headword.has(flag)) word.plurals |= plural;
  } else if (!headword.has_class('V') && !headword.has_class('A')) {
    if (has_any(headword, {"Cc", "Ch", "Cd"}))
      word.kinds |= kMassNoun;
    else if (has_any(headword, {"CA", "CB", "Ca", "Ce"}))
      word.kinds |= kCombining;
  }
  if (headword.has("Vi")) word.kinds |= kInfinitive;
  if (headword.has("V3")) word.kinds |= kVerbStem;
  if (headword.has("Ve")) word.kinds |= kParticiple;
  if (!capital && headword.has_class('A')) word.kinds |= kAdjective;
  if (word.kinds == 0) word.kinds = kUnclassified;
  return word;
}

void merge(Dictionary& words, const std::string& word, WordClass found) {
  auto& known = words[word];
  known.kinds |= found.kinds;
  known.plurals |= found.plurals;
}

struct VerbPrefix {
  std::string flag, prefix;
};

/// Separable verbs that hunspell makes of a verb.
std::vector<VerbPrefix> read_verb_prefixes(std::istream& affixes) {
  std::vector<VerbPrefix> prefixes;
  for (auto& affix : read_affixes(affixes)) {
    if (!affix.is_prefix || !affix.flag.starts_with('P') || affix.strip != "0") continue;
    if (auto prefix = folded_word(affix.append); !prefix.empty())
      prefixes.push_back({std::move(affix.flag), std::move(prefix)});
  }
  return prefixes;
}

/// A word that the spelling dictionary makes by composition ("werkgelegenheid"), recognised by its suffix.
bool looks_like_noun(std::string_view word) {
  return std::ranges::any_of(std::array{"heid"sv, "ing"sv, "schap"sv, "teit"sv, "isme"sv, "erij"sv},
                             [&](auto suffix) { return word.size() >= suffix.size() + 3 && word.ends_with(suffix); });
}

}  // namespace

void read_spelling_dictionary(std::istream& dictionary, std::istream& affixes, Dictionary& words) {
  const auto prefixes = read_verb_prefixes(affixes);
  read_headwords(dictionary, [&](const Headword& headword) {
    const auto found = classify(headword);
    merge(words, headword.word, found);
    const auto verb = static_cast<std::uint16_t>(found.kinds & (kInfinitive | kVerbStem));
    if (verb == 0) return;
    for (const auto& [flag, prefix] : prefixes)
      if (headword.has(flag)) merge(words, prefix + headword.word, {.kinds = verb});
  });
  // Adjectives and participles that end compounds are listed once more for that; it makes no nouns of them.
  for (auto& [word, known] : words)
    if (known.is(kAdjective | kParticiple) && !known.is(kNoun)) known.kinds &= static_cast<std::uint16_t>(~kMassNoun);
}

void read_word_list(std::istream& list, Dictionary& words) {
  for (std::string line; std::getline(list, line);) {
    const auto word = folded_word(line);
    if (word.empty() || words.contains(word)) continue;
    const bool noun = !begins_with_capital(line) && looks_like_noun(word);
    words[word].kinds = noun ? kMassNoun : kInflected;
  }
}

}  // namespace search
