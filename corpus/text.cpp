#include "corpus/text.h"

#include <sodium.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>

#include "corpus/error.h"

namespace corpus {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

/// Next code point of `text` from `at`, negative when the sequence there is invalid.
UChar32 next(std::string_view text, std::size_t& at) {
  UChar32 point = 0;
  U8_NEXT(text.data(), at, text.size(), point);
  return point;
}

// Nearly all characters of Dutch text are ASCII: asking ICU about each of those took half the time of reading.
constexpr UChar32 kAsciiEnd = 0x80;

void append(std::string& out, UChar32 point) {
  if (point < kAsciiEnd) {
    out += static_cast<char>(point);
    return;
  }
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, point);
  out.append(bytes.data(), length);
}

bool is_newline(UChar32 point) { return point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029; }

/// Control characters, and invisible ones that would cut a word in two: soft hyphen, zero width space, direction marks.
bool is_dropped(UChar32 point) {
  if (point < kAsciiEnd) return point < ' ' || point == 0x7F;
  return u_iscntrl(point) || point == 0xAD || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x2064) || point == 0xFEFF;
}

bool is_space(UChar32 point) {
  if (point < kAsciiEnd) return point == ' ' || (point >= '\t' && point <= '\r');
  return u_isUWhiteSpace(point);
}

bool is_word_character(UChar32 point) {
  if (point >= kAsciiEnd) return u_isalnum(point);
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9');
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::not_possible, "ICU has no normalisation data", "reinstall libicu");
  return *found;
}

/// Letters that don't decompose but have a usual spelling in ASCII.
std::string_view ascii_spelling(UChar32 point) {
  switch (point) {
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xF8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
      return "d";
    default:
      return {};
  }
}

bool is_apostrophe(UChar32 point) { return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x2BC; }

}  // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    if (next(bytes, at) < 0) return start;
  }
  return std::string_view::npos;
}

bool is_utf8(std::string_view bytes) { return first_invalid_utf8(bytes) == std::string_view::npos; }

std::string to_valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const UChar32 point = next(bytes, at);
    append(out, point < 0 ? kReplacement : point);
  }
  return out;
}

std::string clean(std::string_view utf8, bool keep_lines) {
  std::string out;
  out.reserve(utf8.size());
  bool space = false, line = false;
  for (std::size_t at = 0; at < utf8.size();) {
    UChar32 point = next(utf8, at);
    if (point < 0) point = kReplacement;
    if (is_newline(point) || is_space(point)) {
      space = true;
      line = line || is_newline(point);
    } else if (!is_dropped(point)) {
      if (space && !out.empty()) out += line && keep_lines ? '\n' : ' ';
      space = line = false;
      append(out, point);
    }
  }
  return out;
}

std::string fold(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const icu::UnicodeString folded = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance).normalize(source, status);
  const icu::UnicodeString apart = normalizer(&icu::Normalizer2::getNFDInstance).normalize(folded, status);
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 point = apart.char32At(at);
    if (u_charType(point) != U_NON_SPACING_MARK) bare.append(point);
  }
  const icu::UnicodeString joined = normalizer(&icu::Normalizer2::getNFCInstance).normalize(bare, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::bad_document, "text can't be normalised", "it may be too long");
  std::string out;
  joined.toUTF8String(out);
  return out;
}

std::string fold_case(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const icu::UnicodeString folded = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance).normalize(source, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::bad_document, "text can't be normalised", "it may be too long");
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::string slug(std::string_view utf8) {
  const std::string folded = fold(utf8);
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const UChar32 point = next(folded, at);
    const bool plain = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    const std::string_view spelling = ascii_spelling(point);
    if (plain || !spelling.empty()) {
      if (gap && !out.empty()) out += '-';
      gap = false;
      if (plain) append(out, point);
      out += spelling;
    } else if (!is_apostrophe(point)) {
      gap = true;
    }
  }
  return out;
}

std::uint64_t hash64(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3u;
  }
  return hash;
}

ContentDigest content_digest(std::string_view bytes) {
  ContentDigest digest{};
  static_assert(std::tuple_size_v<ContentDigest> == crypto_generichash_BYTES_MIN);
  if (sodium_init() < 0 ||
      crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                         bytes.size(), nullptr, 0) != 0) {
    throw Error(ErrorKind::not_possible, "libsodium can't make a hash", "reinstall libsodium");
  }
  return digest;
}

std::string content_hash(std::string_view bytes) {
  const auto digest = content_digest(bytes);
  std::string out(2 * digest.size() + 1, '\0');  // libsodium ends it with a zero
  sodium_bin2hex(out.data(), out.size(), digest.data(), digest.size());
  out.pop_back();
  return out;
}

std::size_t count_words(std::string_view utf8) {
  std::size_t words = 0;
  bool counted = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 point = next(utf8, at);
    if (point >= 0 && (is_newline(point) || is_space(point))) {
      counted = false;
    } else if (!counted && point >= 0 && is_word_character(point)) {
      counted = true;
      ++words;
    }
  }
  return words;
}

std::string_view truncate_utf8(std::string_view utf8, std::size_t limit) {
  if (utf8.size() <= limit) return utf8;
  while (limit > 0 && U8_IS_TRAIL(utf8[limit])) --limit;
  return utf8.substr(0, limit);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string uncapitalised(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
  }
  return lines;
}

}  // namespace corpus
