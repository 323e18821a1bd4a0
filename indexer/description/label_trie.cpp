#include "indexer/description/label_trie.h"

#include <algorithm>

namespace indexer {
namespace {

constexpr std::size_t kShortestInside = 5;  // letters of a label that is recognised within a compound

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// The letters of a label written in capitals only ("RIEC", "B.O.A."); empty for others.
std::string capitals_of(std::string_view label) {
  std::string letters;
  for (char c : label) {
    if (is_small(c) || static_cast<unsigned char>(c) >= 0x80 || c == ' ') return {};
    if (is_capital(c) || (c >= '0' && c <= '9')) letters += c;
  }
  return letters.size() > 1 && is_capital(letters[0]) ? letters : std::string();
}

/// Whether the capitals stand in the written word, with or without dots: "KVO" in "KVO's", "K.V.O." and "KVO-aanpak".
bool holds_capitals(std::string_view written, std::string_view capitals) {
  for (std::size_t start = 0; start < written.size(); ++start) {
    if (start > 0 && written[start - 1] != '-' && written[start - 1] != '/') continue;
    std::size_t at = start, matched = 0;
    while (at < written.size() && matched < capitals.size() &&
           (written[at] == capitals[matched] || written[at] == '.')) {
      if (written[at] != '.') ++matched;
      ++at;
    }
    if (matched == capitals.size() && (at == written.size() || !is_capital(written[at]))) return true;
  }
  return false;
}

/// Single words that are names of an approach as well as everyday words.
bool is_everyday_word(std::string_view folded) { return folded == "halt" || folded == "credo" || folded == "moed"; }

/// "veiligheidsregio", "veiligheidshuizen": the compound is an organisation, whose name says what it was made for.
bool is_organisation(std::string_view word) {
  std::string folded = fold_word(word);
  std::erase(folded, '\'');
  static constexpr std::string_view kHeads[] = {"regio",     "regios",      "huis",       "huizen",    "raad",
                                                "dienst",    "diensten",    "ministerie", "inspectie", "instituut",
                                                "commissie", "organisatie", "bureau",     "berichten", "monitor"};
  return std::ranges::any_of(kHeads, [&](std::string_view head) { return folded.ends_with(head); });
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// "opgelicht" → "oplicht".
std::string without_ge(std::string_view word) {
  std::string without(word);
  if (const auto ge = without.find("ge"); ge != std::string::npos && without.size() > 5) without.erase(ge, 2);
  return without;
}

/// Whether two words of one stem are near enough to mean the same: "polarisatie" and "gepolariseerd", but not "heling"
/// and "heel", "leefbaarheid" and "leven", "geweld" and "wel". Recall is the search's business; here a value is
/// claimed.
bool is_akin(std::string_view form, std::string_view word) {
  if (form == word) return true;
  static constexpr std::string_view kFalseFriends[] = {"geweldig", "geweldige", "geweldigs", "vrijwillig",
                                                       "vrijwillige"};
  if (std::ranges::find(kFalseFriends, word) != std::end(kFalseFriends)) return false;
  // "heel" is not enough for "heling" and its misspelling "heeling"; "rel" is for "rellen".
  const bool action = form.ends_with("ing");
  const auto [shorter, longer] = std::minmax(form, word, [](auto a, auto b) { return a.size() < b.size(); });
  if (!action && longer.starts_with(shorter) && longer.size() - shorter.size() <= 3) return true;
  const std::size_t least = action ? 5 : 4;
  const std::size_t needed = std::max(least, form.size() - std::min<std::size_t>(form.size(), 4));
  return common_prefix(form, word) >= needed || common_prefix(form, without_ge(word)) >= needed ||
         common_prefix(without_ge(form), word) >= needed;
}

template <typename WordAt>
bool all_akin(const std::vector<std::string>& forms, const WordAt& word_at) {
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (!is_akin(forms[i], word_at(i))) return false;
  return true;
}

std::size_t letters_in(std::string_view label) {
  return static_cast<std::size_t>(
      std::ranges::count_if(label, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Drops what a longer label holds. Within a scheme any overlap is decided for the longer one; across schemes only what
/// lies wholly inside a label of several words ("misdaad" in "Meld Misdaad Anoniem").
void keep_longest(std::vector<LabelMatch>& matches) {
  const auto beaten = [&](const LabelMatch& match) {
    return std::ranges::any_of(matches, [&](const LabelMatch& other) {
      if (other.begin >= match.end || match.begin >= other.end) return false;
      const std::size_t length = match.end - match.begin, other_length = other.end - other.begin;
      const bool same_scheme = match.concept_found->scheme == other.concept_found->scheme;
      if (other_length != length)
        return other_length > length && (same_scheme || (other_length > 1 && !other.inverted &&
                                                         other.begin <= match.begin && other.end >= match.end));
      if (!same_scheme) return false;
      if (match.inside != other.inside) return match.inside;
      if (match.inside) return other.parts > match.parts;
      return length > 1 && other.begin < match.begin;
    });
  };
  std::vector<LabelMatch> kept;
  for (const auto& match : matches) {
    const bool again = std::ranges::any_of(kept, [&](const LabelMatch& other) {
      return other.begin == match.begin && other.end == match.end && other.concept_found == match.concept_found;
    });
    if (!again && !beaten(match)) kept.push_back(match);
  }
  matches = std::move(kept);
}

}  // namespace

LabelTrie::LabelTrie(const corpus::Vocabulary& vocabulary) {
  search::Analyzer analyzer;
  for (const auto& entry : vocabulary.concepts()) {
    if (entry.scheme != corpus::Scheme::theme && entry.scheme != corpus::Scheme::solution) continue;
    add_label(entry, entry.label, analyzer);
    for (const auto& label : entry.alternatives) add_label(entry, label, analyzer);
    for (const auto& label : entry.hidden) add_label(entry, label, analyzer);
  }
}

void LabelTrie::add_label(const corpus::Concept& entry, std::string_view label, search::Analyzer& analyzer) {
  if (const auto open = label.find(" ("); open != std::string_view::npos && label.ends_with(')')) {
    add_label(entry, label.substr(0, open), analyzer);  // "Zorg- en Veiligheidshuis (ZVH)" also without its bracket
  }
  std::vector<std::string> stems, forms, part_stems, parts;
  bool hyphened = false;
  analyzer.tokenize(label, [&](const search::Token& token, const search::WordAnalysis& word) {
    stems.push_back(word.stem);
    forms.push_back(token.normalized);
    if (stems.size() == 1) part_stems = word.part_stems, parts = word.parts;
    hyphened = hyphened || !token.hyphen_parts.empty();
  });
  if (stems.empty()) return;
  Ending ending;
  ending.concept_found = &entry;
  if (stems.size() > 1) {
    add_sequence(stems, ending, forms);
    return;
  }
  ending.capitals = capitals_of(label);
  const bool abbreviation = !ending.capitals.empty() || letters_in(label) < kShortestInside;
  ending.may_be_inside = !abbreviation;
  ending.name_only = is_everyday_word(fold_word(label));
  add_sequence(stems, ending, forms);
  if (letters_in(label) <= 4) add_sequence(analyzer.stems(std::string(label) + "'s"), ending, {forms[0] + "s"});
  if (abbreviation || part_stems.size() < 2) return;
  ending.only_inside = !hyphened;  // "buurt-app" may also be written as two words
  add_sequence(part_stems, ending, parts);
  if (part_stems.size() == 2 && parts.size() == 2) add_inversions(part_stems, parts, ending, analyzer);
}

/// "burgerinitiatief" is said as "initiatief van burgers" too, "vuurwerkoverlast" as "overlast door vuurwerk".
void LabelTrie::add_inversions(const std::vector<std::string>& part_stems, const std::vector<std::string>& parts,
                               Ending ending, search::Analyzer& analyzer) {
  ending.only_inside = false;
  ending.inverted = true;
  for (const char* between : {"van", "van de", "door"}) {
    std::vector<std::string> stems{part_stems[1]}, forms{parts[1]};
    analyzer.tokenize(between, [&](const search::Token& token, const search::WordAnalysis& word) {
      stems.push_back(word.stem);
      forms.push_back(token.normalized);
    });
    stems.push_back(part_stems[0]);
    forms.push_back(parts[0]);
    add_sequence(stems, ending, forms);
  }
}

void LabelTrie::add_sequence(const std::vector<std::string>& stems, Ending ending, std::vector<std::string> forms) {
  ending.forms = std::move(forms);
  std::size_t node = 0;
  for (const auto& stem : stems) {
    filter_.add(stem);
    const StemId id = stems_.try_emplace(stem, static_cast<StemId>(stems_.size() + 1)).first->second;
    const auto [edge, fresh] = edges_.try_emplace((std::uint64_t{node} << 32) | id, nodes_.size());
    node = edge->second;
    if (fresh) nodes_.emplace_back();
  }
  if (node != 0) nodes_[node].endings.push_back(std::move(ending));
}

LabelTrie::StemId LabelTrie::stem_id(std::string_view stem) const {
  if (!filter_.perhaps(stem)) return 0;
  const auto found = stems_.find(stem);
  return found == stems_.end() ? 0 : found->second;
}

std::size_t LabelTrie::step(std::size_t node, StemId stem) const {
  if (stem == 0) return 0;
  const auto found = edges_.find((std::uint64_t{node} << 32) | stem);
  return found == edges_.end() ? 0 : found->second;
}

void LabelTrie::match_words(const std::vector<WordInText>& words, std::size_t begin, std::string_view text,
                            std::vector<LabelMatch>& matches) const {
  std::size_t node = 0;
  for (std::size_t i = begin; i < words.size(); ++i) {
    if (i > begin) {
      // A label doesn't go on in the next sentence or item.
      const auto between = text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
      if (between.find('\n') != std::string_view::npos || between.find(". ") != std::string_view::npos) return;
    }
    node = step(node, words[i].stem);
    if (node == 0) return;
    const auto written = text.substr(words[begin].begin, words[i].end - words[begin].begin);
    for (const auto& ending : nodes_[node].endings) {
      if (ending.only_inside ||
          !all_akin(ending.forms, [&](std::size_t n) -> const std::string& { return words[begin + n].normalized; }))
        continue;
      if (!ending.capitals.empty() && !holds_capitals(written, ending.capitals)) continue;
      if (ending.name_only && (!is_capital(written[0]) || begin == 0)) continue;
      matches.push_back({begin, i + 1, 0, false, ending.inverted, ending.concept_found, words[begin].begin});
    }
  }
}

void LabelTrie::match_parts(const WordInText& word, std::size_t position, std::string_view text,
                            const std::vector<PartInText>& parts, std::vector<LabelMatch>& matches) const {
  const auto written = text.substr(word.begin, word.end - word.begin);
  for (std::size_t first = 0; first < word.part_count; ++first) {
    std::size_t node = 0;
    for (std::size_t last = first; last < word.part_count; ++last) {
      node = step(node, parts[word.first_part + last].stem);
      if (node == 0) break;
      const std::size_t length = last - first + 1;
      const bool whole = length == word.part_count;
      for (const auto& ending : nodes_[node].endings) {
        if (ending.name_only || (length == 1 && !ending.may_be_inside && !word.hyphened)) continue;
        if (!ending.capitals.empty() && !holds_capitals(written, ending.capitals)) continue;
        if (!all_akin(ending.forms, [&](std::size_t n) -> const std::string& {
              return parts[word.first_part + first + n].normalized;
            }))
          continue;
        // "vergunninghouder" is no permit, "meldpuntmedewerker" no hotline: a solution is what the compound is, not
        // what it is about.
        if (!whole && ending.concept_found->scheme == corpus::Scheme::solution && last + 1 != word.part_count &&
            !word.hyphened)
          continue;
        if (!whole && ending.concept_found->scheme == corpus::Scheme::theme && last + 1 != word.part_count &&
            is_organisation(written))
          continue;
        matches.push_back(
            {position, position + 1, whole ? 0 : length, !whole, false, ending.concept_found, word.begin});
      }
    }
  }
}

std::vector<LabelMatch> LabelTrie::find(std::string_view text, search::Analyzer& analyzer) const {
  std::vector<WordInText> words;
  std::vector<PartInText> parts;
  bool any = false;
  analyzer.tokenize(text, [&](const search::Token& token, const search::WordAnalysis& word) {
    WordInText in_text{stem_id(word.stem), token.begin, token.end, {}, parts.size(), 0, !token.hyphen_parts.empty()};
    if (in_text.stem != 0) in_text.normalized = token.normalized;
    bool part_known = false;
    for (std::size_t i = 0; i < word.part_stems.size() && i < word.parts.size(); ++i) {
      parts.push_back({stem_id(word.part_stems[i]), {}});
      if (parts.back().stem == 0) continue;
      part_known = true;
      parts.back().normalized = word.parts[i];
    }
    if (part_known) in_text.part_count = parts.size() - in_text.first_part;
    any = any || part_known || in_text.stem != 0;
    words.push_back(std::move(in_text));
  });
  std::vector<LabelMatch> found;
  if (!any) return found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].stem != 0) match_words(words, i, text, found);
    if (words[i].part_count > 0) match_parts(words[i], i, text, parts, found);
  }
  if (found.size() > 1) keep_longest(found);
  return found;
}

}  // namespace indexer
