// Dates of birth: a date beside a word that says so. A date from or until which people were born (as laws have it) is
// nobody's.
#include <algorithm>
#include <array>
#include <optional>

#include "corpus/calendar.h"
#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

constexpr std::size_t kBefore = 70, kAfter = 40, kNextInList = 12;

constexpr std::array<std::string_view, 15> kShortMonths = {"jan", "feb",  "febr", "mrt", "apr", "jun", "jul", "aug",
                                                           "sep", "sept", "okt",  "oct", "nov", "dec", "mar"};

std::size_t month_name(const ScanText& text, std::size_t at) {
  auto end = at;
  while (text.letter(end)) ++end;
  const auto word = text.lower(at, end);
  if (std::ranges::find(kMonths, word) != kMonths.end()) return end;
  if (std::ranges::find(kShortMonths, word) == kShortMonths.end()) return 0;
  return text[end] == '.' ? end + 1 : end;
}

int number(const ScanText& text, std::size_t begin, std::size_t end) {
  int value = 0;
  for (; begin < end; ++begin) value = value * 10 + (text[begin] - '0');
  return value;
}

std::size_t digits_end(const ScanText& text, std::size_t at) {
  const auto begin = at;
  while (text.digit(at) && at - begin < 9) ++at;
  return at;
}

bool is_year(int year, std::size_t digits) { return digits == 2 || (digits == 4 && year >= 1880 && year < 2100); }

/// Between the parts of a date: one sign, or spaces, or both.
std::size_t skip_between(const ScanText& text, std::size_t at) {
  const auto begin = at;
  if (text[at] == ' ') ++at;
  if (std::string_view("-/.").find(text[at]) != std::string_view::npos) ++at;
  if (text[at] == ' ') ++at;
  return at == begin ? 0 : at;
}

/// End of the date that begins at `at`; 0 when there is none.
std::size_t date(const ScanText& text, std::size_t at) {
  const auto first_end = digits_end(text, at);
  const auto size = first_end - at;
  const int first = number(text, at, first_end);
  if (size == 8 && !text.alnum(first_end)) {  // 12031980 or 19800312
    const auto year_first = number(text, at, at + 4), year_last = number(text, at + 4, at + 8);
    const bool fits = (is_year(year_last, 4) && number(text, at, at + 2) <= 31 && number(text, at + 2, at + 4) <= 12) ||
                      (is_year(year_first, 4) && number(text, at + 4, at + 6) <= 12);
    return fits ? first_end : 0;
  }
  auto next = skip_between(text, text[first_end] == 'e' ? first_end + 1 : first_end);
  if (next == 0) return 0;
  if (size == 4) {  // 1980-03-12
    const auto month_end = digits_end(text, next);
    const auto day = skip_between(text, month_end);
    if (!is_year(first, 4) || month_end == next || day == 0 || number(text, next, month_end) > 12) return 0;
    const auto end = digits_end(text, day);
    return end > day && end - day <= 2 && number(text, day, end) <= 31 && !text.alnum(end) ? end : 0;
  }
  if (size > 2 || first == 0 || first > 31) return 0;
  std::size_t month_end = 0;
  if (text.digit(next)) {
    month_end = digits_end(text, next);
    const int month = number(text, next, month_end);
    if (month_end - next > 2 || month < 1 || month > 12) return 0;
  } else {
    month_end = month_name(text, next);
    if (month_end == 0) return 0;
  }
  auto year = skip_between(text, month_end);
  if (year == 0) year = text[month_end - 1] == '.' ? month_end : 0;  // "mrt.1980"
  if (year == 0) return 0;
  if (text[year] == '\'') ++year;
  const auto end = digits_end(text, year);
  // "10 11 12" is anything.
  if (end - year == 2 && text.digit(next) && text[first_end] == ' ') return 0;
  return is_year(number(text, year, end), end - year) && !text.alnum(end) ? end : 0;
}

