// Themes and solutions: which labels are met, and when a mention makes a theme.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/describe_support.h"

namespace {

using describe_test::solutions;
using describe_test::themes;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// A text of about so many words that says nothing.
std::string filler(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += i % 12 == 11 ? "morgen. " : "wij ";
  return text;
}

TEST(Themes, OneMentionMakesTheThemeOfAShortText) {
  EXPECT_THAT(themes("Vorige week ging het over witwassen bij autobedrijven."), Contains("witwassen"));
}

TEST(Themes, InflectedFormsAndSynonymsCount) {
  EXPECT_THAT(themes("De hennepkwekerijen in de wijk."), ElementsAre("hennepteelt"));
  EXPECT_THAT(themes("Steeds meer woninginbraken."), ElementsAre("woninginbraak"));
}

TEST(Themes, ACompoundMayBeSaidInWords) {
  EXPECT_THAT(themes("Initiatieven van burgers in de wijk."), Contains("burgerinitiatieven"));
  EXPECT_THAT(themes("Dumping van drugs in het bos."), themes("Drugsdumping in het bos."));
  EXPECT_THAT(themes("Dumping van drugs in het bos."), Not(IsEmpty()));
  EXPECT_THAT(themes("Initiatieven. Van burgers hoorden wij niets."), Not(Contains("burgerinitiatieven")));
}

TEST(Themes, ThePluralCountsToo) {
  EXPECT_THAT(themes("Cyberaanvallen op bedrijven."), Contains("digitale-criminaliteit"));
}

TEST(Themes, AreFoundInsideCompounds) {
  EXPECT_THAT(themes("De ondermijningsaanpak werkt."), ElementsAre("ondermijning"));
}

TEST(Themes, WordsOfTheSameStemThatMeanSomethingElseAreNotMet) {
  EXPECT_THAT(themes("Het gaat heel goed, geweldig zelfs, en wel overal."), IsEmpty());
  EXPECT_THAT(themes("Zo leven wij; het huis werd geveild op een veiling, en dat was veel."), IsEmpty());
  EXPECT_THAT(themes("De buurt is gepolariseerd."), ElementsAre("polarisatie"));
}

TEST(Themes, TheLongestLabelWins) {
  EXPECT_THAT(themes("Digitale criminaliteit neemt toe."), ElementsAre("digitale-criminaliteit"));
}

TEST(Themes, ANarrowerThemeStandsForTheBroader) {
  EXPECT_THAT(themes("Veiligheid en ondermijning, en nog eens veiligheid."), ElementsAre("ondermijning"));
}

TEST(Themes, ABroaderThemeInTheTitleStays) {
  EXPECT_THAT(themes("Over ondermijning gaat het.", "Veiligheid in de wijk"),
              testing::UnorderedElementsAre("veiligheid", "ondermijning"));
}

TEST(Themes, APassingMentionInALongTextIsNone) {
  EXPECT_THAT(themes(filler(400) + "Ook witwassen kwam langs. " + filler(400)), IsEmpty());
  EXPECT_THAT(
      themes(filler(300) + "Witwassen. " + filler(20) + "Witwassen. " + filler(20) + "Witwassen. " + filler(300)),
      Contains("witwassen"));
}

TEST(Themes, TheTitleSettlesIt) {
  EXPECT_THAT(themes(filler(800), "Mensenhandel herkennen"), ElementsAre("mensenhandel"));
}

TEST(Themes, HaveTheirPassage) {
  corpus::Draft draft = describe_test::draft_of("Eerst iets anders.");
  draft.sections[0].blocks.push_back({corpus::Block::Type::paragraph, "Daarna witwassen."});
  const auto document = describe_test::describe(draft).document;
  ASSERT_EQ(document.themes.size(), 1u);
  EXPECT_EQ(document.themes[0].origin, corpus::Origin::found);
  EXPECT_EQ(document.themes[0].passage, document.sections[0].passages[1].id);
}

TEST(Themes, TextAboutThePublisherWeighsLittle) {
  corpus::Draft draft = describe_test::draft_of("Het gaat over witwassen. Witwassen kost geld.");
  draft.sections.push_back(
      {"Over de Communities of Practice",
       1,
       {{corpus::Block::Type::paragraph, "Eerder spraken wij over mensenhandel. " + filler(100)}}});
  EXPECT_THAT(describe_test::slugs(describe_test::describe(draft).document.themes), ElementsAre("witwassen"));
}

TEST(Solutions, OneClearMentionSuffices) {
  EXPECT_THAT(solutions(filler(500) + "De gemeente begon een bewustwordingscampagne. " + filler(500)),
              ElementsAre("bewustwordingscampagne"));
}

TEST(Solutions, NamesOfSeveralWordsAreMetWhole) {
  EXPECT_THAT(solutions("Bel Meld een vermoeden."), ElementsAre("meld-een-vermoeden"));
  EXPECT_THAT(themes("Bel Meld Misdaad Anoniem."), Not(Contains("criminaliteit")));
}

TEST(Solutions, AbbreviationsInCapitalsNeedCapitals) {
  EXPECT_THAT(solutions("Het RIEC hielp mee."), Not(IsEmpty()));
  EXPECT_THAT(solutions("Het R.I.E.C. hielp mee."), Not(IsEmpty()));
  EXPECT_THAT(solutions("het riec hielp mee"), IsEmpty());
}

TEST(Solutions, HyphensAndSpellingsDoNotMatter) {
  EXPECT_THAT(solutions("Een buurt-WhatsApp-groep per straat."), solutions("Een buurtwhatsappgroep per straat."));
}

}  // namespace
