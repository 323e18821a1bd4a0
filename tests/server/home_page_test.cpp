// The home page: what is new, a row for each session, book or document.
#include <gmock/gmock.h>

#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;
using testing::Not;

TEST(HomePage, TheNewestTakeOneRowASessionOrBook) {
  std::vector<json> documents;
  const auto add = [&](const std::string& id, const std::string& kind, const std::string& date, const json& session) {
    json document = {{"id", id}, {"title", "Titel " + id}, {"kind", kind}, {"date", date}, {"text", "tekst"}};
    if (!session.is_null()) document["session"] = session;
    if (kind == "beleidsboek") document["book"] = "Beleidsboek 2025";
    documents.push_back(std::move(document));
  };
  for (int i = 0; i < 8; ++i)
    add("hoofdstuk-" + std::to_string(i), "beleidsboek", "2025-12", i % 3 ? json("s" + std::to_string(i)) : json());
  for (int i = 0; i < 3; ++i) add("sessie-" + std::to_string(i), "verslag", "2025-06-0" + std::to_string(3 - i), "s1");
  for (int i = 0; i < 6; ++i) add("los-" + std::to_string(i), "praktijk", "2025-01-0" + std::to_string(9 - i), nullptr);
  const auto html = SmallServer(documents).get("/").body;
  const auto latest = html.substr(html.find("id=\"nieuw\""));
  for (const char* shown : {"Titel hoofdstuk-0", "en meer hoofdstukken", "Titel sessie-0",
                            "en meer van deze bijeenkomst", "Titel los-0", "Titel los-3"})
    EXPECT_THAT(latest, HasSubstr(shown));
  for (const char* hidden : {"Titel hoofdstuk-1", "Titel sessie-1", "Titel los-4"})
    EXPECT_THAT(latest, Not(HasSubstr(hidden)));
}
