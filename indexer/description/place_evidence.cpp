#include "indexer/description/place_evidence.h"

#include <algorithm>

#include "corpus/calendar.h"

namespace indexer {
namespace {

bool has(const Mention& mention, std::uint32_t bits) { return (mention.lead & bits) != 0; }

/// Whether capitals say nothing in the sentence, because most of its words have one.
bool is_title_case(const std::vector<Word>& words, const NameMatch& match) {
  const Range sentence = sentence_around(words, match.begin);
  std::size_t others = 0, capitals = 0;
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if ((i >= match.begin && i < match.end) || words[i].sentence_start || words[i].folded.size() < 4) continue;
    ++others;
    if (words[i].capital) ++capitals;
  }
  return others >= 2 && capitals * 10 > others * 6;
}

bool sentence_has(const std::vector<Word>& words, const NameMatch& match, std::uint32_t bits,
                  bool written_as_name = false) {
  const Range sentence = sentence_around(words, match.begin);
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (i >= match.begin && i < match.end) continue;
    if ((cues_of(words[i].folded) & bits) == 0) continue;
    // "een grote kamer", "rijk aan": only with a capital the Chamber and the State.
    if (written_as_name && (words[i].folded == "kamer" || words[i].folded == "rijk") && !words[i].capital) continue;
    return true;
  }
  return false;
}

