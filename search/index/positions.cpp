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

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  std::uint64_t bits(unsigned width) {
    need(width);
    const auto value = buffer_ & ((std::uint64_t{1} << width) - 1);
    drop(width);
    return value;
  }
  std::uint64_t unary() {
    std::uint64_t value = 0;
    for (;;) {
      if (have_ == 0) need(1);
      const auto zeros = std::min(static_cast<unsigned>(std::countr_zero(buffer_)), have_);
      value += zeros;
      if (zeros < have_) {
        drop(zeros + 1);
        return value;
      }
      drop(zeros);
    }
  }
  std::uint64_t gamma() {
    const auto width = unary();
    if (width >= kMostBits) corpus::ByteReader::damaged();
    return (std::uint64_t{1} << width | bits(static_cast<unsigned>(width))) - 1;
  }

 private:
  void need(unsigned width) {
    if (have_ >= width) return;
    if (end_ - at_ >= 8) {
      std::uint64_t next = 0;
      std::memcpy(&next, at_, 8);
      if constexpr (std::endian::native == std::endian::big) next = __builtin_bswap64(next);
      buffer_ |= next << have_;
      const auto bytes = (63 - have_) / 8;
      at_ += bytes;
      have_ += 8 * bytes;
      if (have_ < 64) buffer_ &= (std::uint64_t{1} << have_) - 1;
      return;
    }
    for (; have_ < width; have_ += 8) {
      if (at_ == end_) corpus::ByteReader::damaged();
      buffer_ |= std::uint64_t{static_cast<unsigned char>(*at_++)} << have_;
    }
  }
  void drop(unsigned width) {
    buffer_ = width < 64 ? buffer_ >> width : 0;
    have_ -= width;
  }

  const char* at_;
  const char* end_;
  std::uint64_t buffer_ = 0;
  unsigned have_ = 0;  // bits in buffer_
};

unsigned remainder_bits(unsigned width, std::uint64_t words) {
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
// gaps between the keys, a text's length and ranks each, the number of terms beside the words, and of each the gap in
// position and the rank.
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
  std::uint64_t before = 0;
  const auto remainder = remainder_bits(width, keys.size());
  for (const auto key : keys) {
    const auto gap = (key >> (64 - width)) - before;
    before += gap;
    out.unary(gap >> remainder);
    out.bits(gap, remainder);
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
  BitReader in(head.rest());

  wanted_.assign(words, 0);
  const auto shift = 64 - static_cast<unsigned>(width);
  const auto remainder = remainder_bits(static_cast<unsigned>(width), words);
  std::uint64_t key = 0;
  auto next = keys_.begin();
  for (std::uint64_t rank = 0; rank < words; ++rank) {
    const auto quotient = in.unary();
    key += (quotient << remainder) + in.bits(remainder);
    while (next != keys_.end() && (next->first >> shift < key || (!present.empty() && present[next->second] == 0)))
      ++next;
    if (next != keys_.end() && next->first >> shift == key)
      wanted_[rank] = 1 + static_cast<std::uint32_t>(next - keys_.begin());
  }

  const auto ranks = rank_bits(words);
  const auto take = [&](Position position) {
    const auto rank = in.bits(ranks);
    if (rank >= words) corpus::ByteReader::damaged();
    if (const auto wanted = wanted_[rank]; wanted != 0) found_[keys_[wanted - 1].second].push_back(position);
  };
  Position position = 1;
  for (std::uint64_t text = 0; text < texts; ++text, position += kPositionGap)
    for (auto left = in.gamma(); left > 0; --left) take(position++);
  position = 0;
  for (auto left = in.gamma(); left > 0; --left) {
    position += static_cast<Position>(in.gamma());
    take(position);
  }
  return found_;
}

}  // namespace search
