// The names of places as they may stand in a text: municipalities, their adjectives, police units, provinces, safety
// regions, and other things that hold such a name ("FC Utrecht").
//
// A trie over folded words. Immutable after construction; share it between threads.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "indexer/description/place_cues.h"
#include "indexer/description/words.h"

namespace indexer {

/// Everything that one written name may mean.
struct PlaceName {
  std::vector<const corpus::Concept*> municipalities;  // more than one: "Bergen"
  const corpus::Concept* adjective_of = nullptr;       // "Bredase"
  const corpus::Concept* unit = nullptr;
  bool unit_needs_cue = false;  // "Rotterdam" is the unit only behind "politie"
  bool unit_is_area = false;    // "Noord-Nederland" is also a part of the country
  bool province = false;
  bool region = false;         // a safety region
  bool other = false;          // something else: never a place of the vocabulary
  bool government = false;     // Den Haag
  bool capitals_only = false;  // an abbreviation: "ZWB"
  NameClass name_class = NameClass::plain;
  std::string folded;  // words with spaces
};

/// A name at words [begin, end) of a text.
struct NameMatch {
  std::size_t begin = 0, end = 0;
  const PlaceName* name = nullptr;
};

class PlaceNames {
 public:
  explicit PlaceNames(const corpus::Vocabulary& vocabulary);
  PlaceNames(const PlaceNames&) = delete;
  PlaceNames& operator=(const PlaceNames&) = delete;

  /// The longest name that begins at `begin`, written with its capitals; `name` is null when there is none.
  NameMatch match_at(const std::vector<Word>& words, std::size_t begin) const;

 private:
  struct Node {
    StringMap<std::size_t> next;
    std::size_t name = 0;  // position in names_ plus 1
  };
  /// `loose`: brackets and commas may stand between the words, as in "Bergen (L.)".
  struct Variant {
    std::vector<std::uint8_t> capital;  // for each word whether it must have one
    bool loose = false;
  };

  PlaceName& add(std::string_view written);
  void add_municipality(const corpus::Concept& municipality);
  void add_adjective(std::string_view adjective, const corpus::Concept& municipality);
  void add_unit(const corpus::Concept& unit);

  WordFilter first_words_;
  std::vector<Node> nodes_{1};
  std::vector<PlaceName> names_;
  std::vector<Variant> variants_;  // same order as names_
};

}  // namespace indexer
