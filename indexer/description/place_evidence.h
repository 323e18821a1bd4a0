// Whether a name in a text is meant as a municipality or a police unit: the judgement of one mention from the words
// around it. "Best, Eindhoven en Veldhoven" are three municipalities; "Best practices" are none.
//
// Pure functions; thread-safe.
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/description/place_names.h"
#include "indexer/description/words.h"

namespace indexer {

/// A name with what goes before it, and what it is enumerated with.
struct Mention {
  NameMatch match;
  std::uint32_t lead = 0;  // bits of Cue
  bool first = true;       // of its enumeration; the others have the lead of the first
  std::size_t members = 1;
  bool with_plain = false;     // the enumeration holds another name that is certainly a municipality
  bool with_province = false;  // or another that is a province, or its sentence names several
  bool with_ordinary = false;  // or itself an ordinary word, none of them a surname only
};

/// All names in a text, joined into enumerations.
std::vector<Mention> find_mentions(const std::vector<Word>& words, const PlaceNames& names);

bool is_municipality(const std::vector<Word>& words, const Mention& mention);
bool is_police_unit(const std::vector<Word>& words, const Mention& mention);

}  // namespace indexer
