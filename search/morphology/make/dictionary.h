// Reads hunspell's Dutch dictionary (nl.dic, nl.aff; FLAG long) and a plain word list, all folded as the words of an
// index are: ASCII lower case, no apostrophes and hyphens.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search::morphology_make {

/// A headword with its flags, two characters each (nl.aff says what each stands for).
struct Headword {
  std::string word;
  std::set<std::string, std::less<>> flags;
  bool name = false;  // written with a capital
  bool has(std::string_view flag) const { return flags.contains(flag); }
  /// Whether one of the flags begins with this letter.
  bool has_class(char letter) const;
};

struct Suffix {
  std::string strip, append;
  std::string condition;  // of the last letters: a bracketed set, '.', or letters
};

struct Dictionary {
  std::vector<Headword> headwords;
  std::map<std::string, std::vector<Suffix>, std::less<>> suffixes;  // by flag
  std::map<std::string, std::string, std::less<>> prefixes;          // particle by flag
};

Dictionary read_dictionary(const std::filesystem::path& dic, const std::filesystem::path& aff);

/// The word with the suffix, folded; empty when the suffix does not go with it.
std::string inflected(const std::string& word, const Suffix& suffix);

struct ListedWord {
  bool name = false;
};
std::unordered_map<std::string, ListedWord> read_word_list(const std::filesystem::path& path);

/// Empty when it is no word that stands alone in a text (groups of words, abbreviations with dots).
std::string folded_word(std::string_view written);

}  // namespace search::morphology_make
