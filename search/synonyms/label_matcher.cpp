#include "search/synonyms/label_matcher.h"

#include <algorithm>

#include "search/analysis/analyzer.h"
#include "search/schema.h"

namespace search {

LabelMatcher::LabelMatcher(const corpus::Vocabulary& vocabulary) {
  Analyzer analyzer;
  const auto& concepts = vocabulary.concepts();
  terms_.reserve(concepts.size());
  labels_.resize(concepts.size());
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const auto& entry = concepts[number];
    terms_.push_back(prefixed(kConceptPrefix, std::to_string(static_cast<int>(entry.scheme)) + entry.slug));

    auto& labels = labels_[number];
    const auto add = [&](const std::string& label) {
      auto stems = analyzer.stems(label);
      if (!stems.empty() && std::ranges::find(labels, stems) == labels.end()) labels.push_back(std::move(stems));
    };
    add(entry.label);
    for (const auto& label : entry.alternatives) add(label);
    for (const auto& label : entry.hidden) add(label);
    if (labels.size() == 1 && labels.front().size() == 1) continue;
    for (const auto& stems : labels) trie_.add(stems, number);
  }
}

}  // namespace search
