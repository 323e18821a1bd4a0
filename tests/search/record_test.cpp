#include "search/index/record.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace search {
namespace {

corpus::Document sample() {
  corpus::Document document;
  document.id = "a/b";
  document.title = "Verslag";
  document.session = "2025-09";
  document.book = {"boek", "Beleidsboek", 3};
  document.period = "2025-H1";
  document.date = {2025, 9, 24, "24 september 2025"};
  document.date_value = {"2025-09-24", corpus::Origin::found, "p-1"};
  document.kind = {"verslag", corpus::Origin::given, {}};
  document.themes = {{"jeugd", corpus::Origin::found, "p-2"}};
  document.sections = {{"Kop", 2, {{"p-1", "Tekst\nmet regel", corpus::Block::Type::list, 14}}}, {"", 0, {}}};
  return document;
}

TEST(Record, ComesBackAsItWent) {
  const auto before = sample();
  const auto after = decode_record(encode_record(before));
  EXPECT_EQ(after.id, before.id);
  EXPECT_EQ(after.title, before.title);
  EXPECT_EQ(after.session, before.session);
  EXPECT_EQ(after.book, before.book);
  EXPECT_EQ(after.period, before.period);
  EXPECT_EQ(after.date, before.date);
  EXPECT_EQ(after.date_value, before.date_value);
  EXPECT_EQ(after.kind, before.kind);
  EXPECT_EQ(after.themes, before.themes);
  EXPECT_EQ(after.sections, before.sections);
}

TEST(Record, DamageIsAnErrorNeverACrash) {
  const auto bytes = encode_record(sample());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_THROW(decode_record(std::string_view(bytes).substr(0, length)), corpus::Error) << length;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const char flip : {'\x01', '\x80', '\xff'}) {
      auto damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      try {
        decode_record(damaged);
      } catch (const corpus::Error&) {
      }
    }
}

}  // namespace
}  // namespace search
