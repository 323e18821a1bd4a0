// A flat binary form for what goes to disk or between processes: numbers are LEB128, strings a length and bytes.
//
// Reading checks every bound and throws corpus::Error (not_possible) on damage; it never allocates more than the bytes
// that are there. Not synchronised.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/error.h"

namespace corpus {

class ByteWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>((value & 0x7f) | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void string(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
  [[noreturn]] static void damaged() {
    throw Error(ErrorKind::not_possible, "a stored document is damaged", "reindex with --full");
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) damaged();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }
  int small_number() {
    const auto value = number();
    if (value > 1'000'000) damaged();
    return static_cast<int>(value);
  }
  std::string_view view() {
    const auto size = number();
    if (size > rest_.size()) damaged();
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  std::string string() { return std::string(view()); }
  /// Number of elements that follow; each takes a byte at least, so a larger number is damage.
  std::size_t count() {
    const auto n = number();
    if (n > rest_.size()) damaged();
    return n;
  }
  bool at_end() const { return rest_.empty(); }
  /// What was not read yet.
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace corpus
