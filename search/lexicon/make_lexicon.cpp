// Build tool: make_lexicon WORDLIST OUTPUT. Folds the words, counts how productive each is as part of the others (type
// frequencies), and writes the form of format.h.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "corpus/text.h"
#include "search/analysis/linking.h"
#include "search/lexicon/format.h"

namespace {

struct Counts {
  std::uint32_t modifier = 0, head = 0;
};

/// Folded, without apostrophes and hyphens; empty for names, abbreviations and groups of words, which make no
/// compounds.
std::string usable(const std::string& line) {
  if (line.size() < 2 || line.find_first_of(" ./") != std::string::npos) return {};
  std::string word = corpus::fold(line);
  if (word.front() != line.front() && static_cast<unsigned char>(line.front()) < 0x80) return {};  // a capital
  std::erase_if(word, [](char c) { return c == '\'' || c == '-'; });
  for (char c : word)
    if (c < 'a' || c > 'z') return {};
  return word.size() <= 60 ? word : std::string{};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: make_lexicon WORDLIST OUTPUT\n";
    return 2;
  }
  std::ifstream in(argv[1]);
  std::unordered_map<std::string, Counts> words;
  for (std::string line; std::getline(in, line);)
    if (auto word = usable(line); !word.empty()) words.try_emplace(std::move(word));
  if (words.size() < 100'000) {
    std::cerr << "make_lexicon: " << argv[1] << " holds only " << words.size()
              << " words; is the package wdutch installed?\n";
    return 1;
  }

  const auto known = [&](std::string_view word) { return words.contains(std::string(word)); };
  for (auto& [word, counts] : words) {
    (void)counts;
    if (word.size() < 2 * search::kShortestPart) continue;
    for (auto at = search::kShortestPart; at + search::kShortestPart <= word.size(); ++at) {
      const auto head = words.find(word.substr(at));
      if (head == words.end()) continue;
      for (const auto& modifier : search::modifiers_of(std::string_view(word).substr(0, at), known)) {
        ++words[modifier].modifier;
        ++head->second.head;
      }
    }
  }

  std::vector<std::pair<std::string, Counts>> sorted(words.begin(), words.end());
  std::ranges::sort(sorted, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  std::vector<std::uint32_t> offsets;
  std::string blocks;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::size_t shared = 0;
    const auto& word = sorted[i].first;
    if (i % search::lexicon_format::kBlockWords == 0) {
      offsets.push_back(static_cast<std::uint32_t>(blocks.size()));
    } else {
      const auto& before = sorted[i - 1].first;
      while (shared < before.size() && shared < word.size() && before[shared] == word[shared]) ++shared;
    }
    blocks.push_back(static_cast<char>(shared));
    blocks.push_back(static_cast<char>(word.size() - shared));
    blocks.append(word, shared);
    blocks.push_back(static_cast<char>(search::lexicon_format::encode_count(sorted[i].second.modifier)));
    blocks.push_back(static_cast<char>(search::lexicon_format::encode_count(sorted[i].second.head)));
  }
  std::ofstream out(argv[2], std::ios::binary);
  const auto write_u32 = [&](std::uint32_t value) { out.write(reinterpret_cast<const char*>(&value), sizeof value); };
  write_u32(static_cast<std::uint32_t>(offsets.size()));
  for (const auto offset : offsets) write_u32(static_cast<std::uint32_t>(4 + 4 * offsets.size()) + offset);
  out << blocks;
  out.close();
  return out ? 0 : 1;
}
