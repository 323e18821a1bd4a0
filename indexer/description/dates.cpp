#include "indexer/description/dates.h"

#include <algorithm>
#include <array>

#include "corpus/calendar.h"
#include "corpus/text.h"
#include "indexer/description/words.h"

namespace indexer {
namespace {

constexpr int kFirstYear = 1800, kLastYear = 2100;
struct ShortMonth {
  std::string_view name;
  int month;
};
constexpr ShortMonth kShortMonths[] = {{"jan", 1},  {"feb", 2},  {"febr", 2}, {"mrt", 3}, {"apr", 4},
                                       {"jun", 6},  {"jul", 7},  {"aug", 8},  {"sep", 9}, {"sept", 9},
                                       {"okt", 10}, {"nov", 11}, {"dec", 12}};
constexpr std::string_view kWeekdays[] = {"maandag",  "dinsdag", "woensdag", "donderdag", "vrijdag",
                                          "zaterdag", "zondag",  "ma",       "di",        "wo",
                                          "do",       "vr",      "za",       "zo"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}

/// Reads a text from left to right; each function moves `at` only when it succeeds.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }

  /// A number of `least` to `most` digits with no digit behind it; -1 when there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t digits = 0;
    int value = 0;
    while (is_digit(peek(digits)) && digits <= most) {
      value = value * 10 + (peek(digits) - '0');
      ++digits;
    }
    if (digits < least || digits > most) return -1;
    at += digits;
    return value;
  }
  bool literal(std::string_view expected) {
    if (!text.substr(at).starts_with(expected)) return false;
    at += expected.size();
    return true;
  }
  bool spaces() {
    const auto start = at;
    while (literal(" ") || literal("\u00A0") || literal("\u202F")) {
    }
    return at > start;
  }
  /// A month by name or abbreviation (with or without its dot), 0 when there is none.
  int month() {
    std::size_t length = 0;
    while (is_letter(peek(length)) && length < 10) ++length;
    if (is_letter(peek(length)) || length < 3) return 0;
    const std::string name = fold_word(text.substr(at, length));
    for (std::size_t i = 0; i < corpus::kMonths.size(); ++i)
      if (corpus::kMonths[i] == name) {
        at += length;
        return static_cast<int>(i) + 1;
      }
    for (const auto& entry : kShortMonths)
      if (entry.name == name) {
        at += length;
        if (peek() == '.' && peek(1) != '\0' && peek(1) != '\n') ++at;  // at the end it closes the sentence
        return entry.month;
      }
    return 0;
  }
  /// " 2025" or " '25"; 0 and no move when no year follows.
  int year() {
    const Cursor start = *this;
    if (spaces()) {
      if (literal("'") || literal("’") || literal("‘")) {
        const int two = number(2, 2);
        if (two >= 0 && !is_letter(peek())) return two < 80 ? 2000 + two : 1900 + two;
      } else {
        const int four = number(4, 4);
        if (four >= kFirstYear && four <= kLastYear && !is_letter(peek()) && !text.substr(at).starts_with(" uur"))
          return four;
      }
    }
    *this = start;
    return 0;
  }
};

/// "24 en 25 september", "24-25 september", "24 t/m 26 september": moves past the second day.
void second_day(Cursor& cursor) {
  const Cursor start = cursor;
  cursor.spaces();
  for (std::string_view connector : {"en ", "t/m ", "tot en met ", "-", "–", "/", "& "}) {
    if (!cursor.literal(connector)) continue;
    cursor.spaces();
    Cursor after = cursor;
    if (after.number(1, 2) > 0) {
      cursor = after;
      if (after.spaces() && after.month() != 0) return;
    }
    break;
  }
  cursor = start;
}

enum class Reading { none, impossible, date };

