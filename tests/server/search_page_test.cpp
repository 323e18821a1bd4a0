#include <gmock/gmock.h>

#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;
using testing::Not;

namespace {

class SearchPage : public testing::Test {
 protected:
  std::string page(const std::string& parameters) {
    const auto answer = server.get("/zoeken?" + parameters);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
    return answer.body;
  }

  SmallServer server;
};

}  // namespace

TEST_F(SearchPage, ShowsResultsWithMarkedWordsAndLinksThatCarryTheQuery) {
  const auto html = page("q=ondermijning");
  EXPECT_THAT(html, HasSubstr("1–2 van 2 resultaten voor ‘ondermijning’"));
  EXPECT_THAT(html, HasSubstr("<mark>"));
  EXPECT_THAT(html, HasSubstr("/documenten/v1?q=ondermijning#p-"));
}

TEST_F(SearchPage, ItemsOfAListStandApartInASnippet) {
  EXPECT_THAT(page("q=inloop"), HasSubstr("<mark>Inloop</mark> · 13.40"));
  EXPECT_THAT(server.get("/v1/documenten?q=inloop").body, HasSubstr("<mark>Inloop</mark> · 13.40"));
}

TEST_F(SearchPage, APassageUnderNoHeadingIsItsOwnLink) {
  EXPECT_THAT(page("q=elkaar"),
              testing::ContainsRegex("pb-passage__link\" href=\"[^\"]*#p-[^\"]*\">Buurtpreventie werkt"));
}

TEST_F(SearchPage, EscapesQueryTitleAndFacetValues) {
  const auto html =
      page("q=%3Cscript%3Ealert(2)%3C%2Fscript%3E+ondermijning&gemeente=%22%3E%3Cscript%3Ealert(3)%3C/script%3E");
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(2)"));
  const auto all = page("");
  EXPECT_THAT(all, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(all, Not(HasSubstr("<b>Nergenshuizen")));
  EXPECT_THAT(all, Not(HasSubstr("<img src=x")));
  EXPECT_THAT(all, HasSubstr("&lt;b&gt;Nergenshuizen"));
  EXPECT_THAT(server.get("/").body, Not(HasSubstr("<script>alert")));
}

TEST_F(SearchPage, SelectedFiltersAreChipsThatRemoveThemselves) {
  const auto html = page("q=ondermijning&gemeente=Breda&jaar=2025");
  EXPECT_THAT(html, HasSubstr("href=\"/zoeken?q=ondermijning&amp;jaar=2025\""));
  EXPECT_THAT(html, HasSubstr("href=\"/zoeken?q=ondermijning&amp;gemeente=breda\""));
  EXPECT_THAT(html, HasSubstr("1 resultaat voor"));
}

TEST_F(SearchPage, AValueThatIsGoneGivesNoResultsAndSaysWhy) {
  const auto html = page("thema=bestaat-niet-meer");
  EXPECT_THAT(html, HasSubstr("Geen resultaten"));
  EXPECT_THAT(html, HasSubstr("Er is geen document met thema ‘bestaat-niet-meer’."));
  EXPECT_THAT(html, HasSubstr("Zonder Thema: bestaat-niet-meer"));
  EXPECT_THAT(html, HasSubstr("3 resultaten"));
}

TEST_F(SearchPage, IgnoresUnknownParametersAndExplainsWrongOnes) {
  EXPECT_THAT(page("q=ondermijning&utm_source=x&aantal=1000"), HasSubstr("2 resultaten"));
  for (const auto* parameters : {"van=gisteren", "sorteer=x", "pagina=0", "pagina=1001", "q=%ff", "jaar=x"}) {
    const auto answer = server.get(std::string("/zoeken?") + parameters);
    EXPECT_EQ(answer.status, 400) << parameters;
    EXPECT_EQ(answer.header("content-type"), "text/html; charset=utf-8");
    EXPECT_THAT(answer.body, HasSubstr("Deze vraag begrijpen we niet"));
    EXPECT_THAT(answer.body, HasSubstr(std::string(parameters).substr(0, std::string(parameters).find('='))));
  }
}

TEST_F(SearchPage, APeriodThatEndsBeforeItBeginsIsExplained) {
  EXPECT_THAT(page("van=2025&tot=2024"), HasSubstr("De periode eindigt voordat zij begint"));
}

TEST_F(SearchPage, UnknownAddressIsAPageToo) {
  const auto answer = server.get("/bestaat-niet");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("Deze pagina is er niet"));
}

TEST(SearchPages, ArePaged) {
  std::vector<json> documents;
  for (int i = 0; i < 95; ++i)
    documents.push_back(
        {{"id", "d" + std::to_string(i)}, {"title", "Stuk"}, {"text", "Een stuk over fietsendiefstal."}});
  const SmallServer server(documents);
  const auto html = server.get("/zoeken?q=fietsendiefstal&pagina=5").body;
  EXPECT_THAT(html, HasSubstr("41–50 van 95 resultaten"));
  for (const auto* number : {"1", "2", "3", "4", "6", "7", "10"})
    EXPECT_THAT(html, HasSubstr(number == std::string("1") ? "href=\"/zoeken?q=fietsendiefstal\""
                                                           : "&amp;pagina=" + std::string(number) + "\""));
  EXPECT_THAT(html, Not(HasSubstr("pagina=9\"")));
  EXPECT_THAT(html, HasSubstr("start=\"41\""));
  EXPECT_THAT(server.get("/zoeken?q=fietsendiefstal&pagina=50").body, HasSubstr("Pagina 50 is er niet"));
}
