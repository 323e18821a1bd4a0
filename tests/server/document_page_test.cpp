#include <gmock/gmock.h>

#include "server/http/uri.h"
#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;
using testing::Not;

namespace {

class DocumentPage : public testing::Test {
 protected:
  SmallServer server;
};

}  // namespace

TEST_F(DocumentPage, MarksTheWordsOfTheQueryAndLeadsBack) {
  const auto html = server.get("/documenten/v1?q=ondermijning&thema=ondermijning").body;
  EXPECT_THAT(html, HasSubstr("<mark>Ondermijning</mark> vraagt om samenwerking"));
  EXPECT_THAT(html, HasSubstr("Presentatie over <mark>ondermijning</mark>"));
  EXPECT_THAT(html, HasSubstr("href=\"/zoeken?q=ondermijning&amp;thema=ondermijning\""));
  EXPECT_THAT(server.get("/documenten/v1").body, Not(HasSubstr("<mark>")));
}

TEST_F(DocumentPage, ShowsAnAgendaWithItsTimes) {
  const auto html = server.get("/documenten/v1").body;
  EXPECT_THAT(html, HasSubstr("13.20</span>"));
  EXPECT_THAT(html, HasSubstr("13.40–14.00</span>"));
}

TEST_F(DocumentPage, SaysOnceARowThatValuesWereFoundAndWhereEachIs) {
  const std::vector<json> documents = {{{"id", "f"},
                                        {"title", "Zonder plaats"},
                                        {"session", "2025-06-vakantieparken"},
                                        {"text", "Overleg met Breda, Tilburg en Zwolle."}}};
  const auto html = SmallServer(documents).get("/documenten/f").body;
  const auto row = html.substr(html.find("<dt>Gemeenten</dt>"));
  const auto end = row.find("</div>");
  const auto said = row.substr(0, end);
  EXPECT_EQ(said.find("gevonden in de tekst"), said.rfind("gevonden in de tekst"));
  EXPECT_THAT(said, HasSubstr("gevonden in de tekst"));
  for (const char* name : {"Breda", "Tilburg", "Zwolle"})
    EXPECT_THAT(said, HasSubstr(std::string("Naar ") + name + " in de tekst"));
  EXPECT_THAT(html, HasSubstr("Vakantieparken, juni 2025"));
  EXPECT_THAT(html, Not(HasSubstr(">2025-06-vakantieparken")));  // the key stands in addresses only
}

TEST_F(DocumentPage, SaysWhenThePassageOfALinkIsGone) {
  const auto passage = server.get("/v1/documenten/v1").json()["secties"][0]["passages"][0]["id"].get<std::string>();
  EXPECT_THAT(server.get("/documenten/v1?passage=" + passage).body, Not(HasSubstr("data-always")));
  EXPECT_THAT(server.get("/documenten/v1?passage=p-000000").body, HasSubstr("data-always"));
}

TEST_F(DocumentPage, EscapesTitleAndText) {
  const auto html = server.get("/documenten/" + server::percent_encode(kOddId) + "?q=%3Cscript%3Ealert(4)").body;
  EXPECT_THAT(html, HasSubstr("Tweede &lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, Not(HasSubstr("<img src=x")));
}

TEST_F(DocumentPage, AWrongParameterStillShowsTheDocument) {
  EXPECT_EQ(server.get("/documenten/v1?van=gisteren&q=%ff").status, 200);
  EXPECT_EQ(server.get("/documenten/bestaat-niet").status, 404);
  EXPECT_EQ(server.get("/documenten/%zz").status, 400);
}