/// Where people begin or end to be meant, not when somebody was born.
bool bounds_a_period(const ScanText& text, std::size_t begin, std::size_t end) {
  // "geboren tussen 1 april 1932 en 30 juni 1932": both.
  if (text.word_before(begin, 40, {"tussen"})) return true;
  return text.word_before(begin, 14,
                          {"v"
                           "\x02"
                           "\x02"
                           "r",
                           "voor", "na", "vanaf", "ingang", "sinds", "tot", "tot en met", "per", "uiterlijk", "sedert",
                           "later dan", "eerder dan"}) ||
         text.word_after(end, 14, {"of later", "of eerder", "of daarna", "of daarvoor", "en later"});
}

bool ends_sentence(std::string_view between, const ScanText& text, std::size_t offset) {
  for (std::size_t i = 0; i + 2 < between.size(); ++i)
    if ((between[i] == '.' || between[i] == '!' || between[i] == '?' || between[i] == ';') && between[i + 1] == ' ' &&
        text.upper(offset + i + 2) && i > 3)
      return true;
  return false;
}

constexpr std::array<std::string_view, 16> kCues = {"geboren",
                                                    "geboortedatum",
                                                    "geboortedata",
                                                    "geboortedag",
                                                    "geb",
                                                    "gebdatum",
                                                    "geb.datum",
                                                    "geboorte datum",
                                                    "geboorteplaats en -datum",
                                                    "geboortedatum en -plaats",
                                                    "date of birth",
                                                    "dob",
                                                    "born",
                                                    "verjaardag",
                                                    "gebdat",
                                                    "geboren:"};

/// Where the last cue ends in the characters before `at`; npos when there is none.
std::size_t cue_before(const ScanText& text, std::size_t at) {
  const auto from = at > kBefore ? at - kBefore : 0;
  const auto window = text.lower(from, at);
  std::size_t last = std::string::npos;
  for (const auto cue : kCues)
    for (auto found = window.find(cue); found != std::string::npos; found = window.find(cue, found + 1)) {
      const auto end = found + cue.size();
      if (found > 0 && ScanText::is_letter(window[found - 1])) continue;
      if (end < window.size() && ScanText::is_letter(window[end])) continue;
      if (last == std::string::npos || from + end > last) last = from + end;
    }
  return last;
}

/// `former`: where the last date of birth ended; its cue doesn't speak for another date.
bool says_birth(const ScanText& text, Span span, std::size_t former) {
  // "* 12-03-1980", as in family trees and on lists.
  const auto sign = text.before(span.begin) == ' ' ? span.begin - 1 : span.begin;
  if (text.before(sign) == '*' && (sign < 2 || !text.alnum(sign - 2))) return true;
  if (const auto cue = cue_before(text, span.begin); cue != std::string::npos && cue >= former) {
    const auto between = text.chars().substr(cue, span.begin - cue);
    if (between.find(';') == std::string_view::npos && !ends_sentence(between, text, cue)) return true;
  }
  const auto after = text.lower(span.end, span.end + kAfter);
  const auto said = std::string_view(after).substr(0, after.find_first_of(".;,\n"));
  if (has_word(said, {"geboren", "geboortedatum"})) return !has_word(said, {"waren", "zijn", "reeds", "nog", "worden"});
  return has_word(std::string_view(after).substr(0, std::min<std::size_t>(after.size(), 8)), {"geb"});
}

/// "12-03-1980, 04-05-1982 en 01-02-1990": what stands between two of a list.
bool lists_on(const ScanText& text, std::size_t end, std::size_t begin) {
  if (begin - end > kNextInList) return false;
  auto between = text.lower(end, begin);
  if (const auto word = between.find(" en "); word != std::string::npos) between.erase(word, 4);
  return between.find_first_not_of(" ,;/|\n") == std::string::npos;
}

}  // namespace

void find_birth_dates(const ScanText& text, Spans& found) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.digit(i) || text.alnum(i - 1)) continue;
    if (!number_may_begin(text, i) && text.before(i) != ':' && text.before(i) != ',') continue;
    const auto end = date(text, i);
    if (end == 0) continue;
    const Span span{i, end};
    const bool follows = !found.empty() && lists_on(text, found.back().end, span.begin);
    if (bounds_a_period(text, span.begin, span.end) ||
        !(follows || says_birth(text, span, found.empty() ? 0 : found.back().end))) {
      i = end - 1;
      continue;
    }
    found.push_back(span);
    i = end - 1;
  }
}

}  // namespace corpus::privacy
