#include "search/analysis/tokenizer.h"

#include <array>
#include <optional>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "corpus/error.h"
#include "corpus/text.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr std::size_t kMostHyphenParts = 6;  // longer chains are lists or codes, not words

enum CharClass : std::uint8_t { other, letter, digit };

constexpr auto kClasses = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = letter;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = letter;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = digit;
  return table;
}();

CharClass class_of(char c) { return static_cast<CharClass>(kClasses[static_cast<unsigned char>(c)]); }
bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool is_ascii(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

struct Span {
  std::size_t begin, end;
};

/// Word boundaries of UAX #29 for ASCII: letters and digits; a dot or apostrophe joins two letters or two digits, a
/// comma two digits. (What UAX #29 also lets join, as colons and underscores, never does so in Dutch: see add_segment.)
void segment_ascii(std::string_view chunk, std::vector<Span>& spans) {
  for (std::size_t i = 0; i < chunk.size();) {
    if (class_of(chunk[i]) == other) {
      ++i;
      continue;
    }
    const auto begin = i++;
    while (i < chunk.size()) {
      if (class_of(chunk[i]) != other) {
        ++i;
        continue;
      }
      const bool joins = i + 1 < chunk.size() &&
                         ((chunk[i] == '.' || chunk[i] == '\'')
                              ? (class_of(chunk[i - 1]) == letter && class_of(chunk[i + 1]) == letter) ||
                                    (class_of(chunk[i - 1]) == digit && class_of(chunk[i + 1]) == digit)
                              : chunk[i] == ',' && class_of(chunk[i - 1]) == digit && class_of(chunk[i + 1]) == digit);
      if (!joins) break;
      i += 2;
    }
    spans.push_back({begin, i});
  }
}

/// A segment, or a part of one, with its normal form.
struct Piece {
  std::size_t begin, end;
  std::string normalized;
};

bool is_thousands(std::string_view text) {  // 1.000 or 12.345.678
  const auto first = text.find('.');
  if (first == std::string_view::npos || first == 0 || first > 3 || (text.size() - first) % 4 != 0) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((i >= first && (i - first) % 4 == 0) != (text[i] == '.')) return false;
  return true;
}

/// Letters with dots between, at most two letters each: B.O.A, m.b.t, d.w.z, a.u.b.
bool is_dotted_abbreviation(std::string_view text) {
  std::size_t run = 0;
  for (char c : text) {
    if (c == '.')
      run = 0;
    else if (class_of(c) != letter || ++run > 2)
      return false;
  }
  return true;
}

std::string without(std::string_view text, char drop) {
  std::string kept;
  for (char c : text)
    if (c != drop) kept.push_back(c);
  return kept;
}

std::string normalize(std::string_view piece) {
  std::string plain;
  plain.reserve(piece.size());
  bool ascii = true;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const char c = piece[i];
    if (c == '\'') continue;
    // ’ and ‘ (U+2019, U+2018), as word processors write the apostrophe
    if (c == '\xe2' && piece.size() - i >= 3 && piece[i + 1] == '\x80' &&
        (piece[i + 2] == '\x99' || piece[i + 2] == '\x98')) {
      i += 2;
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
  }
  if (!ascii) {
    // Compatibility forms may unfold to spaces and the like ("㏂"); a term holds none.
    plain = corpus::fold(plain);
    std::erase_if(plain, [](char c) { return is_space(c); });
  }
  if (plain.size() > kMaxTermBytes) plain.resize(corpus::truncate_utf8(plain, kMaxTermBytes).size());
  return plain;
}

void add_piece(Span span, std::string normalized, std::vector<Piece>& pieces) {
  if (!normalized.empty()) pieces.push_back({span.begin, span.end, std::move(normalized)});
}

/// Resolves dots and commas inside a run: abbreviations, thousands, or several words.
void add_run(std::string_view chunk, Span span, std::vector<Piece>& pieces) {
  const auto text = chunk.substr(span.begin, span.end - span.begin);
  if (text.find_first_of(".,") == std::string_view::npos) return add_piece(span, normalize(text), pieces);
  if (text.find_first_not_of("0123456789.,") == std::string_view::npos)
    return add_piece(span, is_thousands(text.substr(0, text.find(','))) ? without(text, '.') : std::string(text),
                     pieces);
  if (is_dotted_abbreviation(text)) return add_piece(span, normalize(without(text, '.')), pieces);
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find_first_of(".,", begin), text.size());
    if (end > begin)
      add_piece({span.begin + begin, span.begin + end}, normalize(text.substr(begin, end - begin)), pieces);
    begin = end + 1;
  }
}

