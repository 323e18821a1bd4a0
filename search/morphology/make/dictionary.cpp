#include "search/morphology/make/dictionary.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "corpus/text.h"

namespace search::morphology_make {
namespace {

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in)
    throw std::runtime_error(path.string() + " can't be read; are the packages hunspell-nl and wdutch installed?");
  return in;
}

/// Written with one capital; "VVD-senator" and "T-splitsing" are compounds.
bool is_name(std::string_view written) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (written.empty() || !capital(written.front())) return false;
  return written.size() < 2 || !(capital(written[1]) || written[1] == '-') || written.find('-') == written.npos;
}

bool meets(std::string_view word, std::string_view condition) {
  // From the end: each element is a letter, '.', or a set in brackets.
  std::vector<std::string_view> elements;
  for (std::size_t at = 0; at < condition.size();) {
    auto length = condition[at] == '[' ? condition.find(']', at) + 1 - at : 1;
    elements.push_back(condition.substr(at, length));
    at += length;
  }
  if (elements.size() > word.size()) return false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const auto element = elements[elements.size() - 1 - i];
    const char letter = word[word.size() - 1 - i];
    if (element == ".") continue;
    if (element.front() != '[') {
      if (element.front() != letter) return false;
      continue;
    }
    const bool negated = element[1] == '^';
    if ((element.substr(negated ? 2 : 1, element.size() - (negated ? 3 : 2)).find(letter) != element.npos) == negated)
      return false;
  }
  return true;
}

}  // namespace

Dictionary read_dictionary(const std::filesystem::path& dic, const std::filesystem::path& aff) {
  Dictionary dictionary;
  auto affixes = open(aff);
  for (auto& affix : read_affixes(affixes)) {
    if (affix.append.find("-/") != std::string::npos) continue;  // the form for hyphenated compounds
    affix.append.resize(std::min(affix.append.find('/'), affix.append.size()));
    const auto plain = [](const std::string& text) { return text == "0" ? std::string{} : corpus::fold(text); };
    if (affix.is_prefix)
      dictionary.prefixes.emplace(std::move(affix.flag), plain(affix.append));
    else
      dictionary.suffixes[affix.flag].push_back({plain(affix.strip), plain(affix.append), std::move(affix.condition)});
  }
  auto words = open(dic);
  read_headwords(words, [&](Headword headword) {
    const bool name = is_name(headword.written);
    dictionary.headwords.push_back({std::move(headword), name});
  });
  if (dictionary.headwords.size() < 100'000 || dictionary.suffixes.empty())
    throw std::runtime_error(dic.string() + " or " + aff.string() + " is not what hunspell-nl holds");
  return dictionary;
}

std::string inflected(const std::string& word, const Suffix& suffix) {
  if (!word.ends_with(suffix.strip) || !meets(word, suffix.condition)) return {};
  auto form = word.substr(0, word.size() - suffix.strip.size()) + suffix.append;
  std::erase_if(form, [](char c) { return c == '\'' || c == '-'; });
  return form;
}

std::unordered_map<std::string, ListedWord> read_word_list(const std::filesystem::path& path) {
  std::unordered_map<std::string, ListedWord> list;
  auto in = open(path);
  for (std::string line; std::getline(in, line);) {
    auto word = folded_word(line);
    if (word.empty()) continue;
    const bool name = is_name(line);
    auto [at, added] = list.try_emplace(word, ListedWord{name});
    if (!added) at->second.name = at->second.name && name;
  }
  if (list.size() < 100'000) throw std::runtime_error(path.string() + " is not what wdutch holds");
  return list;
}

}  // namespace search::morphology_make
