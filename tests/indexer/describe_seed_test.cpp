// The first document that must work: the real announcement, and one like it that always runs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "corpus/readers/reader.h"
#include "tests/indexer/describe_support.h"

namespace {

using describe_test::slugs;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr const char* kFictional = R"(Kring Politie en Gemeente

Mensenhandel en buurtsignalen

12 november 13:30-15:00 op Teams

Gemeenten veiligheid en zorg, politie

Mensenhandel is dichterbij dan veel mensen denken. Mensenhandel speelt in kelders, kassen en keurige straten; het gaat over geld, dwang en zwijgen. Wie niets zegt, ziet het ook niet.

De gemeente houdt overzicht en de politie spoort op. Bewoners zien vaak als eersten dat er iets niet klopt, ook al weten zij niet wat.

Deelname is kosteloos

Agenda

13:20 Vergaderlink staat open

13:30 Welkom!

13:32 Vooruitblik congres 3 december

13:35 Gemeente Apeldoorn en politie Oost Nederland werken samen aan een bewustwordingscampagne tegen mensenhandel

14:30 Afronding

Over de kring

Iedere gemeente is anders, maar de vragen lijken op elkaar. Eens per maand bespreken wij een onderwerp met wie er verstand van heeft.
)";

TEST(Seed, AFictionalAnnouncementOfTheSameShape) {
  const auto document = describe_test::describe(corpus::read_document(corpus::Format::text, kFictional)).document;
  EXPECT_THAT(slugs(document.themes), ElementsAre("mensenhandel"));
  EXPECT_THAT(slugs(document.municipalities), ElementsAre("apeldoorn"));
  EXPECT_THAT(slugs(document.police_units), ElementsAre("oost-nederland"));
  EXPECT_THAT(slugs(document.solutions), ElementsAre("bewustwordingscampagne"));
  EXPECT_EQ(document.kind.value, "aankondiging");
  EXPECT_EQ(document.date.text, "12 november");
  EXPECT_EQ(document.date.iso(), "");
}

TEST(Seed, TheRealAnnouncement) {
  const auto path =
      std::filesystem::path(PRAKTIJKBANK_SOURCE_DIR).parent_path() / "shared/seed/community-of-practice.txt";
  std::ifstream file(path, std::ios::binary);
  if (!file) GTEST_SKIP() << path << " is not here: the real announcement lies beside the project, not in it";
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto document =
      describe_test::describe(corpus::read_document(corpus::Format::text, text), "community-of-practice.txt").document;
  EXPECT_THAT(document.title, testing::HasSubstr("Ondermijning en burgerinitiatieven"));
  EXPECT_THAT(slugs(document.themes), UnorderedElementsAre("ondermijning", "burgerinitiatieven"));
  EXPECT_THAT(slugs(document.municipalities), ElementsAre("breda"));
  EXPECT_THAT(slugs(document.police_units), ElementsAre("zeeland-west-brabant"));
  EXPECT_THAT(slugs(document.solutions), UnorderedElementsAre("bewustwordingscampagne", "meld-een-vermoeden"));
  EXPECT_EQ(document.kind.value, "aankondiging");
  EXPECT_EQ(document.date.text, "24 september");
  EXPECT_EQ(document.date.iso(), "");
  EXPECT_NE(document.municipalities[0].passage, "");
}

}  // namespace
