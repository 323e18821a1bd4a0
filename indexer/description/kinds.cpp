#include "indexer/description/kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {
namespace {

enum Kind : std::size_t { announcement, notes, conclusion, policy_book, practice, other };
constexpr std::size_t kCount = 5;  // those that are recognised

constexpr double kNamed = 4;       // in title or file name
constexpr double kNamedLater = 2;  // behind another kind: "Aankondiging en agenda", "Verslag en conclusies"
constexpr double kFolder = 2;
constexpr double kEnough = 2;

struct KindWord {
  std::string_view word;
  Kind kind;
  bool in_title;  // as a name in a title; the others are aliases for an author only
};
constexpr KindWord kWords[] = {
    {"aankondiging", announcement, true},
    {"aankondigingen", announcement, false},
    {"uitnodiging", announcement, true},
    {"vooraankondiging", announcement, true},
    {"agenda", announcement, true},
    {"announcement", announcement, false},
    {"invitation", announcement, false},
    {"verslag", notes, true},
    {"verslagen", notes, false},
    {"sessieverslag", notes, true},
    {"bijeenkomstverslag", notes, true},
    {"gespreksverslag", notes, true},
    {"vergaderverslag", notes, true},
    {"notulen", notes, true},
    {"besluitenlijst", notes, true},
    {"handelingen", notes, true},
    {"terugblik", notes, true},
    {"minutes", notes, false},
    {"notes", notes, false},
    {"report", notes, false},
    {"conclusie", conclusion, true},
    {"conclusies", conclusion, true},
    {"slotconclusie", conclusion, true},
    {"concluderen", conclusion, true},
    {"conclusion", conclusion, false},
    {"conclusions", conclusion, false},
    {"beleidsboek", policy_book, true},
    {"beleidsboeken", policy_book, false},
    {"hoofdstuk", policy_book, true},
    {"policybook", policy_book, false},
    {"chapter", policy_book, false},
    {"praktijkvoorbeeld", practice, true},
    {"praktijkbeschrijving", practice, true},
    {"praktijkblad", practice, true},
    {"praktijken", practice, false},
    {"praktijk", practice, false},
    {"practice", practice, false},
    {"other", other, false},
    {"anders", other, false},
};

std::string_view name_of(std::size_t kind) { return corpus::kKinds[kind]; }

const KindWord* find_word(std::string_view folded) {
  const auto* found = std::ranges::find(kWords, folded, &KindWord::word);
  return found == std::end(kWords) ? nullptr : found;
}

struct Scores {
  std::array<double, kCount> of{};
  std::array<std::string_view, kCount> passage{};  // of the strongest cue in the text
  std::array<double, kCount> strongest{};

  void add(std::size_t kind, double weight, std::string_view where = {}) {
    of[kind] += weight;
    if (weight > strongest[kind]) strongest[kind] = weight, passage[kind] = where;
  }
};

/// Names of kinds in a title or file name: the first counts in full, what follows for less.
void score_name(const std::vector<Word>& words, double weight, Scores& scores) {
  bool first = true;
  std::array<bool, kCount> seen{};
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const KindWord* found = find_word(words[i].folded);
    // "Praktijk: …" is a kind; "van theorie naar praktijk" is none.
    const bool practice_first =
        i == 0 && words[i].folded == "praktijk" && (words[1].gap & (kColon | kHyphen | kSpace)) != kSpace;
    if (found == nullptr || found->kind == other || (!found->in_title && !practice_first) || seen[found->kind])
      continue;
    seen[found->kind] = true;
    scores.add(found->kind, first ? weight : std::min(weight, kNamedLater));
    first = false;
  }
}

void score_source(std::string_view source, Scores& scores) {
  if (const auto hash = source.rfind('#'); hash != std::string_view::npos) source = source.substr(0, hash);
  const auto slash = source.rfind('/');
  const auto name = slash == std::string_view::npos ? source : source.substr(slash + 1);
  std::string spaced(name);
  std::ranges::replace(spaced, '_', ' ');
  score_name(scan_words(spaced), kNamed, scores);
  if (slash == std::string_view::npos) return;
  for (const auto& word : scan_words(source.substr(0, slash)))
    if (const KindWord* found = find_word(word.folded);
        found != nullptr && found->kind != other && word.folded != "praktijk")
      scores.add(found->kind, kFolder);
}

