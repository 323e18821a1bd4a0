#include "indexer/description/books.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "corpus/text.h"

namespace indexer {
namespace {

constexpr int kMostChapters = 100'000;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : corpus::fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// -1 when the text is no number.
int number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > kMostChapters) return -1;
  return value;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && number_of(word) > 0;
}

int ordinal_of(std::string_view word) {
  constexpr std::string_view kOrdinals[][4] = {{"eerste", "1e", "1ste", "i"},
                                               {"tweede", "2e", "2de", "ii"},
                                               {"derde", "3e", "3de", "iii"},
                                               {"vierde", "4e", "4de", "iv"}};
  for (int i = 0; i < 4; ++i)
    for (const auto one : kOrdinals[i])
      if (word == one) return i + 1;
  return 0;
}

/// "h1" or "q3" → its letter and number, in capitals.
std::string short_part(std::string_view word) {
  if (word.size() != 2 || word[1] < '1') return {};
  if (word[0] == 'h' && word[1] <= '2') return std::string("H") + word[1];
  if ((word[0] == 'q' || word[0] == 'k') && word[1] <= '4') return std::string("Q") + word[1];
  return {};
}

/// Parts between dashes that stand between spaces.
std::vector<std::string> dashed_parts(std::string_view title) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  while (true) {
    std::size_t at = std::string_view::npos, length = 0;
    for (const std::string_view dash : {" – ", " — ", " - "})
      if (const auto found = title.find(dash, from); found < at) {
        at = found;
        length = dash.size();
      }
    parts.push_back(corpus::clean(title.substr(from, at == std::string_view::npos ? at : at - from)));
    if (at == std::string_view::npos) return parts;
    from = at + length;
  }
}

/// "Hoofdstuk 3: …" or "3. …" → 3.
int chapter_number(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "hoofdstuk" || words[i] == "deel") return std::max(number_of(words[i + 1]), 0);
  if (!words.empty() && !is_year(words.front())) return std::max(number_of(words.front()), 0);
  return 0;
}

}  // namespace

std::string find_period(std::string_view text) {
  const auto words = words_of(text);
  const auto year_near = [&](std::size_t first, std::size_t last) -> std::string {
    for (std::size_t i = last + 1; i < std::min(words.size(), last + 3); ++i)
      if (is_year(words[i])) return words[i];
    for (std::size_t i = first; i > 0 && first - i < 2; --i)
      if (is_year(words[i - 1])) return words[i - 1];
    return {};
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto part = short_part(words[i]); !part.empty())
      if (const auto year = year_near(i, i); !year.empty()) return year + "-" + part;
    const int ordinal = ordinal_of(words[i]);
    if (ordinal == 0 || i + 1 == words.size()) continue;
    const auto& unit = words[i + 1];
    std::size_t last = i + 1;
    const bool two_words = unit == "half" && i + 2 < words.size() && words[i + 2] == "jaar";
    if (two_words) ++last;
    const bool half = unit == "halfjaar" || unit == "helft" || unit == "semester" || unit == "jaarhelft" || two_words;
    if (!half && unit != "kwartaal") continue;
    if (half && ordinal > 2) continue;
    if (const auto year = year_near(i, last); !year.empty())
      return year + (half ? "-H" : "-Q") + std::to_string(ordinal);
  }
  return {};
}

std::string period_of(const corpus::Metadata& given, std::string_view title) {
  if (given.period) {
    auto found = find_period(*given.period);
    return found.empty() ? corpus::clean(*given.period) : found;
  }
  auto found = find_period(title);
  return found.empty() && given.book ? find_period(*given.book) : found;
}

bool names_policy_book(std::string_view text) { return corpus::fold(text).find("beleidsboek") != std::string::npos; }

corpus::BookPlace book_of(const corpus::Metadata& given, std::string_view title) {
  corpus::BookPlace place;
  const int given_number = given.chapter ? number_of(corpus::clean(*given.chapter)) : -1;
  if (given.book) {
    place.title = corpus::clean(*given.book);
    place.chapter = given_number >= 0 ? given_number : chapter_number(title);
  } else {
    const auto parts = dashed_parts(title);
    const auto book = std::ranges::find_if(parts, [](const std::string& part) { return names_policy_book(part); });
    if (parts.size() < 2 || book == parts.end()) return {};
    place.title = *book;
    place.chapter = std::max(given_number, 0);
    for (auto part = parts.begin(); part != parts.end() && place.chapter == 0 && given_number < 0; ++part)
      if (part != book) place.chapter = chapter_number(*part);
  }
  place.id = corpus::slug(place.title);
  return place.id.empty() ? corpus::BookPlace{} : place;
}

std::string without_number(std::string_view heading) {
  const std::string text = corpus::clean(heading);
  std::string_view rest = text;
  for (const std::string_view word : {"hoofdstuk ", "Hoofdstuk ", "HOOFDSTUK ", "deel ", "Deel "})
    if (rest.starts_with(word)) {
      rest.remove_prefix(word.size());
      break;
    }
  const auto digits = rest.find_first_not_of("0123456789.");
  if (digits == 0 || digits == std::string_view::npos) return text;
  const auto at = rest.find_first_not_of(" :.-\t", digits);
  if (at == digits || at == std::string_view::npos) return text;  // "3D-beelden"
  rest.remove_prefix(at);
  for (const std::string_view dash : {"– ", "— "})
    if (rest.starts_with(dash)) rest.remove_prefix(dash.size());
  return rest.empty() ? text : std::string(rest);
}

}  // namespace indexer
