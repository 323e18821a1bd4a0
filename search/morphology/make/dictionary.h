// What the rules of inflection are made of: hunspell's Dutch dictionary (search/word_lists/hunspell.h) and a plain word
// list. Build time only.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/word_lists/hunspell.h"

namespace search::morphology_make {

struct DictionaryWord : Headword {
  bool name = false;  // written with a capital
};

struct Suffix {
  std::string strip, append;
  std::string condition;  // of the last letters: a bracketed set, '.', or letters
};

struct Dictionary {
  std::vector<DictionaryWord> headwords;
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

}  // namespace search::morphology_make
