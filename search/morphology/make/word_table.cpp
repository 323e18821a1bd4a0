#include "search/morphology/make/word_table.h"

namespace search::morphology_make {

const Word* WordTable::find(std::string_view word) const {
  const auto at = words.find(std::string(word));
  return at == words.end() ? nullptr : &at->second;
}

bool WordTable::known_word(std::string_view word) const {
  const auto* entry = find(word);
  return entry != nullptr && !entry->name;
}

bool WordTable::opens(const std::string& opening) const {
  return openers.contains(opening) || (opening.size() >= 3 && known(opening));
}

bool WordTable::settled(const std::string& word, const Word& entry) const {
  return chosen.contains(word) || kept.contains(word) || entry.noun || entry.adjective || entry.infinitive ||
         self.contains(word) || (entry.headword && !relations.contains(word));
}

bool WordTable::is_lemma(const std::string& word) const {
  const auto* entry = find(word);
  return entry != nullptr && !entry->name && !chosen.contains(word);
}

std::string WordTable::lemma_of(const std::string& form) const {
  const auto at = chosen.find(form);
  return at == chosen.end() ? form : at->second.lemma;
}

}  // namespace search::morphology_make
