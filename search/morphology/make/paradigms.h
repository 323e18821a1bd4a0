// Which form belongs to which dictionary form, from hunspell's dictionary and the word list.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/morphology/make/dictionary.h"
#include "search/morphology/make/induction.h"

namespace search::morphology_make {

struct Analyses {
  std::vector<Pair> lemmas;  // form → dictionary form
  std::vector<Pair> stems;   // form → what it is indexed as
};

Analyses analyse(const Dictionary& dictionary, const std::unordered_map<std::string, ListedWord>& list);

}  // namespace search::morphology_make
