#include "search/synonyms/stem_trie.h"

namespace search {

void StemTrie::add(std::span<const std::string> stems, std::size_t number) {
  if (stems.empty()) return;
  if (nodes_.empty()) nodes_.emplace_back();
  std::size_t node = 0;
  for (const auto& stem : stems) {
    const auto [it, inserted] = nodes_[node].next.try_emplace(stem, nodes_.size());
    node = it->second;
    if (inserted) nodes_.emplace_back();  // invalidates references into nodes_, not `node`
  }
  auto& numbers = nodes_[node].numbers;
  if (numbers.empty() || numbers.back() != number) numbers.push_back(number);
}

void StemTrie::match_at(std::span<const std::string> stems, std::size_t begin, std::vector<Match>& matches) const {
  if (nodes_.empty()) return;
  std::size_t node = 0;
  for (std::size_t i = begin; i < stems.size(); ++i) {
    const auto next = nodes_[node].next.find(stems[i]);
    if (next == nodes_[node].next.end()) return;
    node = next->second;
    for (const auto number : nodes_[node].numbers) matches.push_back({begin, i - begin + 1, number});
  }
}

}  // namespace search
