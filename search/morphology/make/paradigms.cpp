#include "search/morphology/make/paradigms.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <tuple>

#include "search/morphology/make/irregular.h"
#include "search/morphology/make/verbs.h"
#include "search/morphology/participle.h"

namespace search::morphology_make {
namespace {

constexpr double kNameWeight = 0.2;

/// What makes a form of a lemma; where a form has several lemmas, the first kind wins.
enum class Kind {
  irregular,
  plural,
  plural_s,
  adjective,
  diminutive,
  present_participle,
  strong_participle,
  strong_verb,
  participle,
  verb,
  apostrophe,
  name
};

struct Word {
  bool listed = false, name = true, own_name = false;
  bool noun = false, compounding = false, compound_end = false, plural_s = false, firm_noun = false, adjective = false,
       compared = false, infinitive = false, participle = false, attributive = false, headword = false;
};

struct Relation {
  std::string lemma;
  Kind kind;
  bool participle;
};

class Paradigms {
 public:
  Paradigms(const Dictionary& dictionary, const std::unordered_map<std::string, ListedWord>& list)
      : dictionary_(dictionary) {
    for (const auto& [word, listed] : list) {
      auto& entry = words_[word];
      entry.listed = true;
      entry.name = listed.name;
    }
  }

  Analyses analyse() {
    read_headwords();
    for (const auto& particle : separable_particles()) openers_.emplace(particle), particles_.emplace(particle);
    for (const auto* prefix : {"be", "ge", "her", "ont", "ver", "er", "mis", "wan"}) openers_.emplace(prefix);
    relate_irregular_verbs();
    add_infinitives();
    relate_irregular_verbs();
    relate_flags();
    for (const auto& verb : infinitives_) relate_weak(verb);
    relate_irregular_words();
    relate_names();
    for (const auto& [word, entry] : words_)  // grotere/Zi: the dictionary has only groter as a form of groot
      if (entry.noun && !entry.firm_noun && word.ends_with("ere"))
        if (const auto at = relations_.find(word.substr(0, word.size() - 1));
            at != relations_.end() && at->second.front().kind == Kind::adjective)
          relate(word, std::string(at->second.front().lemma), Kind::adjective);
    for (const auto& [word, entry] : words_)
      if (entry.noun && !entry.name && word.ends_with("je") && word.size() > 5)
        if (const auto base = diminished(word); !base.empty()) relate(word, base, Kind::diminutive);
    choose();
    settle_rest();
    return result();
  }

 private:
  Word* find(std::string_view word) {
    const auto at = words_.find(std::string(word));
    return at == words_.end() ? nullptr : &at->second;
  }
  bool known(std::string_view word) { return find(word) != nullptr; }
  bool known_word(std::string_view word) {
    const auto* entry = find(word);
    return entry != nullptr && !entry->name;
  }

  void relate(const std::string& form, const std::string& lemma, Kind kind, bool participle = false) {
    if (form.empty() || form == lemma || lemma.size() < 2) return;
    auto& relations = relations_[form];
    for (const auto& relation : relations)
      if (relation.lemma == lemma) return;
    relations.push_back({lemma, kind, participle});
  }

