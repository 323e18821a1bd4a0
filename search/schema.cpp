#include "search/schema.h"

#include "corpus/text.h"

namespace search {

std::string prefixed(char prefix, std::string_view value) {
  std::string term(1, prefix);
  term.append(corpus::truncate_utf8(value, kMaxTermBytes));
  return term;
}

std::string prefixed(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  term.append(corpus::truncate_utf8(value, kMaxTermBytes));
  return term;
}

std::string id_term(std::string_view id) {
  if (id.size() <= kMaxTermBytes) return prefixed(kIdPrefix, id);
  // The space can't begin an id, so a hashed one never meets one that was kept.
  return prefixed(kIdPrefix, " " + corpus::content_hash(id));
}

std::string pack_number(unsigned number) {
  std::string bytes(4, '\0');
  for (int i = 3; i >= 0; --i, number >>= 8) bytes[static_cast<std::size_t>(i)] = static_cast<char>(number & 0xff);
  return bytes;
}

unsigned unpack_number(std::string_view bytes) {
  unsigned number = 0;
  for (char byte : bytes.substr(0, 4)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace search
