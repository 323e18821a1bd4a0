#include "search/analysis/compounds.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "search/analysis/linking.h"
#include "search/analysis/nouns.h"

namespace search {
namespace {

constexpr std::size_t kLongestWord = 60;  // bytes; longer ones are chemical names or codes
constexpr std::size_t kMostParts = 4;
constexpr std::size_t kMostReadings = 4096;  // a bound on time for words made to cost it

/// For words whose first part the lexicon does not know.
constexpr std::size_t kShortestUnknown = 4, kShortestKnownHead = 5;
constexpr double kCommonHead = 10;

/// Weights of the log-linear model, in nats. Fitted by maximum likelihood with a Gaussian prior; docs/search.md tells
/// how and on what. Evidence is log2(1 + expected number of words that the part begins or ends).
namespace weight {
// A split.
constexpr double kModifier = -0.88;         // for each
constexpr double kFurtherModifier = -1.61;  // for each beyond the first
constexpr double kLeastEvidence = 0.69;     // of the weakest part
constexpr double kMeanModifierEvidence = 0.22;
constexpr double kUnseenHead = -1.58;
constexpr double kLinkPreference = 0.62;  // log2 of the share of this linking sound among the words with this modifier
constexpr double kLinkS = -0.60, kLinkE = -2.58, kLinkEn = 0.90, kLinkN = -0.79, kLinkAdjectiveEn = -0.68;
constexpr double kModifierOf3 = -1.30, kModifierOf4 = -0.70, kHeadOf3 = -0.45, kHeadOf4 = -0.84;  // letters
constexpr double kParticle = -2.87, kCombiningPrefix = -1.79, kVerbModifier = 0.37, kAdjectiveModifier = -0.38,
                 kNameModifier = -0.61, kUnclassifiedModifier = -1.36;                  // against a noun
constexpr double kMassHead = -0.52, kAdjectiveHead = -0.50, kUnclassifiedHead = -2.53;  // against a noun with a plural
constexpr double kInflectedHead = -0.55;
constexpr double kSamePlural = 0.21, kOtherPlural = -1.52;          // head and whole word
constexpr double kParticleDeverbal = -0.52, kParticleVerb = -0.73;  // uit|voering; uitvoeren is a verb
// The word left whole.
constexpr double kWhole = 0.27;
constexpr double kWholeLetter = -0.48, kMostWholeLetters = 14;
constexpr double kWholeEvidence = 1.63;
constexpr double kKnown = 0.89, kKnownPlural = 1.37, kVerbStem = 1.21, kAdjective = 1.0;
constexpr double kDeverbal = 2.86, kDenominal = 1.61;
}  // namespace weight

double evidence(double count) { return std::log2(1 + count); }

struct Part {
  std::string lemma;
  Lexicon::Entry entry;
};

struct ReadModifier : Part {
  std::size_t letters = 0;  // as written
  Link link = Link::kNone;
  bool particle = false;
  double score = 0, evidence = 0;
};

double link_weight(Link link) {
  switch (link) {
    case Link::kS:
      return weight::kLinkS;
    case Link::kE:
      return weight::kLinkE;
    case Link::kEn:
      return weight::kLinkEn;
    case Link::kN:
      return weight::kLinkN;
    case Link::kAdjectiveEn:
      return weight::kLinkAdjectiveEn;
    case Link::kNone:
    case Link::kEr:
    case Link::kDiminutive:
      return 0;
  }
  return 0;
}

double kind_weight(const ReadModifier& modifier) {
  if (modifier.particle) return weight::kParticle;
  if (is_combining_prefix(modifier.lemma)) return weight::kCombiningPrefix;
  if (modifier.entry.is(kAnyNoun)) return 0;
  if (modifier.entry.is(kVerbStem)) return weight::kVerbModifier;
  if (modifier.entry.is(kAdjective)) return weight::kAdjectiveModifier;
  if (modifier.entry.is(kName)) return weight::kNameModifier;
  if (modifier.entry.is(kCombining)) return 0;
  return weight::kUnclassifiedModifier;
}

class Splitter {
 public:
  Splitter(std::string_view word, const Lexicon& lexicon)
      : word_(word), lexicon_(lexicon), heads_(word.size()), modifiers_(word.size()) {}

