// Everything that is known of the words so far, while the rules of inflection are made: a table that the steps of
// paradigms.cpp and settling.cpp fill in turn. Build time only; not synchronised.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search::morphology_make {

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

/// What the dictionary and the list say of a word.
struct Word {
  bool listed = false, name = true, own_name = false;
  bool noun = false, compounding = false, compound_end = false, plural_s = false, firm_noun = false, adjective = false,
       compared = false, infinitive = false, participle = false, headword = false;
};

/// A lemma that a form may belong to.
struct Relation {
  std::string lemma;
  Kind kind;
  bool participle;
};

struct WordTable {
  std::unordered_map<std::string, Word> words;
  std::set<std::string> infinitives;                       // of verbs, prefixed and separable ones too
  std::set<std::string> particles, openers;                // "aan"; those and prefixes: what may stand before a verb
  std::set<std::string> past;                              // forms of strong and irregular verbs
  std::map<std::string, std::vector<Relation>> relations;  // by form, every lemma it may belong to
  std::map<std::string, Relation> chosen;                  // by form, the one it goes to
  std::set<std::string> kept, self;                        // words that are no form of another: by table, by search
  std::map<std::string, std::string> nominal;              // noun in -ing → its verb

  const Word* find(std::string_view word) const;
  bool known(std::string_view word) const { return find(word) != nullptr; }
  bool known_word(std::string_view word) const;
  /// Whether it may stand before another word in a compound.
  bool opens(const std::string& opening) const;
  /// Whether it is decided what the word is a form of, or that it is none.
  bool settled(const std::string& word, const Word& entry) const;
  bool is_lemma(const std::string& word) const;
  std::string lemma_of(const std::string& form) const;
};

}  // namespace search::morphology_make
