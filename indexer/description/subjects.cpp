#include "indexer/description/subjects.h"

#include <algorithm>

namespace indexer {
namespace {

constexpr double kTitle = 100;  // settles it
constexpr double kHeading = 2.5;
constexpr double kLine = 2;         // a short line near the beginning, a heading in all but markup
constexpr double kBeginning = 1.5;  // in the first words of the text
constexpr double kMention = 1;
constexpr double kBoilerplate = 0.3;  // of any of the above
constexpr double kMostOfPassage = 3;  // one paragraph that keeps repeating a word is still one paragraph
constexpr std::size_t kBeginningWords = 50, kShortText = 80;

struct Evidence {
  double weight = 0;
  double in_unit = 0;  // of the unit being read
  std::size_t unit = 0;
  double best = 0;  // of one passage
  std::string_view passage;
  bool in_title = false;
};

/// How much weight makes a theme of a text of so many words.
double theme_threshold(std::size_t words) {
  if (words < kShortText) return kMention;
  if (words < 2 * kShortText) return kBeginning;
  if (words < 300) return 2;
  return std::min(2 + static_cast<double>(words - 300) / 400, 6.0);
}

bool looks_like_heading(const TextUnit& unit, std::size_t words_before) {
  return unit.place == TextUnit::Place::passage && !unit.list && words_before < kShortText && unit.words.size() <= 9 &&
         !unit.text.ends_with('.') && !unit.text.ends_with('?') && !unit.text.ends_with('!');
}

/// "Gemeenten veiligheid en participatie, politie": whom a meeting is for, not what it is about.
bool is_audience(const TextUnit& unit) {
  const std::string& first = unit.words.front().folded;
  return first == "voor" || first == "doelgroep" || first == "gemeenten" || first == "gemeente" ||
         first == "deelnemers";
}

double weight_of(const TextUnit& unit, std::size_t words_before, std::size_t total) {
  double weight = kMention;
  if (unit.place == TextUnit::Place::title) return kTitle;
  if (unit.place == TextUnit::Place::heading)
    weight = kHeading;
  else if (total >= kShortText && looks_like_heading(unit, words_before))
    weight = is_audience(unit) ? kBoilerplate : kLine;
  else if (words_before < kBeginningWords)
    weight = kBeginning;
  return unit.boilerplate ? weight * kBoilerplate : weight;
}

/// Where the names of offices stand: "minister van Justitie en Veiligheid", "afdeling Veiligheid, Toezicht en
/// Handhaving". Such a name says who acts, not what the text is about.
class OfficeNames {
 public:
  explicit OfficeNames(std::span<const Word> words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (is_office(words[i].folded) && only(words[i + 1].gap, kSpace | kHyphen)) add(words, i + 1);
    for (std::size_t i = 0; i + 3 < words.size(); ++i) {
      const auto& first = words[i].folded;
      const auto& last = words[i + 2].folded;
      if (words[i].capital && words[i + 2].capital && words[i + 1].folded == "en" &&
          ((first == "justitie" && last == "veiligheid") || (first == "veiligheid" && last == "justitie")))
        names_.emplace_back(words[i].begin, words[i + 2].end);
    }
  }
  bool hold(std::size_t byte) const {
    return std::ranges::any_of(names_, [&](const auto& name) { return byte >= name.first && byte < name.second; });
  }

 private:
  static bool is_office(std::string_view word) {
    static constexpr std::string_view kOffices[] = {"ministerie",
                                                    "ministeries",
                                                    "minister",
                                                    "ministers",
                                                    "staatssecretaris",
                                                    "departement",
                                                    "directoraat",
                                                    "directie",
                                                    "afdeling",
                                                    "dienst",
                                                    "inspectie",
                                                    "commissie",
                                                    "raadscommissie",
                                                    "sector",
                                                    "wethouder",
                                                    "portefeuille",
                                                    "adviseur",
                                                    "programmamanager",
                                                    "beleidsmedewerker",
                                                    "directeur",
                                                    "teammanager",
                                                    "afdelingsmanager",
                                                    "vakgroep",
                                                    "cluster",
                                                    "domein",
                                                    "raad",
                                                    "inspecteur"};
    return std::ranges::find(kOffices, word) != std::end(kOffices);
  }

  /// The name behind the word at `at` - 1: capitals with "en", "&" and commas between.
  void add(std::span<const Word> words, std::size_t at) {
    static constexpr std::string_view kBetween[] = {"generaal", "van", "voor", "der", "de", "het", "inzake", "en"};
    const auto is_between = [](const Word& word) {
      return std::ranges::find(kBetween, std::string_view(word.folded)) != std::end(kBetween);
    };
    const auto goes_on = [&](std::size_t i) { return i + 1 < words.size() && !words[i].sentence_start; };
    std::size_t end = at;
    for (std::size_t i = at; goes_on(i) && (words[i].capital || is_between(words[i])) &&
                             only(words[i].gap, kSpace | kHyphen | kComma | kOtherGap);
         ++i)
      if (words[i].capital) end = i + 1;
    if (end > at) names_.emplace_back(words[at].begin, words[end - 1].end);
  }

