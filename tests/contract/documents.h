// Generated documents: what the oracle knows of each, and the JSON line that the program gets to see.
#pragma once
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/contract/lexicon.h"
#include "tests/contract/random.h"
#include "tests/contract/vocabulary.h"

namespace contract {

struct Block {  // a title, a heading or a paragraph; nothing is said about phrases that cross a border
  bool heading = false;
  std::vector<std::string> words;
};

struct Document {
  std::string id;
  std::vector<Block> blocks;  // the first is the title
  std::string kind;
  std::string date;     // YYYY-MM-DD, YYYY-MM, YYYY, or empty when no year is known
  std::string written;  // the date as given; empty: none
  std::string session;
  std::optional<std::string> access;                    // nothing said is open
  std::array<std::vector<std::string>, kFacets> given;  // as the author spells them
  std::array<std::set<std::string>, kFacets> direct;    // slugs, or the value itself when unknown
  std::array<std::set<std::string>, kFacets> counted;   // with all that is broader

  bool open() const { return !access || *access == "openbaar"; }
  std::string title() const { return join(blocks.front().words); }
  std::string first_day() const { return date.empty() ? "" : date + std::string("-01-01").substr(date.size() - 4); }
  std::string last_day() const { return date.empty() ? "" : date + std::string("-12-31").substr(date.size() - 4); }
  std::string json_line() const;
};

struct World {
  Vocabulary vocabulary = test_vocabulary();
  Lexicon lexicon{words_to_ask()};
  Words words;
  std::vector<Document> documents;
};

World make_world(std::uint64_t seed, int count);

}  // namespace contract
