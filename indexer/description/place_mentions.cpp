// Finding names, what leads them, and what they are enumerated with.
#include "indexer/description/place_evidence.h"

namespace indexer {
namespace {

std::uint32_t cues(const Word& word) {
  // As words these are "om te", "pi", "gs"; as abbreviations organisations.
  if ((word.folded == "om" || word.folded == "pi" || word.folded == "gs" || word.folded == "sc") && !word.all_capitals)
    return 0;
  const std::string_view name = word.folded;
  if (name.size() > 10 && (name.ends_with("hogeschool") || name.ends_with("universiteit"))) return kOrganisation;
  return cues_of(name);
}

/// What "… van NAME" says, `van` being the position of that word.
std::uint32_t lead_of_van(const std::vector<Word>& words, std::size_t van) {
  if (words[van].capital) return words[van].sentence_start ? kVanStart : kPerson;
  if (van == 0) return kVanNoun;
  const Word& before = words[van - 1];
  if (!only(words[van].gap, kSpace | kStop | kApostrophe)) return kVanNoun;
  const std::uint32_t said = cues(before);
  if ((said & kOffice) != 0) return kMunicipal;
  if ((said & (kMunicipal | kOrganisation | kPolice | kStreet | kPerson)) != 0) return said;
  const bool initial = before.capital && before.end - before.begin == 1;
  if (initial || (before.capital && (said & kFirstName) != 0)) return kPerson;
  if (!before.capital || before.sentence_start) return kVanNoun;
  // "burgemeester Jansen van Breda" speaks for Breda; "wijkagent Marijn van Zundert" is a person's whole name.
  if (van >= 2 && (cues(words[van - 2]) & (kMunicipal | kLocal)) != 0 && words[van - 2].folded != "wijkagent")
    return kMunicipal;
  return kVanName;
}

/// "gemeenten zoals NAME", "gemeenten, waaronder NAME": what is named before speaks for what follows.
std::uint32_t lead_of_example(const std::vector<Word>& words, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    const std::uint32_t said = cues(words[at - back]) & (kMunicipal | kPolice | kOrganisation);
    if (said != 0) return said;
    if (words[at - back].sentence_start) break;
  }
  return 0;
}

std::uint32_t lead_of(const std::vector<Word>& words, std::size_t name) {
  if (name == 0) return 0;
  const std::uint16_t gap = words[name].gap;
  std::size_t at = name - 1;
  if ((gap & kOpen) != 0) return kBracketed;
  if ((gap & (kComma | kClose | kNewline | kSlash)) != 0) return 0;
  const Word& before = words[at];
  if ((gap & kStop) != 0) {
    if (before.capital && before.end - before.begin == 1) return kPerson;  // "J. Stein"
    if (words[name].sentence_start) return 0;
  }
  const std::uint32_t tied = (gap & kHyphen) != 0 && (gap & kSpace) == 0 ? std::uint32_t{kTied} : 0u;
  if (before.folded == "van" && (gap & kColon) == 0) return lead_of_van(words, at);
  if (before.folded == "n" && (before.gap & kOpen) != 0 && at > 0) --at;  // "gemeente(n)"
  std::uint32_t said = cues(words[at]);
  const bool van_before = at > 0 && words[at - 1].folded == "van" && only(words[at].gap, kSpace);
  if ((said & kNamePart) != 0 || (before.folded == "de" && van_before))
    if (van_before || (said & kNamePart) != 0) return kPerson;  // "Van den Bergen", "van de Beek", "ter Horst"
  if (before.folded == "te" && at > 0) {
    // "het kantoor te Breda", "gevestigd te Utrecht": where something else sits or someone lives.
    const std::string& who = words[at - 1].folded;
    if ((cues(words[at - 1]) & kOrganisation) != 0 || who == "wonende" || who == "gevestigd" || who == "gegeven" ||
        who == "gedaan" || who == "statutair")
      return kOrganisation;
  }
  if (before.folded == "te" || before.folded == "in") {
    // "de rechtbank Oost-Brabant in Den Bosch", "de officier van justitie te Breda"
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
      if ((cues(words[at - back]) & kCourt) != 0) return kOrganisation;
      if (words[at - back].sentence_start || (!words[at - back].capital && back > 1)) break;
    }
  }
  if ((said & kExampleOf) != 0) said |= lead_of_example(words, at);
  if ((said & (kPolice | kMunicipal)) != 0 && at >= 2 && (cues(words[at - 1]) & kConnector) != 0)
    said |= cues(words[at - 2]) & (kPolice | kMunicipal);  // "gemeente en politie Rotterdam"
  if ((gap & kColon) != 0) return said & (kMunicipal | kPolice | kOrganisation);
  if ((said & ~kFirstName) == 0 && before.capital && (!before.sentence_start || (said & kFirstName) != 0) &&
      only(gap, kSpace))
    said |= kAfterName;
  return said | tied;
}

