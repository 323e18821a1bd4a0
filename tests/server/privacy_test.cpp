// Documents that aren't public: nothing may tell that they exist.
#include <gmock/gmock.h>

#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;
using testing::Not;

TEST(ClosedDocuments, AreNowhere) {
  const SmallServer server;
  for (const auto* target : {"/",
                             "/zoeken",
                             "/zoeken?q=ondermijning",
                             "/zoeken?q=geheim",
                             "/v1/documenten?aantal=100",
                             "/metrics",
                             "/health",
                             "/themas",
                             "/themas/ondermijning",
                             "/oplossingen",
                             "/gemeenten",
                             "/gemeenten?groep=eenheid",
                             "/overzicht",
                             "/overzicht?toon=alles",
                             "/bijeenkomsten",
                             "/bijeenkomsten.ics",
                             "/nieuw.atom",
                             "/nieuw.atom?q=geheim",
                             "/help",
                             "/documenten/v1",
                             "/oplossingen/meld-een-vermoeden",
                             "/v1/suggesties?q=kwetter",
                             "/v1/suggesties?q=geheim",
                             "/v1/documenten?q=geheim+stuk"}) {
    const auto body = server.get(target).body;
    EXPECT_THAT(body, Not(HasSubstr("kwetterfazant"))) << target;
    EXPECT_THAT(body, Not(HasSubstr("Geheim stuk"))) << target;
    EXPECT_THAT(body, Not(HasSubstr("Geheimstad"))) << target;
  }
  EXPECT_EQ(server.get("/v1/documenten?q=kwetterfazant").json()["totaal"], 0);
  EXPECT_EQ(server.get("/v1/documenten").json()["totaal"], 3);
}

TEST(ClosedDocuments, AnswerExactlyAsUnknownOnes) {
  const SmallServer server;
  for (const auto* folder : {"/documenten/", "/v1/documenten/"}) {
    const auto closed = server.get(folder + std::string("g1"));
    const auto unknown = server.get(folder + std::string("g9"));
    EXPECT_EQ(closed.status, 404);
    EXPECT_EQ(closed.body, unknown.body);
    EXPECT_EQ(closed.headers, unknown.headers);
  }
}

TEST(ClosedDocuments, HaveNoPageForAValueOrASessionOfTheirOwn) {
  const SmallServer server;
  EXPECT_EQ(server.get("/gemeenten/Geheimstad").status, 404);
  EXPECT_EQ(server.get("/gemeenten/Geheimstad").body, server.get("/gemeenten/Nietbestad").body);
  EXPECT_EQ(server.get("/bijeenkomsten/~g1").status, 404);
  EXPECT_EQ(server.get("/bijeenkomsten/~g1.ics").status, 404);
  EXPECT_EQ(server.get("/documenten/g1/melden").status, 404);
}

TEST(ClosedDocuments, AValueThatOnlyTheyHaveIsAsUnknownAsAnyOther) {
  const SmallServer server;
  const auto closed = server.get("/zoeken?gemeente=Geheimstad").body;
  const auto unknown = server.get("/zoeken?gemeente=Nietbestad").body;
  EXPECT_THAT(closed, HasSubstr("Er is geen document met gemeente ‘Geheimstad’."));
  EXPECT_THAT(unknown, HasSubstr("Er is geen document met gemeente ‘Nietbestad’."));
  EXPECT_EQ(server.get("/v1/documenten?gemeente=Geheimstad").json()["totaal"], 0);
  const auto misspelled = server.get("/v1/documenten?q=kwetterfazand").json();
  EXPECT_THAT(misspelled.dump(), Not(HasSubstr("kwetterfazant")));
}
