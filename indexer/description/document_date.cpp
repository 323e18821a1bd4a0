#include "indexer/description/document_date.h"

#include <algorithm>
#include <optional>

#include "corpus/text.h"
#include "indexer/description/dates.h"

namespace indexer {
namespace {

constexpr std::size_t kHeadWords = 80;
constexpr std::size_t kShortLineWords = 12;

bool same_day(const corpus::Date& a, const corpus::Date& b) {
  return a.month != 0 && a.month == b.month && a.day == b.day;
}

/// The last word before `end`, folded, and the one before that.
struct WordsBefore {
  std::string last, second;
  std::uint16_t gap = 0;  // between the last word and what follows
};
WordsBefore words_before(const TextUnit& unit, std::size_t end) {
  WordsBefore before;
  const auto after = std::ranges::find_if(unit.words, [&](const Word& word) { return word.begin >= end; });
  if (after == unit.words.end() || after == unit.words.begin()) return before;
  before.gap = after->gap;
  auto word = after - 1;
  before.last = word->folded;
  if (word != unit.words.begin()) before.second = (word - 1)->folded;
  return before;
}

/// A date that belongs to something else: a letter answered, a law, a deadline.
bool is_of_something_else(const WordsBefore& before) {
  static constexpr std::string_view kDeadlines[] = {"tot", "uiterlijk", "voor",   "sinds", "vanaf",
                                                    "m",   "t",         "vanuit", "per"};
  static constexpr std::string_view kThings[] = {
      "brief",    "wet",     "besluit",   "verordening", "richtlijn",      "regeling", "arrest",    "uitspraak",
      "vonnis",   "motie",   "verdrag",   "protocol",    "mail",           "bericht",  "artikel",   "staatsblad",
      "stb",      "stcrt",   "commissie", "raad",        "gemeenschappen", "unie",     "parlement", "nr",
      "jaargang", "rapport", "advies",    "circulaire",  "overeenkomst"};
  if (std::ranges::find(kDeadlines, before.last) != std::end(kDeadlines)) return true;
  if (before.last == "met" && before.second == "en") return true;  // "tot en met"
  if (before.last != "van" && before.last != "dd" && before.last != "d") return false;
  return std::ranges::find(kThings, before.second) != std::end(kThings);
}

bool is_label(std::string_view word) {
  return word == "datum" || word == "wanneer" || word == "vergaderdatum" || word == "publicatiedatum";
}

std::string_view line_around(std::string_view text, std::size_t at) {
  const auto begin = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const auto first = begin == std::string_view::npos ? 0 : begin + 1;
  return text.substr(first, std::min(text.find('\n', at), text.size()) - first);
}

/// "13:30" or "13.30" at `at`: two digits, a separator, two digits, and not the beginning of "24.09.2025".
bool is_clock_time(std::string_view line, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
  if (!digit(at) || !digit(at + 1) || !digit(at + 3) || !digit(at + 4) || digit(at + 5)) return false;
  if (line[at + 2] == '.' && at + 6 < line.size() && line[at + 5] == '.' && digit(at + 6)) return false;
  return (line[at + 2] == ':' || line[at + 2] == '.') && line[at] <= '2' && line[at + 3] <= '5';
}

bool has_clock_time(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool number_before = i > 0 && ((line[i - 1] >= '0' && line[i - 1] <= '9') || line[i - 1] == '.');
    if (!number_before && is_clock_time(line, i)) return true;
  }
  return line.find(" uur") != std::string_view::npos;
}

/// What stands close to the date number `index` in its line, up to the dates beside it: "van 13.30 tot 15.00 uur".
std::string_view near(std::string_view text, std::string_view line, const std::vector<DateInText>& dates,
                      std::size_t index) {
  const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t before = index > 0 ? dates[index - 1].end : 0, begin = dates[index].begin;
  const std::size_t after = index + 1 < dates.size() ? dates[index + 1].begin : text.size();
  const std::size_t first = std::max({before, line_begin, begin > 20 ? begin - 20 : 0});
  return text.substr(first, std::min({after, line_begin + line.size(), dates[index].end + 30}) - first);
}

/// "Gelet op …", "In antwoord op uw brief …": what such a line dates are the papers that it names.
bool names_other_papers(std::string_view line) {
  const auto words = scan_words(line.substr(0, std::min<std::size_t>(line.size(), 60)));
  const std::string_view first = words.front().folded;
  static constexpr std::string_view kOpenings[] = {"gelet",   "gezien",      "gelezen",
                                                   "gehoord", "overwegende", "verwijzend"};
  if (std::ranges::find(kOpenings, first) != std::end(kOpenings)) return true;
  if (first != "in" && first != "naar" && first != "onder") return false;
  std::size_t next = 1;
  if (next < words.size() && (words[next].folded == "het" || words[next].folded == "de")) ++next;
  return next < words.size() && (words[next].folded == "antwoord" || words[next].folded == "aanleiding" ||
                                 words[next].folded == "verwijzing" || words[next].folded == "reactie");
}

std::string_view stem_of(std::string_view source) {
  if (const auto slash = source.rfind('/'); slash != std::string_view::npos) source.remove_prefix(slash + 1);
  const auto dot = source.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? source : source.substr(0, dot);
}

struct Candidate {
  corpus::Date date;
  std::string_view passage;
  int score = 0;
};

void collect(const TextUnit& unit, bool after_label, const std::function<bool(std::string_view)>& rejected,
             std::optional<Candidate>& best) {
  const auto dates = find_dates(unit.text);
  for (std::size_t index = 0; index < dates.size(); ++index) {
    const DateInText& found = dates[index];
    const auto before = words_before(unit, found.begin);
    const bool title = unit.place == TextUnit::Place::title;
    const std::string_view line = line_around(unit.text, found.begin);
    const bool labelled = is_label(before.last) || (after_label && found.begin == 0);
    if (!title && !labelled && (is_of_something_else(before) || names_other_papers(line))) continue;
    // "In september 2025 begon …" says when something happened; as a title or a line of its own it dates the document.
    if (found.date.day == 0 && unit.place == TextUnit::Place::passage && !labelled &&
        corpus::count_words(line) > kShortLineWords)
      continue;
    if (rejected(found.date.text) || (found.date.year != 0 && rejected(found.date.iso()))) continue;
    int score = title ? 8 : 0;
    if (labelled) score += 4;
    // "13:32 Vooruitblik congres 17 oktober" is an item of the agenda.
    if (is_clock_time(line, 0))
      score -= 2;
    else if (has_clock_time(near(unit.text, line, dates, index)))
      score += 3;
    if (unit.place == TextUnit::Place::heading) score += 2;
    if (found.weekday) score += 1;
    if (!best || score > best->score) best = Candidate{found.date, unit.passage, score};
  }
}

/// The best date of title and head; the first one of those that are equally good.
/// A title that is only the name of the file says nothing that the file name doesn't.
std::optional<Candidate> date_in_head(std::span<const TextUnit> units, std::string_view file_stem,
                                      const std::function<bool(std::string_view)>& rejected) {
  std::optional<Candidate> best;
  std::size_t words = 0;
  bool after_label = false;
  for (const auto& unit : units) {
    if (words >= kHeadWords) break;
    if (unit.boilerplate || (unit.place == TextUnit::Place::title && unit.text == file_stem)) continue;
    collect(unit, after_label, rejected, best);
    if (unit.place == TextUnit::Place::title && best) break;
    after_label = unit.words.size() == 2 && is_label(unit.words.front().folded);
    words += unit.words.size() - 1;
  }
  return best;
}

/// Gives a day or month without a year that of the file name, where that makes a date.
void complete(corpus::Date& date, int year) {
  if (date.year == 0 && year != 0 && is_possible_date(year, date.month, date.day)) date.year = year;
}

DocumentDate dated(corpus::Date date, corpus::Origin origin, std::string_view passage) {
  DocumentDate result;
  result.value = {date.iso(), origin, std::string(passage)};
  result.date = std::move(date);
  return result;
}

}  // namespace

