#include "indexer/description/words.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace indexer {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const char32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F), 4};
}

bool is_upper(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code >= 0xC0 && code <= 0xDE) return code != 0xD7;
  return code >= 0x100 && code <= 0x17F && code % 2 == 0;  // near enough for names: Ĳ, Š, Ž …
}

bool is_word_character(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
  if (code < 0xC0 || code == 0xD7 || code == 0xF7) return code == 0xAD;  // a soft hyphen is inside a word
  return !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x303F);
}

std::uint16_t gap_of(char32_t code) {
  switch (code) {
    case ' ':
    case '\t':
    case 0xA0:
    case 0x202F:
      return kSpace;
    case '-':
    case 0x2010:
    case 0x2011:
      return kHyphen;
    case ',':
      return kComma;
    case '(':
    case '[':
      return kOpen;
    case ')':
    case ']':
      return kClose;
    case '.':
    case '!':
    case '?':
      return kStop;
    case ':':
      return kColon;
    case '\n':
      return kNewline;
    case '/':
      return kSlash;
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
      return kQuote;
    case '\'':
    case 0x2018:
    case 0x2019:
      return kApostrophe;
    default:
      return kOtherGap;
  }
}

/// A stop after these is part of the abbreviation: "o.a. Goes", "bijv. Best".
bool is_abbreviated(const Word& word) {
  static constexpr std::array<std::string_view, 14> kAbbreviations = {
      "bijv", "bv", "incl", "excl", "gem", "nl", "resp", "mr", "dr", "drs", "mw", "dhr", "mevr", "prof"};
  return (word.folded.size() == 1 && !(word.folded[0] >= '0' && word.folded[0] <= '9')) ||
         std::ranges::find(kAbbreviations, word.folded) != kAbbreviations.end();
}

bool begins_sentence(const std::vector<Word>& words, std::uint16_t gap) {
  if (words.empty() || (gap & (kNewline | kColon)) != 0) return true;
  return (gap & kStop) != 0 && (gap & kSpace) != 0 && !is_abbreviated(words.back());
}

}  // namespace

std::string fold_word(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (static_cast<unsigned char>(c) >= 0x80) return corpus::fold(text);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

std::vector<Word> scan_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 6 + 2);
  std::uint16_t gap = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    Character character = character_at(text, at);
    if (!is_word_character(character.code)) {
      gap = static_cast<std::uint16_t>(gap | gap_of(character.code));
      at += character.length;
      continue;
    }
    Word word;
    word.begin = at;
    word.capital = is_upper(character.code);
    std::size_t letters = 0, capitals = 0;
    while (at < text.size() && is_word_character(character.code)) {
      ++letters;
      if (is_upper(character.code)) ++capitals;
      at += character.length;
      if (at < text.size()) character = character_at(text, at);
    }
    word.end = std::min(at, text.size());
    word.all_capitals = letters > 1 && letters == capitals;
    word.folded = fold_word(text.substr(word.begin, word.end - word.begin));
    word.gap = gap;
    word.sentence_start = begins_sentence(words, gap);
    words.push_back(std::move(word));
    gap = 0;
  }
  Word last;
  last.begin = last.end = text.size();
  last.gap = gap;
  last.sentence_start = true;
  words.push_back(std::move(last));
  return words;
}

Range sentence_around(const std::vector<Word>& words, std::size_t index) {
  Range range{index, index + 1};
  while (range.begin > 0 && !words[range.begin].sentence_start) --range.begin;
  while (range.end < words.size() && !words[range.end].sentence_start) ++range.end;
  range.end = std::min(range.end, words.size() - 1);
  return range;
}

}  // namespace indexer
