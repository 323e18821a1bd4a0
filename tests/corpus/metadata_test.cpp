#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string complaint_of(const std::string& yaml) {
  return complaint([&] { read_metadata(yaml); });
}

TEST(Metadata, EnglishAndDutchNamesMeanTheSame) {
  const Metadata dutch = read_metadata(
      "titel: T\nsoort: verslag\ndatum: 2025-01-21\nbijeenkomst: b\ntoegang: intern\nthema's: [x]\ngemeente: Goes\n"
      "politie-eenheden:\n- Oost-Brabant\noplossing: y\nverwerp: Best\n");
  EXPECT_EQ(dutch.title, "T");
  EXPECT_EQ(dutch.kind, "verslag");
  EXPECT_EQ(dutch.date, "2025-01-21");
  EXPECT_EQ(dutch.session, "b");
  EXPECT_EQ(dutch.access, "intern");
  EXPECT_THAT(*dutch.themes, ElementsAre("x"));
  EXPECT_THAT(*dutch.municipalities, ElementsAre("Goes"));
  EXPECT_THAT(*dutch.police_units, ElementsAre("Oost-Brabant"));
  EXPECT_THAT(*dutch.solutions, ElementsAre("y"));
  EXPECT_THAT(dutch.reject, ElementsAre("Best"));
  EXPECT_TRUE(dutch.unknown_keys.empty());
  EXPECT_TRUE(read_metadata("police_units: a").police_units && read_metadata("policeUnit: a").police_units);
}

TEST(Metadata, AnEmptyListIsGivenAnEmptyValueIsNot) {
  EXPECT_TRUE(read_metadata("themes: []").themes);
  EXPECT_FALSE(read_metadata("themes:").themes);
  EXPECT_FALSE(read_metadata("").id);
  EXPECT_THAT(complaint_of("access:"), HasSubstr("line 1: \"access\" has no value"));
}

TEST(Metadata, MistakesNameLineAndKey) {
  EXPECT_THAT(complaint_of("id: a\nthemes: [[a]]"), HasSubstr("line 2: \"themes\""));
  EXPECT_THAT(complaint_of("id: a\nid: b"), HasSubstr("line 2: \"id\" is given twice"));
  EXPECT_THAT(complaint_of("- a\n- b"), HasSubstr("not a list of keys and values"));
  EXPECT_THAT(complaint_of("id: \"a"), HasSubstr("not valid YAML"));
  EXPECT_THAT(complaint_of("id: \xFF"), HasSubstr("not valid UTF-8"));
  EXPECT_THAT(complaint_of("a: *b"), HasSubstr("not valid YAML"));
}

TEST(Metadata, AnIdMayBeAnythingButEmpty) {
  EXPECT_EQ(read_metadata("id: \"tab\\tx \"").id, "tab\tx ");
  EXPECT_THAT(complaint_of("id: \"\""), HasSubstr("\"id\" is empty"));
  EXPECT_FALSE(read_metadata("id:").id);
  EXPECT_EQ(read_metadata("access: \" openbaar \"").access, " openbaar ");
  EXPECT_THAT(complaint_of("access: \"  \""), HasSubstr("\"access\" has no value"));
}

TEST(Metadata, BombsAreRefusedAtOnce) {
  const auto start = std::chrono::steady_clock::now();
  std::string aliases = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    aliases += std::string(1, c) + ": &" + c + " [*" + before;
    for (int i = 0; i < 8; ++i) aliases += ",*" + before;
    aliases += "]\n";
  }
  EXPECT_EQ(read_metadata(aliases).unknown_keys.size(), 25u);
  EXPECT_NE(complaint_of(aliases + "themes: *y\n"), "");
  EXPECT_NE(complaint_of("themes: " + std::string(60'000, '[')), "");
  EXPECT_NE(complaint_of("themes: " + std::string(60'000, '{')), "");
  std::string dashes, questions, indented;
  for (int i = 0; i < 20'000; ++i) dashes += "- ", questions += "? ";
  for (int i = 0; i < 300; ++i) indented += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_NE(complaint_of(dashes), "");
  EXPECT_NE(complaint_of(questions), "");
  complaint_of(indented);
  EXPECT_THAT(complaint_of("id: " + std::string(70'000, 'x')), HasSubstr("larger than 64 KB"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

TEST(Metadata, UpperWinsAndListsAreNotMerged) {
  const Metadata merged = merge(read_metadata("id: a\ntitle: t\nthemes: [x]\nreject: [r]\nfoo: 1"),
                                read_metadata("title: u\nthemes: []\nbar: 1"));
  EXPECT_EQ(merged.id, "a");
  EXPECT_EQ(merged.title, "u");
  EXPECT_TRUE(merged.themes->empty());
  EXPECT_THAT(merged.reject, ElementsAre("r"));
  EXPECT_THAT(merged.unknown_keys, ElementsAre("foo", "bar"));
}

}  // namespace
}  // namespace corpus::test
