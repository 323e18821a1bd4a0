// Municipalities and police units: names that are words, surnames, provinces or the government, told apart by context.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/describe_support.h"

namespace {

using describe_test::municipalities;
using describe_test::units;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Municipalities, NamesOfSeveralWordsAreFoundWhole) {
  EXPECT_THAT(municipalities("De aanpak in Alphen aan den Rijn en Bergen op Zoom."),
              ElementsAre("alphen-aan-den-rijn", "bergen-op-zoom"));
  EXPECT_THAT(municipalities("Overleg met Nuenen, Gerwen en Nederwetten."),
              ElementsAre("nuenen-gerwen-en-nederwetten"));
}

TEST(Municipalities, OtherNamesAndSpellingsLeadToTheSame) {
  EXPECT_THAT(municipalities("Het werkt in Den Bosch."), ElementsAre("s-hertogenbosch"));
  EXPECT_THAT(municipalities("Het werkt in 's-Hertogenbosch."), ElementsAre("s-hertogenbosch"));
  EXPECT_THAT(municipalities("Het werkt in ’s-Hertogenbosch."), ElementsAre("s-hertogenbosch"));
  EXPECT_THAT(municipalities("Het werkt in Etten Leur."), ElementsAre("etten-leur"));
  EXPECT_THAT(municipalities("Een avond in de Bilt."), ElementsAre("de-bilt"));
  EXPECT_THAT(municipalities("Boeren uit Súdwest-Fryslân."), ElementsAre("sudwest-fryslan"));
}

TEST(Municipalities, NamesNeedTheirCapital) {
  EXPECT_THAT(municipalities("Het is best goed voor de buren, echt waar, in goede huizen."), IsEmpty());
  EXPECT_THAT(municipalities("een fles gouda en een stuk edam, urk, breda"), IsEmpty());
}

TEST(Municipalities, OrdinaryWordsAtTheBeginningOfASentenceAreWords) {
  EXPECT_THAT(municipalities("Best lastig vonden de deelnemers dat."), IsEmpty());
  EXPECT_THAT(municipalities("Echt is dat niet. Huizen in de wijk staan leeg."), IsEmpty());
  EXPECT_THAT(municipalities("Houten planken liggen op straat. Buren hebben geklaagd. Duiven geven overlast."),
              IsEmpty());
  EXPECT_THAT(municipalities("Best is het nog niet."), IsEmpty());
}

TEST(Municipalities, OrdinaryWordsCountBehindAPreposition) {
  EXPECT_THAT(municipalities("De wijkagent in Best belde met een collega uit Goes."), ElementsAre("best", "goes"));
  EXPECT_THAT(municipalities("Een pand nabij Huizen werd gesloten."), ElementsAre("huizen"));
}

TEST(Municipalities, OrdinaryWordsCountBehindTheWordMunicipality) {
  EXPECT_THAT(municipalities("Gemeente Houten sloot een pand."), ElementsAre("houten"));
  EXPECT_THAT(municipalities("De burgemeester van Beek en de gemeenteraad van Stein."), ElementsAre("beek", "stein"));
  EXPECT_THAT(municipalities("De gemeenten Borne, Goes en Laren doen mee."), ElementsAre("borne", "goes", "laren"));
  EXPECT_THAT(municipalities("Vijf gemeenten, waaronder Best, doen mee."), ElementsAre("best"));
}

TEST(Municipalities, OrdinaryWordsCountInAnEnumerationOfPlaces) {
  EXPECT_THAT(municipalities("Best, Eindhoven en Veldhoven doen mee."), ElementsAre("best", "eindhoven", "veldhoven"));
  EXPECT_THAT(municipalities("Best en Eindhoven werken samen."), ElementsAre("best", "eindhoven"));
  EXPECT_THAT(municipalities("Houten, Tilburg en Zaanstad trappen af."), ElementsAre("houten", "tilburg", "zaanstad"));
}

TEST(Municipalities, OrdinaryWordsCountInBracketsAndBehindPolice) {
  EXPECT_THAT(municipalities("Een medewerker (Best) lichtte het toe."), ElementsAre("best"));
  EXPECT_THAT(municipalities("De politie Goes hield een avond."), ElementsAre("goes"));
}

