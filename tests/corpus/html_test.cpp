#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(Html, ContentWithoutMenusIsRead) {
  const Draft draft =
      read_page(R"(<!DOCTYPE html><html><head><title>Aankondiging | Gemeente X</title><style>p{}</style></head><body>
    <div class="cookie-melding"><p>Wij gebruiken cookies</p></div>
    <header><a href="/">Logo</a></header><nav><ul><li>Home</li></ul></nav>
    <main><article><header><h1>Drugs in het bos</h1></header><p>Eerste <b>al</b>inea.</p><script>var x = "<p>";</script>
    <h2>Programma</h2><ul><li>13:30 Welkom</li><li>13:40 <a href="#">Inleiding</a><ul><li>door de politie</li></ul></li></ul>
    <aside>Zie ook</aside></article></main><footer>Contact</footer></body></html>)");
  EXPECT_EQ(draft.title, "Drugs in het bos");
  EXPECT_THAT(outline(draft),
              ElementsAre("P Eerste alinea.", "#2 Programma", "L 13:30 Welkom|13:40 Inleiding|door de politie"));
}

TEST(Html, WithoutHeadingTheTitleOfThePageIsTakenWithoutTheSite) {
  EXPECT_EQ(read_page("<title>Jeugd en messen - Gemeente X</title><p>Tekst.").title, "Jeugd en messen");
  EXPECT_EQ(read_page("<meta property=og:title content='Jeugd'><title>Jeugd - X</title><p>Tekst.").title, "Jeugd");
  EXPECT_EQ(read_page("<p>Tekst.").title, "");
}

TEST(Html, ContentIsFoundByIdWhenThereIsNoMain) {
  const Draft draft =
      read_page("<h1>Raad</h1><div id=top>Menu</div><div id=content><p>Besluit.</p></div><div>Voet</div>");
  EXPECT_EQ(draft.title, "Raad");
  EXPECT_THAT(outline(draft), ElementsAre("P Besluit."));
}

TEST(Html, WhatIsHiddenOrForNavigationIsLeftOut) {
  const Draft draft = read_page(
      "<p>Tekst.</p><p hidden>a</p><div aria-hidden=true>b</div><div role=navigation>c</div><div "
      "class='share-buttons'>d</div>"
      "<ol class=breadcrumb><li>e</ol><div style='display: "
      "none'>f</div><form><label>g</label><button>h</button>i</form>");
  EXPECT_THAT(outline(draft), ElementsAre("P Tekst.", "P i"));
}

TEST(Html, NamesThatOnlyResembleMenusStay) {
  const Draft draft =
      read_page("<div class='page has-sidebar'><div class=socialezaken>a</div><div class='menukaart'>b</div></div>");
  EXPECT_THAT(outline(draft), ElementsAre("P a", "P b"));
}

TEST(Html, AMenuThatHoldsTheWholePageIsRead) {
  EXPECT_THAT(outline(read_page("<div class=menu><p>Alles</p></div>")), ElementsAre("P Alles"));
}

TEST(Html, InlineTextKeepsItsSpaces) {
  EXPECT_THAT(outline(read_page("<p>a<b>b</b>c <i>d</i>\n e<span>f</span></p>g<div>h</div>i")),
              ElementsAre("P abc d ef", "P g", "P h", "P i"));
  EXPECT_THAT(outline(read_page("<p>een<br>twee<br><br>drie&nbsp;vier&euml;</p>")),
              ElementsAre("P een twee", "P drie vierë"));
}

TEST(Html, TablesTellWhichCellIsWhat) {
  EXPECT_THAT(outline(read_page("<table><tr><th>Tijd<th>Wat<tr><td>13:30<td>Welkom<tr><td>13:40<td>Einde</table>")),
              ElementsAre("L Tijd: 13:30; Wat: Welkom|Tijd: 13:40; Wat: Einde"));
  EXPECT_THAT(outline(read_page("<table><tr><td>a<td>b<tr><td>c<td></table>")), ElementsAre("L a – b|c"));
  EXPECT_THAT(outline(read_page("<table><tr><th>Waar<td>Goes</table>")), ElementsAre("L Waar: Goes"));
}

TEST(Html, ALayoutTableIsNoTable) {
  EXPECT_THAT(outline(read_page("<table><tr><td><h2>Kop</h2><p>Een</p><td><p>Twee</p></table>")),
              ElementsAre("#2 Kop", "P Een", "P Twee"));
}

TEST(Html, DefinitionsAreItems) {
  EXPECT_THAT(outline(read_page("<dl><dt>Bibob<dd>Schrikt af.<dt>RIEC<dd>Helpt.</dl>")),
              ElementsAre("L Bibob: Schrikt af.|RIEC: Helpt."));
}

TEST(Html, TheDeclaredCharsetIsConverted) {
  EXPECT_THAT(outline(read_page("<meta charset=iso-8859-1><p>co\xF6rdinatie \x96 \x80")),
              ElementsAre("P coördinatie – €"));
  EXPECT_THAT(outline(read_page("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>\xEB")),
              ElementsAre("P ë"));
  EXPECT_THAT(complaint([] { read_page("<p>co\xF6rdinatie"); }), HasSubstr("not valid UTF-8 at byte 5"));
  EXPECT_THAT(complaint([] { read_page("<meta charset=onzin><p>x"); }), HasSubstr("unknown charset \"onzin\""));
}

TEST(Html, OrdinaryUnclosedTagsDoNotCountAsNesting) {
  std::string page = "<ul>";
  for (int i = 0; i < 2000; ++i) page += "<li>punt <p>alinea";
  page += "</ul><table>";
  for (int i = 0; i < 2000; ++i) page += "<tr><td>cel<td>cel";
  page += "</table><select>";
  for (int i = 0; i < 2000; ++i) page += "<option>keus";
  page += "</select><dl>";
  for (int i = 0; i < 2000; ++i) page += "<dt>a<dd>b";
  page += "</dl>";
  for (int i = 0; i < 2000; ++i) page += "<p>tekst <img src=x><br><svg><path d='M0'/><g/></svg>";
  EXPECT_NO_THROW(read_page(page));
}

TEST(Html, ACouncilMeetingIsItsAgenda) {
  const std::filesystem::path path =
      std::filesystem::path(PRAKTIJKBANK_SOURCE_DIR) / "../shared/data/documents/raadsvergadering.html";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the sample page is not beside this source folder: " << path;
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  const Draft draft = read_page(bytes.str());
  EXPECT_EQ(draft.title, "Gemeenteraad 31 augustus 2015 19:30:00");
  const std::vector<std::string> lines = outline(draft);
  EXPECT_THAT(lines, Contains("#2 Agenda"));
  EXPECT_THAT(lines, Contains(HasSubstr("1 Opening.|2 Spreekrecht burgers.|3 Vragenkwartier.")));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("U bent hier"))));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("play film"))));
  EXPECT_THAT(lines, Not(Contains(HasSubstr("Print deze"))));
}

}  // namespace
}  // namespace corpus::test
