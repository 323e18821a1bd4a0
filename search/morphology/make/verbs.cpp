#include "search/morphology/make/verbs.h"

#include <algorithm>

namespace search::morphology_make {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }
bool doubles(char c) { return std::string_view("aeou").find(c) != std::string_view::npos; }

char devoiced(char c) { return c == 'v' ? 'f' : c == 'z' ? 's' : c; }

void add(std::vector<std::string>& words, std::string word) {
  if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

/// One vowel letter before the last consonant: lop, rammel.
bool has_single_vowel(std::string_view root) {
  const auto n = root.size();
  return n >= 2 && !is_vowel(root[n - 1]) && doubles(root[n - 2]) && (n == 2 || !is_vowel(root[n - 3]));
}

}  // namespace

std::vector<std::string> verb_stems(std::string_view infinitive) {
  std::vector<std::string> stems;
  if (infinitive.size() < 4 || !infinitive.ends_with("en")) return stems;
  std::string root(infinitive.substr(0, infinitive.size() - 2));
  const auto n = root.size();
  if (root[n - 1] == root[n - 2] && !is_vowel(root[n - 1])) {
    root.pop_back();
    add(stems, root);
    return stems;
  }
  auto stem = root;
  stem.back() = devoiced(stem.back());
  if (n >= 2 && !is_vowel(root[n - 1]) && root[n - 1] != 'w' && root[n - 1] != 'x' && doubles(root[n - 2])) {
    const bool doubled = n >= 3 && root[n - 2] == root[n - 3];
    if (!doubled || root[n - 2] == 'e') add(stems, std::string(stem).insert(n - 1, 1, stem[n - 2]));
    // Short only in a syllable without stress (rammelen, monitoren), or where the letters are one sound (boeren).
    if (std::ranges::none_of(root.substr(0, n - 2), is_vowel)) return stems;
  }
  add(stems, stem);
  return stems;
}

std::vector<std::string> with_e(std::string_view word) {
  std::vector<std::string> forms{std::string(word) + "e"};
  const auto n = word.size();
  if (n >= 3 && !is_vowel(word[n - 1])) {
    const char last = word[n - 1];
    if (has_single_vowel(word) || word[n - 2] == 'i') forms.push_back(std::string(word) + last + "e");
    if (doubles(word[n - 2]) && word[n - 2] == word[n - 3])
      forms.push_back(std::string(word.substr(0, n - 2)) + last + "e");
  }
  return forms;
}

WeakForms weak_forms(std::string_view infinitive) {
  WeakForms forms;
  const char before = infinitive.size() < 4 ? ' ' : infinitive[infinitive.size() - 3];
  for (const auto& stem : verb_stems(infinitive)) {
    add(forms.finite, stem);
    if (!stem.ends_with('t')) add(forms.finite, stem + "t");
    const bool voiceless = std::string_view("tkfspxc").find(before) != std::string_view::npos || stem.ends_with("ch") ||
                           stem.ends_with("sh");
    const std::string dental = voiceless ? "t" : "d";
    for (const auto* ending : {"e", "en"}) add(forms.finite, stem + dental + ending);
    add(forms.participles, stem.ends_with('t') || stem.ends_with('d') ? stem : stem + dental);
  }
  if (infinitive.size() > 4 &&
      infinitive.ends_with("en")) {  // English ones keep their e: racen, racet, racete, geracet
    const std::string stem(infinitive.substr(0, infinitive.size() - 1));
    for (const auto* ending : {"t", "te", "ten", "d", "de", "den"}) add(forms.finite, stem + ending);
    for (const auto* ending : {"t", "d"}) add(forms.participles, stem + ending);
  }
  return forms;
}

}  // namespace search::morphology_make