TEST(Municipalities, ANameThatBeginsASentenceAsAWordOrAPersonIsNone) {
  EXPECT_THAT(municipalities("Weert u de dealers uit het park? Weert de wijkagent ze?"), IsEmpty());
  EXPECT_THAT(municipalities("Leiden wij daaronder? Kampen ze met drugs?"), IsEmpty());
  EXPECT_THAT(municipalities("Goes nam als wethouder het woord. Oss zei dat het beter kon."), IsEmpty());
  EXPECT_THAT(municipalities("Laren is een oud woord. Epe is een achternaam."), IsEmpty());
  EXPECT_THAT(municipalities("Goes nam als eerste gemeente een besluit. Weert heeft een meldpunt. Laren is een dorp."),
              ElementsAre("goes", "weert", "laren"));
  EXPECT_THAT(municipalities("Gemeente Oss zei dat het beter kon. In Weert ook."), ElementsAre("oss", "weert"));
}

TEST(Municipalities, AVerbInTheSingularTellsThePlaceFromThePlural) {
  EXPECT_THAT(municipalities("Huizen heeft een meldpunt ingericht."), ElementsAre("huizen"));
  EXPECT_THAT(municipalities("Huizen hebben vaak een achterpad."), IsEmpty());
  EXPECT_THAT(municipalities("Houten. De gemeente telt 112 groepen."), ElementsAre("houten"));
}

TEST(Municipalities, CapitalsInATitleSayNothing) {
  EXPECT_THAT(municipalities("Veilig Wonen In Houten Huizen Voor Iedereen"), IsEmpty());
  EXPECT_THAT(municipalities("Een Best Practice Uit De Regio"), IsEmpty());
}

TEST(Municipalities, NamesOfProjectsAreNotPlaces) {
  EXPECT_THAT(municipalities("Het was een Best Practice en volgens Best Value aanbesteed."), IsEmpty());
  EXPECT_THAT(municipalities("De campagne Echt of nep loopt."), IsEmpty());
}

TEST(Municipalities, SurnamesAreNotPlaces) {
  EXPECT_THAT(municipalities("Mevrouw Van Laren sprak met de heer Beek."), IsEmpty());
  EXPECT_THAT(municipalities("Het verslag is van J. Stein en P. Putten."), IsEmpty());
  EXPECT_THAT(municipalities("Van den Bergen en Jan van Houten waren erbij."), IsEmpty());
  EXPECT_THAT(municipalities("Ook het lid Van Tiel en mevrouw Van Diemen stemden voor."), IsEmpty());
  EXPECT_THAT(municipalities("De vraag van het lid Stein (VVD)."), IsEmpty());
  EXPECT_THAT(municipalities("Edith Stein en Peter Best spraken."), IsEmpty());
  EXPECT_THAT(municipalities("Wethouder Van Buren antwoordde."), IsEmpty());
}

TEST(Municipalities, AnOfficialOfAPlaceIsNoSurname) {
  EXPECT_THAT(municipalities("De wethouder van Putten antwoordde."), ElementsAre("putten"));
  EXPECT_THAT(municipalities("Burgemeester Jansen van Weert opende de avond."), ElementsAre("weert"));
}

TEST(Municipalities, ABareNameOfTwoNeedsTheRestOfTheText) {
  const auto unclear = describe_test::describe(describe_test::draft_of("De gemeente Bergen sluit een pand."));
  EXPECT_THAT(unclear.document.municipalities, IsEmpty());
  ASSERT_EQ(unclear.notes.warnings.size(), 1u);
  EXPECT_THAT(unclear.notes.warnings[0], testing::HasSubstr("bergen"));
  EXPECT_THAT(municipalities("De gemeente Bergen (NH) sluit een pand."), ElementsAre("bergen-nh"));
  EXPECT_THAT(municipalities("De gemeente Bergen (L.) sluit een pand."), ElementsAre("bergen-l"));
  EXPECT_THAT(municipalities("De gemeente Bergen sluit een pand. Dat is voor het eerst in Limburg."),
              ElementsAre("bergen-l"));
  EXPECT_THAT(municipalities("De gemeente Bergen werkt samen met Alkmaar en Heiloo."),
              UnorderedElementsAre("bergen-nh", "alkmaar", "heiloo"));
  EXPECT_THAT(municipalities("Wandelen in de bergen. Bergen papier lagen er."), IsEmpty());
}

TEST(Municipalities, BracketsOfTheVocabularyAreNotNeeded) {
  EXPECT_THAT(municipalities("In Hengelo, Middelburg en Rijswijk."), ElementsAre("hengelo", "middelburg", "rijswijk"));
}

