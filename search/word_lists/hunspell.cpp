#include "search/word_lists/hunspell.h"

#include <algorithm>
#include <sstream>

#include "corpus/text.h"

namespace search {

std::string folded_word(std::string_view written) {
  if (written.find_first_of(" ./+0123456789") != std::string_view::npos) return {};
  auto word = corpus::fold(written);
  std::erase_if(word, [](char c) { return c == '\'' || c == '-'; });
  const bool letters = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && word.size() <= 60 ? word : std::string{};
}

bool Headword::has_class(char letter) const {
  return std::ranges::any_of(flags, [&](const auto& flag) { return flag.front() == letter; });
}

void read_headwords(std::istream& dictionary, const std::function<void(Headword)>& visit) {
  std::string line;
  std::getline(dictionary, line);  // their number
  while (std::getline(dictionary, line)) {
    line.resize(std::min(line.find_first_of("\t\r"), line.size()));
    const auto slash = line.find('/', 1);
    Headword headword;
    if (slash != std::string::npos)
      for (auto at = slash + 1; at + 2 <= line.size(); at += 2) headword.flags.insert(line.substr(at, 2));
    if (headword.has("Fw")) continue;  // a wrong spelling
    headword.written = line.substr(0, slash);
    headword.word = folded_word(headword.written);
    if (!headword.word.empty()) visit(std::move(headword));
  }
}

std::vector<Affix> read_affixes(std::istream& affixes) {
  std::vector<Affix> found;
  for (std::string line; std::getline(affixes, line);) {
    std::istringstream fields(line);
    std::string kind;
    Affix affix;
    if (!(fields >> kind >> affix.flag >> affix.strip >> affix.append) || (kind != "SFX" && kind != "PFX")) continue;
    if (affix.strip == "Y" || affix.strip == "N") continue;  // the heading of a class
    if (!(fields >> affix.condition)) affix.condition = ".";
    affix.is_prefix = kind == "PFX";
    found.push_back(std::move(affix));
  }
  return found;
}

}  // namespace search
