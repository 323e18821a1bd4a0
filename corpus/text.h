// UTF-8 helpers shared by all rooms. Pure functions; thread-safe.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corpus {

/// Whether the bytes are valid UTF-8 (RFC 3629: no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

/// Byte offset of the first invalid sequence, or npos.
std::size_t first_invalid_utf8(std::string_view bytes);

/// Replaces invalid sequences by U+FFFD.
std::string to_valid_utf8(std::string_view bytes);

/// Drops control characters except '\n', makes tabs and no-break spaces spaces, folds runs of spaces, trims each end.
/// With `keep_lines` false, newlines become spaces too.
std::string clean(std::string_view utf8, bool keep_lines = false);

/// Folded to ASCII lower case with hyphens, as slugs in URLs: "'s-Hertogenbosch" → "s-hertogenbosch",
/// "Meld een Vermoeden" → "meld-een-vermoeden". Bracketed parts are kept ("Bergen (L.)" → "bergen-l").
std::string slug(std::string_view utf8);

/// NFKC, case folded, diacritics removed: "Coördineren" → "coordineren", "ĳ" → "ij".
std::string fold(std::string_view utf8);

/// NFKC and case folded, diacritics kept: "Coördineren" → "coördineren".
std::string fold_case(std::string_view utf8);

/// 64-bit FNV-1a... of the bytes, for passage ids; not for adversarial use.
std::uint64_t hash64(std::string_view bytes);

/// BLAKE2b-128 (libsodium): tells changed files and documents apart.
using ContentDigest = std::array<unsigned char, 16>;
ContentDigest content_digest(std::string_view bytes);

/// The same, as 32 hexadecimal digits.
std::string content_hash(std::string_view bytes);

/// Number of words (runs of letters or digits between spaces).
std::size_t count_words(std::string_view utf8);

/// First `limit` bytes at most, cut between code points.
std::string_view truncate_utf8(std::string_view utf8, std::size_t limit);

/// With a capital, or a small letter, to begin with; only ASCII letters change.
std::string capitalised(std::string text);
std::string uncapitalised(std::string text);

/// The lines between '\n', without it; an empty last line is none.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace corpus
