#include "search/analysis/compounds.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/analysis/analyzer.h"
#include "search/analysis/linking.h"
#include "search/analysis/nouns.h"
#include "search/lexicon/format.h"
#include "search/lexicon/lexicon.h"

namespace search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Compounds, SplitsWithLinkingSounds) {
  EXPECT_THAT(split_compound("burgerinitiatief"), ElementsAre("burger", "initiatief"));
  EXPECT_THAT(split_compound("ondermijningsaanpak"), ElementsAre("ondermijning", "aanpak"));
  EXPECT_THAT(split_compound("boerenkool"), ElementsAre("boer", "kool"));
  EXPECT_THAT(split_compound("brievenbus"), ElementsAre("brief", "bus"));
  EXPECT_THAT(split_compound("scholengemeenschap"), ElementsAre("school", "gemeenschap"));
  EXPECT_THAT(split_compound("kinderopvang"), ElementsAre("kind", "opvang"));
  EXPECT_THAT(split_compound("stadsdeel"), ElementsAre("stad", "deel"));
  EXPECT_THAT(split_compound("volksgezondheid"), ElementsAre("volk", "gezondheid"));
}

TEST(Compounds, PartsAreLemmas) {
  EXPECT_THAT(split_compound("woninginbraken"), ElementsAre("woning", "inbraak"));
  EXPECT_THAT(split_compound("wijkagenten"), ElementsAre("wijk", "agent"));
  EXPECT_THAT(split_compound("raadsleden"), ElementsAre("raad", "lid"));
  EXPECT_THAT(split_compound("buurthuisjes"), ElementsAre("buurt", "huis"));
  EXPECT_THAT(split_compound("milieuzaken"), ElementsAre("milieu", "zaak"));
}

TEST(Compounds, ThreePartsWhereTwoAreNoWord) {
  EXPECT_THAT(split_compound("gezinsvoogdijinstelling"), ElementsAre("gezin", "voogdij", "instelling"));
  EXPECT_THAT(split_compound("drugsafvaldumping"), ElementsAre("drug", "afval", "dumping"));
}

TEST(Compounds, ModifiersOtherThanNouns) {
  EXPECT_THAT(split_compound("woonoverlast"), ElementsAre("woon", "overlast"));
  EXPECT_THAT(split_compound("snelrecht"), ElementsAre("snel", "recht"));
  EXPECT_THAT(split_compound("driehoeksoverleg"), ElementsAre("driehoek", "overleg"));
}

TEST(Compounds, HeadsThatTheDictionaryLacksButGrammarMakes) {
  EXPECT_THAT(split_compound("wietkwekerijen"), ElementsAre("wiet", "kwekerij"));
}