  void read_headwords() {
    for (const auto& headword : dictionary_.headwords) {
      auto [at, added] = words_.try_emplace(headword.word);
      auto& word = at->second;
      word.name = (added || word.name) && headword.name;
      if (headword.name) {
        word.own_name |= headword.has("PN");
        continue;
      }
      word.listed = true;
      word.noun |= headword.has_class('Z') || headword.has_class('Y') || headword.has("Ch");
      // "mappen/YfZbZe" is a plural with the flags of its singular by mistake.
      if (headword.word.ends_with("en") && headword.has("Zb") && headword.has("Ze")) word.noun = false;
      word.firm_noun |= headword.has_class('Y') || headword.has("Cc") || headword.has("Ch") || headword.has("Zj");
      word.plural_s |= headword.has("Za");
      word.compound_end |= headword.has("Cc");
      word.compounding |= std::ranges::any_of(headword.flags, [](const auto& flag) {
        return flag.front() == 'Y' || (flag.front() == 'C' && flag.back() >= 'a');
      });
      word.adjective |= headword.has_class('A') && !headword.has("Ve");
      word.compared |= headword.has("Ab") || headword.has("Ao") || headword.has("Aq") || headword.has("As");
      word.infinitive |= headword.has("Vi") && headword.word.ends_with("n");
      word.participle |= headword.has("Ve");
      word.headword |= word.noun || word.adjective || headword.has_class('V');
    }
    for (const auto& headword : dictionary_.headwords) {
      if (headword.name) continue;
      const bool infinitive = headword.has("Vi") && headword.word.ends_with("n");
      if (infinitive) infinitives_.insert(headword.word);
      for (const auto& flag : headword.flags) {
        const auto prefix = dictionary_.prefixes.find(flag);
        if (prefix == dictionary_.prefixes.end() || flag.front() != 'P') continue;
        const auto prefixed = prefix->second + headword.word;
        auto& word = words_[prefixed];
        word.listed = true;
        word.name = false;
        if (!infinitive) continue;
        word.infinitive = true;
        infinitives_.insert(prefixed);
      }
    }
  }

  /// Words without flags that the list has verb forms of.
  void add_infinitives() {
    for (auto& [word, entry] : words_) {
      if (!word.ends_with("n") || word.size() < 5 || entry.name || entry.noun || entry.adjective || entry.infinitive ||
          past_.contains(word))
        continue;
      if (infinitives_.contains(word + "en")) continue;                               // onderteken
      if (const auto verb = without_ge(word); infinitives_.contains(verb)) continue;  // gebleken is of blijken
      // A past plural has a singular: administreerden, administreerde.
      bool verb = known(word + "d") && !word.starts_with("ge");
      if (!verb && (word.ends_with("den") || word.ends_with("ten")) && known(word.substr(0, word.size() - 1))) continue;
      for (std::size_t at = 2; !verb && at + 4 <= word.size(); ++at) {
        const auto* base = find(word.substr(at));
        verb = base != nullptr && base->infinitive && particles_.contains(word.substr(0, at));
      }
      const auto forms = weak_forms(word);
      for (const auto& stem : verb_stems(word)) {
        for (const auto& form : forms.finite)
          verb |= form.size() > stem.size() && form.starts_with(stem) && known(form);
        for (const auto& participle : forms.participles) verb |= participle != stem && known("ge" + participle);
      }
      if (!verb) continue;
      entry.infinitive = true;
      infinitives_.insert(word);
    }
  }

  void relate_flags() {
    for (const auto& headword : dictionary_.headwords) {
      // The dictionary spells some past plurals as plurals: ging/Zb, beklom/Ze.
      if (past_.contains(headword.word) && !words_[headword.word].compounding) continue;
      for (const auto& flag : headword.flags) {
        const auto suffixes = dictionary_.suffixes.find(flag);
        if (suffixes == dictionary_.suffixes.end()) continue;
        Kind kind;
        if (flag == "PN")
          kind = Kind::name;
        else if (flag == "Zk")
          kind = Kind::adjective;
        else if (flag == "Za")
          kind = Kind::plural_s;
        else if (flag == "Zc")
          kind = Kind::apostrophe;
        else if (flag.front() == 'Z' && flag != "Zm")
          kind = Kind::plural;
        else if (flag.front() == 'Y')
          kind = Kind::diminutive;
        else if (flag.front() == 'A' && flag != "A0")
          kind = Kind::adjective;
        else
          continue;
        for (const auto& suffix : suffixes->second) relate(inflected(headword.word, suffix), headword.word, kind);
      }
    }
  }

  /// Where a verb may be cut in what opens it and a verb: 0 for the whole, and after each particle or prefix.
  std::vector<std::size_t> cuts(const std::string& verb) {
    std::vector<std::size_t> cuts{0};
    for (std::size_t at = 2; at + 4 <= verb.size(); ++at)
      if (const auto opening = verb.substr(0, at);
          particles_.contains(opening) || (infinitives_.contains(verb.substr(at)) && opens(opening)))
        cuts.push_back(at);
    return cuts;
  }
  bool opens(const std::string& opening) {
    return openers_.contains(opening) || (opening.size() >= 3 && known(opening));
  }

