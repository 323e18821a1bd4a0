#include "search/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_index.h"

namespace search {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using tests::document;
using tests::SmallIndex;

/// An index in which each text stands in two documents (or more), as suggestions ask.
SmallIndex index_of(const std::vector<std::string>& texts, int copies = 2) {
  std::vector<json> documents;
  for (const auto& text : texts)
    for (int i = 0; i < copies; ++i) documents.push_back(document("d" + std::to_string(documents.size()), text));
  return SmallIndex(documents);
}

std::optional<std::string> suggestion(const SmallIndex& index, const std::string& query) {
  const auto lease = index->lease();
  return did_you_mean(*index, *lease, query);
}

std::vector<std::string> completions(const SmallIndex& index, const std::string& typed) {
  std::vector<std::string> texts;
  for (const auto& completion : complete(*index, typed)) texts.push_back(completion.kind + ":" + completion.text);
  return texts;
}

TEST(Suggestion, ReplacesTheUnknownWordOnly) {
  const auto index = index_of({"buurtpreventie in de wijk", "stad"});
  EXPECT_EQ(index.search("wijk buurtprefentie").suggestion, "wijk buurtpreventie");
  EXPECT_EQ(index.search("\"buurtprefentie\" -stad").suggestion, "\"buurtpreventie\" -stad");
  EXPECT_EQ(index.search("wijk").suggestion, std::nullopt);
  EXPECT_EQ(index.search("wijk -buurtprefentie").suggestion, std::nullopt);
}

TEST(Suggestion, KnowsWhichLettersSoundAlikeInDutch) {
  const auto index = index_of({"uitgebreid geheim gevoegd gehuurd pannenkoek bureaucratie cilinder akkoord vrouw",
                               "rechtszaak accommodatie politie jeugd goederen zeedijk chemisch"});
  for (const auto& [typed, meant] : std::vector<std::pair<std::string, std::string>>{{"uitgebrijd", "uitgebreid"},
                                                                                     {"gevoegt", "gevoegd"},
                                                                                     {"gehuurdt", "gehuurd"},
                                                                                     {"pannekoek", "pannenkoek"},
                                                                                     {"burocratie", "bureaucratie"},
                                                                                     {"cylinder", "cilinder"},
                                                                                     {"accoord", "akkoord"},
                                                                                     {"vrau", "vrouw"},
                                                                                     {"rechtzaak", "rechtszaak"},
                                                                                     {"accomodatie", "accommodatie"},
                                                                                     {"polisie", "politie"},
                                                                                     {"jeucht", "jeugd"},
                                                                                     {"zeedeik", "zeedijk"}})
    EXPECT_EQ(suggestion(index, typed), meant) << typed;
}

TEST(Suggestion, LeavesGoodDutchAlone) {
  const auto index = index_of({"verhard aanpak gemeenten bepaald initiatieven"});
  // A word of the lexicon that is not there, other forms of words that are, numbers, and what is too short.
  for (const char* query : {"verhaal", "verwarde", "gemeente", "initiatief", "2024", "ab", "de", "het en"})
    EXPECT_EQ(suggestion(index, query), std::nullopt) << query;
}

TEST(Suggestion, AWordThatStandsInTheIndexIsDoubtedOnlyForAFarCommonerOne) {
  std::vector<json> documents{document("slip", "gevoegt"), document("naam", "zwartink"),
                              document("naam2", "zwartinck")};
  for (int i = 0; i < 40; ++i) documents.push_back(document("d" + std::to_string(i), "gevoegd"));
  const SmallIndex index(documents);
  EXPECT_EQ(index.search("gevoegt").suggestion, "gevoegd");
  EXPECT_EQ(index.search("zwartinck").suggestion, std::nullopt);
}

TEST(Suggestion, TheCommonerOfTwoEquallyCloseWordsComesFirst) {
  auto texts = std::vector<std::string>{"handen"};
  for (int i = 0; i < 10; ++i) texts.emplace_back("landen");
  EXPECT_EQ(suggestion(index_of(texts), "xanden"), "landen");
}

TEST(Suggestion, OtherWordsOfTheQueryDecideBetweenCloseWords) {
  // "bakker" and "bakken" are as close and as common; what they stand beside differs.
  const auto index = index_of({"bakker brood winkel", "bakken oven warmte"});
  EXPECT_EQ(suggestion(index, "brood bakkex"), "brood bakker");
  EXPECT_EQ(suggestion(index, "oven bakkex"), "oven bakken");
}

TEST(Suggestion, CorrectsAPartOfACompoundThatNoDocumentHas) {
  const auto index = index_of({"preventie in de buurt"});
  EXPECT_EQ(suggestion(index, "buurtprefentie"), "buurtpreventie");
  EXPECT_EQ(suggestion(index, "buurtpreventie"), std::nullopt);
}

TEST(Suggestion, MendsSpacesTooManyAndTooFew) {
  const auto index = index_of({"handhaving van de openbare orde tegen ondermijning"});
  EXPECT_EQ(suggestion(index, "openbareorde"), "openbare orde");
  EXPECT_EQ(suggestion(index, "onder mijning aanpakken"), "ondermijning aanpakken");
}

TEST(Suggestion, IsWrittenAsInTheDocuments) {
  EXPECT_EQ(suggestion(index_of({"coördinatie van thema's"}), "coordinasie"), "coördinatie");
}

TEST(Suggestion, NeverTellsOfClosedDocuments) {
  auto first = document("a", "geheimwoord"), second = document("b", "geheimwoord");
  first["access"] = second["access"] = "intern";
  const SmallIndex index(std::vector<json>{first, second, document("c", "wijk")});
  EXPECT_EQ(index.search("geheimwoort").suggestion, std::nullopt);
  EXPECT_THAT(completions(index, "gehe"), IsEmpty());
}

TEST(Suggestion, TellsOfASingleDocumentOnlyWhatTheVocabularyHas) {
  const SmallIndex index(std::vector<json>{document("a", "kasteelheer en buurtpreventie")});
  EXPECT_EQ(suggestion(index, "kasteelhere"), std::nullopt);
  EXPECT_THAT(completions(index, "kast"), IsEmpty());
  EXPECT_EQ(suggestion(index, "buurtpreventei"), "buurtpreventie");
}

TEST(Suggestion, TakesAnyBytesAndAnyLength) {
  const auto index = index_of({"buurtpreventie in de wijk"});
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "buurtprefentie" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  for (const std::string& query : {std::string("\xff\xfe\x00$", 4), std::string(100'000, 'x'), many,
                                   std::string("$$$ \"$"), std::string("ĳĳĳĳ ’’’ ---")}) {
    suggestion(index, query);
    complete(*index, query);
  }
  EXPECT_EQ(suggestion(index, "\xff buurtprefentie"), "\xef\xbf\xbd buurtpreventie");
}

TEST(Completion, OffersLabelsAndWords) {
  auto first = document("a", "ondermijnende groepen"), second = document("b", "ondermijnende groepen");
  first["themes"] = {"Ondermijning"};
  const SmallIndex index(std::vector<json>{first, second});
  EXPECT_THAT(completions(index, "onderm"), testing::UnorderedElementsAre("thema:Ondermijning", "woord:ondermijnende"));
}

TEST(Completion, AnotherNameLeadsToThePreferredLabel) {
  auto first = document("a", "tekst"), second = document("b", "tekst");
  first["municipalities"] = {"'s-Hertogenbosch"};
  const SmallIndex index(std::vector<json>{first, second});
  EXPECT_THAT(completions(index, "den bos"), ElementsAre("gemeente:'s-Hertogenbosch"));
  EXPECT_THAT(completions(index, "breda"), IsEmpty());  // no public document carries it
}

TEST(Completion, GuessesTheNextWordFromTitles) {
  const SmallIndex index(std::vector<json>{document("a", "x", "Plan voor veilige wijken"),
                                           document("b", "x", "Het plan voor veilige wijken in het kort"),
                                           document("c", "x", "Plan van Brechtje")});
  EXPECT_THAT(completions(index, "plan "), ElementsAre("woord:plan voor veilige wijken"));
  EXPECT_THAT(completions(index, "Plan voor v"), Contains("woord:plan voor veilige wijken"));
  EXPECT_THAT(completions(index, "het veilige w"), Contains("woord:het veilige wijken"));
  EXPECT_THAT(completions(index, "plan van "), Not(Contains(testing::HasSubstr("rechtje"))));  // one document only
}

TEST(Completion, ARunThatStandsTwiceInOneTitleIsOfOneDocument) {
  const SmallIndex index(std::vector<json>{document("a", "x", "Groene zone en groene zone")});
  EXPECT_THAT(completions(index, "groene"), IsEmpty());
}

TEST(Completion, TheCommonestComeFirst) {
  std::vector<std::string> texts{"kastdeur", "kastplank kastdeur", "kastplank kastdeur kastslot"};
  EXPECT_THAT(completions(index_of(texts), "kast"), ElementsAre("woord:kastdeur", "woord:kastplank", "woord:kastslot"));
}

TEST(Completion, NeverOffersAStopWordAlone) {
  EXPECT_THAT(completions(index_of({"voor hetzelfde voorval"}), "voor"), ElementsAre("woord:voorval"));
}

TEST(Completion, KeepsWhatWasTypedBefore) {
  EXPECT_THAT(completions(index_of({"kastdeur"}), "-drugs \"kast"), ElementsAre("woord:-drugs \"kastdeur"));
}

TEST(Completion, IsWrittenAsMostDocumentsWriteIt) {
  EXPECT_THAT(completions(index_of({"thema’s", "thema's", "Thema's van de coördinator", "coordinator"}), "them"),
              ElementsAre("woord:thema's"));
}

}  // namespace
}  // namespace search
