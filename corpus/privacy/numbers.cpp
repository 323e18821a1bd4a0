// Numbers with a check of their own: bank accounts (ISO 13616) and citizen service numbers (the eleven test).
#include <algorithm>
#include <array>
#include <utility>

#include "corpus/privacy/finders.h"

namespace corpus::privacy {
namespace {

struct AccountLength {
  std::string_view country;
  std::size_t length;
};
// Of the countries whose accounts are met in the Netherlands.
constexpr std::array kAccountLengths = {
    AccountLength{"NL", 18}, AccountLength{"BE", 16}, AccountLength{"DE", 22}, AccountLength{"FR", 27},
    AccountLength{"LU", 20}, AccountLength{"GB", 22}, AccountLength{"IE", 22}, AccountLength{"ES", 24},
    AccountLength{"PT", 25}, AccountLength{"IT", 27}, AccountLength{"AT", 20}, AccountLength{"CH", 21},
    AccountLength{"DK", 18}, AccountLength{"SE", 24}, AccountLength{"NO", 15}, AccountLength{"FI", 18},
    AccountLength{"PL", 28}, AccountLength{"CZ", 24}, AccountLength{"SK", 24}, AccountLength{"HU", 28},
    AccountLength{"RO", 24}, AccountLength{"BG", 22}, AccountLength{"GR", 27}, AccountLength{"HR", 21},
    AccountLength{"SI", 19}, AccountLength{"EE", 20}, AccountLength{"LV", 21}, AccountLength{"LT", 20},
    AccountLength{"MT", 31}, AccountLength{"CY", 28}, AccountLength{"TR", 26}, AccountLength{"MA", 28},
    AccountLength{"LI", 21}, AccountLength{"MC", 27}, AccountLength{"IS", 26}, AccountLength{"UA", 29}};

char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c; }
bool ascii_alnum(char c) { return ScanText::is_digit(c) || (ascii_upper(c) >= 'A' && ascii_upper(c) <= 'Z'); }

bool check_digits_fit(const std::string& account) {
  unsigned rest = 0;
  for (std::size_t i = 0; i < account.size(); ++i) {
    const char c = account[(i + 4) % account.size()];
    rest = ScanText::is_digit(c) ? (rest * 10 + static_cast<unsigned>(c - '0')) % 97
                                 : (rest * 100 + static_cast<unsigned>(c - 'A') + 10) % 97;
  }
  return rest == 1;
}

bool passes_eleven_test(std::string digits) {
  digits.insert(0, 9 - digits.size(), '0');
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
  sum -= digits[8] - '0';
  return sum != 0 && sum % 11 == 0;
}

bool says_citizen_number(const ScanText& text, Span span, bool whole) {
  constexpr std::size_t before = 120, after = 40;
  return text.word_before(span.begin, before,
                          {"bsn",
                           "bsnr",
                           "bsn-nummer",
                           "bsnnummer",
                           "bsns",
                           "b.s.n.",
                           "burgerservicenummer",
                           "burgerservicenummers",
                           "burgerservicenr",
                           "burger service nummer",
                           "burgerservice nummer",
                           "burger servicenummer",
                           "burgerservice-nummer",
                           "burger-service-nummer",
                           "sofinummer",
                           "sofi-nummer",
                           "sofi",
                           "sofinr",
                           "sociaal-fiscaal nummer",
                           "sociaal fiscaal nummer",
                           "persoonsnummer"}) ||
         (whole && text.word_before(span.begin, before, {"geb.", "geboren", "geboortedatum"})) ||
         text.word_after(span.end, after,
                         {"bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi-nummer"});
}

}  // namespace

void find_bank_accounts(const ScanText& text, Spans& found) {
  for (std::size_t i = 0; i + 14 < text.size(); ++i) {
    if (!text.letter(i) || !text.letter(i + 1) || text.alnum(i - 1)) continue;
    const std::array country = {ascii_upper(text[i]), ascii_upper(text[i + 1])};
    const auto length =
        std::ranges::find(kAccountLengths, std::string_view(country.data(), 2), &AccountLength::country);
    if (length == kAccountLengths.end()) continue;
    std::string account;
    auto at = i;
    while (account.size() < length->length) {
      if (!account.empty() && !ascii_alnum(text[at]) &&
          std::string_view(" -.").find(text[at]) != std::string_view::npos)
        ++at;
      if (!ascii_alnum(text[at])) break;
      account.push_back(ascii_upper(text[at++]));
    }
    if (account.size() < length->length || text.alnum(at)) continue;
    if (!ScanText::is_digit(account[2]) || !ScanText::is_digit(account[3]) || !check_digits_fit(account)) continue;
    found.push_back({i, at});
    i = at;
  }
}

void find_citizen_numbers(const ScanText& text, Spans& found) {
  constexpr std::size_t next_in_list = 25;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.digit(i)) continue;
    if (!number_may_begin(text, i)) continue;
    auto read = read_digits(text, i, 9, ".-");
    // Eight digits: the leading zero was lost. Four and four are years.
    const bool whole = read.digits.size() == 9;
    if (!whole && (read.sizes.size() > 3 || read.sizes.size() == 2)) continue;
    if ((read.digits.size() != 9 && read.digits.size() != 8) || !number_may_end(text, read.end)) continue;
    if (std::ranges::any_of(read.sizes, [](std::size_t size) { return size < 2; })) continue;
    if (!passes_eleven_test(read.digits)) continue;
    const Span span{i, read.end};
    // Four, two and three digits with dots between: nothing else is written so.
    const bool own_form = read.sizes == std::vector<std::size_t>{4, 2, 3} && text[i + 4] == '.' && text[i + 7] == '.';
    const bool follows = !found.empty() && span.begin - found.back().end <= next_in_list;
    if (!own_form && !follows && !says_citizen_number(text, span, whole)) continue;
    found.push_back(span);
    i = span.end;
  }
}

}  // namespace corpus::privacy
