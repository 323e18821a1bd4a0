// Build tool: make_lexicon WORDLIST DICTIONARY AFFIXES OUTPUT. Reads OpenTaal's lists (dictionary.h), estimates how
// productive each word is as part of others (productivity.h), and writes the form of format.h.
#include <algorithm>
#include <concepts>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "search/lexicon/dictionary.h"
#include "search/lexicon/format.h"
#include "search/lexicon/productivity.h"

namespace {

constexpr std::size_t kFewestWords = 100'000;  // fewer means that a list is absent or another's
constexpr double kNegligible = 0.1;            // expected words; less is stored as none

void append(std::string& out, std::integral auto number) {
  out.append(reinterpret_cast<const char*>(&number), sizeof number);  // little-endian machines only, as the reader
}

}  // namespace

int main(int argc, char** argv) {
  using namespace search;
  if (argc != 5) {
    std::cerr << "usage: make_lexicon WORDLIST DICTIONARY AFFIXES OUTPUT\n";
    return 2;
  }
  std::ifstream list(argv[1]), dictionary(argv[2]), affixes(argv[3]);
  Dictionary words;
  read_spelling_dictionary(dictionary, affixes, words);
  const auto spelled = words.size();
  read_word_list(list, words);
  if (spelled < kFewestWords || words.size() < spelled + kFewestWords) {
    std::cerr << "make_lexicon: " << argv[2] << " holds " << spelled << " words and " << argv[1] << " adds "
              << words.size() - spelled << "; are the packages hunspell-nl and wdutch installed?\n";
    return 1;
  }
  auto productivity = estimate_productivity(words);
  for (const auto& [word, counts] : productivity) {
    auto& kinds = words.try_emplace(word, WordClass{.kinds = kUnclassified}).first->second.kinds;
    if (kinds == kInflected && counts.modifier_total() + counts.as_head > kNegligible) kinds |= kProductive;
  }

  std::vector<std::pair<std::string, WordClass>> sorted(words.begin(), words.end());
  std::ranges::sort(sorted, {}, [](const auto& entry) -> const std::string& { return entry.first; });
  std::vector<std::uint32_t> offsets;
  std::string blocks;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    std::size_t shared = 0;
    const auto& [word, known] = sorted[i];
    if (i % lexicon_format::kBlockWords == 0) {
      offsets.push_back(static_cast<std::uint32_t>(blocks.size()));
    } else {
      const auto& before = sorted[i - 1].first;
      while (shared < before.size() && shared < word.size() && before[shared] == word[shared]) ++shared;
    }
    append(blocks, static_cast<std::uint8_t>(shared));
    append(blocks, static_cast<std::uint8_t>(word.size() - shared));
    blocks.append(word, shared);
    append(blocks, known.kinds);
    if (!lexicon_format::has_details(known.kinds)) continue;
    append(blocks, known.plurals);
    const auto& counts = productivity[word];
    for (const auto count : counts.as_modifier) append(blocks, lexicon_format::encode_count(count));
    append(blocks, lexicon_format::encode_count(counts.as_head));
  }
  std::string index;
  append(index, static_cast<std::uint32_t>(offsets.size()));
  for (const auto offset : offsets) append(index, static_cast<std::uint32_t>(4 + 4 * offsets.size()) + offset);
  std::ofstream out(argv[4], std::ios::binary);
  out << index << blocks;
  out.close();
  return out ? 0 : 1;
}