bool is_number(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// "13:30" or "13.30" at word `i`.
bool is_clock_time(const std::vector<Word>& words, std::size_t i) {
  return is_number(words[i].folded) && words[i].folded.size() <= 2 && is_number(words[i + 1].folded) &&
         words[i + 1].folded.size() == 2 && (words[i + 1].gap == kColon || words[i + 1].gap == kStop) &&
         words[i].folded < "25";
}

/// Headings that a practice has: what was the matter, what was done, what came of it.
constexpr std::string_view kPracticeHeadings[] = {"aanleiding", "aanpak",      "werkwijze", "resultaat", "resultaten",
                                                  "opbrengst",  "opbrengsten", "kosten",    "lessen",    "geleerd",
                                                  "knelpunten", "tips",        "vervolg"};

struct TextCues {
  std::size_t clock_times = 0, practice_headings = 0;
  bool agenda = false, joining = false, present = false;
  bool timed_title = false;  // "Gemeenteraad 31 augustus 19:30 uur"
};

void score_heading(const TextUnit& unit, bool first, TextCues& cues, Scores& scores) {
  const std::string& word = unit.words.front().folded;
  if (word == "agenda" || word == "programma") {
    cues.agenda = true;
    scores.add(announcement, 1, unit.passage);
  }
  if (word == "conclusies" || word == "conclusie")
    scores.add(conclusion, first ? kNamed : 0.5, unit.passage);
  else if (first)
    score_name(unit.words, kNamedLater, scores);
  if (word == "aanwezig" || word == "aanwezigen" || word == "deelnemers") {
    cues.present = true;
    scores.add(notes, 1.5, unit.passage);
  }
  for (const auto& each : unit.words)
    if (std::ranges::find(kPracticeHeadings, each.folded) != std::end(kPracticeHeadings)) {
      if (++cues.practice_headings == 3) scores.add(practice, kEnough, unit.passage);
      break;
    }
}

void score_passage(const TextUnit& unit, TextCues& cues, Scores& scores) {
  const auto& words = unit.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string& word = words[i].folded;
    if (word.size() < 2) continue;
    if (is_clock_time(words, i) && ++cues.clock_times == 3) scores.add(announcement, 1, unit.passage);
    const bool line_start = i == 0 || (words[i].gap & kNewline) != 0;
    if (line_start && !cues.agenda && (word == "agenda" || word == "programma") && words[i + 1].sentence_start) {
      cues.agenda = true;
      scores.add(announcement, 1, unit.passage);
    }
    if (!cues.joining && (word == "aanmelden" || word == "inschrijven" || word == "aanmelding" ||
                          word == "inschrijving" || word == "vergaderlink" || word == "deelnamelink" ||
                          (word == "deelname" && (words[i + 1].folded == "is" || words[i + 1].folded == "kost")))) {
      cues.joining = true;
      scores.add(announcement, 1, unit.passage);
    }
    if (line_start && !cues.present && (word == "aanwezig" || word == "aanwezigen") &&
        (words[i + 1].gap & (kColon | kNewline)) != 0) {
      cues.present = true;
      scores.add(notes, kEnough, unit.passage);
    }
  }
}

}  // namespace

std::optional<std::string> kind_of_word(std::string_view given) {
  std::string folded;
  for (const auto& word : scan_words(given)) folded += word.folded;
  for (const std::string_view kind : corpus::kKinds)
    if (folded == kind) return std::string(kind);
  if (folded == "bestpractice" || folded == "goedepraktijk") return std::string(name_of(practice));
  if (const KindWord* found = find_word(folded)) return std::string(name_of(found->kind));
  return std::nullopt;
}

corpus::Value find_kind(std::span<const TextUnit> units, std::string_view source,
                        const std::function<bool(std::string_view)>& rejected) {
  Scores scores;
  TextCues cues;
  score_source(source, scores);
  bool first_heading = true;
  for (const auto& unit : units) {
    if (unit.boilerplate) continue;
    if (unit.place == TextUnit::Place::title) {
      score_name(unit.words, kNamed, scores);
      for (std::size_t i = 0; i + 1 < unit.words.size(); ++i)
        cues.timed_title = cues.timed_title || is_clock_time(unit.words, i);
    }
    if (unit.place == TextUnit::Place::heading) score_heading(unit, std::exchange(first_heading, false), cues, scores);
    if (unit.place == TextUnit::Place::passage) score_passage(unit, cues, scores);
  }
  // The page of one meeting: when it is, and what will be dealt with.
  if (cues.timed_title && cues.agenda) scores.add(announcement, 1);
  // Times and an agenda alone are a plan of a meeting as much as its notes; a way to join makes it an announcement.
  std::size_t best = kCount;
  for (std::size_t kind = 0; kind < kCount; ++kind) {
    if (scores.of[kind] < kEnough || rejected(name_of(kind))) continue;
    if (best == kCount || scores.of[kind] > scores.of[best]) best = kind;
  }
  if (best == kCount) return {corpus::kOtherKind, corpus::Origin::found, {}};
  return {std::string(name_of(best)), corpus::Origin::found, std::string(scores.passage[best])};
}

}  // namespace indexer