TEST(Municipalities, ProvincesAndRegionsAreNotTheCity) {
  EXPECT_THAT(municipalities("De provincie Utrecht en de provincie Groningen."), IsEmpty());
  EXPECT_THAT(municipalities("In de regio Utrecht zijn er drie."), IsEmpty());
  EXPECT_THAT(municipalities("Provinciale Staten van Groningen besloten."), IsEmpty());
  EXPECT_THAT(municipalities("De provincies Groningen, Drenthe en Friesland."), IsEmpty());
  EXPECT_THAT(municipalities("Vooral Utrecht, Gelderland en Overijssel groeien."), IsEmpty());
  EXPECT_THAT(municipalities("Utrechtse provinciale politiek."), IsEmpty());
  EXPECT_THAT(municipalities("De gemeente Utrecht en de stad Groningen."), ElementsAre("utrecht", "groningen"));
  EXPECT_THAT(municipalities("In Utrecht werkt het, in Groningen ook."), ElementsAre("utrecht", "groningen"));
}

TEST(Municipalities, OrganisationsThatHoldANameAreNotTheCity) {
  EXPECT_THAT(municipalities("Onderzoek van de Universiteit Utrecht en de Hogeschool Rotterdam."), IsEmpty());
  EXPECT_THAT(municipalities("De rechtbank Breda en het gerechtshof Arnhem-Leeuwarden."), IsEmpty());
  EXPECT_THAT(municipalities("Supporters van NAC Breda, FC Utrecht en Willem II."), IsEmpty());
  EXPECT_THAT(municipalities("Veiligheidsregio Rotterdam-Rijnmond en het RIEC Rotterdam."), IsEmpty());
  EXPECT_THAT(municipalities("Universiteit van Amsterdam, Verdrag van Maastricht."), IsEmpty());
}

TEST(Municipalities, DenHaagIsOftenTheGovernment) {
  EXPECT_THAT(municipalities("Den Haag moet met wetgeving komen."), IsEmpty());
  EXPECT_THAT(municipalities("Vanuit Den Haag wordt besloten wat wij mogen."), IsEmpty());
  EXPECT_THAT(municipalities("Politiek Den Haag wacht op het kabinet."), IsEmpty());
  EXPECT_THAT(municipalities("De minister van Justitie in Den Haag stuurde een brief aan de Tweede Kamer."), IsEmpty());
  EXPECT_THAT(municipalities("Postbus 20301 2500 EH Den Haag"), IsEmpty());
  EXPECT_THAT(municipalities("De Haagse politiek is ver weg."), IsEmpty());
  EXPECT_THAT(municipalities("De burgemeester van Breda sprak in Den Haag met de minister."), ElementsAre("breda"));
}

TEST(Municipalities, WhereSomethingSitsOrWasSignedIsNotTheSubject) {
  EXPECT_THAT(municipalities("De rechtbank te Breda en het kantoor, gevestigd te Utrecht."), IsEmpty());
  EXPECT_THAT(municipalities("Tot lid: mevrouw A. de Vries, wonende te Zwolle."), IsEmpty());
  EXPECT_THAT(municipalities("Gegeven te Wassenaar, 15 mei 2013."), IsEmpty());
  EXPECT_THAT(municipalities("’s-Gravenhage, 3 mei 2001"), IsEmpty());
  EXPECT_THAT(municipalities("Geschiedenis van de buurt (Baarn, 1999)."), IsEmpty());
  EXPECT_THAT(municipalities("Groningen 13 miljoen Drenthe 6 miljoen Gelderland 7 miljoen Utrecht 1 miljoen."),
              IsEmpty());
}

TEST(Municipalities, AHeadingThatIsOnlyANameIsThePlace) {
  corpus::Draft draft;
  draft.sections.push_back(
      {"Goes", 3, {{corpus::Block::Type::paragraph, "Weert kijkt naar iets anders. Putten werden gedicht."}}});
  EXPECT_THAT(describe_test::slugs(describe_test::describe(draft).document.municipalities),
              ElementsAre("goes", "weert"));
}

TEST(Municipalities, DenHaagIsACityToo) {
  EXPECT_THAT(municipalities("De gemeente Den Haag plaatste camera's."), ElementsAre("den-haag"));
  EXPECT_THAT(municipalities("In Den Haag, Rotterdam en Delft loopt een proef."),
              ElementsAre("den-haag", "rotterdam", "delft"));
  EXPECT_THAT(municipalities("In de Haagse wijk Laak."), ElementsAre("den-haag"));
  EXPECT_THAT(municipalities("De minister bezocht in Den Haag de Schilderswijk."), ElementsAre("den-haag"));
  EXPECT_THAT(municipalities("Een buurtteam in Den Haag begon in 2023."), ElementsAre("den-haag"));
}

