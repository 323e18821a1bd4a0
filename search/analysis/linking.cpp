#include "search/analysis/linking.h"

#include <algorithm>
#include <array>

namespace search {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/// Words that link with -er: a closed class, the old neuter plurals.
constexpr std::array<std::string_view, 14> kErLinkers = {"been", "blad", "ei",  "gelid", "gemoed", "goed", "hoen",
                                                         "kalf", "kind", "lam", "lied",  "rad",    "rund", "volk"};

/// Undoes what -en and -e do to the spelling of the word before it: the stem as a word of its own.
void singulars(std::string_view stem, std::vector<std::string>& candidates) {
  candidates.emplace_back(stem);
  if (stem.size() < 2) return;
  const char last = stem.back(), before = stem[stem.size() - 2];
  if (last == before && !is_vowel(last)) candidates.emplace_back(stem.substr(0, stem.size() - 1));  // bussen → bus
  std::string devoiced(stem);
  if (last == 'v') devoiced.back() = 'f';
  if (last == 'z') devoiced.back() = 's';
  if (devoiced != stem) candidates.push_back(devoiced);  // brieven → brief, lenzen → lens
  // An open syllable writes its long vowel once: scholen → school, straten → straat, graven → graaf.
  if (!is_vowel(last) && is_vowel(before) && before != 'i' && before != 'y' &&
      (stem.size() < 3 || !is_vowel(stem[stem.size() - 3]))) {
    devoiced.insert(devoiced.size() - 1, 1, before);
    candidates.push_back(devoiced);
  }
}

}  // namespace

std::vector<std::string> modifiers_of(std::string_view written, const std::function<bool(std::string_view)>& known) {
  std::vector<std::string> candidates{std::string(written)};
  const auto ends = [&](std::string_view link) {
    return written.size() >= kShortestPart + link.size() && written.ends_with(link);
  };
  const auto without = [&](std::string_view link) { return written.substr(0, written.size() - link.size()); };
  if (ends("s")) candidates.emplace_back(without("s"));
  if (ends("en"))
    singulars(without("en"), candidates);
  else if (ends("e"))
    singulars(without("e"), candidates);
  if (written.ends_with("er") && std::ranges::find(kErLinkers, without("er")) != kErLinkers.end())
    candidates.emplace_back(without("er"));

  std::vector<std::string> words;
  for (auto& candidate : candidates)
    if (candidate.size() >= kShortestPart && known(candidate) && std::ranges::find(words, candidate) == words.end())
      words.push_back(std::move(candidate));
  return words;
}

}  // namespace search
