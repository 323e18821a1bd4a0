#include "search/lexicon/productivity.h"

#include <cmath>
#include <cstdint>
#include <vector>

#include "search/analysis/linking.h"

namespace search {
namespace {

constexpr int kRounds = 5;
constexpr double kUnseen = 0.05;
constexpr double kOtherPlural = 0.1;  // a head hands its plural on to the compound; factor when theirs differ
constexpr double kSimple = 1e-3;      // of a simple word of kSimpleLength letters, times kSimplePerLetter a letter more
constexpr double kSimpleLength = 5, kSimplePerLetter = 0.6, kSimplePerWord = 0.2;

struct Split {
  std::uint32_t modifier, head;
  LinkKind link;
  double prior = 1;
};

struct Word {
  std::uint32_t id;
  std::size_t length;
  std::vector<Split> splits;
};

class Estimator {
 public:
  explicit Estimator(const Dictionary& words) : words_(words) {
    for (const auto& [word, known] : words)
      if (known.is(kAnyNoun | kUnclassified) && !known.is(kInfinitive | kParticiple)) add(word, known);
  }

  std::unordered_map<std::string, Productivity> estimate() {
    std::vector<Productivity> counts(names_.size());
    for (const auto& word : compounds_)
      for (const auto& split : word.splits) {
        const double share = 1.0 / static_cast<double>(1 + word.splits.size());
        counts[split.modifier].as_modifier[static_cast<std::size_t>(split.link)] += share;
        counts[split.head].as_head += share;
      }
    for (int round = 0; round < kRounds; ++round) counts = improve(counts);
    std::unordered_map<std::string, Productivity> by_word;
    for (std::size_t i = 0; i < names_.size(); ++i) by_word.emplace(names_[i], counts[i]);
    return by_word;
  }

 private:
  void add(const std::string& word, WordClass known) {
    Word compound{0, word.size(), {}};
    for (std::size_t at = 2; at + kShortestPart <= word.size(); ++at) {
      const auto tail = std::string_view(word).substr(at);
      const auto head = classes_(tail);
      if (!head.is(kAnyNoun | kUnclassified) || is_suffix(tail)) continue;
      const bool agrees = known.plurals == 0 || head.plurals == 0 || (known.plurals & head.plurals) != 0;
      for (const auto& modifier : modifiers_of(std::string_view(word).substr(0, at), classes_))
        compound.splits.push_back(
            {id_of(modifier.lemma), id_of(tail), kind_of(modifier.link), agrees ? 1.0 : kOtherPlural});
    }
    if (compound.splits.empty()) return;
    compound.id = id_of(word);
    compounds_.push_back(std::move(compound));
  }

  std::vector<Productivity> improve(const std::vector<Productivity>& before) const {
    std::vector<Productivity> counts(before.size());
    std::vector<double> weights;
    for (const auto& word : compounds_) {
      const auto& own = before[word.id];
      double sum = kSimple * std::pow(kSimplePerLetter, static_cast<double>(word.length) - kSimpleLength) *
                   (1 + kSimplePerWord * (own.modifier_total() + own.as_head));
      weights.clear();
      for (const auto& split : word.splits) {
        weights.push_back(split.prior * (before[split.modifier].modifier_total() + kUnseen) *
                          (before[split.head].as_head + kUnseen) / static_cast<double>(compounds_.size()));
        sum += weights.back();
      }
      for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto& split = word.splits[i];
        counts[split.modifier].as_modifier[static_cast<std::size_t>(split.link)] += weights[i] / sum;
        counts[split.head].as_head += weights[i] / sum;
      }
    }
    return counts;
  }

  std::uint32_t id_of(std::string_view word) {
    const auto [found, added] = ids_.try_emplace(std::string(word), static_cast<std::uint32_t>(names_.size()));
    if (added) names_.emplace_back(word);
    return found->second;
  }

  const Dictionary& words_;
  const WordClasses classes_ = [this](std::string_view word) {
    const auto found = words_.find(std::string(word));
    return found == words_.end() ? WordClass{} : found->second;
  };
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string> names_;
  std::vector<Word> compounds_;
};

}  // namespace

std::unordered_map<std::string, Productivity> estimate_productivity(const Dictionary& words) {
  return Estimator(words).estimate();
}

}  // namespace search
