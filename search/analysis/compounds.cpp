#include "search/analysis/compounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "search/analysis/linking.h"

namespace search {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestWord = 60;  // bytes; longer ones are chemical names or codes
constexpr std::size_t kMostParts = 4;

/// Evidence for a part: log2 of how many words of the lexicon it begins (or ends), plus its length, since long words do
/// not occur by accident. The mean over the parts must reach kLeastScore, and exceed the evidence for the whole word as
/// a building block itself ("bedrijf" makes hundreds of words; that tells that it is no bed|rijf).
constexpr double kLeastEvidence = 2.6;  // of each part
constexpr double kLeastScore = 5.2;
constexpr double kPerLetter = 0.45, kMostLetters = 9;
constexpr double kShortPenalty = 1.5;  // for a part of three letters
constexpr double kPartPenalty = 1.6;   // for each part beyond two
constexpr double kWholeShare = 0.9;    // how much the whole word's own evidence weighs
constexpr double kLinkBonus = 0.7;  // for undoing a linking sound where both forms are words: levens|loop → leven|loop

/// Prefixes and particles: words too, but what follows them makes a derivation or a separable verb, not a compound.
constexpr auto kPrefixes = [] {
  std::array words = {
      "aan"sv,   "aaneen"sv, "achter"sv, "af"sv,    "anti"sv,   "bij"sv,  "bijeen"sv, "binnen"sv, "boven"sv, "buiten"sv,
      "con"sv,   "daar"sv,   "des"sv,    "dis"sv,   "door"sv,   "eer"sv,  "een"sv,    "ere"sv,    "her"sv,   "heen"sv,
      "hier"sv,  "ineen"sv,  "inter"sv,  "los"sv,   "mede"sv,   "mee"sv,  "mis"sv,    "naar"sv,   "neer"sv,  "niet"sv,
      "omver"sv, "ont"sv,    "onder"sv,  "over"sv,  "pre"sv,    "pro"sv,  "rond"sv,   "samen"sv,  "sub"sv,   "super"sv,
      "tegen"sv, "terug"sv,  "toe"sv,    "trans"sv, "tussen"sv, "uit"sv,  "uiteen"sv, "van"sv,    "vast"sv,  "ver"sv,
      "vol"sv,   "voor"sv,   "voort"sv,  "waar"sv,  "weder"sv,  "weer"sv, "weg"sv,    "wel"sv,    "onaan"sv, "ex"sv};
  std::ranges::sort(words);
  return words;
}();

/// Suffixes that are words too, and inflections that look like one.
constexpr auto kSuffixes = [] {
  std::array words = {
      "aal"sv,   "aar"sv,   "aars"sv,   "achtig"sv,  "achtige"sv,  "ale"sv,      "ant"sv,  "ante"sv,  "baar"sv,
      "bare"sv,  "dan"sv,   "den"sv,    "der"sv,     "dom"sv,      "eel"sv,      "eerd"sv, "eerde"sv, "eind"sv,
      "elen"sv,  "ende"sv,  "ens"sv,    "eren"sv,    "erig"sv,     "erij"sv,     "ers"sv,  "heden"sv, "heid"sv,
      "iek"sv,   "ief"sv,   "ier"sv,    "ieve"sv,    "ing"sv,      "ingen"sv,    "isme"sv, "ist"sv,   "isten"sv,
      "lijk"sv,  "lijke"sv, "lijks"sv,  "ling"sv,    "lingen"sv,   "loos"sv,     "loze"sv, "matig"sv, "matige"sv,
      "nis"sv,   "rijk"sv,  "rijke"sv,  "schap"sv,   "schappen"sv, "sel"sv,      "sels"sv, "ste"sv,   "ster"sv,
      "sters"sv, "teit"sv,  "ten"sv,    "ter"sv,     "tie"sv,      "ties"sv,     "tig"sv,  "tjes"sv,  "tor"sv,
      "vol"sv,   "volle"sv, "voudig"sv, "voudige"sv, "waardig"sv,  "waardige"sv, "zaam"sv, "zame"sv,  "tal"sv,
      "pen"sv,   "ren"sv,   "sen"sv,    "ven"sv,     "ken"sv,      "len"sv,      "men"sv,  "nen"sv,   "gen"sv,
      "eer"sv,   "ent"sv,   "enten"sv,  "age"sv,     "ages"sv,     "oom"sv,      "ons"sv,  "aan"sv,   "uit"sv,
      "toe"sv,   "weg"sv,   "rie"sv,    "erd"sv,     "ten"sv,      "pje"sv,      "pjes"sv, "tje"sv};
  std::ranges::sort(words);
  return words;
}();

bool is_prefix(std::string_view word) { return std::ranges::binary_search(kPrefixes, word); }
bool is_suffix(std::string_view word) { return std::ranges::binary_search(kSuffixes, word); }

double evidence(std::uint32_t count, std::size_t length) {
  return std::log2(1.0 + count) + kPerLetter * std::min(static_cast<double>(length), kMostLetters) -
         (length <= kShortestPart ? kShortPenalty : 0);
}

struct Split {
  std::vector<std::string> parts;
  double sum = 0;  // of the parts' productivities
  double score() const {
    return sum / static_cast<double>(parts.size()) - kPartPenalty * static_cast<double>(parts.size() - 2);
  }
};

class Splitter {
 public:
  explicit Splitter(const Lexicon& lexicon) : lexicon_(lexicon) {}

