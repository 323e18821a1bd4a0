// What corpus::content_hash() says, as the 16 bytes that it is: a manifest holds one for every document.
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace indexer {

class ContentHash {
 public:
  static constexpr std::size_t kBytes = 16;
  ContentHash() = default;
  /// From 32 hexadecimal digits. Throws std::invalid_argument for anything else.
  explicit ContentHash(std::string_view hex);
  std::string hex() const;
  bool operator==(const ContentHash&) const = default;

 private:
  friend struct std::hash<ContentHash>;
  std::array<unsigned char, kBytes> bytes_{};
};

}  // namespace indexer

template <>
struct std::hash<indexer::ContentHash> {
  std::size_t operator()(const indexer::ContentHash& one) const noexcept;
};
