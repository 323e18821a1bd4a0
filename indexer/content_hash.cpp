#include "indexer/content_hash.h"

#include <sodium.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace indexer {

ContentHash ContentHash::of(std::string_view bytes) {
  ContentHash hash;
  hash.bytes_ = corpus::content_digest(bytes);
  return hash;
}

ContentHash::ContentHash(std::string_view hex) {
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_hex2bin(bytes_.data(), bytes_.size(), hex.data(), hex.size(), nullptr, &size, &end) != 0 ||
      size != bytes_.size() || end != hex.data() + hex.size())
    throw std::invalid_argument("not a hash");
}

std::string ContentHash::hex() const {
  std::array<char, 2 * std::tuple_size_v<corpus::ContentDigest> + 1> digits{};
  return sodium_bin2hex(digits.data(), digits.size(), bytes_.data(), bytes_.size());
}

}  // namespace indexer

std::size_t std::hash<indexer::ContentHash>::operator()(const indexer::ContentHash& one) const noexcept {
  std::size_t some = 0;
  std::memcpy(&some, one.bytes_.data(), sizeof some);
  return some;
}