TEST(Municipalities, AdjectivesPointToTheirCity) {
  EXPECT_THAT(municipalities("De Bredase wijk Haagse Beemden volgt de Tilburgse aanpak."),
              ElementsAre("breda", "tilburg"));
  EXPECT_THAT(municipalities("De Nijmeegse, Zwolse en Goudse aanpak."), testing::Contains("gouda"));
  EXPECT_THAT(municipalities("De Utrechtse gemeenteraad."), ElementsAre("utrecht"));
  EXPECT_THAT(municipalities("Een kilo Goudse kaas op de Amsterdamse Effectenbeurs bij de Rotterdamse rechtbank."),
              IsEmpty());
  EXPECT_THAT(municipalities("In de Utrechtse Heuvelrug."), ElementsAre("utrechtse-heuvelrug"));
}

TEST(Municipalities, VerbsThatAreCitiesNeedMoreThanTheFirstCapital) {
  EXPECT_THAT(municipalities("Leiden deze maatregelen tot minder overlast? Kampen met drugs is zwaar."), IsEmpty());
  EXPECT_THAT(municipalities("Leiden heeft een meldpunt. De politie in Kampen ook."), ElementsAre("leiden", "kampen"));
}

TEST(Municipalities, AreFoundInTitlesAndHeadingsAndListsToo) {
  corpus::Draft draft = describe_test::draft_of("Zonder plaats.", "Buurtpreventie in Zwolle");
  draft.sections.push_back(
      {"Ervaringen van de gemeente Assen", 1, {{corpus::Block::Type::list, "Emmen\nHoogeveen\nBorne"}}});
  const auto found = describe_test::describe(draft).document.municipalities;
  EXPECT_THAT(describe_test::slugs(found), ElementsAre("zwolle", "assen", "emmen", "hoogeveen", "borne"));
  EXPECT_EQ(found[0].passage, "");
  EXPECT_NE(found[2].passage, "");
}

TEST(PoliceUnits, NamesWithoutPoliceWhereTheyMeanNothingElse) {
  EXPECT_THAT(units("Zeeland West Brabant en Oost-Brabant werken samen."),
              ElementsAre("zeeland-west-brabant", "oost-brabant"));
  EXPECT_THAT(units("De eenheid Midden-Nederland."), ElementsAre("midden-nederland"));
}

TEST(PoliceUnits, CitiesAndProvincesNeedTheWordPolice) {
  EXPECT_THAT(units("De politie-eenheid Rotterdam, politie Den Haag en eenheid Limburg."),
              ElementsAre("rotterdam", "den-haag", "limburg"));
  EXPECT_THAT(units("Politie-eenheden Amsterdam, Rotterdam en Noord-Holland."),
              ElementsAre("amsterdam", "rotterdam", "noord-holland"));
  EXPECT_THAT(units("Rotterdam, Den Haag, Limburg en Noord-Holland."), IsEmpty());
}

TEST(PoliceUnits, APoliceUnitIsNotTheMunicipality) {
  EXPECT_THAT(municipalities("De politie-eenheid Rotterdam."), IsEmpty());
  const auto both =
      describe_test::describe(describe_test::draft_of("De gemeente Den Haag en politie-eenheid Den Haag.")).document;
  EXPECT_THAT(describe_test::slugs(both.municipalities), ElementsAre("den-haag"));
  EXPECT_THAT(describe_test::slugs(both.police_units), ElementsAre("den-haag"));
  const auto joined = describe_test::describe(describe_test::draft_of("Gemeente en politie Rotterdam.")).document;
  EXPECT_THAT(describe_test::slugs(joined.municipalities), ElementsAre("rotterdam"));
  EXPECT_THAT(describe_test::slugs(joined.police_units), ElementsAre("rotterdam"));
}

TEST(PoliceUnits, CourtsAndRegionsOfThatNameAreNotTheUnit) {
  EXPECT_THAT(units("De rechtbank Zeeland-West-Brabant en het parket Oost-Brabant."), IsEmpty());
  EXPECT_THAT(units("Rechtbank Midden-Nederland."), IsEmpty());
  EXPECT_THAT(units("Boeren in Noord-Nederland."), IsEmpty());
}

}  // namespace
