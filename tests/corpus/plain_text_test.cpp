#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kAnnouncement =
    "Dit is een verzonnen voorbeeld: de bijeenkomst is bedacht.\r\n\r\n"
    "Community of Practice Politie en Gemeente online\r\n\r\n"
    "Fietsendiefstal en buurtinitiatieven\r\n\r\n"
    "12 november 13:30-15:00 op Teams\r\n\r\n"
    "Gemeenten veiligheid en participatie, politie\r\n\r\n"
    "Fietsendiefstal is een plaag.\r\nDaar is iedereen het\r\nover eens.\r\n\r\n"
    "Deelname is kosteloos\r\n\r\n"
    "Agenda\r\n\r\n"
    "13:20 De link staat open\r\n\r\n"
    "13:30-13:40 Welkom!\r\n\r\n"
    "13.40 Conclusies\r\n\r\n"
    "Inschrijven kan niet meer.\r\n\r\n"
    "Over de Communities of Practice\r\n\r\n"
    "Iedere gemeente is uniek.\r\n";

TEST(PlainText, AnAnnouncementIsReadAsAPersonWould) {
  const Draft draft = read_text(kAnnouncement);
  EXPECT_EQ(draft.title, "Community of Practice Politie en Gemeente online: Fietsendiefstal en buurtinitiatieven");
  EXPECT_THAT(
      outline(draft),
      ElementsAre("P Dit is een verzonnen voorbeeld: de bijeenkomst is bedacht.", "P 12 november 13:30-15:00 op Teams",
                  "P Gemeenten veiligheid en participatie, politie",
                  "P Fietsendiefstal is een plaag. Daar is iedereen het over eens.", "P Deelname is kosteloos",
                  "#2 Agenda", "L 13:20 De link staat open|13:30-13:40 Welkom!|13.40 Conclusies",
                  "P Inschrijven kan niet meer.", "#2 Over de Communities of Practice", "P Iedere gemeente is uniek."));
}

