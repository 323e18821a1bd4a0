#include "search/query/request.h"

#include "corpus/error.h"

namespace search {
namespace {

[[noreturn]] void bad_date(const std::string& text) {
  throw corpus::Error(corpus::ErrorKind::bad_request, "‘" + text + "’ is geen datum.",
                      "Schrijf een datum als 2025-09-24, 2025-09 of 2025.");
}

unsigned days_in(unsigned year, unsigned month) {
  constexpr unsigned days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

}  // namespace

std::uint32_t parse_date_bound(const std::string& text, bool end) {
  unsigned fields[3] = {0, 0, 0};
  std::size_t at = 0, count = 0;
  for (const std::size_t width : {4u, 2u, 2u}) {
    if (at == text.size() && count > 0) break;
    if (count > 0 && text[at++] != '-') bad_date(text);
    if (text.size() - at < width) bad_date(text);
    for (std::size_t i = 0; i < width; ++i, ++at) {
      if (text[at] < '0' || text[at] > '9') bad_date(text);
      fields[count] = fields[count] * 10 + static_cast<unsigned>(text[at] - '0');
    }
    ++count;
  }
  if (at != text.size() || fields[0] == 0) bad_date(text);
  if (count < 2) fields[1] = end ? 12 : 1;
  if (fields[1] < 1 || fields[1] > 12) bad_date(text);
  if (count < 3) fields[2] = end ? days_in(fields[0], fields[1]) : 1;
  if (fields[2] < 1 || fields[2] > days_in(fields[0], fields[1])) bad_date(text);
  return fields[0] * 10000 + fields[1] * 100 + fields[2];
}

}  // namespace search
