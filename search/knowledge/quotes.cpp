#include "search/knowledge/quotes.h"

#include <algorithm>

#include "corpus/text.h"

namespace search {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n'; }

/// What may stand between a full stop and the space after it.
std::size_t skip_closing(std::string_view text, std::size_t at) {
  for (;;) {
    if (at < text.size() && (text[at] == '"' || text[at] == ')' || text[at] == '\'' || text[at] == '*')) {
      ++at;
    } else if (text.substr(at).starts_with("”") || text.substr(at).starts_with("’")) {
      at += 3;
    } else {
      return at;
    }
  }
}

/// A sentence begins with a capital, a digit or an opening quotation mark: "ca. drie" and "o.a. hier" go on.
bool begins_sentence(std::string_view rest) {
  if (rest.empty()) return true;
  const char c = rest.front();
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '"' || c == '\'' || c == '(' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Where the sentence that holds `at` ends: past its full stop, or at the end of the line.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\n') return at;
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
    const auto after = skip_closing(text, at + 1);
    if (after == text.size() || text[after] == '\n') return after;
    if (text[after] == ' ' && begins_sentence(text.substr(after + 1))) return after;
  }
  return text.size();
}

}  // namespace

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> list;
  std::size_t at = 0;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    const auto end = sentence_end(text, at);
    if (end > at) list.push_back(text.substr(at, end - at));
    at = end + (end == at ? 1 : 0);
  }
  return list;
}

std::pair<std::size_t, std::size_t> sentences_around(std::string_view text, std::size_t from, std::size_t to,
                                                     std::size_t most) {
  std::size_t begin = 0, end = 0;
  for (const auto sentence : sentences(text)) {
    const auto first = static_cast<std::size_t>(sentence.data() - text.data());
    const auto last = first + sentence.size();
    if (last <= from) continue;
    if (end == 0) {
      begin = first;
      end = last;
    } else if (first < to || (last - begin <= most && text.substr(end, first - end).find('\n') == std::string::npos)) {
      end = last;
    } else {
      break;
    }
  }
  if (end == 0) return {0, corpus::truncate_utf8(text, most).size()};
  if (end - begin <= most * 3 / 2) return {begin, end};
  // One sentence without an end: a window that begins a little before the place.
  if (from > begin + most / 2) {
    begin = from - most / 3;
    while (begin < from && !is_space(text[begin])) ++begin;
    while (begin < from && is_space(text[begin])) ++begin;
  }
  auto cut = std::min(end, std::max(begin + most, to));
  if (cut < end) {
    auto word = cut;
    while (word > begin && word > to && !is_space(text[word])) --word;
    cut = word > begin && word > to ? word : begin + corpus::truncate_utf8(text.substr(begin), cut - begin).size();
  }
  return {begin, cut};
}

}  // namespace search