  /// Whether the participle may do without "ge": vertellen, herberekenen, overleggen.
  bool keeps_ge_away(std::string_view verb) {
    static constexpr auto kPrefixes =
        std::to_array<std::string_view>({"be", "ge", "her", "ont", "ver", "er", "mis", "over", "onder", "door", "vol",
                                         "voor", "weer", "om", "aan", "achter"});
    const auto prefixed = [](std::string_view word) {
      return std::ranges::any_of(kPrefixes, [&](auto prefix) { return word.starts_with(prefix); });
    };
    if (prefixed(verb)) return true;
    for (const auto particle : separable_particles())
      if (verb.starts_with(particle) && prefixed(verb.substr(particle.size()))) return true;
    return false;
  }

  void relate_participle(const std::string& verb, const std::string& participle, Kind kind) {
    if (known_word(participle)) relate(participle, verb, kind, true);
    for (const auto& form : with_e(participle))
      if (known_word(form)) relate(form, verb, kind, true);
  }

  void relate_weak(const std::string& verb) {
    for (const auto* ending : {"d", "de", "ds"}) relate(verb + ending, verb, Kind::present_participle);
    if (verb.ends_with("en"))
      if (auto noun = verb.substr(0, verb.size() - 2) + "ing"; known(noun)) nominal_.emplace(noun, verb);
    const auto forms = weak_forms(verb);
    for (const auto& form : forms.finite)
      if (known_word(form)) relate(form, verb, Kind::verb);
    for (const auto& participle : forms.participles) {
      for (const auto at : cuts(verb))
        relate_participle(verb, participle.substr(0, at) + "ge" + participle.substr(at), Kind::participle);
      if (keeps_ge_away(verb)) relate_participle(verb, participle, Kind::participle);
    }
  }

  template <typename Visit>
  static void each_line(std::string_view table, Visit visit) {
    std::istringstream lines{std::string(table)};
    for (std::string line; std::getline(lines, line);) {
      std::istringstream fields(line);
      std::string lemma;
      if (!(fields >> lemma)) continue;
      std::vector<std::string> forms;
      for (std::string form; fields >> form;) forms.push_back(form);
      visit(lemma, forms);
    }
  }

  void relate_irregular_verbs() {
    each_line(kIrregularVerbs, [&](const std::string& base, const std::vector<std::string>& forms) {
      for (const auto& verb : infinitives_with(base)) {
        const auto opening = verb.substr(0, verb.size() - base.size());
        for (auto form : forms) {
          const bool participle = form.front() == '*';
          if (participle) form.erase(0, 1);
          if (!participle && (opening.empty() || known(opening + form))) {
            relate(opening + form, verb, Kind::strong_verb);
            past_.insert(opening + form);
          }
          if (!participle) continue;
          relate_participle(verb, opening + form, Kind::strong_participle);
          if (form.starts_with("ge")) relate_participle(verb, opening + form.substr(2), Kind::strong_participle);
        }
      }
    });
  }

  std::vector<std::string> infinitives_with(const std::string& base) {
    std::vector<std::string> verbs;
    infinitives_.insert(base);
    words_[base].infinitive = true;
    for (const auto& verb : infinitives_)
      if (verb.ends_with(base) && (verb == base || opens(verb.substr(0, verb.size() - base.size()))))
        verbs.push_back(verb);
    return verbs;
  }

  void relate_irregular_words() {
    each_line(kIrregularWords, [&](std::string lemma, const std::vector<std::string>& forms) {
      if (lemma.front() == '~')
        lemma.erase(0, 1);
      else
        for (const auto& form : forms) relate(form, lemma, Kind::irregular);
      kept_.insert(lemma);
      std::vector<std::string> compounds;
      for (const auto& [word, entry] : words_)
        if (word.size() >= lemma.size() + 3 && word.ends_with(lemma)) compounds.push_back(word);
      for (const auto& compound : compounds)
        for (const auto& form : forms)
          if (const auto other = compound.substr(0, compound.size() - lemma.size()) + form; known(other))
            relate(other, compound, Kind::irregular);
    });
  }

