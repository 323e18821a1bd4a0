#include "search/morphology/make/settling.h"

#include <algorithm>
#include <tuple>

#include "search/morphology/make/verbs.h"

namespace search::morphology_make {
namespace {

class Settling {
 public:
  explicit Settling(WordTable& table) : table_(table) {}

  void run() {
    std::vector<std::string> rest;
    for (const auto& [word, entry] : table_.words)
      if (!table_.settled(word, entry)) rest.push_back(word);
    std::ranges::sort(rest,
                      [](const auto& a, const auto& b) { return std::tuple(a.size(), a) < std::tuple(b.size(), b); });
    for (const auto& word : rest) {
      auto lemma = table_.words[word].name ? name_settled_as(word) : settled_as(word);
      if (lemma == word)
        table_.self.insert(word);
      else if (!lemma.empty())
        table_.chosen.insert_or_assign(word, Relation{lemma, Kind::plural, false});
    }
  }

 private:
  bool is_adjective(const std::string& word) {
    const auto* entry = table_.find(word);
    if (entry == nullptr) return false;
    if (entry->adjective || entry->participle) return true;
    for (std::size_t at = 0; at + 5 <= word.size(); ++at) {
      if (const auto end = table_.chosen.find(word.substr(at)); end != table_.chosen.end() && end->second.participle)
        return true;
      if (const auto* end = table_.find(word.substr(at));
          end != nullptr && end->adjective && table_.opens(word.substr(0, at)))
        return true;
    }
    return false;
  }

  /// Names are left alone but for adjectives of places (Amstelveense) and compounds (Balkanlanden).
  std::string name_settled_as(const std::string& word) {
    if (word.size() > 5 && word.ends_with("se")) {
      if (const auto adjective = word.substr(0, word.size() - 1); table_.known(adjective)) return adjective;
      if (const auto place = word.substr(0, word.size() - 2); table_.known(place)) return place;
    }
    if (word.size() > 6 && word.ends_with("en"))  // Portugezen, Roemenen: only where the spelling changes
      for (const auto& stem : verb_stems(word))
        if (!word.starts_with(stem) && table_.known(stem)) return stem;
    const auto lemma = of_head(word);
    return lemma.empty() ? word : lemma;
  }

  std::string settled_as(const std::string& word) {
    const auto as_head = of_head(word);
    if (table_.known(as_head) && as_head != word) return as_head;
    if (auto lemma = uninflected(word); !lemma.empty()) return lemma;
    return as_head.empty() ? word : as_head;
  }

  std::string of_head(const std::string& word) {
    std::string weak;
    for (std::size_t at = 2; at + 3 <= word.size(); ++at) {
      const auto head = word.substr(at), opening = word.substr(0, at);
      const auto* entry = table_.find(head);
      if (entry == nullptr || entry->name || !table_.settled(head, *entry)) continue;
      const bool opens_compound = table_.opens(opening) || (opening.size() > 3 && opening.ends_with('s') &&
                                                            table_.opens(opening.substr(0, at - 1)));
      if (!opens_compound) continue;
      const auto chosen = table_.chosen.find(head);
      const bool verbal = chosen != table_.chosen.end() && chosen->second.kind >= Kind::present_participle;
      const auto lemma = opening + table_.lemma_of(head);
      if (lemma == word || table_.known(lemma)) return lemma;
      if (weak.empty() && !verbal) weak = lemma;
    }
    return weak;
  }

  std::string uninflected(const std::string& word) {
    const auto cut = [&](std::size_t count) { return word.substr(0, word.size() - std::min(count, word.size())); };
    const auto noun = [&](const std::string& lemma) { return lemma.size() >= 3 && table_.is_lemma(lemma); };
    if (auto base = diminished(table_, word); !base.empty()) return base;
    for (const std::string_view end : {"che", "she", "sse", "xe"})
      if (word.ends_with(std::string(end) + "s") && noun(cut(2))) return cut(2);
    if (word.ends_with('i') && noun(cut(1) + "us")) return cut(1) + "us";
    if (word.ends_with('s') && word.size() > 4 && (noun(cut(1)) || is_adjective(cut(1)))) return cut(1);
    if (word.ends_with('a') && noun(cut(1) + "um")) return cut(1) + "um";
    for (const std::string_view ending : {"d", "de", "ds"})
      if (word.ends_with("n" + std::string(ending)) && table_.infinitives.contains(cut(ending.size())))
        return cut(ending.size());
    if (word.ends_with("heden") && noun(cut(5) + "heid")) return cut(5) + "heid";
    if (word.ends_with("en")) {
      for (const auto& stem : verb_stems(word))
        if (noun(stem)) return stem;
      if (noun(cut(2))) return cut(2);
      if (noun(cut(1))) return cut(1);
      if (const auto person = table_.chosen.find(cut(1)); person != table_.chosen.end() && cut(1).ends_with('e'))
        return cut(1);
    }
    for (const std::string_view ending : {"e", "er", "ere", "ers", "st", "ste", "der", "dere"}) {
      if (!word.ends_with(ending)) continue;
      const auto base = cut(ending.size());
      if (is_adjective(base)) return base;
      if (ending == "e") {
        const auto* entry = table_.find(base);
        if (entry != nullptr && !entry->noun && noun(base) && !table_.infinitives.contains(word + "n")) return base;
        for (const auto& stem : verb_stems(word + "n"))
          if (const auto* bare = table_.find(stem); bare != nullptr && !bare->noun && noun(stem) && stem + "e" != word)
            return stem;
      }
      if (ending.front() != 'e') continue;
      for (const auto& stem : verb_stems(base + "en"))
        if (is_adjective(stem)) return stem;
    }
    return {};
  }

  WordTable& table_;
};

}  // namespace

void settle_rest(WordTable& table) { Settling(table).run(); }

std::string diminished(const WordTable& table, const std::string& word) {
  const auto cut = [&](std::size_t count) { return word.substr(0, word.size() - std::min(count, word.size())); };
  const auto noun = [&](const std::string& lemma) { return lemma.size() >= 3 && table.is_lemma(lemma); };
  for (const std::string_view plural : {"", "s"}) {
    if (!word.ends_with("je" + std::string(plural))) continue;
    const auto base = cut(2 + plural.size());
    if (noun(base)) return base;
    if (base.size() < 3) continue;
    const auto shorter = base.substr(0, base.size() - 1), shortest = base.substr(0, base.size() - 2);
    if (base.ends_with('t') && noun(shorter)) return shorter;
    if (base.ends_with("mp") && noun(shorter)) return shorter;
    if (base.ends_with("nk") && noun(shorter + "g")) return shorter + "g";
    if (noun(base + "e")) return base + "e";
    if (base.ends_with('t') && noun(shorter + "e")) return shorter + "e";
    if (!base.ends_with("et")) {
      if (base.ends_with("aat") || base.ends_with("oot") || base.ends_with("uut"))
        if (noun(shortest)) return shortest;
      continue;
    }
    if (noun(shortest)) return shortest;
    for (const auto& stem : verb_stems(shortest + "en"))
      if (noun(stem)) return stem;
  }
  return {};
}

}  // namespace search::morphology_make
