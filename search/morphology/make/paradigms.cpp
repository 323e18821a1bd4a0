#include "search/morphology/make/paradigms.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>

#include "search/morphology/make/irregular.h"
#include "search/morphology/make/settling.h"
#include "search/morphology/make/verbs.h"
#include "search/morphology/make/word_table.h"
#include "search/morphology/participle.h"

namespace search::morphology_make {
namespace {

constexpr double kNameWeight = 0.2;

class Paradigms {
 public:
  Paradigms(const Dictionary& dictionary, const std::unordered_map<std::string, ListedWord>& list)
      : dictionary_(dictionary) {
    for (const auto& [word, listed] : list) {
      auto& entry = table_.words[word];
      entry.listed = true;
      entry.name = listed.name;
    }
  }

  Analyses analyse() {
    read_headwords();
    for (const auto& particle : separable_particles())
      table_.openers.emplace(particle), table_.particles.emplace(particle);
    for (const auto* prefix : {"be", "ge", "her", "ont", "ver", "er", "mis", "wan"}) table_.openers.emplace(prefix);
    relate_irregular_verbs();
    add_infinitives();
    relate_irregular_verbs();
    relate_flags();
    for (const auto& verb : table_.infinitives) relate_weak(verb);
    relate_irregular_words();
    relate_names();
    for (const auto& [word, entry] : table_.words)  // grotere/Zi: the dictionary has only groter as a form of groot
      if (entry.noun && !entry.firm_noun && word.ends_with("ere"))
        if (const auto at = table_.relations.find(word.substr(0, word.size() - 1));
            at != table_.relations.end() && at->second.front().kind == Kind::adjective)
          relate(word, std::string(at->second.front().lemma), Kind::adjective);
    for (const auto& [word, entry] : table_.words)
      if (entry.noun && !entry.name && word.ends_with("je") && word.size() > 5)
        if (const auto base = diminished(table_, word); !base.empty()) relate(word, base, Kind::diminutive);
    choose();
    settle_rest(table_);
    return result();
  }

 private:
  void relate(const std::string& form, const std::string& lemma, Kind kind, bool participle = false) {
    if (form.empty() || form == lemma || lemma.size() < 2) return;
    auto& relations = table_.relations[form];
    for (const auto& relation : relations)
      if (relation.lemma == lemma) return;
    relations.push_back({lemma, kind, participle});
  }

  void read_headwords() {
    for (const auto& headword : dictionary_.headwords) {
      auto [at, added] = table_.words.try_emplace(headword.word);
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
      if (infinitive) table_.infinitives.insert(headword.word);
      for (const auto& flag : headword.flags) {
        const auto prefix = dictionary_.prefixes.find(flag);
        if (prefix == dictionary_.prefixes.end() || flag.front() != 'P') continue;
        const auto prefixed = prefix->second + headword.word;
        auto& word = table_.words[prefixed];
        word.listed = true;
        word.name = false;
        if (!infinitive) continue;
        word.infinitive = true;
        table_.infinitives.insert(prefixed);
      }
    }
  }

  /// Words without flags that the list has verb forms of.
  void add_infinitives() {
    for (auto& [word, entry] : table_.words) {
      if (!word.ends_with("n") || word.size() < 5 || entry.name || entry.noun || entry.adjective || entry.infinitive ||
          table_.past.contains(word))
        continue;
      if (table_.infinitives.contains(word + "en")) continue;                               // onderteken
      if (const auto verb = without_ge(word); table_.infinitives.contains(verb)) continue;  // gebleken is of blijken
      // A past plural has a singular: administreerden, administreerde.
      bool verb = table_.known(word + "d") && !word.starts_with("ge");
      if (!verb && (word.ends_with("den") || word.ends_with("ten")) && table_.known(word.substr(0, word.size() - 1)))
        continue;
      for (std::size_t at = 2; !verb && at + 4 <= word.size(); ++at) {
        const auto* base = table_.find(word.substr(at));
        verb = base != nullptr && base->infinitive && table_.particles.contains(word.substr(0, at));
      }
      const auto forms = weak_forms(word);
      for (const auto& stem : verb_stems(word)) {
        for (const auto& form : forms.finite)
          verb |= form.size() > stem.size() && form.starts_with(stem) && table_.known(form);
        for (const auto& participle : forms.participles) verb |= participle != stem && table_.known("ge" + participle);
      }
      if (!verb) continue;
      entry.infinitive = true;
      table_.infinitives.insert(word);
    }
  }

  void relate_flags() {
    for (const auto& headword : dictionary_.headwords) {
      // The dictionary spells some past plurals as plurals: ging/Zb, beklom/Ze.
      if (table_.past.contains(headword.word) && !table_.words[headword.word].compounding) continue;
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
          table_.particles.contains(opening) || (table_.infinitives.contains(verb.substr(at)) && table_.opens(opening)))
        cuts.push_back(at);
    return cuts;
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
    if (table_.known_word(participle)) relate(participle, verb, kind, true);
    for (const auto& form : with_e(participle))
      if (table_.known_word(form)) relate(form, verb, kind, true);
  }

