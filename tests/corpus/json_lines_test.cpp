#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string with(const std::string& more) { return R"({"id":"a","title":"T","text":"Tekst." )" + more + "}"; }
std::string complaint_of(const std::string& line) {
  return complaint([&] { read_json_line(line); });
}

TEST(JsonLines, HeadingsParagraphsAndListsAreFoundInTheText) {
  const Draft draft = read_json_line(
      R"({"id":"v/1","title":"Verslag","text":"Vooraf.\n## Ervaringen\nHouten doet\ndit zo.\n\nTilburg niet.\n\n- een\n- twee\n\n## Agenda\n\n13:30 Welkom\n\n13:40 Einde"})");
  EXPECT_EQ(draft.given.id, "v/1");
  EXPECT_EQ(draft.title, "Verslag");
  EXPECT_THAT(outline(draft), ElementsAre("P Vooraf.", "#2 Ervaringen", "P Houten doet dit zo.", "P Tilburg niet.",
                                          "L een|twee", "#2 Agenda", "L 13:30 Welkom|13:40 Einde"));
}

TEST(JsonLines, ShortLinesAreNotTakenForHeadings) {
  EXPECT_THAT(outline(read_json_line(R"({"id":"a","title":"T","text":"Agenda\n\nTekst."})")),
              ElementsAre("P Agenda", "P Tekst."));
}

TEST(JsonLines, MetadataIsGiven) {
  const Metadata given =
      read_json_line(
          with(
              R"(,"kind":"verslag","date":"2025-09","session":"s","access":"intern","theme":"Jeugd","municipalities":[],
     "policeUnits":["Oost-Brabant"],"solution":["a","b"],"extra":{"x":[1]},"year":2025,"reject":["Best"])"))
          .given;
  EXPECT_EQ(given.kind, "verslag");
  EXPECT_EQ(given.date, "2025-09");
  EXPECT_EQ(given.session, "s");
  EXPECT_EQ(given.access, "intern");
  EXPECT_THAT(*given.themes, ElementsAre("Jeugd"));
  EXPECT_THAT(*given.municipalities, ElementsAre());
  EXPECT_THAT(*given.police_units, ElementsAre("Oost-Brabant"));
  EXPECT_THAT(*given.solutions, ElementsAre("a", "b"));
  EXPECT_THAT(given.reject, ElementsAre("Best"));
  EXPECT_THAT(given.unknown_keys, ElementsAre("extra", "year"));
}

TEST(JsonLines, WrongTypesNameKeyAndType) {
  EXPECT_THAT(complaint_of(R"({"id":1,"title":"T","text":"x"})"), HasSubstr("\"id\" is a number, not a string"));
  EXPECT_THAT(complaint_of(R"({"title":"T","text":"x"})"), HasSubstr("\"id\" is missing"));
  EXPECT_THAT(complaint_of(R"({"id":"a","title":"T"})"), HasSubstr("\"text\" is missing"));
  EXPECT_THAT(complaint_of(R"({"id":"","title":"T","text":"x"})"), HasSubstr("\"id\" is empty"));
  EXPECT_THAT(complaint_of(with(R"(,"kind":["a"])")), HasSubstr("\"kind\" is a list, not a text"));
  EXPECT_THAT(complaint_of(with(R"(,"date":2025)")), HasSubstr("\"date\" is a number"));
  EXPECT_THAT(complaint_of(with(R"(,"themes":[1])")), HasSubstr("\"themes\" is a list that holds a number"));
  EXPECT_THAT(complaint_of(with(R"(,"theme":"a","themes":["b"])")), HasSubstr("is given twice"));
  EXPECT_THAT(complaint_of(with(R"(,"access":null)")), HasSubstr("\"access\" has no value"));
  EXPECT_THAT(complaint_of("[1]"), HasSubstr("a line holds a JSON array, not an object"));
}

TEST(JsonLines, WhatIsNoJsonIsNamedByItsPlace) {
  EXPECT_THAT(complaint_of(R"({"id":"a")"), HasSubstr("not valid JSON at byte 10"));
  EXPECT_THAT(complaint_of(R"({"id":"\ud800","title":"T","text":"x"})"), HasSubstr("not valid JSON"));
  EXPECT_THAT(complaint_of(with(",\"n\":1e999")), HasSubstr("can't be read"));
  EXPECT_THAT(complaint_of(""), HasSubstr("empty"));
}

TEST(JsonLines, MessagesHaveTheRightArticle) {
  EXPECT_THAT(complaint_of(R"({"id":["a"],"title":"t","text":"x"})"), HasSubstr("\"id\" is an array, not a string"));
  EXPECT_THAT(complaint_of(with(R"(,"themes":{"a":"b"})")), HasSubstr("\"themes\" is an object, not a list of texts"));
  EXPECT_THAT(complaint_of(with(R"(,"kind":7)")), HasSubstr("\"kind\" is a number, not a text"));
}

TEST(JsonLines, DeepNestingIsRefused) {
  EXPECT_THAT(complaint_of(with(",\"x\":" + std::string(100'000, '['))), HasSubstr("nested too deeply"));
  EXPECT_THAT(complaint_of(std::string(100'000, '[')), HasSubstr("nested too deeply"));
}

TEST(JsonLines, AnIdAndAnAccessLabelStayAsTheyAreWritten) {
  const Draft draft = read_json_line(R"({"id":"tab\tx  y ","title":"T","text":"x","access":" Openbaar"})");
  EXPECT_EQ(draft.given.id, "tab\tx  y ");
  EXPECT_EQ(draft.given.access, " Openbaar");
}

TEST(JsonLines, ControlCharactersDisappearFromText) {
  const Draft draft = read_json_line(R"({"id":"a\u0000b","title":"T\u0007","text":"x\u0000y"})");
  EXPECT_EQ(draft.given.id, std::string("a\0b", 3));
  EXPECT_EQ(draft.title, "T");
  EXPECT_THAT(outline(draft), ElementsAre("P xy"));
}

}  // namespace
}  // namespace corpus::test
