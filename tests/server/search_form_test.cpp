#include "server/search_form.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "server/http/uri.h"

using namespace server;

namespace {

std::vector<Parameter> parameters(const std::string& query) {
  Request request;
  set_target(request, "/zoeken?" + query);
  return request.parameters;
}

/// The message, or "" when the API takes it.
std::string refusal(const std::string& query) {
  try {
    parse_api_search(parameters(query));
    return "";
  } catch (const corpus::Error& error) {
    EXPECT_EQ(error.kind(), corpus::ErrorKind::bad_request);
    return error.what();
  }
}

}  // namespace

TEST(SearchForm, ApiRefusesAndNamesTheParameter) {
  for (const auto& [query, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"aantal=0", "aantal"},
                                                                  {"aantal=101", "aantal"},
                                                                  {"aantal=10.5", "aantal"},
                                                                  {"aantal=", "aantal"},
                                                                  {"pagina=-1", "pagina"},
                                                                  {"pagina=x", "pagina"},
                                                                  {"pagina=99999999999999999999", "pagina"},
                                                                  {"pagina=1001", "pagina"},
                                                                  {"pagina=101&aantal=100", "pagina"},
                                                                  {"sorteer=datum", "sorteer"},
                                                                  {"van=gisteren", "van"},
                                                                  {"tot=2025-02-30", "tot"},
                                                                  {"jaar=25", "jaar"},
                                                                  {"q=a&q=b", "q"},
                                                                  {"themas=x", "themas"},
                                                                  {"q=%zz", "q"},
                                                                  {"thema=%ff", "thema"},
                                                                  {"onbekend", "onbekend"}})
    EXPECT_THAT(refusal(query), testing::HasSubstr("‘" + std::string(name) + "’")) << query;
}

TEST(SearchForm, ApiTakesEverythingOfTheContract) {
  EXPECT_EQ(
      refusal("q=&thema=&gemeente=&oplossing=&soort=&eenheid=&jaar=&van=&tot=&sorteer=nieuwste&pagina=1&aantal=100"),
      "");
  EXPECT_EQ(refusal("pagina=1000"), "");
  const auto form = parse_api_search(parameters("thema=a&thema=b&thema=a&van=2025&tot=2025-03"));
  EXPECT_THAT(form.selection[0], testing::ElementsAre("a", "b"));
  EXPECT_EQ(form.request().from, 20250101u);
  EXPECT_EQ(form.request().to, 20250331u);
}

TEST(SearchForm, PagesIgnoreWhatTheyDontKnow) {
  const auto form = parse_page_search(parameters("q=a&q=b&utm_source=%zz&aantal=500&sorteer=&pagina="));
  EXPECT_EQ(form.query, "a");
  EXPECT_EQ(form.amount, 10u);
  EXPECT_THROW(parse_page_search(parameters("q=%zz")), corpus::Error);
  EXPECT_THROW(parse_page_search(parameters("sorteer=x")), corpus::Error);
  EXPECT_THROW(parse_page_search(parameters("pagina=1001")), corpus::Error);
}

TEST(SearchForm, ComesBackFromItsOwnUrl) {
  const std::string query = "q=a%20%26%20b&thema=jeugd&gemeente=Bergen%20%28L.%29&van=2024&sorteer=oudste&pagina=3";
  EXPECT_EQ(query_string(parse_page_search(parameters(query))), query);
  EXPECT_EQ(href("/zoeken", {}), "/zoeken");
}