  std::vector<std::string> best() {
    const auto own = entry(word_);
    if (own.kinds == kName || (own.is(kInfinitive) && !own.is(kNoun)) || (own.is(kVerbStem) && !own.is(kAnyNoun)))
      return {};
    if (is_derived_beyond_doubt(word_, classes_)) return {};
    read_whole();
    best_score_ = whole_score();
    std::vector<const ReadModifier*> chain;
    extend(0, chain);
    if (best_.empty() && !own.known() && whole_.empty()) split_off_head();
    return std::move(best_);
  }

 private:
  struct HeadsAt {
    bool read = false;
    std::vector<Part> heads;
  };
  /// Modifiers that begin at a letter, for each letter where they may end.
  struct ModifiersAt {
    bool read = false;
    std::vector<ReadModifier> modifiers;
  };

  Lexicon::Entry entry(std::string_view word) const { return lexicon_.find(word).value_or(Lexicon::Entry{}); }

  void read_whole() {
    for (auto& lemma : head_lemmas(word_, classes_)) {
      const auto found = entry(lemma);
      whole_plurals_ |= found.plurals;
      whole_.push_back({std::move(lemma), found});
    }
    whole_adjective_ =
        std::ranges::any_of(whole_, [](const Part& p) { return p.entry.is(kAdjective | kParticiple); }) &&
        std::ranges::none_of(whole_, [](const Part& p) { return p.entry.is(kAnyNoun); });
    whole_deverbal_ = is_deverbal(word_, classes_) ||
                      std::ranges::any_of(whole_, [&](const Part& p) { return is_deverbal(p.lemma, classes_); });
  }

  double whole_score() const {
    const auto any = [&](const auto& test) { return std::ranges::any_of(whole_, test); };
    const auto derived = [&](const auto& derives) {
      return derives(word_, entry(word_)) || any([&](const Part& p) { return derives(p.lemma, p.entry); });
    };
    double most = 0;
    for (const auto& part : whole_) most = std::max(most, evidence(part.entry.as_modifier() + part.entry.as_head()));
    double score = weight::kWhole + weight::kWholeEvidence * most +
                   weight::kWholeLetter * std::min(static_cast<double>(word_.size()), weight::kMostWholeLetters);
    if (entry(word_).known() || any([](const Part& p) { return p.entry.known(); })) score += weight::kKnown;
    if (whole_plurals_ != 0) score += weight::kKnownPlural;
    if (any([](const Part& p) { return p.entry.is(kVerbStem); })) score += weight::kVerbStem;
    if (whole_adjective_) score += weight::kAdjective;
    if (derived([&](std::string_view w, const auto& e) { return !e.is(kVerbStem) && is_deverbal(w, classes_); }))
      score += weight::kDeverbal;
    if (derived([&](std::string_view w, const auto&) { return is_denominal(w, classes_); }))
      score += weight::kDenominal;
    return score;
  }

  const std::vector<Part>& heads_at(std::size_t from) {
    auto& at = heads_[from];
    if (at.read) return at.heads;
    at.read = true;
    const auto written = word_.substr(from);
    if ((written.size() < kShortestPart && written != "ei") || is_suffix(written)) return at.heads;
    for (auto& lemma : head_lemmas(written, classes_))
      if (!is_suffix(lemma) && (lemma.size() >= kShortestPart || lemma == "ei")) {
        const auto found = entry(lemma);
        at.heads.push_back({std::move(lemma), found});
      }
    return at.heads;
  }

  const std::vector<ReadModifier>& modifiers_at(std::size_t from) {
    auto& at = modifiers_[from];
    if (at.read) return at.modifiers;
    at.read = true;
    for (auto letters = std::size_t{2}; from + letters + 2 < word_.size(); ++letters) {
      const auto written = word_.substr(from, letters);
      if (is_prefix(written) || (from > 0 && is_suffix(written))) continue;
      for (auto& [lemma, link] : modifiers_of(written, classes_)) {
        ReadModifier modifier;
        modifier.entry = entry(lemma);
        modifier.lemma = std::move(lemma);
        modifier.letters = letters;
        modifier.link = link;
        modifier.particle = is_particle(written);
        const double count = modifier.entry.as_modifier();
        modifier.evidence = evidence(count);
        modifier.score =
            weight::kModifier + link_weight(link) + kind_weight(modifier) +
            weight::kLinkPreference * std::log2((modifier.entry.as_modifier(kind_of(link)) + 0.3) / (count + 1)) +
            (letters <= 3   ? weight::kModifierOf3
             : letters == 4 ? weight::kModifierOf4
                            : 0);
        at.modifiers.push_back(std::move(modifier));
      }
    }
    return at.modifiers;
  }