DocumentDate given_date(std::string_view given, std::string_view source, std::vector<std::string>& warnings) {
  const std::string text = corpus::clean(given);
  auto date = parse_date(text);
  if (!date) {
    if (!text.empty())
      warnings.push_back("the given date '" + text + "' is no date that can be read; it is kept as text only");
    return dated({0, 0, 0, text}, corpus::Origin::given, {});
  }
  if (date->year == 0) {
    const auto named = date_in_file_name(source);
    if (named && same_day(*named, *date))
      date->year = named->year;
    else if (!named)
      complete(*date, year_in_file_name(source));
  }
  return dated(std::move(*date), corpus::Origin::given, {});
}

DocumentDate find_date(std::span<const TextUnit> units, std::string_view source,
                       const std::function<bool(std::string_view)>& rejected) {
  auto named = date_in_file_name(source);
  if (named && (rejected(named->text) || rejected(named->iso()))) named.reset();
  auto head = date_in_head(units, stem_of(source), rejected);
  if (!named) {
    if (!head) return dated({}, corpus::Origin::found, {});
    auto whole = head->date;
    complete(whole, year_in_file_name(source));
    if (!rejected(whole.iso())) head->date = std::move(whole);
    return dated(std::move(head->date), corpus::Origin::found, head->passage);
  }
  // The text's own words for the same day are the better text, and its day the better date when the name has a month
  // only.
  const bool same = head && (same_day(*named, head->date) || (named->day == 0 && named->month == head->date.month)) &&
                    (head->date.year == 0 || head->date.year == named->year);
  if (!same) return dated(std::move(*named), corpus::Origin::found, {});
  head->date.year = named->year;
  return dated(std::move(head->date), corpus::Origin::found, head->passage);
}

}  // namespace indexer