  std::vector<std::pair<std::size_t, std::size_t>> names_;  // in bytes
};

constexpr double kLawName = 0.5;

/// "Wijzigt de Wet geluidhinder": the name of a law says less of a text than its own words.
bool is_in_name_of_law(const std::vector<Word>& words, std::size_t byte) {
  for (std::size_t i = 0; i + 1 < words.size() && words[i].begin < byte; ++i)
    if (words[i].capital && words[i].folded == "wet")
      for (std::size_t next = i + 1; next < std::min(i + 4, words.size()) && !words[next].sentence_start; ++next)
        if (words[next].begin == byte) return true;
  return false;
}

/// "jeugd- en jongerenwerk": the first half of two compounds whose second is a solution is that solution too.
bool is_half_of_solution(std::string_view text, const LabelMatch& match, const std::vector<LabelMatch>& matches) {
  const auto end = text.find_first_of(" \n", match.first_byte);
  if (end == std::string_view::npos || end == 0 || text[end - 1] != '-') return false;
  return std::ranges::any_of(matches, [&](const LabelMatch& other) {
    return other.begin == match.begin + 2 && other.concept_found->scheme == corpus::Scheme::solution;
  });
}

using Found = std::vector<std::pair<const corpus::Concept*, Evidence>>;

std::vector<corpus::Value> ordered(Found found) {
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.second.weight > b.second.weight; });
  std::vector<corpus::Value> values;
  for (const auto& [entry, evidence] : found)
    values.push_back(
        {entry->slug, corpus::Origin::found, evidence.in_title ? std::string() : std::string(evidence.passage)});
  return values;
}

/// A broader theme is implied by a narrower one, unless it stands in the title by itself.
void drop_implied(Found& themes, const corpus::Vocabulary& vocabulary) {
  std::vector<std::string> implied;
  for (const auto& [entry, evidence] : themes) {
    auto broader = vocabulary.with_broader(corpus::Scheme::theme, entry->slug);
    implied.insert(implied.end(), broader.begin() + 1, broader.end());
  }
  std::erase_if(themes, [&](const auto& theme) {
    return !theme.second.in_title && std::ranges::find(implied, theme.first->slug) != implied.end();
  });
}

}  // namespace

SubjectRecognizer::SubjectRecognizer(const corpus::Vocabulary& vocabulary)
    : vocabulary_(vocabulary), trie_(vocabulary) {}

FoundSubjects SubjectRecognizer::find(std::span<const TextUnit> units, search::Analyzer& analyzer,
                                      const std::function<bool(const corpus::Concept&)>& rejected) const {
  std::size_t total = 0;
  for (const auto& unit : units) total += unit.words.size() - 1;
  Found found;  // in order of appearance
  std::size_t words_before = 0;
  for (std::size_t number = 0; number < units.size(); ++number) {
    const TextUnit& unit = units[number];
    const double place_weight = weight_of(unit, words_before, total);
    const auto matches = trie_.find(unit.text, analyzer);
    const OfficeNames offices(matches.empty() ? std::span<const Word>() : std::span(unit.words));
    for (const auto& match : matches) {
      if (rejected(*match.concept_found)) continue;
      double weight = place_weight;
      if (match.concept_found->scheme == corpus::Scheme::theme) {
        if (offices.hold(match.first_byte) || is_half_of_solution(unit.text, match, matches)) continue;
        if (unit.place == TextUnit::Place::passage && is_in_name_of_law(unit.words, match.first_byte))
          weight *= kLawName;
      }
      auto place = std::ranges::find(found, match.concept_found, &Found::value_type::first);
      if (place == found.end()) place = found.insert(found.end(), {match.concept_found, Evidence{}});
      Evidence& evidence = place->second;
      if (evidence.unit != number + 1) evidence.unit = number + 1, evidence.in_unit = 0;
      const double room = unit.place == TextUnit::Place::passage ? kMostOfPassage - evidence.in_unit : weight;
      const double gained = std::min(weight, std::max(room, 0.0));
      evidence.weight += gained;
      evidence.in_unit += gained;
      evidence.in_title = evidence.in_title || unit.place == TextUnit::Place::title;
      if (evidence.in_unit > evidence.best) evidence.best = evidence.in_unit, evidence.passage = unit.passage;
    }
    if (unit.place == TextUnit::Place::passage) words_before += unit.words.size() - 1;
  }
  Found themes, solutions;
  const double threshold = theme_threshold(total);
  for (const auto& [entry, evidence] : found) {
    if (entry->scheme == corpus::Scheme::solution) {
      if (evidence.weight >= kMention - 1e-9) solutions.emplace_back(entry, evidence);
    } else if (evidence.weight >= threshold - 1e-9) {
      themes.emplace_back(entry, evidence);
    }
  }
  drop_implied(themes, vocabulary_);
  FoundSubjects subjects;
  subjects.themes = ordered(std::move(themes));
  subjects.solutions = ordered(std::move(solutions));
  return subjects;
}

}  // namespace indexer
