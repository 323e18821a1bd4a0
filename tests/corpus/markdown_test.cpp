#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Markdown, FirstTopHeadingIsTheTitleAndItsTextHasNoHeading) {
  const Draft draft = read_md(
      "Dit is een verzonnen voorbeeld.\n\n# Verslag\n\nInleiding.\n\n## Ervaringen\n\nTekst.\n\n# Bijlage\n\nSlot.");
  EXPECT_EQ(draft.title, "Verslag");
  EXPECT_THAT(outline(draft), ElementsAre("P Dit is een verzonnen voorbeeld.", "P Inleiding.", "#2 Ervaringen",
                                          "P Tekst.", "#1 Bijlage", "P Slot."));
}

TEST(Markdown, FrontMatterIsGivenByTheAuthor) {
  const Draft draft = read_md(
      "---\nid: a/b\ntitle: \"Een: twee\"\nthemes: [Jeugd, Drugs]\nsolutions: []\nlayout: pagina\n---\n\nTekst.");
  EXPECT_EQ(draft.given.id, "a/b");
  EXPECT_EQ(draft.given.title, "Een: twee");
  EXPECT_THAT(*draft.given.themes, ElementsAre("Jeugd", "Drugs"));
  EXPECT_THAT(*draft.given.solutions, ElementsAre());
  EXPECT_FALSE(draft.given.municipalities);
  EXPECT_THAT(draft.given.unknown_keys, ElementsAre("layout"));
  EXPECT_THAT(outline(draft), ElementsAre("P Tekst."));
}

TEST(Markdown, BrokenFrontMatterNamesItsLine) {
  EXPECT_THAT(complaint([] { read_md("---\ntitle: a\nkind: [b\n---\nTekst."); }), HasSubstr("line "));
  EXPECT_THAT(complaint([] { read_md("---\ntitle: a\nsoort: x: y\n---\nTekst."); }),
              HasSubstr("line 3: metadata is not valid YAML"));
  EXPECT_THAT(complaint([] { read_md("---\ntitle: a\n\nTekst."); }), HasSubstr("front matter is not closed"));
  EXPECT_THAT(complaint([] { read_md("---\r\ntitle: a\r\nkind: {a: b}\r\n---\r\nTekst."); }),
              HasSubstr("line 3: \"kind\" is a table"));
}

TEST(Markdown, ListsAreFlattened) {
  EXPECT_THAT(outline(read_md("Vooraf:\n\n- een **vet**\n  - een a\n  - een b\n- twee\n\n  vervolg\n\n1. x\n2. y\n")),
              ElementsAre("P Vooraf:", "L een vet|een a|een b|twee vervolg", "L x|y"));
}

TEST(Markdown, AnAgendaIsAListHoweverItIsWritten) {
  const auto expected = ElementsAre("L 13:30 Welkom|13:40 Inleiding");
  EXPECT_THAT(outline(read_md("- 13:30 Welkom\n- 13:40 Inleiding\n")), expected);
  EXPECT_THAT(outline(read_md("13:30 Welkom  \n13:40 Inleiding\n")), expected);
  EXPECT_THAT(outline(read_md("13:30 Welkom<br>13:40 Inleiding\n")), expected);
}

TEST(Markdown, TablesBecomeListsWithTheirHeads) {
  EXPECT_THAT(outline(read_md("| Wat | Wie |\n|---|---|\n| Tekst *delen* | Tilburg |\n| Vraag | |\n")),
              ElementsAre("L Wat: Tekst delen; Wie: Tilburg|Wat: Vraag"));
}

TEST(Markdown, LinksImagesAndHtmlLeaveTheirText) {
  EXPECT_THAT(outline(read_md("Zie [de site](https://voorbeeld.nl/x), ![een kaart](k.png) en <b>vet</b>.\nVolgende "
                              "~~regel~~.\n\n<!-- stil -->\n\n"
                              "<div class=\"x\"><p>In een blok</p></div>\n\n```\ncode hier\n```\n")),
              ElementsAre("P Zie de site, een kaart en vet. Volgende regel.", "P In een blok", "P code hier"));
}

TEST(Markdown, OnlyAHeadingIsStillADocument) { EXPECT_EQ(read_md("# Titel\n").title, "Titel"); }

TEST(Markdown, WithoutTextItIsRefused) {
  EXPECT_THAT(complaint([] { read_md("---\ntitle: a\n---\n\n<!-- niets -->\n"); }), HasSubstr("no text found"));
}

}  // namespace
}  // namespace corpus::test
