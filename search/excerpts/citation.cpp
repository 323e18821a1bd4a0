#include "search/excerpts/citation.h"

#include "corpus/text.h"
#include "search/api_json.h"

namespace search {
namespace {

constexpr std::size_t kLongest = 300;  // characters of a title in a line of citation

/// U+202A–202E and U+2066–2069: they turn around everything up to their end, which a cut title may lack.
bool turns_direction(std::string_view three) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(three[i]); };
  if (three.size() < 3 || byte(0) != 0xe2) return false;
  return (byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae) ||
         (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9);
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

/// "2025, 21 januari", "2025, januari", "2025" or "z.d.".
std::string apa_date(const corpus::Date& date) {
  if (date.year == 0) return "z.d.";
  const auto words = date_in_words(date);
  const auto year = std::to_string(date.year);
  const auto space = words.rfind(' ');
  return space == std::string::npos ? year : year + ", " + words.substr(0, space);
}

}  // namespace

std::string one_line(const std::string& title) {
  std::string line;
  std::size_t characters = 0;
  const auto text = corpus::clean(title);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (turns_direction(std::string_view(text).substr(i, 3))) {
      i += 2;
      continue;
    }
    if (begins_character(text[i]) && ++characters > kLongest) return line + "…";
    line += text[i];
  }
  return line;
}

std::string apa_source(const Excerpt& excerpt) {
  return one_line(excerpt.title) + " [" + corpus::capitalised(excerpt.kind) + "]. (" + apa_date(excerpt.date) + "). " +
         kPublisher + ".";
}

std::string apa_in_text(const Excerpt& excerpt) {
  auto text =
      "(‘" + one_line(excerpt.title) + "’, " + (excerpt.date.year == 0 ? "z.d." : std::to_string(excerpt.date.year));
  if (!excerpt.section.empty()) text += ", onder ‘" + one_line(excerpt.section) + "’";
  if (excerpt.page > 0) text += ", p. " + std::to_string(excerpt.page);
  return text + ")";
}

std::string legal_footnote(const Excerpt& excerpt) {
  auto text = "‘" + one_line(excerpt.title) + "’ (" + (excerpt.kind == corpus::kOtherKind ? "document" : excerpt.kind);
  if (const auto date = date_in_words(excerpt.date); !date.empty()) text += " van " + one_line(date);
  text += std::string("), ") + kPublisher;
  if (!excerpt.section.empty()) text += ", onder ‘" + one_line(excerpt.section) + "’";
  if (excerpt.page > 0) text += ", p. " + std::to_string(excerpt.page);
  return text + ", passage " + excerpt.passage;
}

}  // namespace search
