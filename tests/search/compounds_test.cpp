#include "search/analysis/compounds.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/analysis/analyzer.h"
#include "search/analysis/linking.h"

namespace search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Compounds, SplitsWithLinkingSounds) {
  EXPECT_THAT(split_compound("burgerinitiatief"), ElementsAre("burger", "initiatief"));
  EXPECT_THAT(split_compound("ondermijningsaanpak"), ElementsAre("ondermijning", "aanpak"));
  EXPECT_THAT(split_compound("boerenkool"), ElementsAre("boer", "kool"));
  EXPECT_THAT(split_compound("brievenbus"), ElementsAre("brief", "bus"));
}

TEST(Compounds, LeavesWordsThatOnlyLookCompound) {
  for (const auto* word :
       {"bedrijf", "handeling", "terrein", "standaard", "diamant", "gemeente", "politie", "veiligheid", "binding"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, AffixesAreNoParts) {
  for (const auto* word : {"vriendelijk", "aandeel", "bestuurlijk", "werkbaar"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, EndlessWordsCostNothing) { EXPECT_THAT(split_compound(std::string(100'000, 'a')), IsEmpty()); }

TEST(Linking, UndoesPluralSpelling) {
  const auto all = [](std::string_view) { return true; };
  EXPECT_THAT(modifiers_of("scholen", all), testing::Contains("school"));
  EXPECT_THAT(modifiers_of("bussen", all), testing::Contains("bus"));
  EXPECT_THAT(modifiers_of("brieven", all), testing::Contains("brief"));
  EXPECT_THAT(modifiers_of("kinder", all), testing::Contains("kind"));
}

TEST(Lexicon, KnowsEveryWordItHolds) {
  const auto& lexicon = Lexicon::builtin();
  for (const auto* word : {"gemeente", "politie", "wijk", "zwerfafval", "aanbod", "zuur"})
    EXPECT_TRUE(lexicon.contains(word)) << word;
  for (const auto* word : {"", "a1", "qqqq", "zzzzzz", "gemeentex"}) EXPECT_FALSE(lexicon.contains(word)) << word;
}

/// Share of the nouns of a measured list that come out right; the lists are data that may be absent.
TEST(Compounds, MeasuredOnTheDevelopmentLists) {
  const std::string folder = PRAKTIJKBANK_SOURCE_DIR "/../shared/data/language/";
  std::ifstream compounds(folder + "compounds-dev.tsv"), others(folder + "noncompounds-dev.tsv");
  if (!compounds || !others) GTEST_SKIP() << "needs " << folder << "compounds-dev.tsv and noncompounds-dev.tsv";
  Analyzer analyzer;
  const auto stems_of = [&](const std::string& parts) {
    std::vector<std::string> stems;
    std::istringstream in(parts);
    for (std::string part; std::getline(in, part, '|');) stems.push_back(analyzer.stems(part).front());
    return stems;
  };
  std::size_t nouns = 0, right = 0, words = 0, split = 0;
  std::string line;
  std::getline(compounds, line);  // the names of the columns
  while (std::getline(compounds, line)) {
    std::istringstream in(line);
    std::string form, parts, kind;
    std::getline(in, form, '\t');
    std::getline(in, parts, '\t');
    std::getline(in, kind, '\t');
    if (kind != "NOUN") continue;
    ++nouns;
    const auto token = analyzer.tokens(form).front();
    right += analyzer.analyze(token).part_stems == stems_of(parts);
  }
  while (std::getline(others, line)) {
    if (line.empty()) continue;
    ++words;
    split += !analyzer.analyze(analyzer.tokens(line).front()).parts.empty();
  }
  RecordProperty("compounds_right_percent", static_cast<int>(100 * right / nouns));
  RecordProperty("others_split_percent", static_cast<int>(100 * split / words));
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(nouns), 0.80) << right << " of " << nouns;
  EXPECT_LE(static_cast<double>(split) / static_cast<double>(words), 0.08) << split << " of " << words;
}

}  // namespace
}  // namespace search
