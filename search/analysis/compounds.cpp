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

/// A part must begin (or end) at least so many words of the lexicon, else it is an accident of spelling.
constexpr std::uint32_t kLeastModifier = 3, kLeastHead = 3;
/// log2 of the geometric mean that a split must reach; short parts need more, since short words occur by accident.
constexpr double kLeastScore = 3.0;
constexpr double kShortPenalty = 2.0;  // for a part of three letters
constexpr double kPartPenalty = 1.0;   // for each part beyond two

/// Prefixes and particles: words too, but what follows them makes a derivation or a separable verb, not a compound.
constexpr auto kPrefixes = [] {
  std::array words = {"aan"sv,   "aaneen"sv, "achter"sv, "af"sv,    "anti"sv,  "bij"sv,   "bijeen"sv, "binnen"sv, "boven"sv,
                      "buiten"sv, "con"sv,    "daar"sv,   "des"sv,   "dis"sv,   "door"sv,  "eer"sv,    "een"sv,    "ere"sv,
                      "her"sv,   "heen"sv,   "hier"sv,   "ineen"sv, "inter"sv, "los"sv,   "mede"sv,   "mee"sv,    "mis"sv,
                      "naar"sv,  "neer"sv,   "niet"sv,   "omver"sv, "ont"sv,   "onder"sv, "over"sv,   "pre"sv,    "pro"sv,
                      "rond"sv,  "samen"sv,  "sub"sv,    "super"sv, "tegen"sv, "terug"sv, "toe"sv,    "trans"sv,  "tussen"sv,
                      "uit"sv,   "uiteen"sv, "van"sv,    "vast"sv,  "ver"sv,   "vol"sv,   "voor"sv,   "voort"sv,  "waar"sv,
                      "weder"sv, "weer"sv,   "weg"sv,    "wel"sv,   "onaan"sv, "ex"sv};
  std::ranges::sort(words);
  return words;
}();

/// Suffixes that are words too, and inflections that look like one.
constexpr auto kSuffixes = [] {
  std::array words = {"aal"sv,    "aar"sv,   "aars"sv,    "achtig"sv,  "achtige"sv, "ale"sv,     "ant"sv,     "ante"sv,   "baar"sv,
                      "bare"sv,   "dan"sv,   "den"sv,     "der"sv,     "dom"sv,     "eel"sv,     "eerd"sv,    "eerde"sv,  "eind"sv,
                      "elen"sv,   "ende"sv,  "ens"sv,     "eren"sv,    "erig"sv,    "erij"sv,    "ers"sv,     "heden"sv,  "heid"sv,
                      "iek"sv,    "ief"sv,   "ier"sv,     "ieve"sv,    "ing"sv,     "ingen"sv,   "isme"sv,    "ist"sv,    "isten"sv,
                      "lijk"sv,   "lijke"sv, "lijks"sv,   "ling"sv,    "lingen"sv,  "loos"sv,    "loze"sv,    "matig"sv,  "matige"sv,
                      "nis"sv,    "rijk"sv,  "rijke"sv,   "schap"sv,   "schappen"sv, "sel"sv,    "sels"sv,    "ste"sv,    "ster"sv,
                      "sters"sv,  "teit"sv,  "ten"sv,     "ter"sv,     "tie"sv,     "ties"sv,    "tig"sv,     "tjes"sv,   "tor"sv,
                      "vol"sv,    "volle"sv, "voudig"sv,  "voudige"sv, "waardig"sv, "waardige"sv, "zaam"sv,   "zame"sv,   "tal"sv,
                      "pen"sv,    "ren"sv,   "sen"sv,     "ven"sv,     "ken"sv,     "len"sv,     "men"sv,     "nen"sv,    "gen"sv,
                      "eer"sv,    "ent"sv,   "enten"sv,   "age"sv,     "ages"sv,    "oom"sv,     "ons"sv,     "aan"sv,    "uit"sv,
                      "toe"sv,    "weg"sv,   "rie"sv,     "erd"sv,     "ten"sv,     "pje"sv,     "pjes"sv,    "tje"sv};
  std::ranges::sort(words);
  return words;
}();

bool is_prefix(std::string_view word) { return std::ranges::binary_search(kPrefixes, word); }
bool is_suffix(std::string_view word) { return std::ranges::binary_search(kSuffixes, word); }

double productivity(std::uint32_t count, std::size_t length) {
  return std::log2(1.0 + count) - (length <= kShortestPart ? kShortPenalty : 0);
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
      if (const auto head = lexicon_.find(rest); head && head->as_head >= kLeastHead && !is_suffix(rest)) {
        Split whole = before;
        whole.parts.emplace_back(rest);
        whole.sum += productivity(head->as_head, rest.size());
        if (!best_ || whole.score() > best_->score()) best_ = std::move(whole);
      }
    if (before.parts.size() + 2 > kMostParts) return;
    for (auto at = kShortestPart; at + kShortestPart <= rest.size(); ++at) {
      const auto modifiers = modifiers_of(rest.substr(0, at), [&](std::string_view w) { return lexicon_.contains(w); });
      for (const auto& modifier : modifiers) {
        const auto entry = lexicon_.find(modifier);
        if (entry->as_modifier < kLeastModifier || is_prefix(modifier) || (!before.parts.empty() && is_suffix(modifier))) continue;
        Split longer = before;
        longer.parts.push_back(modifier);
        longer.sum += productivity(entry->as_modifier, modifier.size());
        extend(rest.substr(at), longer);
      }
    }
  }

  const Lexicon& lexicon_;
  std::optional<Split> best_;
};

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const Lexicon& lexicon) {
  if (word.size() < 2 * kShortestPart || word.size() > kLongestWord) return {};
  for (char c : word)
    if (c < 'a' || c > 'z') return {};
  auto split = Splitter(lexicon).best(word);
  if (!split || split->score() < kLeastScore) return {};
  return std::move(split->parts);
}

}  // namespace search
