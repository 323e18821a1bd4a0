#include "corpus/privacy/scan_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace corpus::privacy {
namespace {

char seen_as(UChar32 c) {
  if (c >= 0 && c < 0x80) return c == '\t' || c == '\r' ? ' ' : static_cast<char>(c);
  if (c < 0) return ScanText::kSign;
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x2018 || c == 0x2019) return '\'';
  if (u_isspace(c)) return ' ';
  if (u_isalpha(c)) return u_isupper(c) ? ScanText::kUpper : ScanText::kLower;
  return ScanText::kSign;
}

char lower_of(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + ('a' - 'A'));
  return c == ScanText::kUpper ? ScanText::kLower : c;
}

bool alnum(char c) { return ScanText::is_digit(c) || ScanText::is_letter(c); }

}  // namespace

ScanText::ScanText(std::string_view utf8) : bytes_(utf8.size()) {
  chars_.reserve(utf8.size());
  offsets_.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, utf8.size(), c);
    if (c == 0xad || (c >= 0x200b && c <= 0x200d) || c == 0xfeff) continue;  // soft hyphen and the like: not there
    chars_.push_back(seen_as(c));
    offsets_.push_back(static_cast<std::uint32_t>(begin));
  }
}

std::string ScanText::lower(std::size_t begin, std::size_t end) const {
  end = std::min(end, chars_.size());
  begin = std::min(begin, end);
  std::string out = chars_.substr(begin, end - begin);
  std::ranges::transform(out, out.begin(), lower_of);
  return out;
}

bool ScanText::word_before(std::size_t at, std::size_t distance, std::initializer_list<std::string_view> words) const {
  return has_word(lower(at > distance ? at - distance : 0, at), words);
}

bool ScanText::word_after(std::size_t at, std::size_t distance, std::initializer_list<std::string_view> words) const {
  return has_word(lower(at, at + distance), words);
}

bool has_word(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const auto word : words)
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at == 0 || !alnum(text[at - 1])) && (end == text.size() || !alnum(text[end]) || !alnum(word.back())))
        return true;
    }
  return false;
}

DigitGroups read_digits(const ScanText& text, std::size_t at, std::size_t count, std::string_view signs) {
  DigitGroups read;
  while (true) {
    std::size_t size = 0;
    for (; text.digit(at) && read.digits.size() < count; ++at, ++size) read.digits.push_back(text[at]);
    if (size > 0) {
      read.sizes.push_back(size);
      read.end = at;
    }
    if (size == 0 || read.digits.size() == count) return read;
    // One sign, or one space, or a sign between spaces.
    auto next = at;
    if (text[next] == ' ') ++next;
    if (signs.find(text[next]) != std::string_view::npos) {
      ++next;
      if (text[next] == ' ') ++next;
    }
    if (next == at || !text.digit(next)) return read;
    at = next;
  }
}

bool number_may_begin(const ScanText& text, std::size_t at) {
  const auto c = text.before(at);
  if (alnum(c)) return false;
  return !(std::string_view("-./,:_+").find(c) != std::string_view::npos && at > 1 && text.digit(at - 2));
}

bool number_may_end(const ScanText& text, std::size_t at) {
  if (text.alnum(at)) return false;
  return !(std::string_view("-.,:_").find(text[at]) != std::string_view::npos && text.digit(at + 1));
}

}  // namespace corpus::privacy