TEST(Compounds, LeavesWordsThatOnlyLookCompound) {
  for (const auto* word :
       {"bedrijf", "handeling", "terrein", "standaard", "diamant", "gemeente", "politie", "veiligheid", "binding",
        "verdachte", "artikel", "minister", "getuige", "slachtoffer", "reclassering"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, AffixesAreNoParts) {
  for (const auto* word : {"vriendelijk", "aandeel", "bestuurlijk", "werkbaar", "eigenaar", "burgerschap", "leerling"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, SeparableVerbsAndWhatDerivesFromThemStayWhole) {
  for (const auto* word : {"uitvoeren", "uitvoering", "uitgevoerd", "uitgevoerde", "aanvraag", "opsporing", "toezicht"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, UnknownNamesComeOffAKnownHead) {
  EXPECT_THAT(split_compound("quintorawinkels"), ElementsAre("quintora", "winkel"));
  EXPECT_THAT(split_compound("quintorax"), IsEmpty());
}

TEST(Compounds, VerbsAdjectivesAndParticiplesAreNotReadAsNouns) {
  for (const auto* word :
       {"gesproken", "onderworpen", "bestaande", "samenhangende", "internationaal", "rechtmatigheid"})
    EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, NamesOfPlacesStayWhole) {
  for (const auto* word : {"eindhoven", "rotterdam", "zandvoort"}) EXPECT_THAT(split_compound(word), IsEmpty()) << word;
}

TEST(Compounds, WordsMadeToCostTimeAreBounded) {
  EXPECT_THAT(split_compound(std::string(100'000, 'a')), IsEmpty());
  std::string many;
  while (many.size() + 3 <= 60) many += "dag";
  EXPECT_LE(split_compound(many).size(), 4u);
}

/// A lexicon in which every word is a noun.
WordClass any_noun(std::string_view) { return {.kinds = kNoun}; }

testing::Matcher<const std::vector<Modifier>&> has_lemma(const char* lemma) {
  return testing::Contains(testing::Field(&Modifier::lemma, lemma));
}

TEST(Linking, UndoesPluralSpelling) {
  EXPECT_THAT(modifiers_of("scholen", any_noun), has_lemma("school"));
  EXPECT_THAT(modifiers_of("bussen", any_noun), has_lemma("bus"));
  EXPECT_THAT(modifiers_of("brieven", any_noun), has_lemma("brief"));
  EXPECT_THAT(modifiers_of("kinder", any_noun), has_lemma("kind"));
  EXPECT_THAT(modifiers_of("meisjes", any_noun), has_lemma("meisje"));
}

TEST(Linking, ParticlesTakeNoLinkingSound) { EXPECT_THAT(modifiers_of("overs", any_noun), IsEmpty()); }

TEST(Nouns, PluralClassDecidesBetweenLemmas) {
  const auto classes = [](std::string_view word) -> WordClass {
    if (word == "zak") return {.kinds = kNoun, .plurals = kPluralDoubled};
    if (word == "zaak") return {.kinds = kNoun, .plurals = kPluralOpen};
    return {};
  };
  EXPECT_THAT(noun_lemmas("zaken", classes), ElementsAre("zaak"));
  EXPECT_THAT(noun_lemmas("zakken", classes), ElementsAre("zak"));
}

TEST(Nouns, UndoesDiminutives) {
  const auto& lexicon = Lexicon::builtin();
  const auto classes = [&](std::string_view word) -> WordClass {
    return lexicon.find(word).value_or(Lexicon::Entry{});
  };
  EXPECT_THAT(noun_lemmas("huisje", classes), testing::Contains("huis"));
  EXPECT_THAT(noun_lemmas("boompjes", classes), testing::Contains("boom"));
  EXPECT_THAT(noun_lemmas("autootje", classes), testing::Contains("auto"));
  EXPECT_THAT(noun_lemmas("balletje", classes), testing::Contains("bal"));
  EXPECT_THAT(noun_lemmas("koninkje", classes), testing::Contains("koning"));
}

TEST(Lexicon, KnowsEveryWordItHolds) {
  const auto& lexicon = Lexicon::builtin();
  for (const auto* word : {"gemeente", "politie", "wijk", "zwerfafval", "aanbod", "zuur"})
    EXPECT_TRUE(lexicon.contains(word)) << word;
  for (const auto* word : {"", "a1", "qqqq", "zzzzzz", "gemeentex"}) EXPECT_FALSE(lexicon.contains(word)) << word;
}

/// All words, in order, as format.h says that they are written.
std::vector<std::string> words_of(std::string_view bytes) {
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
  };
  const auto blocks = number_at(0);
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = number_at(4); blocks > 0 && at < bytes.size();) {
    const auto shared = static_cast<unsigned char>(bytes[at]), length = static_cast<unsigned char>(bytes[at + 1]);
    word.replace(shared, std::string::npos, bytes.substr(at + 2, length));
    words.push_back(word);
    at += 2 + length;
    std::uint16_t kinds = 0;
    std::memcpy(&kinds, bytes.data() + at, sizeof kinds);
    at += lexicon_format::kKindBytes + (lexicon_format::has_details(kinds) ? lexicon_format::kDetailBytes : 0);
  }
  return words;
}

TEST(Lexicon, FindsWhatItHoldsAndNothingThatIsNearlyIt) {
  const auto& lexicon = Lexicon::builtin();
  const auto words = words_of(lexicon.bytes());
  ASSERT_GT(words.size(), 100'000u);
  ASSERT_TRUE(std::ranges::is_sorted(words));
  std::size_t nearly = 0;
  for (const auto& word : words) {
    EXPECT_TRUE(lexicon.contains(word)) << word;
    auto before = word, after = word;
    --before.back();
    ++after.back();
    for (const auto& other : {before, after, word + "e", word + "zz", word.substr(0, word.size() - 1)}) {
      const bool held = std::ranges::binary_search(words, other);
      EXPECT_EQ(lexicon.contains(other), held) << other;
      nearly += !held;
    }
  }
  EXPECT_GT(nearly, words.size());
}

TEST(Lexicon, KnowsPartOfSpeechAndProductivity) {
  const auto& lexicon = Lexicon::builtin();
  EXPECT_TRUE(lexicon.find("agent")->is(kNoun));
  EXPECT_TRUE(lexicon.find("lopen")->is(kInfinitive));
  EXPECT_TRUE(lexicon.find("veilig")->is(kAdjective));
  EXPECT_TRUE(lexicon.find("zaak")->plurals & kPluralOpen);
  EXPECT_GT(lexicon.find("water")->as_modifier(), 100);
  EXPECT_LT(lexicon.find("tie")->as_head(), 5);
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
  EXPECT_GE(static_cast<double>(right) / static_cast<double>(nouns), 0.92) << right << " of " << nouns;
  EXPECT_LE(static_cast<double>(split) / static_cast<double>(words), 0.03) << split << " of " << words;
}

}  // namespace
}  // namespace search
