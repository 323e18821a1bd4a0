// Abbreviations that texts introduce: finding them, and what they do to a query.
#include "search/synonyms/abbreviations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/search.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::UnorderedElementsAre;
using tests::document;
using tests::SmallIndex;

Definition definition(const char* short_form, const char* long_form) { return {short_form, long_form}; }

TEST(Definitions, StandBehindOrBeforeTheLongForm) {
  EXPECT_THAT(find_definitions("Het Regionaal Informatie- en Expertisecentrum (RIEC) helpt gemeenten."),
              ElementsAre(definition("RIEC", "regionaal informatie- en expertisecentrum")));
  EXPECT_THAT(find_definitions("Het RIEC (Regionaal Informatie- en Expertisecentrum) helpt gemeenten."),
              ElementsAre(definition("RIEC", "regionaal informatie- en expertisecentrum")));
}

TEST(Definitions, MayBeLedInByWordsAndQuotes) {
  EXPECT_THAT(find_definitions("De Wet op het financieel toezicht (hierna: Wft) geldt."),
              ElementsAre(definition("Wft", "wet op het financieel toezicht")));
  EXPECT_THAT(find_definitions("het lokaal zorgnetwerk jeugd (hierna te noemen: het „LZJ”)"),
              ElementsAre(definition("LZJ", "lokaal zorgnetwerk jeugd")));
  EXPECT_THAT(find_definitions("de buitengewoon opsporingsambtenaar (B.O.A.)"),
              ElementsAre(definition("BOA", "buitengewoon opsporingsambtenaar")));
}

TEST(Definitions, LettersMayStandInsideACompound) {
  EXPECT_THAT(find_definitions("de gemeentelijke gezondheidsdienst (GGD)"),
              ElementsAre(definition("GGD", "gemeentelijke gezondheidsdienst")));
  EXPECT_THAT(find_definitions("het burgerservicenummer (BSN)"), ElementsAre(definition("BSN", "burgerservicenummer")));
}

TEST(Definitions, OtherBracketsAreNone) {
  for (const auto* text :
       {"Zie de bijlage (Bijlage 3).", "Gemeente Bergen (NH) doet mee.", "het plan (2025)", "de wijk (zie kaart)",
        "een brief (Kamerstuk)", "(RIEC)", "()", "((((", "tekst (", ")(", "(AB) (CD)", "Amsterdam (Ams)"})
    EXPECT_THAT(find_definitions(text), IsEmpty()) << text;
}

TEST(Definitions, DontReachAcrossASentence) {
  EXPECT_THAT(find_definitions("Regionaal werkt men samen. Informatie en expertise (RIE) komen later."), IsEmpty());
}

std::vector<nlohmann::json> three_documents() {
  return {document("uitleg", "Het Lokaal Meldnetwerk Overlast (LMO) is nieuw."),
          document("kort", "Wij bellen het LMO."), document("lang", "Wij bellen het lokaal meldnetwerk overlast."),
          document("niets", "Wij bellen niemand.")};
}

TEST(Abbreviations, FindTheLongFormByTheShortOne) {
  const SmallIndex index(three_documents());
  EXPECT_THAT(index.ids("lmo"), UnorderedElementsAre("uitleg", "kort", "lang"));
}

TEST(Abbreviations, FindTheShortFormByTheLongOne) {
  const SmallIndex index(three_documents());
  EXPECT_EQ(index.search("lokaal meldnetwerk overlast").total, 3u);
}

TEST(Abbreviations, WorkInsidePhrases) {
  const SmallIndex index(three_documents());
  EXPECT_THAT(index.ids("\"bellen het LMO\""), UnorderedElementsAre("kort", "lang"));
  EXPECT_THAT(index.ids("\"bellen het lokaal meldnetwerk overlast\""), UnorderedElementsAre("kort", "lang"));
}

TEST(Abbreviations, AreMarkedInBothForms) {
  const SmallIndex index(three_documents());
  for (const auto& hit : index.search("lmo").hits) {
    ASSERT_FALSE(hit.passages.empty());
    ASSERT_FALSE(hit.passages.front().marks.empty()) << hit.document.id;
    if (hit.document.id != "lang") continue;
    const auto& mark = hit.passages.front().marks.front();
    EXPECT_EQ(hit.passages.front().snippet.substr(mark.begin, mark.end - mark.begin), "lokaal meldnetwerk overlast");
  }
}

TEST(Abbreviations, OfDocumentsThatAreNotPublicStayOut) {
  auto documents = three_documents();
  documents[0]["access"] = "intern";
  const SmallIndex index(documents);
  EXPECT_THAT(index->abbreviations().entries(), IsEmpty());
  EXPECT_THAT(index.ids("lmo"), ElementsAre("kort"));
}

TEST(Abbreviations, OfTheCommonLongFormsOnly) {
  std::vector<nlohmann::json> documents = {document("raar", "de Laatste Melding Ooit (LMO)")};
  for (int i = 0; i < 4; ++i)
    documents.push_back(document("gewoon" + std::to_string(i), "Het Lokaal Meldnetwerk Overlast (LMO) is nieuw."));
  const SmallIndex index(documents);
  ASSERT_EQ(index->abbreviations().entries().size(), 1u);
  EXPECT_EQ(index->abbreviations().entries().front().definition.long_form, "lokaal meldnetwerk overlast");
}

}  // namespace
}  // namespace search
