#include "search/index/record.h"

#include <cstdint>

#include "corpus/bytes.h"

namespace search {
namespace {

using corpus::Document;
using corpus::Value;

/// Writes and reads the parts of a record; damage is an index that can't be used.
class RecordWriter : public corpus::ByteWriter {
 public:
  void value(const Value& v) {
    string(v.value);
    number(v.origin == corpus::Origin::found);
    string(v.passage);
  }
  void values(const std::vector<Value>& list) {
    number(list.size());
    for (const auto& v : list) value(v);
  }
};

class Decoder : public corpus::ByteReader {
 public:
  using ByteReader::ByteReader;
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
};

}  // namespace

std::string encode_record(const Document& document) {
  RecordWriter out;
  out.string(document.id);
  out.string(document.title);
  out.string(document.source);
  out.string(document.access);
  out.string(document.session);
  out.string(document.book.id);
  out.string(document.book.title);
  out.number(static_cast<std::uint64_t>(document.book.chapter));
  out.string(document.period);
  out.number(document.masked);
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
      out.number(static_cast<std::uint64_t>(passage.page));
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
  document.book.id = in.string();
  document.book.title = in.string();
  document.book.chapter = in.small_number();
  document.period = in.string();
  document.masked = in.number() != 0;
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
      passage.page = in.small_number();
      passage.text = in.string();
    }
  }
  if (!in.at_end()) corpus::ByteReader::damaged();
  return document;
}

}  // namespace search