bool is_digits(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// "2511 DP Den Haag": an address says where a letter comes from, not what it is about.
bool is_behind_postcode(const std::vector<Word>& words, std::size_t begin) {
  if (begin == 0) return false;
  const Word& before = words[begin - 1];
  if (before.folded.size() == 6 && is_digits(before.folded.substr(0, 4))) return true;
  return begin >= 2 && before.all_capitals && before.folded.size() == 2 && words[begin - 2].folded.size() == 4 &&
         is_digits(words[begin - 2].folded);
}

/// "'s-Gravenhage, 3 mei 2001", "Den Haag 22 september 2009": where a law was signed.
bool is_place_of_signing(const std::vector<Word>& words, const NameMatch& match) {
  const Word& next = words[match.end];
  return words[match.begin].sentence_start && only(next.gap, kComma | kSpace) &&
         (is_digits(next.folded) || next.folded == "den");
}

/// "… in werking. Zoetermeer 30 oktober 2013": where something was signed. At the beginning of a text it is a dateline,
/// and says where the news is from.
bool is_place_of_dating(const std::vector<Word>& words, const NameMatch& match) {
  const Word& next = words[match.end];
  if (match.begin == 0 || !words[match.begin].sentence_start || !only(next.gap, kComma | kSpace) ||
      !is_digits(next.folded) || next.folded.size() > 2 || match.end + 1 >= words.size())
    return false;
  return std::ranges::find(corpus::kMonths, std::string_view(words[match.end + 1].folded)) != corpus::kMonths.end();
}

/// "(Baarn, 1999)": where a book was published.
bool is_place_of_printing(const std::vector<Word>& words, const NameMatch& match) {
  const Word& next = words[match.end];
  return (next.gap & kComma) != 0 && next.folded.size() == 4 && is_digits(next.folded) &&
         match.end + 1 < words.size() && (words[match.end + 1].gap & kClose) != 0;
}

/// "geld uit Den Haag", "nieuwe regels uit Den Haag"
bool comes_from_a_government(std::string_view word) {
  static constexpr std::string_view kThings[] = {
      "geld", "miljoen",  "miljoenen", "middelen",  "budget",    "subsidie", "regels",      "beleid", "plannen",
      "plan", "opdracht", "steun",     "wetgeving", "maatregel", "wet",      "maatregelen", "wetten"};
  return std::ranges::find(kThings, word) != std::end(kThings);
}

/// Whether Den Haag stands for the national government.
bool governs(const std::vector<Word>& words, const Mention& mention) {
  const NameMatch& match = mention.match;
  if (is_behind_postcode(words, match.begin) || is_place_of_signing(words, match)) return true;
  const std::string_view before =
      match.begin > 0 ? std::string_view(words[match.begin - 1].folded) : std::string_view();
  if (before == "politiek" || before == "vanuit" || before == "richting") return true;
  if (before == "uit" && match.begin >= 2 && comes_from_a_government(words[match.begin - 2].folded)) return true;
  const bool local = sentence_has(words, match, kLocal);
  if ((cues_of(words[match.end].folded) & kGovernmentVerb) != 0 && !local) return true;
  if (!sentence_has(words, match, kGovernment, true)) return false;
  // "De minister bezocht in Den Haag de Schilderswijk": what follows at once is the city's.
  for (std::size_t i = match.end; i < match.end + 4 && i + 1 < words.size() && !words[i].sentence_start; ++i)
    if ((cues_of(words[i].folded) & kLocal) != 0) return false;
  return true;
}

/// Whether a name that begins a sentence, and may be a word or a surname, is one there: "Weert u de dealers", "Oss zei
/// dat", "Goes nam als wethouder het woord", "Laren is een oud woord". What the sentence says of a person or of a word
/// it doesn't say of a municipality.
bool begins_as_word_or_person(const std::vector<Word>& words, const Mention& mention) {
  static constexpr std::string_view kWordsForWords[] = {"woord", "werkwoord", "naam", "achternaam", "term", "begrip"};
  const NameMatch& match = mention.match;
  const Word& next = words[match.end];
  if (!words[match.begin].sentence_start || !mention.first || mention.members > 1 || next.sentence_start ||
      !only(next.gap, kSpace))
    return false;
  const std::uint32_t follows = cues_of(next.folded);
  if ((follows & (kPronoun | kSaying)) != 0) return true;
  const Range sentence = sentence_around(words, match.begin);
  for (std::size_t i = match.end; i + 1 < sentence.end; ++i) {
    if (words[i].folded == "als" && (cues_of(words[i + 1].folded) & (kOffice | kPerson)) != 0) return true;
    // "is een oud woord": the predicate, not "is begonnen met een begrip".
    if (i == match.end && (follows & kBeing) != 0 && words[i + 1].folded == "een")
      for (std::size_t noun = i + 2; noun < std::min(i + 4, sentence.end); ++noun)
        if (std::ranges::find(kWordsForWords, words[noun].folded) != std::end(kWordsForWords)) return true;
  }
  return false;
}

/// "Bergen (L.)", "Bergen (Noord-Holland)": what stands between brackets says which place of that name.
bool has_province_in_brackets(const Word& next) {
  static constexpr std::string_view kShort[] = {"l",  "lb", "nh", "zh", "nb", "gld", "utr", "fr",    "gr",  "dr",
                                                "ov", "o",  "fl", "z",  "n",  "zld", "lim", "noord", "zuid"};
  if ((next.gap & kOpen) == 0) return false;
  const auto provinces = names_of_provinces();
  return std::ranges::find(kShort, std::string_view(next.folded)) != std::end(kShort) ||
         std::ranges::any_of(provinces, [&](std::string_view name) { return fold_word(name) == next.folded; });
}

/// Whether an ordinary word or a surname is used as a place here.
bool is_used_as_place(const std::vector<Word>& words, const Mention& mention) {
  const NameMatch& match = mention.match;
  const Word& next = words[match.end];
  const NameClass name_class = match.name->name_class;
  const bool starts = words[match.begin].sentence_start;
  if (has(mention, kMunicipal | kPolice) || mention.with_plain || has_province_in_brackets(next)) return true;
  if (is_title_case(words, match)) return false;
  if (next.capital && only(next.gap, kSpace)) return false;  // "Goes Actief", "Best Practices"
  if (has(mention, kBracketed) && (next.gap & kClose) != 0) return true;
  if (has(mention, kPreposition) && !(mention.first && starts)) return true;
  if (mention.members > 1 && mention.with_ordinary && !(mention.first && has(mention, kDeterminer))) return true;
  if (name_class == NameClass::surname) return false;
  if (has(mention, kVanNoun)) return true;
  if (name_class == NameClass::adverb) return false;
  if (has(mention, kIntroduction) && !starts && mention.first) return true;
  if (has(mention, kDeterminer | kVanStart | kVanName | kAfterName)) return false;
  const std::uint32_t follows = next.sentence_start ? 0 : cues_of(next.folded);
  if ((follows & (kSingularVerb | kBeing)) != 0 && !next.capital && only(next.gap, kSpace)) return true;
  // A name alone heads a paragraph or stands in a list: "Houten. De gemeente telt …", "### Goes".
  const bool alone = (next.gap & (kStop | kColon | kNewline)) != 0 || match.end + 1 == words.size();
  return starts && next.sentence_start && alone;
}

bool is_municipal_adjective(const std::vector<Word>& words, const Mention& mention) {
  const PlaceName& name = *mention.match.name;
  const Word& next = words[mention.match.end];
  if (next.folded.empty() || next.capital || !only(next.gap, kSpace) || has(mention, kOrganisation | kPerson | kTied))
    return false;
  const std::uint32_t follows = cues_of(next.folded);
  if ((follows & (kAdjectiveStop | kOrganisation)) != 0) return false;
  // Den Haag is the government too, Utrecht and Groningen are provinces: only what a city has tells them apart.
  const bool unsure =
      name.folded == "haagse" || name.folded == "utrechtse" || name.folded == "groningse" || name.folded == "bergse";
  return !unsure || (follows & (kMunicipal | kLocal)) != 0;
}

}  // namespace

