#include "search/index/record.h"

#include <cstdint>

#include "corpus/error.h"

namespace search {
namespace {

using corpus::Document;
using corpus::Value;

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_.push_back(static_cast<char>((value & 0x7f) | 0x80));
    bytes_.push_back(static_cast<char>(value));
  }
  void string(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  void value(const Value& v) {
    string(v.value);
    number(v.origin == corpus::Origin::found);
    string(v.passage);
  }
  void values(const std::vector<Value>& list) {
    number(list.size());
    for (const auto& v : list) value(v);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

[[noreturn]] void damaged() {
  throw corpus::Error(corpus::ErrorKind::not_possible, "a stored document is damaged", "reindex with --full");
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}
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
  std::string string() {
    const auto size = number();
    if (size > rest_.size()) damaged();
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  /// Number of elements that follow; each takes a byte at least, so a larger number is damage.
  std::size_t count() {
    const auto n = number();
    if (n > rest_.size()) damaged();
    return n;
  }
  Value value() {
    Value v;
    v.value = string();
    v.origin = number() ? corpus::Origin::found : corpus::Origin::given;
    v.passage = string();
    return v;
  }
  std::vector<Value> values() {
    std::vector<Value> list(count());
    for (auto& v : list) v = value();
    return list;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace

std::string encode_record(const Document& document) {
  Writer out;
  out.string(document.id);
  out.string(document.title);
  out.string(document.source);
  out.string(document.access);
  out.string(document.session);
  out.value(document.kind);
  out.number(static_cast<std::uint64_t>(document.date.year));
  out.number(static_cast<std::uint64_t>(document.date.month));
  out.number(static_cast<std::uint64_t>(document.date.day));
  out.string(document.date.text);
  out.value(document.date_value);
  out.values(document.themes);
  out.values(document.municipalities);
  out.values(document.police_units);
  out.values(document.solutions);
  out.number(document.sections.size());
  for (const auto& section : document.sections) {
    out.string(section.heading);
    out.number(static_cast<std::uint64_t>(section.level));
    out.number(section.passages.size());
    for (const auto& passage : section.passages) {
      out.string(passage.id);
      out.number(passage.type == corpus::Block::Type::list);
      out.string(passage.text);
    }
  }
  return out.take();
}

Document decode_record(std::string_view bytes) {
  Decoder in(bytes);
  Document document;
  document.id = in.string();
  document.title = in.string();
  document.source = in.string();
  document.access = in.string();
  document.session = in.string();
  document.kind = in.value();
  document.date.year = in.small_number();
  document.date.month = in.small_number();
  document.date.day = in.small_number();
  document.date.text = in.string();
  document.date_value = in.value();
  document.themes = in.values();
  document.municipalities = in.values();
  document.police_units = in.values();
  document.solutions = in.values();
  document.sections.resize(in.count());
  for (auto& section : document.sections) {
    section.heading = in.string();
    section.level = in.small_number();
    section.passages.resize(in.count());
    for (auto& passage : section.passages) {
      passage.id = in.string();
      passage.type = in.number() ? corpus::Block::Type::list : corpus::Block::Type::paragraph;
      passage.text = in.string();
    }
  }
  if (!in.at_end()) damaged();
  return document;
}

}  // namespace search
