#include "search/suggest/suggestion_lists.h"

#include <algorithm>
#include <fstream>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/index/generation.h"

namespace search {
LabelList::LabelList(const Columns& columns, const corpus::Vocabulary& vocabulary) {
  for (const auto& field : kFields) {
    if (!field.scheme) continue;
    const auto& column = columns.facets[number(field.field)];
    for (std::size_t i = 0; i < column.values.size(); ++i) {
      if (column.public_counts[i] == 0) continue;
      const auto add = [&](const std::string& label) {
        const auto folded = corpus::fold(label);
        for (std::size_t at = 0; at < folded.size(); ++at)
          if (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '-')
            keys_.push_back({folded.substr(at), targets_.size()});
      };
      add(column.labels[i]);
      if (const auto* known = vocabulary.find(*field.scheme, column.values[i]))
        for (const auto* labels : {&known->alternatives, &known->hidden})
          for (const auto& label : *labels) add(label);
      targets_.push_back({column.labels[i], field.parameter, column.public_counts[i]});
    }
  }
  std::ranges::sort(keys_, [](const Key& a, const Key& b) {
    return a.folded != b.folded ? a.folded < b.folded : a.target < b.target;
  });
}

std::vector<const LabelList::Target*> LabelList::completions(std::string_view folded, std::size_t limit) const {
  std::vector<std::size_t> found;
  for (auto key = std::ranges::lower_bound(keys_, folded, {}, &Key::folded);
       key != keys_.end() && key->folded.starts_with(folded); ++key)
    found.push_back(key->target);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::ranges::stable_sort(found, std::ranges::greater{}, [&](std::size_t i) { return targets_[i].count; });
  if (found.size() > limit) found.resize(limit);
  std::vector<const Target*> best;
  for (const auto i : found) best.push_back(&targets_[i]);
  return best;
}

SuggestionLists::SuggestionLists(const std::filesystem::path& generation, const Columns& columns,
                                 const corpus::Vocabulary& vocabulary)
    : words(read_list(words_path(generation))),
      phrases(read_list(phrases_path(generation))),
      counts(read_list(word_counts_path(generation))),
      labels(columns, vocabulary) {}

std::uint32_t SuggestionLists::documents_with(std::string_view word) const {
  const auto row = counts.find(word);
  return row ? row->count : 0;
}

}  // namespace search
