#include "search/label_matcher.h"

#include "search/schema.h"

namespace search {

LabelMatcher::LabelMatcher(const corpus::Vocabulary& vocabulary) : nodes_(1) {
  Analyzer analyzer;
  const auto& concepts = vocabulary.concepts();
  terms_.reserve(concepts.size());
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const auto& entry = concepts[number];
    terms_.push_back(prefixed(kConceptPrefix, std::to_string(static_cast<int>(entry.scheme)) + entry.slug));

    std::vector<std::vector<std::string>> labels;
    const auto add = [&](const std::string& label) {
      if (auto stems = analyzer.stems(label); !stems.empty()) labels.push_back(std::move(stems));
    };
    add(entry.label);
    for (const auto& label : entry.alternatives) add(label);
    for (const auto& label : entry.hidden) add(label);
    if (labels.size() == 1 && labels.front().size() == 1) continue;

    for (const auto& stems : labels) {
      std::size_t node = 0;
      for (const auto& stem : stems) {
        const auto [it, inserted] = nodes_[node].next.try_emplace(stem, nodes_.size());
        node = it->second;
        if (inserted) nodes_.emplace_back();  // invalidates references into nodes_, not `node`
      }
      auto& ends = nodes_[node].concepts;
      if (ends.empty() || ends.back() != number) ends.push_back(number);
    }
  }
}

void LabelMatcher::match_at(std::span<const std::string> stems, std::size_t begin, std::vector<Match>& matches) const {
  if (nodes_.empty()) return;
  std::size_t node = 0;
  for (std::size_t i = begin; i < stems.size(); ++i) {
    const auto next = nodes_[node].next.find(stems[i]);
    if (next == nodes_[node].next.end()) return;
    node = next->second;
    for (const auto number : nodes_[node].concepts) matches.push_back({begin, i - begin + 1, number});
  }
}

}  // namespace search
