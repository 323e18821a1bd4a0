// Hunspell's Dutch dictionary as its two files have it: headwords with flags (nl.dic) and affixes (nl.aff, FLAG long),
// for the build tools that make the lexicon and the rules of inflection. Build time only; pure but for the streams.
#pragma once
#include <functional>
#include <istream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// As the words of an index are: ASCII lower case, without apostrophes and hyphens. Empty when it is no word that
/// stands alone in a text (groups of words, abbreviations with dots, what holds digits) or is longer than 60 bytes.
std::string folded_word(std::string_view written);

/// A headword with its flags, two characters each; the comments of nl.aff tell what each stands for.
struct Headword {
  std::string written, word;  // `word` is folded_word(written)
  std::set<std::string, std::less<>> flags;
  bool has(std::string_view flag) const { return flags.contains(flag); }
  /// Whether one of the flags begins with this letter.
  bool has_class(char letter) const;
};

/// Visits the headwords in order of the file; wrong spellings and what folded_word() refuses are passed over.
void read_headwords(std::istream& dictionary, const std::function<void(Headword)>& visit);

/// A line as "PFX Pb 0 aan ." or "SFX Zb 0 en [^aeiou]", its fields as written.
struct Affix {
  bool is_prefix = false;
  std::string flag, strip, append;
  std::string condition;  // of the letters at the end: a bracketed set, '.', or letters
};

/// In order of the file, without the headings of classes.
std::vector<Affix> read_affixes(std::istream& affixes);

}  // namespace search
