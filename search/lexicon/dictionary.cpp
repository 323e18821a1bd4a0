#include "search/lexicon/dictionary.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <vector>

#include "corpus/text.h"

namespace search {
namespace {

using namespace std::string_view_literals;

/// Folded; empty for groups of words, abbreviations and what holds anything but letters.
std::string usable(std::string_view written) {
  if (written.empty() || written.find_first_of(" ./") != std::string_view::npos) return {};
  std::string word = corpus::fold(written);
  std::erase_if(word, [](char c) { return c == '\'' || c == '-'; });
  const bool letters = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && word.size() <= 60 ? word : std::string{};
}

struct PluralFlag {
  std::string_view flag;
  PluralClass plural;
};
constexpr std::array kPluralFlags = {
    PluralFlag{"Za", kPluralS},         PluralFlag{"Zc", kPluralS},        PluralFlag{"Zb", kPluralEn},
    PluralFlag{"Ze", kPluralDoubled},   PluralFlag{"Zf", kPluralOpen},     PluralFlag{"Zh", kPluralVoiced},
    PluralFlag{"Zi", kPluralN},         PluralFlag{"Zj", kPluralN},        PluralFlag{"Zd", kPluralHeden},
    PluralFlag{"Zx", kPluralClassical}, PluralFlag{"Zu", kPluralClassical}};

/// Flags are pairs of characters; their meaning is told in the comments of nl.aff.
class Flags {
 public:
  explicit Flags(std::string_view flags) : flags_(flags) {}
  bool has(std::string_view flag) const {
    return any([&](std::string_view f) { return f == flag; });
  }
  bool any_of(std::initializer_list<std::string_view> some) const {
    return std::ranges::any_of(some, [&](std::string_view flag) { return has(flag); });
  }
  bool any(const auto& test) const {
    for (std::size_t at = 0; at + 2 <= flags_.size(); at += 2)
      if (test(flags_.substr(at, 2))) return true;
    return false;
  }
  bool empty() const { return flags_.empty(); }

 private:
  std::string_view flags_;
};

bool begins_with_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 'A' && first <= 'Z') || word.starts_with("\u0132") ||  // Ĳ
         (first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) <= 0x9E);
}

WordClass classify(std::string_view written, const Flags& flags) {
  const bool capital = begins_with_capital(written);
  if (capital && (flags.any([](auto f) { return f.front() == 'G'; }) || flags.any_of({"PN", "PI", "PJ", "PK"})))
    return {.kinds = kName};
  WordClass word;
  const auto verb_or_adjective = flags.any([](auto f) { return f.front() == 'V' || f.front() == 'A'; });
  if (flags.any([](auto f) { return (f.front() == 'Z' || f.front() == 'Y') && f != "Zk" && f != "Zm"; }) ||
      flags.any_of({"S1", "S2"})) {
    word.kinds |= kNoun;
    for (const auto& [flag, plural] : kPluralFlags)
      if (flags.has(flag)) word.plurals |= plural;
  } else if (!verb_or_adjective) {
    if (flags.any_of({"Cc", "Ch", "Cd"}))
      word.kinds |= kMassNoun;
    else if (flags.any_of({"CA", "CB", "Ca", "Ce"}))
      word.kinds |= kCombining;
  }
  if (flags.has("Vi")) word.kinds |= kInfinitive;
  if (flags.has("V3")) word.kinds |= kVerbStem;
  if (flags.has("Ve")) word.kinds |= kParticiple;
  if (!capital && flags.any([](auto f) { return f.front() == 'A'; })) word.kinds |= kAdjective;
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

/// Lines as "PFX Pb 0 aan .": separable verbs that hunspell makes of a verb.
std::vector<VerbPrefix> read_verb_prefixes(std::istream& affixes) {
  std::vector<VerbPrefix> prefixes;
  for (std::string line; std::getline(affixes, line);) {
    std::istringstream in(line);
    std::string kind, flag, strip, prefix;
    if (!(in >> kind >> flag >> strip >> prefix) || kind != "PFX" || !flag.starts_with('P') || strip != "0") continue;
    if (prefix = usable(prefix); !prefix.empty()) prefixes.push_back({flag, prefix});
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
  std::string line;
  std::getline(dictionary, line);  // the number of words
  while (std::getline(dictionary, line)) {
    const std::string_view entry = std::string_view(line).substr(0, line.find_first_of("\t\r"));
    const auto slash = entry.find('/');
    const Flags flags(slash == std::string_view::npos ? std::string_view{} : entry.substr(slash + 1));
    if (flags.has("Fw")) continue;  // a wrong spelling
    const auto word = usable(entry.substr(0, slash));
    if (word.empty()) continue;
    const auto found = classify(entry, flags);
    merge(words, word, found);
    const auto verb = static_cast<std::uint16_t>(found.kinds & (kInfinitive | kVerbStem));
    if (verb == 0) continue;
    for (const auto& [flag, prefix] : prefixes)
      if (flags.has(flag)) merge(words, prefix + word, {.kinds = verb});
  }
  // Adjectives and participles that end compounds are listed once more for that; it makes no nouns of them.
  for (auto& [word, known] : words)
    if (known.is(kAdjective | kParticiple) && !known.is(kNoun)) known.kinds &= static_cast<std::uint16_t>(~kMassNoun);
}

void read_word_list(std::istream& list, Dictionary& words) {
  for (std::string line; std::getline(list, line);) {
    const auto word = usable(line);
    if (word.empty() || words.contains(word)) continue;
    const bool noun = !begins_with_capital(line) && looks_like_noun(word);
    words[word].kinds = noun ? kMassNoun : kInflected;
  }
}

}  // namespace search
