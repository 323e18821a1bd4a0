#include <gmock/gmock.h>

#include <fstream>
#include <regex>

#include "server/http/uri.h"
#include "tests/server/small_server.h"

using namespace tests;
using testing::HasSubstr;

namespace {

class ReportsOfMistakes : public testing::Test {
 protected:
  std::string token(const std::string& path = "/documenten/v1/melden") const {
    const auto html = server.get(path).body;
    std::smatch found;
    return std::regex_search(html, found, std::regex("name=\"sleutel\" value=\"([0-9a-f]+)\"")) ? found[1].str() : "";
  }
  std::vector<json> kept() const {
    std::ifstream in(server.data() / "meldingen.jsonl");
    std::vector<json> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
    return lines;
  }
  Answer report(const std::string& text, const Lines& headers = {}) const {
    return server.post("/documenten/v1/melden",
                       "veld=thema&waarde=ondermijning&sleutel=" + token() + "&tekst=" + server::percent_encode(text),
                       headers);
  }

  SmallServer server;
};

}  // namespace

TEST_F(ReportsOfMistakes, AreKeptForTheAdministratorWithoutTheirSender) {
  const auto answer = report("Dit gaat niet over <script>\nen \"emoji\" 😀");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(answer.header("location"), "/documenten/v1/melden?verstuurd=ja");
  const auto lines = kept();
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0]["document"], "v1");
  EXPECT_EQ(lines[0]["veld"], "thema");
  EXPECT_EQ(lines[0]["waarde"], "ondermijning");
  EXPECT_EQ(lines[0]["tekst"], "Dit gaat niet over <script>\nen \"emoji\" 😀");
  EXPECT_EQ(lines[0].size(), 5u);
  EXPECT_EQ(lines[0].dump().find("127.0.0.1"), std::string::npos);
}

TEST_F(ReportsOfMistakes, ForgedOnesAreRefused) {
  EXPECT_EQ(report("x", {{"Sec-Fetch-Site", "cross-site"}}).status, 400);
  EXPECT_EQ(report("x", {{"Origin", "https://elders.example"}}).status, 400);
  EXPECT_EQ(report("x", {{"Origin", "null"}}).status, 400);
  EXPECT_EQ(server.post("/documenten/v1/melden", "tekst=x&sleutel=00").status, 400);
  EXPECT_EQ(server.post("/documenten/c1/melden", "tekst=x&sleutel=" + token()).status, 400);  // of another form
  EXPECT_TRUE(kept().empty());
  EXPECT_EQ(report("x", {{"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://localhost"}}).status, 303);
}

TEST_F(ReportsOfMistakes, AnEmptyOneIsAskedAgain) {
  const auto answer = report("  \n ");
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("Vul in wat er niet klopt."));
  EXPECT_TRUE(kept().empty());
}

TEST_F(ReportsOfMistakes, AreLimitedInSizeAndNumber) {
  EXPECT_EQ(report(std::string(20'000, 'x')).status, 413);
  EXPECT_EQ(report(std::string(5'000, 'x')).status, 303);
  EXPECT_EQ(kept()[0]["tekst"].get<std::string>().size(), 1'000u);
  int refused = 0;
  for (int i = 0; i < 12; ++i) refused += report("melding " + std::to_string(i)).status == 400;
  EXPECT_EQ(refused, 3);  // ten are taken in ten minutes
  EXPECT_EQ(kept().size(), 10u);
}

TEST_F(ReportsOfMistakes, FormsGoWhereTheyAreTakenOnly) {
  EXPECT_EQ(server.post("/zoeken", "q=x").status, 413);
  EXPECT_EQ(server.post("/documenten/v1/melden", "tekst=x", {{"Content-Type", "text/plain"}}).status, 413);
  EXPECT_EQ(ask(server.port(), "POST", "/documenten/v1/melden").status, 400);
  EXPECT_EQ(ask(server.port(), "PUT", "/documenten/v1/melden").header("allow"), "GET, HEAD, POST");
}

TEST_F(ReportsOfMistakes, AConnectionGoesOnAfterAForm) {
  Connection connection(server.port());
  const std::string form = "tekst=x&sleutel=" + token();
  const std::string post =
      "POST /documenten/v1/melden HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
      "application/x-www-form-urlencoded; charset=utf-8\r\nContent-Length: " +
      std::to_string(form.size()) + "\r\n\r\n" + form;
  ASSERT_TRUE(connection.send(post + "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
  EXPECT_EQ(connection.receive().value_or(Answer{}).status, 303);
  EXPECT_EQ(connection.receive().value_or(Answer{}).status, 200);
}

TEST(Reports, WithoutAFolderNothingIsOffered) {
  const TemporaryFolder folder;
  const SmallServer with_data;
  server::Options options;
  options.index = with_data.index();
  options.port = 0;
  const server::RunningServer running(options);
  EXPECT_EQ(ask(running.port(), "GET", "/documenten/v1/melden").status, 404);
  EXPECT_THAT(ask(running.port(), "GET", "/documenten/v1").body, testing::Not(HasSubstr("/melden")));
}
