// Home addresses: a street with a number beside a postcode or town, or a postcode with a house number.
#include <algorithm>
#include <array>
#include <optional>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

// Endings that make a word the name of a street; with these and a number a town may be left out.
constexpr std::array<std::string_view, 14> kStreets = {"straat", "straatje", "laan",      "laantje", "gracht",
                                                       "steeg",  "steegje",  "plantsoen", "singel",  "dreef",
                                                       "kade",   "str",      "boulevard", "pad"};
// Endings of streets and of much else.
constexpr std::array<std::string_view, 39> kMaybeStreets = {
    "weg",  "wegje", "plein", "pleintje", "dijk",  "dijkje", "hof",  "hofje", "markt", "wal",
    "burg", "haven", "dam",   "baan",     "park",  "einde",  "eind", "voort", "kamp",  "berg",
    "veld", "akker", "brink", "werf",     "poort", "zoom",   "hoek", "bosch", "erf",   "kaai",
    "vest", "sloot", "wijk",  "polder",   "hoeve", "horst",  "tuin", "beemd", "hage"};
constexpr std::size_t kMostWords = 6;

template <std::size_t n>
bool ends_with_any(std::string_view word, const std::array<std::string_view, n>& endings) {
  return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool word_char(const ScanText& text, std::size_t i) { return text.letter(i) || text[i] == '\'' || text[i] == '-'; }

/// The word that ends at `end` (a point behind it included); begin == end when there is none.
Span word_ending(const ScanText& text, std::size_t end) {
  auto begin = end;
  if (text.before(begin) == '.' && word_char(text, begin - 2)) --begin;
  while (begin > 0 && word_char(text, begin - 1) && end - begin < 60) --begin;
  return {begin, end};
}

/// End of a postcode at `at`: "4381 AB", "4381AB"; 0 when there is none.
std::size_t postcode(const ScanText& text, std::size_t at) {
  if (text[at] < '1' || text[at] > '9') return 0;
  for (std::size_t i = 1; i < 4; ++i)
    if (!text.digit(at + i)) return 0;
  at += 4;
  if (text[at] == ' ') ++at;
  const auto ascii = [&](std::size_t i) {
    return (text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z');
  };
  if (!ascii(at) || !ascii(at + 1) || text.alnum(at + 2)) return 0;
  // Small letters only when both are and nothing stands between: "4381ab"; "1990 en" is a year.
  const bool capitals = text.upper(at) && text.upper(at + 1);
  if (!capitals && (text[at - 1] == ' ' || text.upper(at) || text.upper(at + 1))) return 0;
  return at + 2;
}

/// Behind the house number at `at`: "a", "-12", " bis", "/3", " III", " 2 hoog".
std::size_t skip_addition(const ScanText& text, std::size_t at) {
  const auto letters = [&](std::size_t from) {
    auto end = from;
    while (text.letter(end)) ++end;
    return end;
  };
  if (text.letter(at)) {
    const auto end = letters(at);
    if (end - at > 3 || text.digit(end)) return 0;
    at = end;
  }
  for (int part = 0; part < 2; ++part) {
    auto next = at;
    if (text[next] == '-' || text[next] == '/' || text[next] == ' ') ++next;
    if (next == at) break;
    if (text.digit(next) && text[at] != ' ') {
      while (text.digit(next)) ++next;
      if (text.letter(next) && !text.letter(next + 1)) ++next;
      at = next;
      continue;
    }
    const auto end = letters(next);
    const auto word = text.lower(next, end);
    const bool known =
        one_of(word, {"bis", "hs", "huis", "rood", "zwart", "ii", "iii", "iv", "i", "bg", "boven", "beneden"}) ||
        (end - next == 1 && text[next] != 'u' && text[next] != 'l');
    if (!known) break;
    at = end;
  }
  return text.alnum(at) ? 0 : at;
}

/// A word with a capital that may name a town, at `at`.
bool town(const ScanText& text, std::size_t at) {
  if (text[at] == '\'' && (text[at + 1] == 's' || text[at + 1] == 't') && (text[at + 2] == '-' || text[at + 2] == ' '))
    return true;
  if (!text.upper(at)) return false;
  auto end = at;
  while (word_char(text, end)) ++end;
  return end - at >= 2 &&
         !one_of(text.lower(at, end), {"de", "het", "een", "in", "op",  "artikel", "en", "dit", "deze", "dat",
                                       "er", "wij", "we",  "ik", "hij", "zij",     "ze", "als", "bij",  "voor"});
}

std::size_t town_end(const ScanText& text, std::size_t at) {
  while (word_char(text, at)) ++at;
  if (text[at] == ' ' && text.upper(at + 1)) {
    auto next = at + 1;
    while (word_char(text, next)) ++next;
    at = next;
  }
  return at;
}

/// "woont aan de …", "adres: …": right before, so that it speaks of this very place.
bool says_home(const ScanText& text, std::size_t begin) {
  const auto window = text.lower(begin > 26 ? begin - 26 : 0, begin);
  const auto from = window.find_last_of(".;\n(");
  return has_word(std::string_view(window).substr(from == std::string::npos ? 0 : from + 1),
                  {"woont", "wonend", "wonende", "woonachtig", "woonadres", "huisadres", "adres", "thuisadres",
                   "verblijft", "verblijfadres", "ingeschreven", "woonde", "postadres", "brp-adres"});
}

/// Words that stand where a street does and are none.
bool no_street(std::string_view word) {
  return one_of(word, {"postbus",   "antwoordnummer",
                       "artikel",   "artikelen",
                       "art",       "lid",
                       "leden",     "bijlage",
                       "hoofdstuk", "paragraaf",
                       "onderdeel", "nummer",
                       "januari",   "februari",
                       "maart",     "april",
                       "mei",       "juni",
                       "juli",      "augustus",
                       "september", "oktober",
                       "november",  "december",
                       "nr",        "no",
                       "jaargang",  "stb",
                       "stcrt",     "trb",
                       "pb",        "blz",
                       "bladzijde", "pagina",
                       "kamer",     "lokaal",
                       "tabel",     "figuur",
                       "deel",      "klasse",
                       "groep",     "categorie",
                       "hectare",   "postcode"});
}

/// Where the name of a street begins whose last word is `last`.
std::size_t street_begin(const ScanText& text, Span last) {
  auto begin = last.begin;
  auto candidate = last.begin;
  for (std::size_t words = 1; words < kMostWords && text.before(candidate) == ' '; ++words) {
    const auto word = word_ending(text, candidate - 1);
    if (word.begin == word.end) break;
    const auto lower = text.lower(word.begin, word.end);
    if (text.upper(word.begin) && (text.before(word.end) != '.' || word.end - word.begin <= 6)) {
      begin = candidate = word.begin;
    } else if (one_of(lower, {"van", "de", "den", "der", "het", "'t", "ten", "ter", "'s"})) {
      candidate = word.begin;
    } else {
      break;
    }
  }
  return begin;
}

/// "… 12, 4381 AB Vlissingen": the number begins at `at`.
std::optional<Span> street_address(const ScanText& text, std::size_t at) {
  auto number_end = at;
  while (text.digit(number_end)) ++number_end;
  if (number_end - at > 5 || text[at] == '0' || text.before(at) != ' ') return std::nullopt;
  auto last = word_ending(text, at - 1);
  if (one_of(text.lower(last.begin, last.end),
             {"nr", "nr.", "no", "no.", "nummer", "huisnummer", "huisnr", "huisnr."}) &&
      (text.before(last.begin) == ' '))
    last = word_ending(text, text.before(last.begin - 1) == ',' ? last.begin - 2 : last.begin - 1);
  if (last.begin == last.end) return std::nullopt;
  auto name = text.lower(last.begin, last.end);
  if (name.ends_with('.')) {
    name.pop_back();
    if (!one_of(name, {"str", "straat", "ln", "pln", "wg", "dk"}) && !name.ends_with("str")) return std::nullopt;
  }
  if (no_street(name)) return std::nullopt;
  const auto begin = street_begin(text, last);
  if (!text.upper(begin) && !(text[begin] == '\'' && text.letter(begin + 1))) return std::nullopt;

  auto end = skip_addition(text, number_end);
  if (end == 0) return std::nullopt;
  auto next = end;
  while (next - end < 4 && std::string_view(" ,;|\n-(").find(text[next]) != std::string_view::npos &&
         !(text[next] == '\n' && text[next + 1] == '\n'))
    ++next;
  const bool apart = next > end;
  if (text.lower(next, next + 9) == "postcode ") next += 9;
  if (const auto code = postcode(text, next); code != 0 && apart && name.size() > 2) {
    // The town behind the postcode belongs to it.
    auto stop = code;
    if (text[stop] == ',') ++stop;
    if (text[stop] == ' ' && town(text, stop + 1)) return Span{begin, town_end(text, stop + 1)};
    return Span{begin, code};
  }
  if (!text.upper(last.begin) || name.size() < 3) return std::nullopt;
  const int number = number_end - at == 4 ? std::stoi(std::string(text.chars().substr(at, 4))) : 0;
  if (number >= 1800 && number < 2100) return std::nullopt;  // a year
  const bool street = ends_with_any(name, kStreets) && name.size() > 4, home = says_home(text, begin);
  if (!street && !ends_with_any(name, kMaybeStreets) && !home) return std::nullopt;
  const auto word = text.lower(next, next + 3);
  const bool preposition = word == "te " || word == "in ";
  if (preposition) next += 3;
  const bool comma = text.chars().substr(end, next - end).find_first_of(",\n|") != std::string_view::npos;
  if (apart && town(text, next) && (comma || preposition || street)) return Span{begin, town_end(text, next)};
  if ((street && name.size() > 6) || home) return Span{begin, end};
  return std::nullopt;
}

/// "4381 AB 12", "postcode 4381AB, huisnummer 12".
std::optional<Span> postcode_address(const ScanText& text, std::size_t at) {
  const auto code = postcode(text, at);
  if (code == 0) return std::nullopt;
  auto next = code;
  while (next - code < 3 && std::string_view(" ,-:").find(text[next]) != std::string_view::npos) ++next;
  bool said = false;
  for (const std::string_view word : {"huisnummer", "huisnr.", "huisnr", "nummer", "nr.", "nr", "hnr"})
    if (text.lower(next, next + word.size()) == word) {
      next += word.size();
      said = true;
      while (text[next] == ' ' || text[next] == ':') ++next;
      break;
    }
  if (next == code || !text.digit(next)) return std::nullopt;
  auto end = next;
  while (text.digit(end)) ++end;
  if (end - next > (said ? 5u : 3u) || text[next] == '0') return std::nullopt;
  end = skip_addition(text, end);
  if (end == 0 || !number_may_end(text, end)) return std::nullopt;
  return Span{at, end};
}

}  // namespace

void find_addresses(const ScanText& text, Spans& found) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.digit(i) || !number_may_begin(text, i)) continue;
    auto span = postcode_address(text, i);
    if (!span) span = street_address(text, i);
    if (!span || span->begin < done) continue;
    found.push_back(*span);
    done = span->end;
    i = span->end - 1;
  }
}

}  // namespace corpus::privacy
