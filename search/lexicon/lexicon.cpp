#include "search/lexicon/lexicon.h"

#include <cstring>

#include "search/lexicon/format.h"
#include "search_lexicon/embedded.h"

namespace search {
namespace {

std::uint32_t read_u32(const char* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof value);  // little-endian machines only, as Debian's amd64 and arm64 are
  return value;
}

}  // namespace

Lexicon::Lexicon(std::string_view bytes) : bytes_(bytes), blocks_(read_u32(bytes.data())) {}

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon(search_lexicon::embedded_files().front().bytes);
  return lexicon;
}

std::optional<Lexicon::Entry> Lexicon::find(std::string_view word) const {
  if (word.empty() || word.size() > 255 || blocks_ == 0) return std::nullopt;
  const auto block_at = [&](std::uint32_t block) {
    return bytes_.data() + read_u32(bytes_.data() + 4 + 4 * std::size_t{block});
  };
  const auto first_word = [&](std::uint32_t block) {
    const char* at = block_at(block);
    return std::string_view(at + 2, static_cast<unsigned char>(at[1]));
  };

  // The last block whose first word is not after the word.
  std::uint32_t low = 0, high = blocks_;
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (first_word(middle) <= word ? low : high) = middle;
  }

  const char* at = block_at(low);
  const char* const end = low + 1 < blocks_ ? block_at(low + 1) : bytes_.data() + bytes_.size();
  char current[256];
  while (at < end) {
    const std::size_t shared = static_cast<unsigned char>(at[0]), length = static_cast<unsigned char>(at[1]);
    if (shared + length > sizeof current) return std::nullopt;
    std::memcpy(current + shared, at + 2, length);
    at += 2 + length;
    const std::string_view candidate(current, shared + length);
    if (candidate == word)
      return Entry{lexicon_format::decode_count(static_cast<std::uint8_t>(at[0])),
                   lexicon_format::decode_count(static_cast<std::uint8_t>(at[1]))};
    if (candidate > word) return std::nullopt;
    at += 2;
  }
  return std::nullopt;
}

}  // namespace search
