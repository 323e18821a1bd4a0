// Build tool: make_morphology NL.DIC NL.AFF WORDLIST LEMMAS STEMS. Writes two sets of rules in the form of
// search/morphology/format.h: form → dictionary form, and form → stem.
#include <fstream>
#include <iostream>

#include "search/morphology/make/dictionary.h"
#include "search/morphology/make/induction.h"
#include "search/morphology/make/paradigms.h"

namespace {

void write(const char* path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error(std::string(path) + " can't be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) {
    std::cerr << "usage: make_morphology NL.DIC NL.AFF WORDLIST LEMMAS STEMS\n";
    return 2;
  }
  try {
    using namespace search::morphology_make;
    auto analyses = analyse(read_dictionary(argv[1], argv[2]), read_word_list(argv[3]));
    write(argv[4], induce(std::move(analyses.lemmas)));
    write(argv[5], induce(std::move(analyses.stems)));
  } catch (const std::exception& error) {
    std::cerr << "make_morphology: " << error.what() << '\n';
    return 1;
  }
}