  void relate_names() {
    std::vector<std::string> names;
    for (const auto& [word, entry] : words_)
      if (entry.name && word.size() > 3) names.push_back(word);
    for (const auto& name : names)
      if (const auto* owner = find(name + "s"); owner != nullptr && owner->name) relate(name + "s", name, Kind::name);
  }

  /// Words of the list without flags: as the word that ends them, else as a form of another word of the list.
  void settle_rest() {
    std::vector<std::string> rest;
    for (const auto& [word, entry] : words_)
      if (!settled(word, entry)) rest.push_back(word);
    std::ranges::sort(rest,
                      [](const auto& a, const auto& b) { return std::tuple(a.size(), a) < std::tuple(b.size(), b); });
    for (const auto& word : rest) {
      auto lemma = words_[word].name ? name_settled_as(word) : settled_as(word);
      if (lemma == word)
        self_.insert(word);
      else if (!lemma.empty())
        chosen_.insert_or_assign(word, Relation{lemma, Kind::plural, false});
    }
  }

  bool settled(const std::string& word, const Word& entry) const {
    return chosen_.contains(word) || kept_.contains(word) || entry.noun || entry.adjective || entry.infinitive ||
           self_.contains(word) || (entry.headword && !relations_.contains(word));
  }
  bool is_lemma(const std::string& word) {
    const auto* entry = find(word);
    return entry != nullptr && !entry->name && !chosen_.contains(word);
  }
  bool is_adjective(const std::string& word) {
    const auto* entry = find(word);
    if (entry == nullptr) return false;
    if (entry->adjective || entry->participle) return true;
    for (std::size_t at = 0; at + 5 <= word.size(); ++at) {
      if (const auto end = chosen_.find(word.substr(at)); end != chosen_.end() && end->second.participle) return true;
      if (const auto* end = find(word.substr(at)); end != nullptr && end->adjective && opens(word.substr(0, at)))
        return true;
    }
    return false;
  }

  /// Names are left alone but for adjectives of places (Amstelveense) and compounds (Balkanlanden).
  std::string name_settled_as(const std::string& word) {
    if (word.size() > 5 && word.ends_with("se")) {
      if (const auto adjective = word.substr(0, word.size() - 1); known(adjective)) return adjective;
      if (const auto place = word.substr(0, word.size() - 2); known(place)) return place;
    }
    if (word.size() > 6 && word.ends_with("en"))  // Portugezen, Roemenen: only where the spelling changes
      for (const auto& stem : verb_stems(word))
        if (!word.starts_with(stem) && known(stem)) return stem;
    const auto lemma = of_head(word);
    return lemma.empty() ? word : lemma;
  }

  std::string settled_as(const std::string& word) {
    const auto as_head = of_head(word);
    if (known(as_head) && as_head != word) return as_head;
    if (auto lemma = uninflected(word); !lemma.empty()) return lemma;
    return as_head.empty() ? word : as_head;
  }

  std::string of_head(const std::string& word) {
    std::string weak;
    for (std::size_t at = 2; at + 3 <= word.size(); ++at) {
      const auto head = word.substr(at), opening = word.substr(0, at);
      const auto* entry = find(head);
      if (entry == nullptr || entry->name || !settled(head, *entry)) continue;
      const bool opens_compound =
          opens(opening) || (opening.size() > 3 && opening.ends_with('s') && opens(opening.substr(0, at - 1)));
      if (!opens_compound) continue;
      const auto chosen = chosen_.find(head);
      const bool verbal = chosen != chosen_.end() && chosen->second.kind >= Kind::present_participle;
      const auto lemma = opening + lemma_of(head);
      if (lemma == word || known(lemma)) return lemma;
      if (weak.empty() && !verbal) weak = lemma;
    }
    return weak;
  }

