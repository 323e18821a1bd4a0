#include "search/index/positions.h"

#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/error.h"
#include "search/schema.h"

namespace {

using search::Position;
using search::Positions;
using testing::ElementsAre;
using testing::IsEmpty;

using Texts = std::vector<std::vector<std::string>>;

std::string encode(const Texts& texts) {
  search::PositionEncoder encoder;
  for (const auto& text : texts) encoder.add_text(text);
  return encoder.finish();
}

std::vector<Positions> decode(const std::string& bytes, const std::vector<std::string>& terms,
                              std::vector<std::uint8_t> present = {}) {
  std::vector<std::uint64_t> keys;
  for (const auto& term : terms) keys.push_back(search::position_key(term));
  search::PositionDecoder decoder(keys);
  const auto found = decoder.decode(bytes, present);
  return {found.begin(), found.end()};
}

TEST(Positions, CountWordsAndJumpBetweenTexts) {
  const auto bytes = encode({{"een", "wijk"}, {"de", "wijk", "een"}});
  EXPECT_THAT(decode(bytes, {"wijk", "een", "de"}),
              ElementsAre(ElementsAre(2u, 4u + search::kPositionGap), ElementsAre(1u, 5u + search::kPositionGap),
                          ElementsAre(3u + search::kPositionGap)));
}

TEST(Positions, TermsBesideTheWordsBeginAtOne) {
  search::PositionEncoder encoder;
  encoder.add_text(std::vector<std::string>{"buitengewoon", "opsporingsambtenaar"});
  encoder.add_at("Y1boa", 0);
  encoder.add_at("Y2boa", 0);
  encoder.add_text(std::vector<std::string>{"de", "boa"});
  encoder.add_at("Y1boa", 1);
  EXPECT_THAT(decode(encoder.finish(), {"Y1boa", "Y2boa"}),
              ElementsAre(ElementsAre(1u, 4u + search::kPositionGap), ElementsAre(1u)));
}

TEST(Positions, AreThoseOfEveryWordOfRandomDocuments) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const auto vocabulary = 1 + random() % (round % 10 == 0 ? 5000 : 60);
    Texts texts(random() % 6);
    std::map<std::string, Positions> expected;
    Position position = 1;
    for (auto& text : texts) {
      for (auto left = random() % 200; left > 0; --left) {
        text.push_back("w" + std::to_string(random() % vocabulary));
        expected[text.back()].push_back(position++);
      }
      position += search::kPositionGap;
    }
    const auto bytes = encode(texts);
    std::vector<std::string> terms;
    std::vector<std::uint8_t> present;
    for (std::size_t i = 0; i < vocabulary; ++i) {
      terms.push_back("w" + std::to_string(i));
      present.push_back(expected.contains(terms.back()));
    }
    const auto found = decode(bytes, terms, present);
    for (std::size_t i = 0; i < terms.size(); ++i) ASSERT_EQ(found[i], expected[terms[i]]) << terms[i];
  }
}

TEST(Positions, AreNoneInADocumentWithoutWords) {
  EXPECT_EQ(encode({}), "");
  EXPECT_EQ(encode({{}, {}}), "");
  EXPECT_THAT(decode("", {"wijk"}), ElementsAre(IsEmpty()));
}

TEST(Positions, TakeLittleRoom) {
  std::vector<std::string> text;
  for (int i = 0; i < 200; ++i) text.push_back("w" + std::to_string(i % 7 ? i % 90 : 0));
  EXPECT_LT(encode({text}).size(), 300u);
}

TEST(Positions, DamageIsAnErrorAndNoCrash) {
  std::mt19937 random(1);
  std::vector<std::string> text;
  for (int i = 0; i < 80; ++i) text.push_back("w" + std::to_string(random() % 40));
  const auto whole = encode({text, text});
  for (std::size_t size = 1; size + 1 < whole.size(); ++size)
    EXPECT_THROW(decode(whole.substr(0, size), text), corpus::Error) << size;
  for (int i = 0; i < 3000; ++i) {
    auto bytes = whole;
    for (int change = 0; change < 3; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      decode(bytes, text);
    } catch (const corpus::Error&) {
    }
  }
}

}  // namespace
