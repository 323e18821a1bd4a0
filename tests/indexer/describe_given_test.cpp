// What the author gave, rejected or left out; titles, access and kinds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/description/kinds.h"
#include "tests/indexer/describe_support.h"

namespace {

using corpus::Origin;
using describe_test::describe;
using describe_test::draft_of;
using describe_test::slugs;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Given, ReplacesWhatWouldBeFound) {
  auto draft = draft_of("Ondermijning in Breda met een bewustwordingscampagne.");
  draft.given.themes = {"Woonoverlast"};
  const auto document = describe(draft).document;
  ASSERT_THAT(slugs(document.themes), ElementsAre("woonoverlast"));
  EXPECT_EQ(document.themes[0].origin, Origin::given);
  EXPECT_THAT(slugs(document.municipalities), ElementsAre("breda"));
  EXPECT_EQ(document.municipalities[0].origin, Origin::found);
}

TEST(Given, ASessionFitsAnAddress) {
  auto draft = draft_of("Tekst.");
  for (int i = 0; i < 5'000; ++i) draft.given.session = draft.given.session.value_or("") + "é";
  const auto described = describe(draft);
  EXPECT_EQ(described.document.session.size(), 200u);
  EXPECT_THAT(described.notes.warnings, ElementsAre(testing::HasSubstr("session is longer")));
}

TEST(Given, AnEmptyListMeansNone) {
  auto draft = draft_of("Ondermijning in Breda, politie Zeeland-West-Brabant, met een bewustwordingscampagne.");
  draft.given.themes.emplace();
  draft.given.municipalities.emplace();
  draft.given.police_units.emplace();
  draft.given.solutions.emplace();
  const auto document = describe(draft).document;
  EXPECT_THAT(document.themes, IsEmpty());
  EXPECT_THAT(document.municipalities, IsEmpty());
  EXPECT_THAT(document.police_units, IsEmpty());
  EXPECT_THAT(document.solutions, IsEmpty());
}

TEST(Given, SlugsAndAllLabelsLeadToTheSlug) {
  auto draft = draft_of("tekst");
  draft.given.municipalities = {"Den Bosch", "'s-Hertogenbosch", "s-hertogenbosch", "Bergen (NH.)"};
  EXPECT_THAT(slugs(describe(draft).document.municipalities), ElementsAre("s-hertogenbosch", "bergen-nh"));
}

TEST(Given, UnknownValuesAreKeptAndReported) {
  auto draft = draft_of("tekst");
  draft.given.themes = {" Maanlanding ", "ondermijning", ""};
  draft.given.kind = "Gedicht";
  const auto result = describe(draft);
  EXPECT_THAT(slugs(result.document.themes), ElementsAre("Maanlanding", "ondermijning"));
  EXPECT_EQ(result.document.kind.value, "Gedicht");
  EXPECT_THAT(result.notes.unknown_values, testing::UnorderedElementsAre("thema: Maanlanding", "soort: Gedicht"));
}

TEST(Rejected, SlugsAndLabelsOfAnyFieldAreNotFound) {
  auto draft = draft_of("Ondermijning in Breda en Tilburg, politie Oost-Brabant, met een bewustwordingscampagne.");
  draft.given.reject = {"breda", "Ondermijning", "Oost-Brabant", "bewustwordingscampagne"};
  const auto document = describe(draft).document;
  EXPECT_THAT(document.themes, IsEmpty());
  EXPECT_THAT(slugs(document.municipalities), ElementsAre("tilburg"));
  EXPECT_THAT(document.police_units, IsEmpty());
  EXPECT_THAT(document.solutions, IsEmpty());
}

TEST(Rejected, DoesNotTouchWhatWasGiven) {
  auto draft = draft_of("tekst");
  draft.given.themes = {"ondermijning"};
  draft.given.reject = {"ondermijning"};
  EXPECT_THAT(slugs(describe(draft).document.themes), ElementsAre("ondermijning"));
}

TEST(Rejected, KindAndDateToo) {
  auto draft = draft_of("24 september 2025 om 13:30", "Verslag en conclusies");
  draft.given.reject = {"verslag", "2025-09-24"};
  const auto document = describe(draft).document;
  EXPECT_EQ(document.kind.value, "conclusie");
  EXPECT_EQ(document.date.text, "");
}

TEST(Title, GivenThenFoundThenHeadingThenFileName) {
  auto draft = draft_of("tekst", "Gevonden");
  draft.given.title = "Gegeven";
  EXPECT_EQ(describe(draft).document.title, "Gegeven");
  EXPECT_EQ(describe(draft_of("tekst", "Gevonden")).document.title, "Gevonden");
  auto headed = draft_of("tekst");
  headed.sections[0].heading = "Kop";
  EXPECT_EQ(describe(headed).document.title, "Kop");
  EXPECT_EQ(describe(draft_of("tekst"), "map/mijn verslag.md").document.title, "mijn verslag");
}

TEST(Access, IsPublicUnlessSaidOtherwise) {
  auto draft = draft_of("tekst");
  EXPECT_EQ(describe(draft).document.access, corpus::kPublicAccess);
  draft.given.access = "Intern";
  draft.given.session = " 2025-01 ";
  EXPECT_EQ(describe(draft).document.access, "Intern");
  EXPECT_EQ(describe(draft).document.session, "2025-01");
}

TEST(Access, OnlyTheLabelToTheLetterIsPublicAndANearOneIsWarnedOf) {
  for (const char* label : {"Openbaar", "OPENBAAR", " openbaar", "openbaar ", "open baar", "intern"}) {
    auto draft = draft_of("tekst");
    draft.given.access = label;
    const auto described = describe(draft);
    EXPECT_EQ(described.document.access, label);
    EXPECT_EQ(described.notes.warnings.size(),
              label == std::string("intern") || label == std::string("open baar") ? 0 : 1)
        << label;
  }
  auto draft = draft_of("tekst");
  draft.given.access = "openbaar";
  EXPECT_EQ(describe(draft).document.access, corpus::kPublicAccess);
  EXPECT_TRUE(describe(draft).notes.warnings.empty());
}

TEST(Kinds, GivenOnesMayBeWordsThatMeanThem) {
  EXPECT_EQ(indexer::kind_of_word("Notulen"), "verslag");
  EXPECT_EQ(indexer::kind_of_word("VERSLAG"), "verslag");
  EXPECT_EQ(indexer::kind_of_word("conclusies"), "conclusie");
  EXPECT_EQ(indexer::kind_of_word("uitnodiging"), "aankondiging");
  EXPECT_EQ(indexer::kind_of_word("Best practice"), "praktijk");
  EXPECT_EQ(indexer::kind_of_word("gedicht"), std::nullopt);
}

TEST(Kinds, TitleAndFileNameWeighMost) {
  EXPECT_EQ(describe(draft_of("Aanmelden kan. Agenda 13:30 a 13:40 b 13:50 c", "Verslag van de bijeenkomst"))
                .document.kind.value,
            "verslag");
  EXPECT_EQ(describe(draft_of("tekst"), "2025-01-21-conclusie-x.md").document.kind.value, "conclusie");
  EXPECT_EQ(describe(draft_of("tekst"), "2025-H1/beleidsboek/03-jeugd.md").document.kind.value, "beleidsboek");
  EXPECT_EQ(describe(draft_of("tekst"), "praktijken/houten.md").document.kind.value, "praktijk");
}

TEST(Kinds, AnAgendaWithAWayToJoinIsAnAnnouncement) {
  const auto kind =
      describe(draft_of("Agenda\n13:20 De vergaderlink staat open\n13:30 Welkom\n14:30 Afronding")).document.kind;
  EXPECT_EQ(kind.value, "aankondiging");
  EXPECT_EQ(kind.origin, Origin::found);
}

TEST(Kinds, AListOfThosePresentMakesNotes) {
  EXPECT_EQ(describe(draft_of("Aanwezig: 46 deelnemers uit 31 gemeenten.")).document.kind.value, "verslag");
}

TEST(Kinds, NothingKnownIsOther) {
  EXPECT_EQ(describe(draft_of("De minister stuurde een brief.", "Van theorie naar praktijk")).document.kind.value,
            "overig");
}

}  // namespace