  std::optional<Split> best(std::string_view word) {
    extend(word, {});
    return std::move(best_);
  }

 private:
  void extend(std::string_view rest, const Split& before) {
    if (!before.parts.empty())
      if (const auto head = lexicon_.find(rest); head && !is_suffix(rest)) {
        const auto value = evidence(head->as_head, rest.size());
        Split whole = before;
        whole.parts.emplace_back(rest);
        whole.sum += value;
        if (value >= kLeastEvidence && (!best_ || whole.score() > best_->score())) best_ = std::move(whole);
      }
    if (before.parts.size() + 2 > kMostParts) return;
    for (auto at = kShortestPart; at + kShortestPart <= rest.size(); ++at) {
      const auto written = rest.substr(0, at);
      for (const auto& modifier : modifiers_of(written, [&](std::string_view w) { return lexicon_.contains(w); })) {
        if (is_prefix(modifier) || (!before.parts.empty() && is_suffix(modifier))) continue;
        const auto value = evidence(lexicon_.find(modifier)->as_modifier, at) + (modifier != written ? kLinkBonus : 0);
        if (value < kLeastEvidence) continue;
        Split longer = before;
        longer.parts.push_back(modifier);
        longer.sum += value;
        extend(rest.substr(at), longer);
      }
    }
  }

  const Lexicon& lexicon_;
  std::optional<Split> best_;
};

/// The form whose parts we look for: a plural's singular, a diminutive's base, when the lexicon has it.
std::vector<std::string> base_forms(std::string_view word, const Lexicon& lexicon) {
  std::vector<std::string> bases;
  const auto known = [&](std::string_view w) { return lexicon.contains(w); };
  for (auto& base : modifiers_of(word, known))
    if (base != word) bases.push_back(std::move(base));
  for (std::string_view ending : {"tje", "tjes", "je", "jes", "pje", "pjes"})
    if (word.size() > ending.size() + kShortestPart && word.ends_with(ending))
      if (const auto base = word.substr(0, word.size() - ending.size()); known(base)) bases.emplace_back(base);
  return bases;
}

/// "handeling" from "handelen", "bestuurlijk" from "bestuur": a derivation, whatever words its letters hold.
bool is_derived(std::string_view word, const Lexicon& lexicon) {
  const auto derives = [&](std::string_view suffix, const char* base_ending) {
    if (word.size() < suffix.size() + 3 || !word.ends_with(suffix)) return false;
    return lexicon.contains(std::string(word.substr(0, word.size() - suffix.size())) + base_ending);
  };
  for (std::string_view suffix : {"ing", "ingen", "er", "ers", "ster", "sters", "aar", "aars"})
    if (derives(suffix, "en")) return true;
  for (std::string_view suffix : {"lijk", "lijke", "heid", "heden", "baar", "bare", "loos", "loze", "zaam", "schap",
                                  "schappen", "isch", "ische", "erij", "erijen"})
    if (derives(suffix, "")) return true;
  return false;
}

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const Lexicon& lexicon) {
  if (word.size() < 2 * kShortestPart || word.size() > kLongestWord) return {};
  for (char c : word)
    if (c < 'a' || c > 'z') return {};
  if (is_derived(word, lexicon)) return {};
  auto split = Splitter(lexicon).best(word);
  if (!split || split->score() < kLeastScore) return {};
  const auto as_whole = [&](std::string_view form) {
    const auto entry = lexicon.find(form);
    return entry ? evidence(entry->as_modifier + entry->as_head, form.size()) : 0.0;
  };
  double whole = as_whole(word);
  for (const auto& base : base_forms(word, lexicon)) {
    whole = std::max(whole, as_whole(base));
    if (is_derived(base, lexicon)) return {};
  }
  if (split->score() <= kWholeShare * whole) return {};
  return std::move(split->parts);
}

}  // namespace search
