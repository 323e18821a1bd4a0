#include "search/schema.h"

#include "corpus/text.h"

namespace search {

namespace {

/// As much of a value as a term has room for. Xapian writes a zero byte as two.
std::string_view cut(std::string_view value) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < value.size(); ++i)
    if ((size += value[i] == '\0' ? 2 : 1) > kMaxTermBytes) return corpus::truncate_utf8(value, i);
  return value;
}

}  // namespace

std::string prefixed(char prefix, std::string_view value) {
  std::string term(1, prefix);
  term.append(cut(value));
  return term;
}

std::string prefixed(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  term.append(cut(value));
  return term;
}

std::string id_term(std::string_view id) {
  if (cut(id).size() == id.size()) return prefixed(kIdPrefix, id);
  // A byte that is in no UTF-8, so that a hashed id never meets one that was kept.
  return prefixed(kIdPrefix, "\xff" + corpus::content_hash(id));
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
