#include <gtest/gtest.h>

#include <set>

#include "corpus/document.h"
#include "corpus/text.h"

namespace corpus {
namespace {

Block paragraph(std::string text) { return {Block::Type::paragraph, std::move(text)}; }
Block list(std::string text) { return {Block::Type::list, std::move(text)}; }

std::string sentences(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "Zin nummer " + std::to_string(i) + " gaat over de veiligheid in de wijk. ";
  return clean(text);
}

TEST(Date, IsWrittenAsFarAsItIsKnown) {
  EXPECT_EQ((Date{2025, 9, 24, ""}.iso()), "2025-09-24");
  EXPECT_EQ((Date{2025, 9, 0, ""}.iso()), "2025-09");
  EXPECT_EQ((Date{2025, 0, 0, ""}.iso()), "2025");
  EXPECT_EQ((Date{0, 9, 24, "24 september"}.iso()), "");
}

TEST(Passages, AParagraphIsAPassageOfItsOwn) {
  const auto made = split_passages({{"Kop", 2, {paragraph("Een."), paragraph("Twee."), paragraph(" ")}}});
  ASSERT_EQ(made.size(), 1u);
  ASSERT_EQ(made[0].passages.size(), 2u);
  EXPECT_EQ(made[0].passages[1].text, "Twee.");
}

TEST(Passages, InsertionElsewhereLeavesIdsAlone) {
  const auto before = split_passages({{"", 0, {paragraph("Een."), paragraph("Twee.")}}});
  const auto after =
      split_passages({{"Nieuw", 2, {paragraph("Nul.")}}, {"", 2, {paragraph("Een."), paragraph("Twee.")}}});
  EXPECT_EQ(before[0].passages[1].id, after[1].passages[1].id);
}

TEST(Passages, RepeatedTextGetsNumberedIds) {
  const auto made = split_passages({{"", 0, {paragraph("Zelfde."), paragraph("Zelfde."), paragraph("Zelfde.")}}});
  const std::string id = made[0].passages[0].id;
  EXPECT_EQ(id.size(), 8u);
  EXPECT_TRUE(id.starts_with("p-"));
  EXPECT_EQ(made[0].passages[1].id, id + "-2");
  EXPECT_EQ(made[0].passages[2].id, id + "-3");
}

TEST(Passages, LongParagraphsAreCutBetweenSentences) {
  const std::string text = sentences(60);
  const auto made = split_passages({{"", 0, {paragraph(text)}}});
  std::string together;
  for (const Passage& passage : made[0].passages) {
    EXPECT_LE(count_words(passage.text), 200u);
    EXPECT_GE(count_words(passage.text), 100u);
    EXPECT_TRUE(passage.text.ends_with("."));
    together += passage.text + " ";
  }
  EXPECT_GT(made[0].passages.size(), 1u);
  EXPECT_EQ(clean(together), text);
}

TEST(Passages, LongListsAreCutBetweenItems) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "13:30 Onderdeel " + std::to_string(i) + " van de agenda; met toelichting\n";
  const auto made = split_passages({{"", 0, {list(text)}}});
  EXPECT_GT(made[0].passages.size(), 1u);
  for (const Passage& passage : made[0].passages) {
    EXPECT_EQ(passage.type, Block::Type::list);
    EXPECT_LE(count_words(passage.text), 200u);
    EXPECT_TRUE(passage.text.starts_with("13:30"));
  }
}

TEST(Passages, TextWithoutSpacesOrSentencesIsCutToo) {
  std::string words, letters;
  for (int i = 0; i < 1000; ++i) words += "woord ";
  for (int i = 0; i < 50'000; ++i) letters += "é";
  const auto made = split_passages({{"", 0, {paragraph(words), paragraph(letters), list(letters)}}});
  for (const Passage& passage : made[0].passages) {
    EXPECT_LE(passage.text.size(), 4000u);
    EXPECT_LE(count_words(passage.text), 200u);
    EXPECT_TRUE(is_utf8(passage.text));
  }
}

TEST(Passages, HeadingsWithoutTextStay) {
  const auto made = split_passages({{"Ervaringen", 2, {}}, {"", 0, {}}});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].heading, "Ervaringen");
}

}  // namespace
}  // namespace corpus
