#include "search/index/positions.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "corpus/bytes.h"
#include "corpus/text.h"
#include "search/schema.h"

namespace search {
namespace {

constexpr unsigned kMostBits = 56;  // that a reader takes at once

/// Appends numbers of any width, lowest bit first.
class BitWriter {
 public:
  explicit BitWriter(std::string bytes) : bytes_(std::move(bytes)) {}
  void bits(std::uint64_t value, unsigned width) {
    for (; width > 0; value >>= 1, --width) {
      if (used_ == 0) bytes_.push_back('\0');
      bytes_.back() = static_cast<char>(static_cast<unsigned char>(bytes_.back()) | (value & 1) << used_);
      used_ = (used_ + 1) % 8;
    }
  }
  void unary(std::uint64_t value) {
    for (; value > 0; --value) bits(0, 1);
    bits(1, 1);
  }
  /// Elias gamma, of a number from 0.
  void gamma(std::uint64_t value) {
    const auto width = static_cast<unsigned>(std::bit_width(value + 1));
    unary(width - 1);
    bits(value + 1, width - 1);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  unsigned used_ = 0;  // bits of the last byte
};

}  // namespace

/// Reads what BitWriter wrote. Eight bytes follow the data, so that eight are always there to take at once.
class BitReader {
 public:
  BitReader(const std::string& padded, std::size_t begin)
      : data_(padded.data()), at_(8 * begin), end_(8 * (padded.size() - kPadding)) {}
  static constexpr std::size_t kPadding = 8;

  void need(std::uint64_t count, std::uint64_t width = 1) const {
    if (count > (end_ - at_) / width) corpus::ByteReader::damaged();
  }
  /// The next bits, kMostBits of them at least.
  std::uint64_t peek() const { return peek(at_); }
  std::uint64_t peek(std::uint64_t at) const {
    std::uint64_t next = 0;
    std::memcpy(&next, data_ + at / 8, sizeof next);
    if constexpr (std::endian::native == std::endian::big) next = __builtin_bswap64(next);
    return next >> at % 8;
  }
  std::uint64_t position() const { return at_; }
  void skip(std::uint64_t count) { at_ += count; }

  std::uint64_t bits(unsigned width) {
    need(width);
    const auto value = peek() & mask(width);
    at_ += width;
    return value;
  }
  std::uint64_t gamma() {
    const auto next = peek();
    const auto width = next == 0 ? 64U : static_cast<unsigned>(std::countr_zero(next));
    if (width >= kMostBits) corpus::ByteReader::damaged();
    bits(width + 1);
    return (std::uint64_t{1} << width | bits(width)) - 1;
  }
  static constexpr std::uint64_t mask(unsigned width) { return (std::uint64_t{1} << width) - 1; }

