// What `praktijkbank analyze --json` says about words: their stems and the parts of compounds. The oracle knows no
// other Dutch than this.
#pragma once
#include <map>
#include <string>
#include <vector>

namespace contract {

struct Analysed {
  std::string stem;
  std::vector<std::string> parts;       // as printed
  std::vector<std::string> part_stems;  // the stem of each
};

class Lexicon {
 public:
  // Asks once for all words and once for the parts found. A word that comes back as other than one token is left out.
  explicit Lexicon(const std::vector<std::string>& words);

  bool knows(const std::string& word) const { return words_.count(word) != 0; }
  const Analysed& of(const std::string& word) const { return words_.at(word); }
  std::vector<std::string> stems(const std::string& text) const;  // of words parted by spaces

 private:
  std::map<std::string, Analysed> words_;
};

std::vector<std::string> split(const std::string& text);  // at spaces
std::string join(const std::vector<std::string>& words, const std::string& between = " ");

// Words of the generated world, kept apart so that the contract leaves no doubt about what matches.
struct Words {
  std::vector<std::string> plain;      // not split; the first are the most frequent in texts
  std::vector<std::string> stop;       // in any list of Dutch stop words
  std::vector<std::string> question;   // question words, only in queries
  std::vector<std::string> compounds;  // split in two parts that occur nowhere else
};

// Ordinary words, less those that analysis splits or confuses with the others or with the vocabulary's labels.
Words usable_words(const Lexicon& lexicon);
const std::string& unheard_of();          // a word in no document
std::vector<std::string> words_to_ask();  // all that `usable_words` wants to know

}  // namespace contract
