#include "server/pages/document_text.h"

namespace server {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes one of the texts from the front.
bool skip(std::string_view& text, std::initializer_list<std::string_view> texts) {
  for (const auto candidate : texts) {
    if (!text.starts_with(candidate)) continue;
    text.remove_prefix(candidate.size());
    return true;
  }
  return false;
}

void skip_spaces(std::string_view& text) {
  while (skip(text, {" ", "\u00a0"})) {
  }
}

/// "13.20", "9:05" with or without "uur" → "13.20".
std::optional<std::string> clock_time(std::string_view& text) {
  std::size_t digits = 0;
  while (digits < 2 && digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || text.size() < digits + 3) return std::nullopt;
  if (text[digits] != '.' && text[digits] != ':') return std::nullopt;
  if (!is_digit(text[digits + 1]) || !is_digit(text[digits + 2])) return std::nullopt;
  if (text.size() > digits + 3 && is_digit(text[digits + 3])) return std::nullopt;
  const std::string hours(text.substr(0, digits)), minutes(text.substr(digits + 1, 2));
  if (std::stoi(hours) > 23 || std::stoi(minutes) > 59) return std::nullopt;
  text.remove_prefix(digits + 3);
  auto after = text;
  skip_spaces(after);
  if (skip(after, {"uur"})) text = after;
  return hours + "." + minutes;
}

}  // namespace

std::optional<AgendaTime> agenda_time(std::string_view item) {
  auto text = item;
  auto from = clock_time(text);
  if (!from) return std::nullopt;
  AgendaTime time{*from, 0};
  auto after = text;
  skip_spaces(after);
  if (skip(after, {"-", "–", "—", "tot"})) {
    skip_spaces(after);
    if (const auto to = clock_time(after)) {
      time.text += "–" + *to;
      text = after;
    }
  }
  // "13.20de" is no time; what stands between time and subject goes.
  if (!text.empty() && !skip(text, {" ", "\u00a0", ":", ",", "|", "-", "–", "—", "\t"})) return std::nullopt;
  while (skip(text, {" ", "\u00a0", ":", "-", "–", "—", "|", "\t"})) {
  }
  time.rest = item.size() - text.size();
  return time;
}

}  // namespace server
