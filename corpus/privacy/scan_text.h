// Text as the finders of personal data look at it: one character a code point, dashes and spaces made alike.
//
// Immutable; thread-safe.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace corpus::privacy {

/// Begin and end in characters of a ScanText.
struct Span {
  std::size_t begin = 0, end = 0;
};

class ScanText {
 public:
  explicit ScanText(std::string_view utf8);

  std::size_t size() const { return chars_.size(); }
  /// ASCII as it is; any dash '-', any space ' ', curved apostrophes '\''; another letter kUpper or kLower; another
  /// sign kSign. '\n' before the beginning and after the end.
  char operator[](std::size_t i) const { return i < chars_.size() ? chars_[i] : '\n'; }
  char before(std::size_t i) const { return i > 0 ? (*this)[i - 1] : '\n'; }

  bool digit(std::size_t i) const { return is_digit((*this)[i]); }
  bool letter(std::size_t i) const { return is_letter((*this)[i]); }
  bool upper(std::size_t i) const { return is_upper((*this)[i]); }
  bool alnum(std::size_t i) const { return digit(i) || letter(i); }

  std::string_view chars() const { return chars_; }
  /// In bytes of the text given.
  std::size_t offset(std::size_t i) const { return i < offsets_.size() ? offsets_[i] : bytes_; }

  /// Lower case, from `begin` (or the start of the text) to `end`.
  std::string lower(std::size_t begin, std::size_t end) const;
  /// Whether one of the words, each a word by itself in lower case, stands at most `distance` characters before `at`.
  bool word_before(std::size_t at, std::size_t distance, std::initializer_list<std::string_view> words) const;
  bool word_after(std::size_t at, std::size_t distance, std::initializer_list<std::string_view> words) const;

  static constexpr char kUpper = '\x01', kLower = '\x02', kSign = '\x03';
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || c == kUpper; }
  static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == kLower || is_upper(c); }

 private:
  std::string chars_;
  std::vector<std::uint32_t> offsets_;
  std::size_t bytes_;
};

/// Whether one of the words stands in `text` as a word by itself.
bool has_word(std::string_view text, std::initializer_list<std::string_view> words);

/// Digits from `at` on in groups, as people write long numbers.
struct DigitGroups {
  std::string digits;
  std::vector<std::size_t> sizes;
  std::size_t end = 0;  // behind the last digit
  bool operator==(const DigitGroups&) const = default;
};

/// Reads `count` digits; between groups stands one of `signs` (spaces around it allowed) or a single space. Fewer when
/// there are no more, or when a group would pass `count`: then `digits` is cut there and the caller sees a digit at
/// `end`.
DigitGroups read_digits(const ScanText& text, std::size_t at, std::size_t count, std::string_view signs);

/// Whether a number may begin or end here: not within another number or word.
bool number_may_begin(const ScanText& text, std::size_t at);
bool number_may_end(const ScanText& text, std::size_t at);

}  // namespace corpus::privacy