bool is_municipality(const std::vector<Word>& words, const Mention& mention) {
  const NameMatch& match = mention.match;
  const PlaceName& name = *match.name;
  if (name.other) return false;
  if (name.adjective_of != nullptr) return is_municipal_adjective(words, mention);
  if (name.municipalities.empty() || has(mention, kPerson | kStreet)) return false;
  const Word& next = words[match.end];
  const std::uint32_t follows = cues_of(next.folded);
  if (is_place_of_printing(words, match) || is_place_of_dating(words, match)) return false;
  if ((follows & kParty) != 0 && (next.gap & kOpen) != 0) return false;
  if ((follows & kEstate) != 0 && only(next.gap, kSpace)) return false;
  if (has(mention, kCompass) && has(mention, kTied)) return false;
  const bool strong = has(mention, kMunicipal);
  if (has(mention, kOrganisation) && !strong) return false;
  if (name.unit != nullptr && has(mention, kPolice) && !strong) return false;
  if (name.government && !strong && !mention.with_plain && governs(words, mention)) return false;
  if (name.province && !strong && mention.with_province && !mention.with_plain) return false;
  if (name.province && !strong && sentence_has(words, match, kProvincial)) return false;
  if (name.name_class != NameClass::plain && !strong && begins_as_word_or_person(words, mention)) return false;
  switch (name.name_class) {
    case NameClass::plain:
      return true;
    case NameClass::verb:
      if (words[match.begin].sentence_start && mention.first) return is_used_as_place(words, mention);
      [[fallthrough]];
    case NameClass::possible_surname:
      return strong || mention.with_plain || !has(mention, kVanStart | kVanName | kAfterName);
    case NameClass::ordinary:
    case NameClass::adverb:
      return !has(mention, kOffice) && is_used_as_place(words, mention);
    case NameClass::surname:
      return !has(mention, kOffice | kTied | kVanName) && is_used_as_place(words, mention);
  }
  return false;
}

bool is_police_unit(const std::vector<Word>& words, const Mention& mention) {
  const PlaceName& name = *mention.match.name;
  if (name.unit == nullptr || has(mention, kPerson | kStreet)) return false;
  if (has(mention, kPolice)) return true;
  if (name.unit_needs_cue || has(mention, kOrganisation) || (has(mention, kCompass) && has(mention, kTied)))
    return false;
  return !name.unit_is_area || sentence_has(words, mention.match, kPolice) || !has(mention, kPreposition);
}

}  // namespace indexer