/// Whether two names belong to one enumeration: "A, B", "A en B", "A/B", or each on a line of its own.
bool joins(const std::vector<Word>& words, const NameMatch& left, const NameMatch& right) {
  const std::size_t between = right.begin - left.end;
  const std::uint16_t gap = words[right.begin].gap;
  if (between == 0) {
    if ((gap & kNewline) != 0)
      return (left.begin == 0 || (words[left.begin].gap & kNewline) != 0) &&
             (right.end + 1 == words.size() || (words[right.end].gap & kNewline) != 0);
    if (gap == kHyphen) return true;  // "gerechtshof Arnhem-Leeuwarden"
    return (gap & (kComma | kSlash | kOtherGap)) != 0 && only(gap, kSpace | kComma | kSlash | kOtherGap);
  }
  return between == 1 && (cues(words[left.end]) & kConnector) != 0 && only(gap, kSpace) &&
         only(words[left.end].gap, kSpace | kComma);
}

bool is_certain(const PlaceName& name) {
  return !name.municipalities.empty() && !name.province && !name.other &&
         (name.name_class == NameClass::plain || name.name_class == NameClass::possible_surname);
}

void share(std::vector<Mention>& mentions, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    Mention& mention = mentions[i];
    mention.first = i == begin;
    mention.members = end - begin;
    if (i > begin)
      mention.lead =
          mentions[begin].lead & ~static_cast<std::uint32_t>(kPerson | kVanStart | kVanName | kAfterName | kTied);
    for (std::size_t other = begin; other < end; ++other) {
      const PlaceName& name = *mentions[other].match.name;
      if (name.name_class == NameClass::ordinary || name.name_class == NameClass::adverb) mention.with_ordinary = true;
      if (other == i) continue;
      if (is_certain(name)) mention.with_plain = true;
      if (name.province && !(name.government)) mention.with_province = true;
    }
  }
}

/// "Groningen € 13 miljoen Fryslân € 6 miljoen Drenthe …": a sentence of provinces means the province of that name too.
void note_provinces(const std::vector<Word>& words, std::vector<Mention>& mentions) {
  for (auto& mention : mentions) {
    if (!mention.match.name->province || mention.match.name->municipalities.empty()) continue;
    const Range sentence = sentence_around(words, mention.match.begin);
    std::size_t provinces = 0;
    for (const auto& other : mentions)
      if (other.match.begin >= sentence.begin && other.match.end <= sentence.end && other.match.name->province &&
          other.match.name->municipalities.empty())
        ++provinces;
    if (provinces >= 2) mention.with_province = true;
  }
}

}  // namespace

std::vector<Mention> find_mentions(const std::vector<Word>& words, const PlaceNames& names) {
  std::vector<Mention> mentions;
  for (std::size_t i = 0; i + 1 < words.size();) {
    const NameMatch match = names.match_at(words, i);
    if (match.name == nullptr) {
      ++i;
      continue;
    }
    Mention mention;
    mention.match = match;
    mentions.push_back(mention);
    i = match.end;
  }
  std::size_t begin = 0;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (i == begin) mentions[i].lead = lead_of(words, mentions[i].match.begin);
    if (i + 1 < mentions.size() && joins(words, mentions[i].match, mentions[i + 1].match)) continue;
    share(mentions, begin, i + 1);
    begin = i + 1;
  }
  note_provinces(words, mentions);
  return mentions;
}

}  // namespace indexer