/// A date that begins with the digit at the cursor. `impossible` moves past it too, so that nothing in it is read
/// again.
Reading read_numeric(Cursor& cursor, corpus::Date& date) {
  const Cursor start = cursor;
  const auto finish = [&](int year, int month, int day) {
    date.year = year, date.month = month, date.day = day;
    date.text = std::string(cursor.text.substr(start.at, cursor.at - start.at));
    return is_possible_date(year, month, day) ? Reading::date : Reading::impossible;
  };
  if (const int year = cursor.number(4, 4); year >= kFirstYear && year <= kLastYear) {
    if (cursor.literal("-")) {
      const int month = cursor.number(2, 2);
      if (month >= 0 && cursor.literal("-")) {
        const int day = cursor.number(2, 2);
        if (day >= 0) return finish(year, month, day);
      }
    }
    cursor = start;
    return Reading::none;
  }
  cursor = start;
  const int day = cursor.number(1, 2);
  if (day < 0) return Reading::none;
  const char separator = cursor.peek();
  if ((separator == '-' || separator == '/' || separator == '.') && is_digit(cursor.peek(1))) {
    const Cursor after_day = cursor;
    ++cursor.at;
    const int month = cursor.number(1, 2);
    if (month >= 0 && cursor.peek() == separator) {
      ++cursor.at;
      const int year = cursor.number(4, 4);
      if (year >= kFirstYear && year <= kLastYear) return finish(year, month, day);
    }
    cursor = after_day;
  }
  second_day(cursor);
  if (cursor.spaces()) {
    if (const int month = cursor.month(); month != 0) return finish(cursor.year(), month, day);
  }
  cursor = start;
  return Reading::none;
}

/// Whether a document is a row of JSON lines: what its file is called says nothing about it.
bool is_row(std::string_view source) {
  const auto hash = source.rfind('#');
  return hash != std::string_view::npos &&
         (source.substr(0, hash).ends_with(".jsonl") || source.substr(0, hash).ends_with(".ndjson"));
}

std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string separated(std::string_view name, std::string_view separators, char between) {
  std::string result(name);
  std::ranges::replace_if(
      result, [&](char c) { return separators.find(c) != std::string_view::npos; }, between);
  return result;
}

bool weekday_before(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',' || text[end - 1] == '.')) --end;
  std::size_t first = end;
  while (first > 0 && is_letter(text[first - 1])) --first;
  const std::string word = fold_word(text.substr(first, end - first));
  return end < begin && std::ranges::find(kWeekdays, word) != std::end(kWeekdays);
}

}  // namespace

bool is_possible_date(int year, int month, int day) {
  constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 0 || month > 12 || day < 0 || (month == 0 && day != 0)) return false;
  if (year != 0 && (year < kFirstYear || year > kLastYear)) return false;
  if (month == 0) return year != 0;
  if (year == 0 && day == 0) return false;
  if (day > kDays[month - 1]) return false;
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return !(month == 2 && day == 29 && !leap);
}

std::vector<DateInText> find_dates(std::string_view text) {
  std::vector<DateInText> found;
  Cursor cursor{text};
  bool inside_word = false;
  bool number_before = false;  // "31 september 2025" holds no "september 2025"
  while (cursor.at < text.size()) {
    const char c = cursor.peek();
    const std::size_t begin = cursor.at;
    if (!inside_word && is_digit(c)) {
      // "1.24 september" and "2024-24/9/2025" are something else than a date
      const bool tied = begin > 1 && is_digit(text[begin - 2]) &&
                        std::string_view(".,/-:").find(text[begin - 1]) != std::string_view::npos;
      DateInText date;
      const Reading reading = tied ? Reading::none : read_numeric(cursor, date.date);
      if (reading == Reading::date) {
        date.begin = begin, date.end = cursor.at;
        date.weekday = weekday_before(text, begin);
        found.push_back(std::move(date));
      }
      if (reading != Reading::none) {
        inside_word = number_before = false;
        continue;
      }
      while (is_digit(cursor.peek())) ++cursor.at;
      number_before = true;
      inside_word = true;
      continue;
    }
    if (!inside_word && is_letter(c)) {
      if (const int month = cursor.month(); month != 0 && !number_before) {
        if (const int year = cursor.year(); year != 0) {
          found.push_back(
              {{year, month, 0, std::string(text.substr(begin, cursor.at - begin))}, begin, cursor.at, false});
          continue;
        }
      }
      cursor.at = std::max(cursor.at, begin + 1);
      inside_word = true;
      number_before = false;
      continue;
    }
    inside_word = is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) >= 0x80 && inside_word);
    if (c != ' ' && !is_digit(c)) number_before = false;
    ++cursor.at;
  }
  return found;
}