 private:
  const char* data_;
  std::uint64_t at_, end_;  // in bits
};

namespace {

/// Bits of a key of `width` bits that are stored as they are; the rest, of which two make a word on average, in unary.
unsigned low_bits(unsigned width, std::uint64_t words) {
  const auto rank = static_cast<unsigned>(std::bit_width(words));
  return std::min(width > rank ? width - rank : 0, kMostBits);
}

unsigned rank_bits(std::uint64_t words) { return std::max(1U, static_cast<unsigned>(std::bit_width(words - 1))); }

}  // namespace

std::uint64_t position_key(std::string_view term) {
  // The first bits must differ: those of FNV hardly depend on the last letters. Mixed as in splitmix64 (Steele, Lea and
  // Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
  auto key = corpus::hash64(term);
  key = (key ^ key >> 30) * 0xbf58476d1ce4e5b9;
  key = (key ^ key >> 27) * 0x94d049bb133111eb;
  return key ^ key >> 31;
}

void PositionEncoder::add_text(std::span<const std::string> stems) {
  for (const auto& stem : stems) words_.push_back(position_key(stem));
  ends_.push_back(words_.size());
}

void PositionEncoder::add_at(std::string_view term, std::size_t word) {
  const auto text = ends_.size() - 1;
  const auto begin = text == 0 ? 0 : ends_[text - 1];
  beside_.emplace_back(position_key(term), 1 + static_cast<Position>(begin + word + text * kPositionGap));
}

// Layout: number of distinct keys, number of texts, width in bits of a key (as in corpus/bytes.h); then in bits the
// lower ends of the keys, the gaps between their upper ends in unary, a text's length and ranks each, the number of
// terms beside the words, and of each the gap in position and the rank.
std::string PositionEncoder::finish() const {
  auto keys = words_;
  for (const auto& [key, position] : beside_) keys.push_back(key);
  if (keys.empty()) return {};
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  unsigned width = 1;
  for (std::size_t i = 1; i < keys.size(); ++i)
    width = std::max(width, 1 + static_cast<unsigned>(std::countl_zero(keys[i] ^ keys[i - 1])));

  corpus::ByteWriter head;
  head.number(keys.size());
  head.number(ends_.size());
  head.number(width);
  BitWriter out(head.take());
  const auto low = low_bits(width, keys.size());
  for (const auto key : keys) out.bits(key >> (64 - width), low);
  std::uint64_t before = 0;
  for (const auto key : keys) {
    const auto high = low < width ? key >> (64 - width + low) : 0;
    out.unary(high - before);
    before = high;
  }
  const auto ranks = rank_bits(keys.size());
  const auto rank = [&](std::uint64_t key) {
    out.bits(static_cast<std::uint64_t>(std::ranges::lower_bound(keys, key) - keys.begin()), ranks);
  };
  std::size_t word = 0;
  for (const auto end : ends_) {
    out.gamma(end - word);
    for (; word < end; ++word) rank(words_[word]);
  }
  out.gamma(beside_.size());
  Position last = 0;
  for (const auto& [key, position] : beside_) {
    out.gamma(position - last);
    last = position;
    rank(key);
  }
  return out.take();
}

PositionDecoder::PositionDecoder(std::vector<std::uint64_t> keys) : found_(keys.size()) {
  for (std::size_t i = 0; i < keys.size(); ++i) keys_.emplace_back(keys[i], i);
  std::ranges::sort(keys_);
}

std::span<const Positions> PositionDecoder::decode(std::string_view bytes, std::span<const std::uint8_t> present) {
  for (auto& positions : found_) positions.clear();
  if (bytes.empty()) return found_;
  corpus::ByteReader head(bytes);
  const auto words = head.number(), texts = head.number(), width = head.number();
  // A word takes a bit at least.
  if (words == 0 || words / 8 > bytes.size() || width == 0 || width > 64) corpus::ByteReader::damaged();
  padded_.assign(bytes);
  padded_.append(BitReader::kPadding, '\0');
  BitReader in(padded_, bytes.size() - head.rest().size());
  find_words(in, words, static_cast<unsigned>(width), present);

  const auto ranks = rank_bits(words);
  const auto take = [&](std::uint64_t rank, Position position) {
    if (rank >= words) corpus::ByteReader::damaged();
    if (const auto wanted = wanted_[rank]; wanted != 0) found_[keys_[wanted - 1].second].push_back(position);
  };
  Position position = 1;
  for (std::uint64_t text = 0; text < texts; ++text, position += kPositionGap) {
    auto left = in.gamma();
    in.need(left, ranks);
    while (left > 0) {
      const auto at_once = std::min<std::uint64_t>(left, kMostBits / ranks);
      auto next = in.peek();
      in.skip(at_once * ranks);
      left -= at_once;
      for (const auto end = position + static_cast<Position>(at_once); position != end; ++position, next >>= ranks)
        take(next & BitReader::mask(ranks), position);
    }
  }
  position = 0;
  for (auto left = in.gamma(); left > 0; --left) {
    position += static_cast<Position>(in.gamma());
    take(in.bits(ranks), position);
  }
  return found_;
}

/// Fills wanted_, and leaves the reader behind the keys.
void PositionDecoder::find_words(BitReader& in, std::uint64_t words, unsigned width,
                                 std::span<const std::uint8_t> present) {
  wanted_.assign(words, 0);
  const auto shift = 64 - width, low = low_bits(width, words);
  in.need(words, low + 1);
  const auto lows = in.position();
  in.skip(words * low);
  auto next = keys_.begin();
  const auto skip_absent = [&] {
    while (next != keys_.end() && !present.empty() && present[next->second] == 0) ++next;
  };
  skip_absent();
  std::uint64_t high = 0;
  for (std::uint64_t rank = 0; rank < words;) {
    in.need(1);
    auto ones = in.peek() & BitReader::mask(kMostBits);
    unsigned used = 0;
    for (; ones != 0 && rank < words; ones &= ones - 1, ++rank) {
      const auto zeros = static_cast<unsigned>(std::countr_zero(ones)) - used;
      high += zeros;
      used += zeros + 1;
      if (next == keys_.end() || next->first >> shift >> low > high) continue;
      const auto key = high << low | (in.peek(lows + rank * low) & BitReader::mask(low));
      while (next != keys_.end() && next->first >> shift < key) {
        ++next;
        skip_absent();
      }
      if (next != keys_.end() && next->first >> shift == key)
        wanted_[rank] = static_cast<std::uint16_t>(1 + (next - keys_.begin()));
    }
    if (rank < words) {  // the rest are zeros
      high += kMostBits - used;
      used = kMostBits;
    }
    in.need(used);
    in.skip(used);
  }
}

}  // namespace search
