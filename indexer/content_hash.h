// What corpus::content_hash() says, as the 16 bytes that it is: a manifest holds one for every document.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "corpus/text.h"

namespace indexer {

class ContentHash {
 public:
  ContentHash() = default;
  /// Of a line, or a whole file.
  static ContentHash of(std::string_view bytes);
  /// From 32 hexadecimal digits. Throws std::invalid_argument for anything else.
  explicit ContentHash(std::string_view hex);
  std::string hex() const;
  bool operator==(const ContentHash&) const = default;

 private:
  friend struct std::hash<ContentHash>;
  corpus::ContentDigest bytes_{};
};

}  // namespace indexer

template <>
struct std::hash<indexer::ContentHash> {
  std::size_t operator()(const indexer::ContentHash& one) const noexcept;
};
