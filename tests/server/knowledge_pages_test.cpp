#include <gmock/gmock.h>

#include <chrono>
#include <thread>

#include "server/http/uri.h"
#include "tests/server/small_server.h"

using namespace tests;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class KnowledgePages : public testing::Test {
 protected:
  SmallServer server;
};

}  // namespace

TEST_F(KnowledgePages, AThemeShowsDefinitionSynonymsConclusionsAndWhereItBelongs) {
  const auto html = server.get("/themas/ondermijning").body;
  EXPECT_THAT(html, AllOf(HasSubstr("<title>Ondermijning (thema)"), HasSubstr("Ook wel"),
                          HasSubstr("href=\"/themas/veiligheid\""), HasSubstr("2 documenten")));
  EXPECT_THAT(html, HasSubstr("Ondermijning vraagt om samenwerking"));  // the conclusion in the notes
  EXPECT_THAT(html, HasSubstr("href=\"/oplossingen/meld-een-vermoeden\""));
  EXPECT_THAT(html, HasSubstr("href=\"/nieuw.atom?thema=ondermijning\""));
}

TEST_F(KnowledgePages, AnUnknownValueIsNotFoundAndAKnownOneWithoutDocumentsSaysSo) {
  EXPECT_EQ(server.get("/themas/bestaat-niet").status, 404);
  EXPECT_EQ(server.get("/oplossingen/%3Cscript%3E").status, 404);
  EXPECT_EQ(server.get("/eenheden/").status, 308);
  const auto html = server.get("/gemeenten/aalten");
  EXPECT_EQ(html.status, 200);
  EXPECT_THAT(html.body, HasSubstr("Er zijn nog geen documenten over Aalten."));
  EXPECT_THAT(html.body, HasSubstr("href=\"/eenheden/oost-nederland\""));
}

TEST_F(KnowledgePages, AValueThatOnlyAnAuthorKnowsHasAPageAndIsEscaped) {
  const auto link = "/gemeenten/" + server::percent_encode("<b>Nergenshuizen</b>");
  EXPECT_THAT(server.get("/gemeenten").body, HasSubstr("href=\"" + link + "\""));
  const auto html = server.get(link);
  EXPECT_EQ(html.status, 200);
  EXPECT_THAT(html.body, HasSubstr("&lt;b&gt;Nergenshuizen"));
  EXPECT_THAT(html.body, Not(HasSubstr("<b>Nergens")));
}

TEST_F(KnowledgePages, OverviewsListWhatDocumentsHaveAndOnRequestAll) {
  EXPECT_THAT(server.get("/themas").body, Not(HasSubstr("/themas/jeugd\"")));
  EXPECT_THAT(server.get("/themas?toon=alles").body, HasSubstr("/themas/jeugd\""));
  EXPECT_THAT(server.get("/gemeenten?groep=provincie").body,
              AllOf(HasSubstr("Noord-Brabant"), HasSubstr("Zuid-Holland")));
  EXPECT_THAT(server.get("/overzicht").body, HasSubstr("/zoeken?thema=ondermijning&amp;oplossing=meld-een-vermoeden"));
  EXPECT_THAT(server.get("/overzicht").body, HasSubstr("/zoeken?thema=ondermijning&amp;van=2025-09&amp;tot=2025-09"));
}

TEST_F(KnowledgePages, AnEmptyIndexHasAllPages) {
  server.publish({});
  SmallServer empty(std::vector<json>{});
  for (const auto* target :
       {"/", "/themas", "/oplossingen", "/gemeenten", "/overzicht", "/bijeenkomsten", "/bijeenkomsten.ics",
        "/nieuw.atom", "/help", "/over", "/toegankelijkheid", "/themas/jeugd", "/.well-known/security.txt"})
    EXPECT_EQ(empty.get(target).status, 200) << target;
}

TEST_F(KnowledgePages, TheFeedFollowsTheSearchAndIsXmlWhateverTheTextHolds) {
  const auto answer = server.get("/nieuw.atom?q=drugs");
  EXPECT_EQ(answer.header("content-type"), "application/atom+xml; charset=utf-8");
  EXPECT_THAT(answer.body, HasSubstr("<title>Nieuw voor ‘drugs’ – Praktijkbank</title>"));
  EXPECT_THAT(answer.body, HasSubstr("Tweede &lt;script&gt;alert(1)&lt;/script&gt; verslag"));
  EXPECT_THAT(answer.body, Not(HasSubstr("Buurtpreventie")));
  EXPECT_THAT(answer.body, HasSubstr("<id>urn:praktijkbank:document:" + server::percent_encode(kOddId) + "</id>"));
  EXPECT_EQ(server.get("/nieuw.atom?van=gisteren").status, 400);
  EXPECT_THAT(server.get("/nieuw.atom?q=%01%3C%26").body, Not(HasSubstr("\x01")));
}

TEST_F(KnowledgePages, ADocumentLeadsToItsSessionAndToWhatIsLikeIt) {
  const auto html = server.get("/documenten/v1").body;
  EXPECT_THAT(html, HasSubstr("href=\"/bijeenkomsten/~v1\""));
  EXPECT_THAT(html, HasSubstr("Vergelijkbare praktijken"));
  EXPECT_THAT(html, HasSubstr("href=\"/documenten/" + server::percent_encode(kOddId) + "\""));
  EXPECT_THAT(html,
              HasSubstr("data-citation=\"Verslag over ondermijning (verslag, 24 september 2025). Praktijkbank\""));
}

TEST_F(KnowledgePages, SecurityTxtExpiresInTheFuture) {
  const auto answer = server.get("/.well-known/security.txt");
  EXPECT_THAT(answer.body, HasSubstr("Contact: https://"));
  EXPECT_THAT(answer.body, testing::ContainsRegex("Expires: 20[0-9][0-9]-[01][0-9]-[0-3][0-9]T00:00:00Z"));
}

TEST_F(KnowledgePages, TenThousandCharactersDoNoHarm) {
  std::string longest;
  for (int i = 0; i < 2'500; ++i) longest += "😀\u202e";
  server.publish({{{"id", "lang"},
                   {"title", longest},
                   {"kind", "conclusie"},
                   {"date", "2025-01-02"},
                   {"session", longest},
                   {"themes", {longest.substr(0, 196), "jeugd"}},
                   {"solutions", {"buurtpreventie"}},
                   {"municipalities", {"breda"}},
                   {"text", "## Conclusies\n\n- Breda zet buurtpreventie in " + longest}}});
  for (int i = 0; i < 100 && server.get("/documenten/lang").status != 200; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  for (const auto* target :
       {"/", "/themas", "/themas/jeugd", "/oplossingen/buurtpreventie", "/gemeenten/breda", "/overzicht",
        "/bijeenkomsten", "/bijeenkomsten.ics", "/nieuw.atom", "/documenten/lang", "/zoeken?q=breda"})
    EXPECT_EQ(server.get(target).status, 200) << target;
}