  /// The base of a diminutive that the list has; else empty.
  std::string diminished(const std::string& word) {
    const auto cut = [&](std::size_t count) { return word.substr(0, word.size() - std::min(count, word.size())); };
    const auto noun = [&](const std::string& lemma) { return lemma.size() >= 3 && is_lemma(lemma); };
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

  std::string uninflected(const std::string& word) {
    const auto cut = [&](std::size_t count) { return word.substr(0, word.size() - std::min(count, word.size())); };
    const auto noun = [&](const std::string& lemma) { return lemma.size() >= 3 && is_lemma(lemma); };
    if (auto base = diminished(word); !base.empty()) return base;
    for (const std::string_view end : {"che", "she", "sse", "xe"})
      if (word.ends_with(std::string(end) + "s") && noun(cut(2))) return cut(2);
    if (word.ends_with('i') && noun(cut(1) + "us")) return cut(1) + "us";
    if (word.ends_with('s') && word.size() > 4 && (noun(cut(1)) || is_adjective(cut(1)))) return cut(1);
    if (word.ends_with('a') && noun(cut(1) + "um")) return cut(1) + "um";
    for (const std::string_view ending : {"d", "de", "ds"})
      if (word.ends_with("n" + std::string(ending)) && infinitives_.contains(cut(ending.size())))
        return cut(ending.size());
    if (word.ends_with("heden") && noun(cut(5) + "heid")) return cut(5) + "heid";
    if (word.ends_with("en")) {
      for (const auto& stem : verb_stems(word))
        if (noun(stem)) return stem;
      if (noun(cut(2))) return cut(2);
      if (noun(cut(1))) return cut(1);
      if (const auto person = chosen_.find(cut(1)); person != chosen_.end() && cut(1).ends_with('e')) return cut(1);
    }
    for (const std::string_view ending : {"e", "er", "ere", "ers", "st", "ste", "der", "dere"}) {
      if (!word.ends_with(ending)) continue;
      const auto base = cut(ending.size());
      if (is_adjective(base)) return base;
      if (ending == "e") {
        const auto* entry = find(base);
        if (entry != nullptr && !entry->noun && noun(base) && !infinitives_.contains(word + "n")) return base;
        for (const auto& stem : verb_stems(word + "n"))
          if (const auto* bare = find(stem); bare != nullptr && !bare->noun && noun(stem) && stem + "e" != word)
            return stem;
      }
      if (ending.front() != 'e') continue;
      for (const auto& stem : verb_stems(base + "en"))
        if (is_adjective(stem)) return stem;
    }
    return {};
  }

  /// Whether a form is a dictionary word of its own, rather than a form of another.
  bool stays(const std::string& form, const Word& word, const Relation& best) const {
    if (best.kind == Kind::irregular || best.kind == Kind::diminutive) return false;
    if (best.kind == Kind::adjective && form.ends_with('e') && !form.ends_with("re"))
      return word.adjective || word.plural_s;                                   // verdachte, but not waarde
    if (best.kind == Kind::adjective) return word.adjective || word.firm_noun;  // grotere/Zi
    if (best.kind == Kind::present_participle) return word.noun;
    if (best.kind == Kind::strong_verb && !word.compounding) return word.adjective;
    if (best.kind == Kind::verb && word.compound_end) return true;  // de aanpak
    if ((best.kind == Kind::participle || best.kind == Kind::strong_participle) && !word.compounding)
      return word.adjective && word.compared;
    return word.noun || word.adjective;
  }

  /// Of how many words of the list each lemma that competes with another is the last part: waarden is waarde rather
  /// than waard, dozen doos rather than dos.
  void count_productivity() {
    for (const auto& [form, relations] : relations_)
      if (relations.size() > 1)
        for (const auto& relation : relations) productivity_.emplace(relation.lemma, 0);
    for (const auto& [word, entry] : words_)
      for (std::size_t at = 2; at + 2 < word.size(); ++at)
        if (const auto count = productivity_.find(word.substr(at));
            count != productivity_.end() && opens(word.substr(0, at)))
          ++count->second;
  }

  /// "studenten" stands by itself in the dictionary, and so would be a form of "studente" only.
  void relate_plain_plurals() {
    for (auto& [form, relations] : relations_) {
      const auto feminine = form.substr(0, form.size() - 1);
      if (!form.ends_with("en") || !std::ranges::any_of(relations, [&](const auto& r) { return r.lemma == feminine; }))
        continue;
      for (const auto& stem : verb_stems(form))
        if (const auto* word = find(stem); word != nullptr && word->noun && !word->name)
          relate(form, stem, Kind::plural);
    }
  }

  void choose() {
    relate_plain_plurals();
    count_productivity();
    for (auto& [form, relations] : relations_) {
      std::ranges::stable_sort(relations, [this](const Relation& a, const Relation& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        if (productivity_[a.lemma] != productivity_[b.lemma]) return productivity_[a.lemma] > productivity_[b.lemma];
        if (a.lemma.size() != b.lemma.size()) return a.lemma.size() < b.lemma.size();
        return a.lemma < b.lemma;
      });
      const auto& best = relations.front();
      const auto* word = find(form);
      if (word != nullptr && !word->name) {
        if (stays(form, *word, best)) continue;
        if (best.kind >= Kind::plural_s && word->infinitive) continue;
        if (best.kind >= Kind::apostrophe && word->headword) continue;
        if (word->own_name && best.kind == Kind::name) continue;
        if (kept_.contains(form) && best.kind != Kind::irregular) continue;
      } else if (word != nullptr && word->own_name && best.kind == Kind::name) {
        continue;
      }
      chosen_.emplace(form, best);
    }
  }

  std::string lemma_of(const std::string& form) {
    const auto at = chosen_.find(form);
    return at == chosen_.end() ? form : at->second.lemma;
  }

  /// What a lemma is indexed as: a verb as the noun that is its stem, a noun in -ing as its verb.
  std::string stem_of(std::string lemma) {
    std::set<std::string> seen;
    while (seen.insert(lemma).second) {
      if (const auto at = chosen_.find(lemma); at != chosen_.end()) {
        lemma = at->second.lemma;
        continue;
      }
      if (const auto at = nominal_.find(lemma); at != nominal_.end()) {
        lemma = at->second;
        continue;
      }
      if (const auto* own = find(lemma); infinitives_.contains(lemma) && !(own != nullptr && own->noun))
        for (const auto& stem : verb_stems(lemma))
          if (const auto* word = find(stem); word != nullptr && (word->noun || word->compound_end) && !word->name) {
            lemma = stem;
            break;
          }
    }
    return lemma;
  }

  Analyses result() {
    std::set<std::string> forms;
    for (const auto& [form, relation] : chosen_) forms.insert(form);
    for (const auto& [word, entry] : words_)
      if (settled(word, entry)) forms.insert(word);
    Analyses analyses;
    for (const auto& form : forms) {
      const auto at = chosen_.find(form);
      const auto* word = find(form);
      const bool name = at != chosen_.end() ? at->second.kind == Kind::name : word->name;
      const bool participle = at != chosen_.end() && at->second.participle;
      const double weight = name ? kNameWeight : 1;
      analyses.lemmas.push_back({form, lemma_of(form), weight, participle});
      analyses.stems.push_back({form, stem_of(form), weight, participle});
    }
    return analyses;
  }

  const Dictionary& dictionary_;
  std::unordered_map<std::string, Word> words_;
  std::set<std::string> particles_, openers_;
  std::set<std::string> past_, kept_;
  std::set<std::string> infinitives_;
  std::map<std::string, std::vector<Relation>> relations_;
  std::map<std::string, Relation> chosen_;
  std::set<std::string> self_;
  std::map<std::string, std::string> nominal_;
  std::unordered_map<std::string, std::size_t> productivity_;
};

}  // namespace

Analyses analyse(const Dictionary& dictionary, const std::unordered_map<std::string, ListedWord>& list) {
  return Paradigms(dictionary, list).analyse();
}

}  // namespace search::morphology_make
