// A search as a person could ask it: what is meant (for the oracle), and how it is written in the box, in a URL and on
// the command line.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "tests/contract/documents.h"

namespace contract {

struct Request {
  std::vector<std::string> words;  // content words; a synonym of several words is one
  bool only_stop_words = false;    // then `words` are stop words, and count
  std::vector<std::string> phrases;
  std::vector<std::vector<std::string>> groups;  // OR
  std::vector<std::string> excluded;             // a word or, with a space, a phrase
  std::array<std::string, kFacets> fields;       // thema:x in the box
  std::array<std::vector<std::string>, kFacets> selected;
  std::string from;
  std::string to;
  std::string sort;  // empty: not said
  int page = 1;
  int size = 10;
  bool size_said = false;
  std::string text;  // the box

  bool empty() const;  // an empty query, or exclusions alone
  std::string url() const;
  std::vector<std::string> arguments(const std::string& index) const;  // of the command, first page only
};

class Asker {
 public:
  Asker(const World& world, std::uint64_t seed) : world_(world), random_(seed) {}
  Request next();

 private:
  void ask_words(Request& request, int count);
  void ask_query(Request& request);
  void ask_text(Request& request);
  void select(Request& request);
  std::string word();
  std::string phrase();
  std::vector<std::string> values(Facet facet) const;

  const World& world_;
  Random random_;
  const Document* inspiration_ = nullptr;  // many queries ask for words of one document
};

}  // namespace contract