/// Cuts a segment where UAX #29 joins and Dutch does not: at colons, semicolons and underscores.
void add_segment(std::string_view chunk, Span span, std::vector<Piece>& pieces) {
  for (auto begin = span.begin; begin < span.end;) {
    const auto end = std::min(chunk.find_first_of(":;_", begin), span.end);
    if (end > begin) add_run(chunk, {begin, end}, pieces);
    begin = end + 1;
  }
}

/// Length of the hyphen at `at`: "-", U+2010 or U+2011; 0 when there is none.
std::size_t hyphen_length(std::string_view chunk, std::size_t at) {
  if (chunk[at] == '-') return 1;
  const auto rest = chunk.substr(at, 3);
  return rest == "\u2010" || rest == "\u2011" ? 3 : 0;
}

bool begins_with_digit(const Piece& piece) { return class_of(piece.normalized.front()) == digit; }

}  // namespace

struct Tokenizer::State {
  std::unique_ptr<icu::BreakIterator> words;
  UText text = UTEXT_INITIALIZER;
  std::vector<Span> spans;
  std::vector<Piece> pieces;
  Token token;

  ~State() { utext_close(&text); }

  void segment_unicode(std::string_view chunk) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text, chunk.data(), static_cast<std::int64_t>(chunk.size()), &status);
    words->setText(&text, status);
    if (U_FAILURE(status))
      throw corpus::Error(corpus::ErrorKind::not_possible, std::string("ICU: ") + u_errorName(status));
    for (auto begin = words->first(), end = words->next(); end != icu::BreakIterator::DONE;
         begin = end, end = words->next())
      if (words->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
        spans.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
  }

  void visit_chunk(std::string_view chunk, std::size_t offset, const std::function<void(const Token&)>& visit) {
    spans.clear();
    pieces.clear();
    if (is_ascii(chunk))
      segment_ascii(chunk, spans);
    else
      segment_unicode(chunk);
    for (const auto span : spans) add_segment(chunk, span, pieces);

    for (std::size_t first = 0, last; first < pieces.size(); first = last + 1) {
      last = first;
      while (last + 1 < pieces.size() && last + 1 - first < kMostHyphenParts && pieces[last].end < chunk.size()) {
        const auto hyphen = hyphen_length(chunk, pieces[last].end);
        const bool joins = hyphen != 0 && pieces[last].end + hyphen == pieces[last + 1].begin &&
                           !(begins_with_digit(pieces[last]) && begins_with_digit(pieces[last + 1]));
        if (!joins) break;
        ++last;
      }
      token.begin = offset + pieces[first].begin;
      token.end = offset + pieces[last].end;
      token.hyphen_parts.clear();
      token.normalized.clear();
      for (auto i = first; i <= last; ++i) {
        token.normalized += pieces[i].normalized;
        if (last > first) token.hyphen_parts.push_back(std::move(pieces[i].normalized));
      }
      if (token.normalized.size() > kMaxTermBytes)
        token.normalized.resize(corpus::truncate_utf8(token.normalized, kMaxTermBytes).size());
      visit(token);
    }
  }
};

Tokenizer::Tokenizer() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->words.reset(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
  if (U_FAILURE(status))
    throw corpus::Error(corpus::ErrorKind::not_possible, std::string("ICU: ") + u_errorName(status));
}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

void Tokenizer::tokenize(std::string_view text, const std::function<void(const Token&)>& visit) {
  // No word crosses white space, so each run between white space stands alone; most are ASCII and need no ICU.
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_space(text[begin])) {
      ++begin;
      continue;
    }
    auto end = begin + 1;
    while (end < text.size() && !is_space(text[end])) ++end;
    state_->visit_chunk(text.substr(begin, end - begin), begin, visit);
    begin = end;
  }
}

std::vector<Token> Tokenizer::tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, [&](const Token& token) { tokens.push_back(token); });
  return tokens;
}

}  // namespace search
