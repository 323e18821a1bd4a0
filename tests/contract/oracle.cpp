#include "tests/contract/oracle.h"

#include <algorithm>
#include <cmath>

namespace contract {
namespace {

Truth least(Truth one, Truth other) { return std::min(one, other); }
Truth truth(bool known) { return known ? Truth::kYes : Truth::kNo; }

bool has_run(const std::vector<std::string>& words, const std::vector<std::string>& run) {
  return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

bool selected(const Document& document, std::size_t facet, const Request& request) {
  const std::vector<std::string>& values = request.selected[facet];
  return values.empty() || std::any_of(values.begin(), values.end(), [&](const std::string& value) {
           return document.counted[facet].count(value) != 0;
         });
}

Range limited(const Range& candidates, int low, int high) {
  return {std::min(candidates.low, std::max(0, low)), std::min(candidates.high, std::max(0, high))};
}

// "When fewer than ten match, documents that match less follow, up to ten in all (or `aantal`), on the first page
// only." Whether an `aantal` above ten asks for more than ten in all is not said.
Range less_shown(const Range& total, const Range& candidates, const Request& request) {
  if (request.page != 1) return {};
  if (request.size <= 10) return limited(candidates, request.size - total.high, request.size - total.low);
  return limited(candidates, 10 - total.high, request.size - total.low);
}

}  // namespace

Truth within(const Document& document, const std::string& from, const std::string& to) {
  if (from.empty() && to.empty()) return Truth::kYes;
  if (document.date.empty()) return Truth::kNo;
  const std::string first = document.first_day();
  const std::string last = document.last_day();
  if ((!from.empty() && last < from) || (!to.empty() && first > to)) return Truth::kNo;
  if ((!from.empty() && first < from) || (!to.empty() && last > to)) return Truth::kDoubt;  // partly within
  return Truth::kYes;
}

bool certainly_before(const Document& one, const Document& other, bool newest) {
  if (one.date.empty()) return false;
  if (other.date.empty()) return true;
  return newest ? one.first_day() > other.last_day() : one.last_day() < other.first_day();
}

Oracle::Oracle(const World& world) : world_(world) {
  for (const Document& document : world.documents) {
    Sight& sight = sights_.emplace_back();
    for (const Block& block : document.blocks) {
      std::vector<std::string>& stems = sight.blocks.emplace_back();
      for (const std::string& word : block.words) {
        const Analysed& entry = world.lexicon.of(word);
        stems.push_back(entry.stem);
        sight.parts.insert(entry.part_stems.begin(), entry.part_stems.end());
      }
      sight.stems.insert(stems.begin(), stems.end());
      sight.running.insert(sight.running.end(), stems.begin(), stems.end());
    }
    for (const std::string& stem : sight.stems) ++frequency_[stem];
  }
  for (const SynonymGroup& group : synonym_groups()) {
    for (const std::string& label : group.labels) synonyms_[label] = group.labels;
  }
}

// "A word matches a document by its stem, its compound parts, or a synonym."
bool Oracle::holds(const Sight& document, const std::string& word) const {
  const auto has = [&](const std::string& label) {
    const std::vector<std::string> stems = world_.lexicon.stems(label);
    if (stems.size() == 1) return document.stems.count(stems.front()) != 0 || document.parts.count(stems.front()) != 0;
    return holds_phrase(document, label) == Truth::kYes;
  };
  if (has(word)) return true;
  if (const auto found = synonyms_.find(word); found != synonyms_.end()) {
    return std::any_of(found->second.begin(), found->second.end(), has);
  }
  if (word.find(' ') != std::string::npos) return false;
  const std::vector<std::string>& parts = world_.lexicon.of(word).part_stems;
  return !parts.empty() && std::any_of(document.blocks.begin(), document.blocks.end(),
                                       [&](const std::vector<std::string>& block) { return has_run(block, parts); });
}

Truth Oracle::holds_phrase(const Sight& document, const std::string& phrase) const {
  const std::vector<std::string> stems = world_.lexicon.stems(phrase);
  const bool inside = std::any_of(document.blocks.begin(), document.blocks.end(),
                                  [&](const std::vector<std::string>& block) { return has_run(block, stems); });
  if (inside) return Truth::kYes;
  return has_run(document.running, stems) ? Truth::kDoubt : Truth::kNo;
}

// "Quoted phrases, exclusions, `OR` groups and field filters always hold."
Truth Oracle::hard(std::size_t index, const Request& request) const {
  const Document& document = world_.documents[index];
  const Sight& sight = sights_[index];
  Truth all = truth(document.open());
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    const std::string& value = request.fields[facet];
    if (!value.empty()) all = least(all, truth(document.counted[facet].count(value) != 0));
  }
  for (const std::string& out : request.excluded) {
    if (out.find(' ') == std::string::npos) {
      all = least(all, truth(!holds(sight, out)));
    } else {
      const Truth inside = holds_phrase(sight, out);
      all = least(all, inside == Truth::kDoubt ? inside : truth(inside == Truth::kNo));
    }
  }
  for (const auto& group : request.groups) {
    all = least(all, truth(std::any_of(group.begin(), group.end(),
                                       [&](const std::string& word) { return holds(sight, word); })));
  }
  if (all == Truth::kNo) return all;
  for (const std::string& phrase : request.phrases) all = least(all, holds_phrase(sight, phrase));
  return all;
}

// idf = ln(1 + N/df); unknown words weigh nothing. The weight of a synonym of several words, and of a word known only
// as a part or by a synonym, is not said.
Oracle::Weight Oracle::weight(const std::string& word) const {
  const double documents = static_cast<double>(sights_.size());
  const std::vector<std::string> stems = world_.lexicon.stems(word);
  if (stems.size() > 1) return {std::log(2), std::log(1 + documents)};
  if (const auto found = frequency_.find(stems.front()); found != frequency_.end()) {
    const double idf = std::log(1 + documents / found->second);
    return {idf, idf};
  }
  const bool known =
      std::any_of(sights_.begin(), sights_.end(), [&](const Sight& sight) { return holds(sight, word); });
  return {0, known ? std::log(1 + documents) : 0};
}

// "One or two content words: all must match. Three or more: the words that match carry at least half of the sum." What
// a phrase or an OR group adds to the number of words and to the sum is not said clearly, so every reading must agree.
Truth Oracle::enough(const std::vector<bool>& matched, const std::vector<Weight>& weights,
                     const Request& request) const {
  const bool all = std::all_of(matched.begin(), matched.end(), [](bool match) { return match; });
  if (all) return Truth::kYes;
  const std::size_t extra = request.phrases.size() + request.groups.size();
  if (matched.size() + extra <= 2) return Truth::kNo;
  Weight in;
  Weight out;
  for (std::size_t index = 0; index < matched.size(); ++index) {
    Weight& side = matched[index] ? in : out;
    side.low += weights[index].low;
    side.high += weights[index].high;
  }
  if (extra != 0) in.high += static_cast<double>(extra) * std::log(1 + static_cast<double>(sights_.size()));
  if (in.high == 0 && out.high == 0) return Truth::kDoubt;  // words that no document has: half of nothing
  constexpr double tolerance = 1e-9;
  if (in.high + tolerance < (in.high + out.low) / 2) return Truth::kNo;
  return matched.size() > 2 && in.low + tolerance >= (in.low + out.high) / 2 ? Truth::kYes : Truth::kDoubt;
}

Expectation Oracle::answer(const Request& request) const {
  Expectation expected;
  std::vector<Weight> weights;
  for (const std::string& word : request.words) weights.push_back(weight(word));
  bool asks = !request.phrases.empty() || !request.groups.empty();
  for (const std::string& value : request.fields) asks = asks || !value.empty();

  Range candidates;
  for (std::size_t index = 0; index < sights_.size(); ++index) {
    const Document& document = world_.documents[index];
    const Truth held = least(hard(index, request), within(document, request.from, request.to));
    std::vector<bool> matched;
    for (const std::string& word : request.words) matched.push_back(held != Truth::kNo && holds(sights_[index], word));
    const Truth base = held == Truth::kNo ? held : least(held, enough(matched, weights, request));

    std::size_t missed = 0;  // facets whose selection leaves this document out
    std::size_t missing = kFacets;
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
      if (!selected(document, facet, request)) ++missed, missing = facet;
    }
    for (std::size_t facet = 0; facet < kFacets; ++facet) {
      if (base == Truth::kNo || missed > 1 || (missed == 1 && missing != facet)) continue;
      for (const std::string& value : document.counted[facet]) expected.facets[facet][value].add(base);
    }
    const Truth full = missed == 0 ? base : Truth::kNo;
    expected.full.push_back(full);
    expected.total.add(full);

    Truth less = Truth::kNo;
    const bool some = std::any_of(matched.begin(), matched.end(), [](bool match) { return match; });
    if (missed == 0 && held != Truth::kNo && full != Truth::kYes && !request.words.empty() && (some || asks)) {
      less = some && held == Truth::kYes && full == Truth::kNo ? Truth::kYes : Truth::kDoubt;
    }
    expected.less.push_back(less);
    candidates.add(less);
  }
  for (std::size_t facet = 0; facet < kFacets; ++facet) {
    for (const std::string& value : request.selected[facet]) expected.facets[facet][value];
  }
  expected.less_count = less_shown(expected.total, candidates, request);
  return expected;
}

}  // namespace contract