  void extend(std::size_t from, std::vector<const ReadModifier*>& chain) {
    if (!chain.empty())
      for (const auto& head : heads_at(from)) consider(chain, head, word_.substr(from));
    if (chain.size() + 1 >= kMostParts || readings_ >= kMostReadings) return;
    for (const auto& modifier : modifiers_at(from)) {
      chain.push_back(&modifier);
      extend(from + modifier.letters, chain);
      chain.pop_back();
    }
  }

  void consider(const std::vector<const ReadModifier*>& chain, const Part& head, std::string_view written) {
    ++readings_;
    const bool particle = chain.front()->particle;
    const bool adjective = !head.entry.is(kAnyNoun) && head.entry.is(kAdjective | kParticiple);
    if (!head.entry.is(kAnyNoun) && head.entry.known() && (particle || is_combining_prefix(chain.front()->lemma)))
      return;                                    // uitgevoerd, internationaal: verbs and adjectives of their own
    if (whole_adjective_ && !adjective) return;  // gesproken is no smoke
    const double head_evidence = evidence(head.entry.as_head());
    double score = 0, least = head_evidence, sum = 0;
    for (const auto* modifier : chain) {
      score += modifier->score;
      least = std::min(least, modifier->evidence);
      sum += modifier->evidence;
    }
    const auto modifiers = static_cast<double>(chain.size());
    score += weight::kFurtherModifier * (modifiers - 1) + weight::kLeastEvidence * least +
             weight::kMeanModifierEvidence * sum / modifiers;
    if (head.entry.as_head() < 0.5) score += weight::kUnseenHead;
    if (written.size() <= 3) score += weight::kHeadOf3;
    if (written.size() == 4) score += weight::kHeadOf4;
    if (!head.entry.is(kNoun))
      score += head.entry.is(kMassNoun) || !head.entry.known() ? weight::kMassHead
               : adjective                                     ? weight::kAdjectiveHead
                                                               : weight::kUnclassifiedHead;
    if (written != head.lemma) score += weight::kInflectedHead;
    if (whole_plurals_ != 0 && head.entry.plurals != 0)
      score += (whole_plurals_ & head.entry.plurals) != 0 ? weight::kSamePlural : weight::kOtherPlural;
    if (particle) {
      if (is_deverbal(head.lemma, classes_)) score += weight::kParticleDeverbal;
      if (whole_deverbal_) score += weight::kParticleVerb;
    }
    if (score <= best_score_) return;
    best_score_ = score;
    best_.clear();
    for (const auto* modifier : chain) best_.push_back(modifier->lemma);
    best_.push_back(head.lemma);
  }

  /// A word of which only the end is known, and well: the rest is a name or a foreign word ("Quintorawinkels").
  void split_off_head() {
    for (auto from = kShortestUnknown; from + kShortestKnownHead <= word_.size(); ++from)
      for (const auto& head : heads_at(from))
        if (head.entry.is(kNoun) && head.entry.as_head() >= kCommonHead) {
          best_ = {std::string(word_.substr(0, from)), head.lemma};
          return;
        }
  }

  std::string_view word_;
  const Lexicon& lexicon_;
  const WordClasses classes_ = [this](std::string_view word) -> WordClass { return entry(word); };
  std::vector<Part> whole_;  // the lemmas of the word itself
  std::uint8_t whole_plurals_ = 0;
  bool whole_deverbal_ = false, whole_adjective_ = false;
  std::vector<HeadsAt> heads_;
  std::vector<ModifiersAt> modifiers_;
  std::size_t readings_ = 0;
  double best_score_ = 0;
  std::vector<std::string> best_;
};

}  // namespace

std::vector<std::string> split_compound(std::string_view word, const Lexicon& lexicon) {
  if (word.size() < 2 * kShortestPart || word.size() > kLongestWord) return {};
  for (char c : word)
    if (c < 'a' || c > 'z') return {};
  return Splitter(word, lexicon).best();
}

}  // namespace search