  void relate_weak(const std::string& verb) {
    for (const auto* ending : {"d", "de", "ds"}) relate(verb + ending, verb, Kind::present_participle);
    if (verb.ends_with("en"))
      if (auto noun = verb.substr(0, verb.size() - 2) + "ing"; table_.known(noun)) table_.nominal.emplace(noun, verb);
    const auto forms = weak_forms(verb);
    for (const auto& form : forms.finite)
      if (table_.known_word(form)) relate(form, verb, Kind::verb);
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
          if (!participle && (opening.empty() || table_.known(opening + form))) {
            relate(opening + form, verb, Kind::strong_verb);
            table_.past.insert(opening + form);
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
    table_.infinitives.insert(base);
    table_.words[base].infinitive = true;
    for (const auto& verb : table_.infinitives)
      if (verb.ends_with(base) && (verb == base || table_.opens(verb.substr(0, verb.size() - base.size()))))
        verbs.push_back(verb);
    return verbs;
  }

  void relate_irregular_words() {
    each_line(kIrregularWords, [&](std::string lemma, const std::vector<std::string>& forms) {
      if (lemma.front() == '~')
        lemma.erase(0, 1);
      else
        for (const auto& form : forms) relate(form, lemma, Kind::irregular);
      table_.kept.insert(lemma);
      std::vector<std::string> compounds;
      for (const auto& [word, entry] : table_.words)
        if (word.size() >= lemma.size() + 3 && word.ends_with(lemma)) compounds.push_back(word);
      for (const auto& compound : compounds)
        for (const auto& form : forms)
          if (const auto other = compound.substr(0, compound.size() - lemma.size()) + form; table_.known(other))
            relate(other, compound, Kind::irregular);
    });
  }

  void relate_names() {
    std::vector<std::string> names;
    for (const auto& [word, entry] : table_.words)
      if (entry.name && word.size() > 3) names.push_back(word);
    for (const auto& name : names)
      if (const auto* owner = table_.find(name + "s"); owner != nullptr && owner->name)
        relate(name + "s", name, Kind::name);
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
    for (const auto& [form, relations] : table_.relations)
      if (relations.size() > 1)
        for (const auto& relation : relations) productivity_.emplace(relation.lemma, 0);
    for (const auto& [word, entry] : table_.words)
      for (std::size_t at = 2; at + 2 < word.size(); ++at)
        if (const auto count = productivity_.find(word.substr(at));
            count != productivity_.end() && table_.opens(word.substr(0, at)))
          ++count->second;
  }

  /// "studenten" stands by itself in the dictionary, and so would be a form of "studente" only.
  void relate_plain_plurals() {
    for (auto& [form, relations] : table_.relations) {
      const auto feminine = form.substr(0, form.size() - 1);
      if (!form.ends_with("en") || !std::ranges::any_of(relations, [&](const auto& r) { return r.lemma == feminine; }))
        continue;
      for (const auto& stem : verb_stems(form))
        if (const auto* word = table_.find(stem); word != nullptr && word->noun && !word->name)
          relate(form, stem, Kind::plural);
    }
  }

  void choose() {
    relate_plain_plurals();
    count_productivity();
    for (auto& [form, relations] : table_.relations) {
      std::ranges::stable_sort(relations, [this](const Relation& a, const Relation& b) {
        if (a.kind != b.kind) return a.kind < b.kind;
        if (productivity_[a.lemma] != productivity_[b.lemma]) return productivity_[a.lemma] > productivity_[b.lemma];
        if (a.lemma.size() != b.lemma.size()) return a.lemma.size() < b.lemma.size();
        return a.lemma < b.lemma;
      });
      const auto& best = relations.front();
      const auto* word = table_.find(form);
      if (word != nullptr && !word->name) {
        if (stays(form, *word, best)) continue;
        if (best.kind >= Kind::plural_s && word->infinitive) continue;
        if (best.kind >= Kind::apostrophe && word->headword) continue;
        if (word->own_name && best.kind == Kind::name) continue;
        if (table_.kept.contains(form) && best.kind != Kind::irregular) continue;
      } else if (word != nullptr && word->own_name && best.kind == Kind::name) {
        continue;
      }
      table_.chosen.emplace(form, best);
    }
  }

  /// What a lemma is indexed as: a verb as the noun that is its stem, a noun in -ing as its verb.
  std::string stem_of(std::string lemma) {
    std::set<std::string> seen;
    while (seen.insert(lemma).second) {
      if (const auto at = table_.chosen.find(lemma); at != table_.chosen.end()) {
        lemma = at->second.lemma;
        continue;
      }
      if (const auto at = table_.nominal.find(lemma); at != table_.nominal.end()) {
        lemma = at->second;
        continue;
      }
      if (const auto* own = table_.find(lemma); table_.infinitives.contains(lemma) && !(own != nullptr && own->noun))
        for (const auto& stem : verb_stems(lemma))
          if (const auto* word = table_.find(stem);
              word != nullptr && (word->noun || word->compound_end) && !word->name) {
            lemma = stem;
            break;
          }
    }
    return lemma;
  }

  Analyses result() {
    std::set<std::string> forms;
    for (const auto& [form, relation] : table_.chosen) forms.insert(form);
    for (const auto& [word, entry] : table_.words)
      if (table_.settled(word, entry)) forms.insert(word);
    Analyses analyses;
    for (const auto& form : forms) {
      const auto at = table_.chosen.find(form);
      const auto* word = table_.find(form);
      const bool name = at != table_.chosen.end() ? at->second.kind == Kind::name : word->name;
      const bool participle = at != table_.chosen.end() && at->second.participle;
      const double weight = name ? kNameWeight : 1;
      analyses.lemmas.push_back({form, table_.lemma_of(form), weight, participle});
      analyses.stems.push_back({form, stem_of(form), weight, participle});
    }
    return analyses;
  }

  const Dictionary& dictionary_;
  WordTable table_;
  std::unordered_map<std::string, std::size_t> productivity_;
};

}  // namespace

Analyses analyse(const Dictionary& dictionary, const std::unordered_map<std::string, ListedWord>& list) {
  return Paradigms(dictionary, list).analyse();
}

}  // namespace search::morphology_make
