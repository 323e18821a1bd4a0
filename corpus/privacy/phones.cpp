// Telephone numbers as the Dutch write them: national, with country code, and of other countries behind a plus.
//
// Source of the area codes: the Dutch numbering plan for telephone services.
#include <algorithm>
#include <array>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

constexpr std::string_view kSigns = "-./";
constexpr std::size_t kNational = 10;  // digits, the leading zero included

constexpr std::array<std::string_view, 41> kShortCodes = {
    "010", "013", "014", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038", "040",
    "043", "045", "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075", "076",
    "077", "078", "079", "082", "084", "085", "087", "088", "091", "097", "098", "099", "066"};

/// Four-digit codes, by their first two digits behind the zero.
struct LongCodes {
  std::string_view begin, last;
};
constexpr std::array kLongCodes = {
    LongCodes{"011", "134578"},   LongCodes{"016", "1245678"},  LongCodes{"017", "24"},
    LongCodes{"018", "0123467"},  LongCodes{"022", "2346789"},  LongCodes{"025", "125"},
    LongCodes{"029", "479"},      LongCodes{"031", "345678"},   LongCodes{"032", "01"},
    LongCodes{"034", "12345678"}, LongCodes{"041", "12368"},    LongCodes{"047", "58"},
    LongCodes{"048", "15678"},    LongCodes{"049", "23579"},    LongCodes{"051", "123456789"},
    LongCodes{"052", "12345789"}, LongCodes{"054", "1345678"},  LongCodes{"056", "126"},
    LongCodes{"057", "0123578"},  LongCodes{"059", "123456789"}};

bool mobile(std::string_view digits) {
  return digits.starts_with("06") && digits.size() > 2 &&
         std::string_view("123458").find(digits[2]) != std::string_view::npos;
}

/// Digits of the area code at the beginning; 0 when there is none.
std::size_t area_code(std::string_view digits) {
  if (std::ranges::find(kShortCodes, digits.substr(0, 3)) != kShortCodes.end()) return 3;
  for (const auto& codes : kLongCodes)
    if (digits.starts_with(codes.begin) && codes.last.find(digits[3]) != std::string_view::npos) return 4;
  return 0;
}

/// 06-12-2023 10: a date with something behind it.
bool looks_like_date(const DigitGroups& read) {
  return read.sizes.size() > 2 && read.sizes[0] == 2 && read.sizes[1] == 2 && read.sizes[2] == 4 &&
         (read.digits.compare(4, 2, "19") == 0 || read.digits.compare(4, 2, "20") == 0);
}

/// Reads groups of digits where a bracket may close after the first: "(0118) 12 34 56".
DigitGroups read_number(const ScanText& text, std::size_t at, std::size_t count) {
  auto read = read_digits(text, at, count, kSigns);
  if (read.digits.size() < count && !read.digits.empty() && read.sizes.size() == 1 && text[read.end] == ')') {
    auto next = read.end + 1;
    if (text[next] == ' ') ++next;
    if (text[next] == '-') ++next;
    if (text[next] == ' ') ++next;
    auto rest = read_digits(text, next, count - read.digits.size(), kSigns);
    read.digits += rest.digits;
    read.sizes.insert(read.sizes.end(), rest.sizes.begin(), rest.sizes.end());
    if (!rest.digits.empty()) read.end = rest.end;
  }
  return read;
}

/// End of a number that begins with its area code at `at`; 0 when there is none.
std::size_t national(const ScanText& text, std::size_t at) {
  const auto read = read_number(text, at, kNational);
  if (read.digits.size() != kNational || !number_may_end(text, read.end)) return 0;
  if (std::ranges::count(text.chars().substr(at, read.end - at), '/') > 1) return 0;  // "024/92/25281", a file number
  if (mobile(read.digits)) return looks_like_date(read) || read.sizes.size() > 9 ? 0 : read.end;
  const auto code = area_code(read.digits);
  // Numbers of companies (08x) begin with any digit behind the code, those of places never with a zero.
  if (code == 0 || (read.digits[code] == '0' && !read.digits.starts_with("08"))) return 0;
  if (read.sizes.size() > 1 && (read.sizes[0] != code || read.sizes.size() > 5)) return 0;
  for (std::size_t i = 1; i < read.sizes.size(); ++i)
    if (read.sizes[i] == 1) return 0;
  return read.end;
}

void skip_sign(const ScanText& text, std::size_t& at) {
  if (text[at] == ')') ++at;
  if (text[at] == ' ') ++at;
  if (kSigns.find(text[at]) != std::string_view::npos) ++at;
  if (text[at] == ' ') ++at;
}

/// End of a number behind "+" or "00"; `at` is where the country code begins.
std::size_t international(const ScanText& text, std::size_t at, bool plus) {
  if (text[at] == ' ') ++at;
  if (text[at] == '3' && text[at + 1] == '1') {
    auto next = at + 2;
    skip_sign(text, next);
    if (text[next] == '(' && text[next + 1] == '0' && text[next + 2] == ')') {
      next += 3;
      skip_sign(text, next);
    }
    if (text[next] == '(') ++next;
    const bool zero = text[next] == '0';  // left in by mistake
    const auto read = read_number(text, next, zero ? kNational : kNational - 1);
    if (read.digits.size() == (zero ? kNational : kNational - 1) && number_may_end(text, read.end) &&
        read.digits[zero ? 1 : 0] != '0')
      return read.end;
    return 0;
  }
  if (!plus || !text.digit(at) || text[at] == '0') return 0;
  const auto read = read_digits(text, at, 15, kSigns);
  return read.digits.size() >= 10 && read.digits.size() <= 14 && number_may_end(text, read.end) ? read.end : 0;
}

/// End of a number without area code, which counts right behind the word telephone only.
std::size_t local(const ScanText& text, std::size_t at) {
  if (text[at] == '0' || text[at] == '1') return 0;
  const auto read = read_digits(text, at, 8, "-");
  if (read.digits.size() < 6 || read.digits.size() > 7 || read.sizes.size() > 4 || !number_may_end(text, read.end))
    return 0;
  return text.word_before(at, 16, {"tel", "telefoon", "telefoonnummer", "telefoonnr", "telnr", "tel.nr"}) ? read.end
                                                                                                          : 0;
}

}  // namespace

void find_phones(const ScanText& text, Spans& found) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '+' && !ScanText::is_digit(c)) continue;
    if (c == '+' ? text.alnum(i - 1) : (!number_may_begin(text, i) || text.before(i) == '+')) continue;
    std::size_t end = 0;
    if (c == '+')
      end = international(text, i + 1, true);
    else if (c == '0' && text[i + 1] == '0')
      end = international(text, i + 2, false);
    else if (c == '0')
      end = national(text, i);
    else
      end = local(text, i);
    if (end == 0) continue;
    const bool bracket = text.before(i) == '(';
    auto begin = i;
    // A bracket that opens before and closes within the number goes with it.
    if (bracket && text.chars().substr(i, end - i).find(')') != std::string_view::npos &&
        text.chars().substr(i, end - i).find('(') == std::string_view::npos)
      --begin;
    found.push_back({begin, end});
    i = end - 1;
  }
}

}  // namespace corpus::privacy
