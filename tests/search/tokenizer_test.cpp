#include "search/analysis/tokenizer.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/text.h"
#include "search/analysis/analyzer.h"

namespace search {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(const std::string& text) {
  Tokenizer tokenizer;
  std::vector<std::string> normalized;
  for (const auto& token : tokenizer.tokenize(text)) normalized.push_back(token.normalized);
  return normalized;
}

TEST(Tokenizer, FoldsCaseAndDiacritics) {
  EXPECT_THAT(words("Coördineren in SÚDWEST-Fryslân"), ElementsAre("coordineren", "in", "sudwestfryslan"));
}

TEST(Tokenizer, ReadsTheLigatureAsIj) {
  EXPECT_THAT(words("Ĳmuiden ĳs IJmuiden"), ElementsAre("ijmuiden", "ijs", "ijmuiden"));
}

TEST(Tokenizer, DropsApostrophesOfEveryShape) {
  EXPECT_THAT(words("thema's thema’s foto‘s"), ElementsAre("themas", "themas", "fotos"));
  EXPECT_THAT(words("'s-Hertogenbosch"), ElementsAre("shertogenbosch"));
}

TEST(Tokenizer, JoinsHyphenatedWordsAndKeepsTheirParts) {
  Tokenizer tokenizer;
  const auto tokens = tokenizer.tokenize("de buurt-app, co‑ordineren");
  ASSERT_EQ(tokens.size(), 3u);
  EXPECT_EQ(tokens[1].normalized, "buurtapp");
  EXPECT_THAT(tokens[1].hyphen_parts, ElementsAre("buurt", "app"));
  EXPECT_EQ(tokens[2].normalized, "coordineren");
}

TEST(Tokenizer, LeavesLooseHyphensAlone) {
  EXPECT_THAT(words("informatie- en expertise - wijk"), ElementsAre("informatie", "en", "expertise", "wijk"));
}

TEST(Tokenizer, KeepsDatesApart) {
  EXPECT_THAT(words("2025-09-24 13:30-15:00"), ElementsAre("2025", "09", "24", "13", "30", "15", "00"));
}

TEST(Tokenizer, DropsDotsOfAbbreviations) {
  EXPECT_THAT(words("een B.O.A. m.b.t. d.w.z."), ElementsAre("een", "boa", "mbt", "dwz"));
  EXPECT_THAT(words("www.voorbeeld.nl"), ElementsAre("www", "voorbeeld", "nl"));
}

TEST(Tokenizer, ReadsThousandsAsOneNumber) {
  EXPECT_THAT(words("1.000 12.345.678 3,5 2.9"), ElementsAre("1000", "12345678", "3,5", "2.9"));
}

TEST(Tokenizer, SplitsAtSlashesAndColons) {
  EXPECT_THAT(words("AVG/politie gemeente:Breda"), ElementsAre("avg", "politie", "gemeente", "breda"));
}

TEST(Tokenizer, OffsetsPointIntoTheText) {
  const std::string text = "Één ’s-Gravenhage — Súdwest!";
  Tokenizer tokenizer;
  std::vector<std::string> written;
  for (const auto& token : tokenizer.tokenize(text))
    written.push_back(text.substr(token.begin, token.end - token.begin));
  EXPECT_THAT(written, ElementsAre("Één", "s-Gravenhage", "Súdwest"));
}

TEST(Tokenizer, ReadsOtherScripts) { EXPECT_FALSE(words("Привет мир 你好世界 مرحبا").empty()); }

TEST(Tokenizer, CutsEndlessWords) {
  for (const auto& word : words(std::string(100'000, 'a') + " " + std::string(1000, '\xc3')))
    EXPECT_LE(word.size(), 200u);
}

TEST(Tokenizer, TheFastPathForAsciiAgreesWithUnicode) {
  // A letter with a diacritic sends the whole run through ICU; without it the run takes the fast path.
  std::mt19937 random(7);
  const std::string letters = "abcXYZ019_.,:;'-/";
  Tokenizer tokenizer;
  for (int round = 0; round < 3000; ++round) {
    std::string run;
    for (int i = 0; i < 12; ++i) run += letters[random() % letters.size()];
    const auto fast = words(run);
    auto slow = words(run + "/é");
    ASSERT_FALSE(slow.empty());
    slow.pop_back();
    EXPECT_EQ(fast, slow) << run;
  }
}

TEST(Analyzer, StopWordsAndQuestionWordsAreKnown) {
  EXPECT_TRUE(is_stop_word("de"));
  EXPECT_TRUE(is_question_word("hoe"));
  EXPECT_FALSE(is_stop_word("gemeente"));
}

}  // namespace
}  // namespace search