TEST(PlainText, TheRealSeedHasItsTitleHeadingsAndAgenda) {
  const std::filesystem::path seed =
      std::filesystem::path(PRAKTIJKBANK_SOURCE_DIR) / "../shared/seed/community-of-practice.txt";
  if (!std::filesystem::exists(seed)) GTEST_SKIP() << "the seed document is not beside this source folder: " << seed;
  std::ifstream in(seed, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const Draft draft = read_text(bytes.str());
  EXPECT_EQ(draft.title, "Community of Practice Politie en Gemeente online: Ondermijning en burgerinitiatieven");
  ASSERT_EQ(draft.sections.size(), 3u);
  EXPECT_EQ(draft.sections[1].heading, "Agenda");
  EXPECT_EQ(draft.sections[2].heading, "Over de Communities of Practice");
  EXPECT_THAT(outline(draft), Contains("P Deelname is kosteloos"));
  EXPECT_EQ(draft.sections[1].blocks[0].type, Block::Type::list);
  EXPECT_EQ(std::count(draft.sections[1].blocks[0].text.begin(), draft.sections[1].blocks[0].text.end(), '\n'), 8);
}

TEST(PlainText, ASectionHeadingRightBelowTheTitleIsNotPartOfIt) {
  const Draft draft = read_text("Verslag vakantieparken\n\nOpening\n\nDe gespreksleider heet iedereen welkom.");
  EXPECT_EQ(draft.title, "Verslag vakantieparken");
  EXPECT_THAT(outline(draft), ElementsAre("#2 Opening", "P De gespreksleider heet iedereen welkom."));
}

TEST(PlainText, TwoTitleLinesWithoutABlankLineAreJoined) {
  const Draft draft =
      read_text("Community of Practice\nJeugd en veiligheid\n\n3 maart, 14:00\n\nWe praten over jeugd.");
  EXPECT_EQ(draft.title, "Community of Practice: Jeugd en veiligheid");
}

TEST(PlainText, LinesWithADateOrTimeAreNoTitleAndNoHeading) {
  for (const char* line :
       {"Bijeenkomst 24 september", "Verslag 18-02-2025", "Vergadering om 13.30 uur", "Verslag 2025-03-01"}) {
    const Draft draft = read_text(std::string(line) + "\n\nDit is de tekst van het verslag.");
    EXPECT_EQ(draft.title, "") << line;
    EXPECT_THAT(outline(draft), Contains(std::string("P ") + line));
  }
}

TEST(PlainText, SentencesItemsAndCommasAreNoHeadings) {
  for (const char* line : {"Dat was het.", "Let op:", "Veiligheid, zorg en jeugd", "- Punt", "1. Eerst",
                           "met vriendelijke groet", "een twee drie vier vijf zes zeven acht negen tien"}) {
    const Draft draft =
        read_text("Titel van het stuk\n\nEerste alinea.\n\n" + std::string(line) + "\n\nTweede alinea.");
    EXPECT_THAT(outline(draft), Not(Contains(HasSubstr("#2")))) << line;
  }
}

TEST(PlainText, AQuestionMayBeAHeading) {
  EXPECT_THAT(outline(read_text("Titel\n\nEen.\n\nHoe nu verder?\n\nTwee.")),
              ElementsAre("P Een.", "#2 Hoe nu verder?", "P Twee."));
}

TEST(PlainText, AHeadingMayStandRightAboveAnother) {
  EXPECT_THAT(
      outline(read_text("Titel boven een tekst\n\nEen zin met een punt.\n\nErvaringen\n\nHelmond\n\nDaar ging het "
                        "goed.\n\nTilburg\n\nDaar ook.")),
      ElementsAre("P Een zin met een punt.", "#2 Ervaringen", "#2 Helmond", "P Daar ging het goed.", "#2 Tilburg",
                  "P Daar ook."));
}

TEST(PlainText, ARowOfBareLinesIsAListAboveTheLastOne) {
  EXPECT_THAT(
      outline(read_text("Titel boven een tekst\n\nEen zin met een punt.\n\nHelmond\n\nTilburg\n\nBreda\n\nAanpak\n\n"
                        "Zij werken samen.")),
      ElementsAre("P Een zin met een punt.", "P Helmond", "P Tilburg", "P Breda", "#2 Aanpak", "P Zij werken samen."));
}

TEST(PlainText, ListsOfEveryMarkBecomeOneBlock) {
  EXPECT_THAT(outline(read_text("Aanleiding:\n- een\n- twee\n  vervolg van twee\n\n- drie\n\nSlot van de tekst.")),
              ElementsAre("P Aanleiding:", "L een|twee vervolg van twee|drie", "P Slot van de tekst."));
  EXPECT_THAT(outline(read_text("Kern van de zaak:\n1. een\n2) twee\n• drie\n* vier")),
              ElementsAre("P Kern van de zaak:", "L een|twee|drie|vier"));
}

TEST(PlainText, ATimeAtTheBeginOfAWrappedLineIsNoAgenda) {
  EXPECT_THAT(outline(read_text("De bijeenkomst begint om\n13.30 uur en duurt lang.")),
              ElementsAre("P De bijeenkomst begint om 13.30 uur en duurt lang."));
}

TEST(PlainText, LongLinesAreParagraphsEach) {
  const std::string line =
      "Deze alinea staat op een enkele lange regel, zoals een tekstverwerker die wegschrijft, met een punt.";
  EXPECT_EQ(outline(read_text(line + "\n" + line)).size(), 2u);
}

TEST(PlainText, ALoneParagraphIsNoTitle) {
  const Draft draft = read_text("Hallo wereld");
  EXPECT_EQ(draft.title, "");
  EXPECT_THAT(outline(draft), ElementsAre("P Hallo wereld"));
}

TEST(PlainText, Utf16WithByteOrderMarkIsConverted) {
  const std::string little{"\xFF\xFEH\0o\0i\0 \0\xEB\0.\0", 14};
  EXPECT_THAT(outline(read_text(little)), ElementsAre("P Hoi ë."));
  const std::string big{"\xFE\xFF\0H\0i\0.", 8};
  EXPECT_THAT(outline(read_text(big)), ElementsAre("P Hi."));
  EXPECT_THAT(outline(read_text("\xEF\xBB\xBFHoi.")), ElementsAre("P Hoi."));
}

TEST(PlainText, WhatIsNoTextIsRefusedWithAReason) {
  EXPECT_THAT(complaint([] { read_text(""); }), HasSubstr("file is empty"));
  EXPECT_THAT(complaint([] { read_text(" \n\t\n"); }), HasSubstr("file is empty"));
  EXPECT_THAT(complaint([] { read_text(std::string("tekst\0tekst", 11)); }), HasSubstr("looks like a binary file"));
  EXPECT_THAT(complaint([] { read_text("\x01\x02\x03\x04 abc"); }), HasSubstr("looks like a binary file"));
}

TEST(PlainText, InvalidUtf8IsNamedByItsPlace) {
  const std::string text = "Veiligheid in de wijk.";
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string broken = text;
    broken[at] = '\xFF';
    EXPECT_THAT(complaint([&] { read_text(broken); }),
                HasSubstr("not valid UTF-8 at byte " + std::to_string(at) + "; save"));
  }
}

}  // namespace
}  // namespace corpus::test
