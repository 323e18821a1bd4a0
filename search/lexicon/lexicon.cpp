#include "search/lexicon/lexicon.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "search/lexicon/format.h"
#include "search_lexicon/embedded.h"

namespace search {
namespace {

std::uint32_t read_u32(const char* at) {
  std::uint32_t value;
  std::memcpy(&value, at, sizeof value);  // little-endian machines only, as Debian's amd64 and arm64 are
  return value;
}

const char* block_at(std::string_view bytes, std::uint32_t block) {
  return bytes.data() + read_u32(bytes.data() + 4 + 4 * std::size_t{block});
}

std::string_view first_word(std::string_view bytes, std::uint32_t block) {
  const char* at = block_at(bytes, block);
  return {at + 2, static_cast<unsigned char>(at[1])};
}

/// The first three letters as a number that sorts as they do; words hold only a to z.
constexpr std::size_t kInitials = 27 * 27 * 27;
std::size_t initials_of(std::string_view word) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < 3; ++i)
    number = number * 27 + (i < word.size() ? static_cast<std::size_t>(word[i] - 'a' + 1) : 0);
  return number;
}

double count_of(std::uint8_t code) { return std::exp2(lexicon_format::decode_logarithm(code)) - 1; }

}  // namespace

double Lexicon::Entry::as_modifier(LinkKind link) const {
  return count_of(modifier_codes[static_cast<std::size_t>(link)]);
}
double Lexicon::Entry::as_modifier() const {
  return count_of(modifier_codes[0]) + count_of(modifier_codes[1]) + count_of(modifier_codes[2]);
}
double Lexicon::Entry::as_head() const { return count_of(head_code); }

Lexicon::Lexicon(std::string_view bytes)
    : bytes_(bytes), blocks_(read_u32(bytes.data())), blocks_before_(kInitials + 1) {
  for (std::uint32_t block = 0; block < blocks_; ++block) ++blocks_before_[initials_of(first_word(bytes, block)) + 1];
  std::partial_sum(blocks_before_.begin(), blocks_before_.end(), blocks_before_.begin());
}

const Lexicon& Lexicon::builtin() {
  static const Lexicon lexicon(search_lexicon::embedded_files().front().bytes);
  return lexicon;
}

std::optional<Lexicon::Entry> Lexicon::find(std::string_view word) const {
  if (word.empty() || word.size() > 255 || blocks_ == 0) return std::nullopt;
  for (std::size_t i = 0; i < std::min(word.size(), std::size_t{3}); ++i)
    if (word[i] < 'a' || word[i] > 'z') return std::nullopt;

  // The last block whose first word is not after the word.
  const auto initials = initials_of(word);
  auto low = std::max(blocks_before_[initials], 1U) - 1, high = blocks_before_[initials + 1];
  while (high > low + 1) {
    const auto middle = low + (high - low) / 2;
    (first_word(bytes_, middle) <= word ? low : high) = middle;
  }

  const char* at = block_at(bytes_, low);
  const char* const end = low + 1 < blocks_ ? block_at(bytes_, low + 1) : bytes_.data() + bytes_.size();
  // Entries are spelled as what they add to the one before. All that is kept of that one is how many letters it has in
  // common with the word; it is always before the word, else the search had ended.
  std::size_t common = 0;
  while (at < end) {
    const std::size_t shared = static_cast<unsigned char>(at[0]), length = static_cast<unsigned char>(at[1]);
    const std::string_view letters(at + 2, length);
    at += 2 + length;
    std::uint16_t kinds;
    std::memcpy(&kinds, at, sizeof kinds);
    at += lexicon_format::kKindBytes;
    const char* const details = lexicon_format::has_details(kinds) ? at : nullptr;
    if (details != nullptr) at += lexicon_format::kDetailBytes;
    if (shared > common) continue;             // has the letter that made the one before come first
    if (shared < common) return std::nullopt;  // a later letter where the one before had that of the word
    const auto rest = word.substr(common);
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(letters, rest).in1 - letters.begin());
    common += same;
    if (same == letters.size() && common == word.size()) {
      Entry entry;
      entry.kinds = kinds;
      if (details != nullptr) {
        entry.plurals = static_cast<std::uint8_t>(details[0]);
        std::memcpy(entry.modifier_codes.data(), details + 1, entry.modifier_codes.size());
        entry.head_code = static_cast<std::uint8_t>(details[4]);
      }
      return entry;
    }
    if (letters.substr(same) > word.substr(common)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace search