std::string spelled_out(const corpus::Date& date) {
  std::string text;
  const auto append = [&](std::string_view part) {
    if (!text.empty()) text += ' ';
    text += part;
  };
  if (date.day != 0) append(std::to_string(date.day));
  if (date.month != 0) append(corpus::kMonths[static_cast<std::size_t>(date.month - 1)]);
  if (date.year != 0) append(std::to_string(date.year));
  return text;
}

std::optional<corpus::Date> parse_date(std::string_view text) {
  const std::string clean = corpus::clean(text);
  Cursor cursor{clean};
  const int year = cursor.number(4, 4);
  if (year >= kFirstYear && year <= kLastYear) {
    corpus::Date date{year, 0, 0, {}};
    if (cursor.literal("-")) date.month = cursor.number(2, 2);
    if (cursor.at == clean.size() && date.month >= 0 && (clean.size() == 4 || date.month > 0) &&
        is_possible_date(date.year, date.month, 0)) {
      date.text = spelled_out(date);
      return date;
    }
  }
  const auto dates = find_dates(clean);
  if (dates.size() != 1) return std::nullopt;
  const auto& found = dates.front();
  const std::string_view before = std::string_view(clean).substr(0, found.begin);
  const std::string_view after = std::string_view(clean).substr(found.end);
  const bool iso = is_digit(clean[found.begin]) && found.date.text.size() == 10 && found.date.text[4] == '-';
  if (!(before.empty() || found.weekday) || before.size() > 11) return std::nullopt;
  if (!(after.empty() || after == "." || (iso && (after.front() == 'T' || after.front() == ' ')))) return std::nullopt;
  corpus::Date date = found.date;
  if (iso) date.text = spelled_out(date);
  return date;
}

std::optional<corpus::Date> date_in_file_name(std::string_view source) {
  if (is_row(source)) return std::nullopt;
  source = last_part(source);
  const auto dated = [](corpus::Date date) {
    date.text = spelled_out(date);
    return date;
  };
  // The parts of a name may be held apart by anything: "24-september-2024", "2024_09_24", "2024 09 24".
  for (const auto& [separators, between] : {std::pair{"_", ' '}, {"_-", ' '}, {"_ .", '-'}}) {
    for (const auto& found : find_dates(separated(source, separators, between)))
      if (found.date.year != 0) return dated(found.date);
  }
  const std::string name = separated(source, "_", '-');
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (!is_digit(name[i]) || (i > 0 && is_digit(name[i - 1]))) continue;
    Cursor cursor{name, i};
    if (const int digits = cursor.number(8, 8); digits > 0) {
      for (const corpus::Date& date : {corpus::Date{digits / 10000, digits / 100 % 100, digits % 100, {}},
                                       corpus::Date{digits % 10000, digits / 10000 % 100, digits / 1000000, {}}})
        if (date.month > 0 && date.day > 0 && is_possible_date(date.year, date.month, date.day)) return dated(date);
    }
    cursor.at = i;
    const int year = cursor.number(4, 4);
    if (year < kFirstYear || year > kLastYear || !cursor.literal("-")) continue;
    const int month = cursor.number(2, 2);
    const bool goes_on = cursor.peek() == '-' && is_digit(cursor.peek(1));
    if (month > 0 && !goes_on && !is_letter(cursor.peek()) && is_possible_date(year, month, 0))
      return dated({year, month, 0, {}});
  }
  return std::nullopt;
}

int year_in_file_name(std::string_view source) {
  if (is_row(source)) return 0;
  const std::string_view name = last_part(source);
  const auto is_alone = [&](std::size_t begin, std::size_t end) {
    const auto apart = [&](std::size_t at) {
      return at >= name.size() ||
             !(is_digit(name[at]) || is_letter(name[at]) || static_cast<signed char>(name[at]) < 0);
    };
    return (begin == 0 || apart(begin - 1)) && apart(end);
  };
  int year = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    Cursor cursor{name, i};
    const int number = cursor.number(4, 4);
    if (number < kFirstYear || number > kLastYear || !is_alone(i, cursor.at)) continue;
    if (year != 0 && year != number) return 0;
    year = number;
  }
  return year;
}

}  // namespace indexer
