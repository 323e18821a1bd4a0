// Dutch licence plates, by the side codes 1 to 14 of the vehicle authority.
//
// With hyphens and in capitals the form speaks for itself; otherwise a word for a vehicle must stand near.
#include <algorithm>
#include <array>
#include <optional>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

// a: a letter, 9: a digit; in the order of the codes.
constexpr std::array<std::string_view, 14> kSideCodes = {"aa-99-99", "99-99-aa", "99-aa-99", "aa-99-aa", "aa-aa-99",
                                                         "99-aa-aa", "99-aaa-9", "9-aaa-99", "aa-999-a", "a-999-aa",
                                                         "aaa-99-a", "a-99-aaa", "9-aa-999", "999-aa-9"};
constexpr std::size_t kFirstWithoutVowels = 3;  // position of side code 4

struct Plate {
  Span span;
  bool hyphens = true, capitals = true, small = true, vowels = false, spaces = false;
  std::size_t code = 0;
};

/// Six letters and digits in groups with the same sign between, or none; any of the side codes.
std::optional<Plate> read_plate(const ScanText& text, std::size_t begin) {
  Plate plate;
  std::string shape;
  std::size_t count = 0, at = begin;
  char sign = 0;
  for (; count < 6; ++at) {
    const char c = text[at];
    if (ScanText::is_digit(c)) {
      shape.push_back('9');
    } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      shape.push_back('a');
      plate.capitals &= c <= 'Z';
      plate.small &= c >= 'a';
      plate.vowels |= std::string_view("AEIOUaeiou").find(c) != std::string_view::npos;
    } else {
      if (count == 0 || (sign != 0 && c != sign) || (c != '-' && c != ' ' && c != '.') || !text.alnum(at + 1))
        return std::nullopt;
      sign = c;
      shape.push_back('-');
      continue;
    }
    ++count;
  }
  if (text.alnum(at) || (text[at] == '-' && text.alnum(at + 1))) return std::nullopt;
  plate.span = {begin, at};
  plate.hyphens = sign == '-';
  plate.spaces = sign == ' ';
  for (std::size_t i = 0; i < kSideCodes.size(); ++i) {
    std::string code(kSideCodes[i]);
    if (sign == 0) std::erase(code, '-');
    if (code != shape) continue;
    plate.code = i;
    return plate;
  }
  return std::nullopt;
}

bool near_vehicle(const ScanText& text, Span span) {
  constexpr std::size_t before = 80, after = 40;
  const auto says = [](const std::string& near) {
    for (const std::string_view word :
         {"kenteken",   "nummerplaat", "kentekenplaat", "voertuig",    "auto",    "bestelbus", "busje",
          "scooter",    "motorfiets",  "aanhanger",     "vrachtwagen", "brommer", "snorfiets", "bromfiets",
          "volkswagen", "vw ",         "opel",          "peugeot",     "renault", "mercedes",  "bmw",
          "audi",       "toyota",      "citro",         "fiat",        "kia ",    "volvo",     "skoda",
          "seat ",      "taxi",        "camper",        "caravan",     "golf",    "polo",      "ford "})
      if (near.find(word) != std::string::npos) return true;
    return false;
  };
  return says(text.lower(span.begin > before ? span.begin - before : 0, span.begin)) ||
         says(text.lower(span.end, span.end + after));
}

/// A form that could be much else, beside words that make it a plate.
bool said_to_be(const ScanText& text, const Plate& plate) {
  const bool vowels_allowed = plate.code < kFirstWithoutVowels;
  if (plate.vowels && !vowels_allowed) return false;
  if (!plate.capitals && !plate.small) return false;
  // Loose small words between spaces ("op 12 ab 34") are no plate, whatever stands near.
  if (plate.spaces && !plate.capitals) return false;
  if (text.word_before(plate.span.begin, 8, {"lid", "art", "artikel", "nr", "nummer", "ljn"}) && !plate.hyphens)
    return false;
  // Two letters and four digits run together are a number of anything.
  if (vowels_allowed && !plate.hyphens)
    return text.word_before(plate.span.begin, 30, {"kenteken", "kentekennummer", "kentekenplaat", "nummerplaat"});
  return near_vehicle(text, plate.span);
}

}  // namespace

void find_licence_plates(const ScanText& text, Spans& found) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.alnum(i) || text.alnum(i - 1) || i + 6 > text.size()) continue;
    const char c = text.before(i);
    if ((c == '-' || c == '.' || c == '/' || c == '_') && i > 1 && text.alnum(i - 2)) continue;
    const auto plate = read_plate(text, i);
    if (!plate) continue;
    const bool speaks_for_itself =
        plate->hyphens && plate->capitals && (!plate->vowels || plate->code < kFirstWithoutVowels);
    if (!speaks_for_itself && !said_to_be(text, *plate)) continue;
    found.push_back(plate->span);
    i = plate->span.end - 1;
  }
}

}  // namespace corpus::privacy
