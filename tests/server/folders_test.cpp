// Folders of excerpts over HTTP: kept behind a secret address, refused to forgers, and never a copy of a document.
#include <gmock/gmock.h>

#include <regex>

#include "corpus/error.h"
#include "search/excerpts/folders.h"
#include "search/excerpts/pandoc.h"
#include "tests/server/small_server.h"

namespace {
using nlohmann::json;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;
using tests::Answer;
using tests::SmallServer;

json with_text(const std::string& text) {
  return {{"id", "v1"},
          {"title", "Verslag <script>alert(1)</script>"},
          {"kind", "verslag"},
          {"date", "2025-09-24"},
          {"text", text}};
}

const std::string kText = "## Ervaringen\n\nDe kwetterfazant liep over het hek.\n\nEen tweede alinea over het hek.";

std::string passage_of(const SmallServer& server, std::size_t number = 0) {
  return server.get("/v1/documenten/v1").json()["secties"][0]["passages"][number]["id"];
}

std::string add(const SmallServer& server, const std::string& cookie = {}, std::size_t number = 0) {
  tests::Lines lines;
  if (!cookie.empty()) lines["Cookie"] = cookie;
  return server.post("/knipsels", "document=v1&passage=" + passage_of(server, number), lines).header("location");
}

std::string cookie_of(const std::string& location) {
  return "knipselmap=" + location.substr(std::string("/knipsels/").size());
}

std::string first_number(const SmallServer& server, const std::string& folder) {
  std::smatch match;
  const auto body = server.get(folder).body;
  if (!std::regex_search(body, match, std::regex("name=\"nummer\" value=\"([0-9]+)\"")))
    throw std::runtime_error("no excerpt");
  return match[1];
}

TEST(Folders, APassageIsKeptBehindASecretAddress) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto answer = server.post("/knipsels", "document=v1&passage=" + passage_of(server));
  EXPECT_EQ(answer.status, 303);
  EXPECT_THAT(answer.header("location"), MatchesRegex("/knipsels/[A-Za-z0-9_-]{43}"));
  EXPECT_THAT(answer.header("set-cookie"), HasSubstr("; Path=/knipsels; HttpOnly; SameSite=Strict"));
  const auto page = server.get(answer.header("location"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.header("cache-control"), "no-store");
  EXPECT_EQ(page.header("referrer-policy"), "strict-origin");
  EXPECT_THAT(page.body, HasSubstr("De kwetterfazant liep over het hek."));
  EXPECT_THAT(page.body, HasSubstr("onder ‘Ervaringen’"));
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
}

TEST(Folders, TheDocumentPageOffersThemForEachPassage) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto page = server.get("/documenten/v1").body;
  EXPECT_THAT(page, HasSubstr("<form id=\"knip\" method=\"post\" action=\"/knipsels\">"));
  EXPECT_THAT(page, HasSubstr("form=\"knip\" name=\"passage\" value=\"" + passage_of(server) + "\""));
}

TEST(Folders, TheCookieSaysWhichFolderGrows) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto folder = add(server);
  EXPECT_EQ(add(server, "andere=1; " + cookie_of(folder), 1), folder);
  EXPECT_NE(add(server), folder);
  EXPECT_NE(add(server, "knipselmap=geraden"), folder);
  const auto page = server.get(folder).body;
  EXPECT_LT(page.find("kwetterfazant"), page.find("Een tweede alinea"));
}

TEST(Folders, GuessedKeysOpenNothing) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  auto folder = add(server);
  folder.back() = folder.back() == 'A' ? 'B' : 'A';
  for (const auto& wrong : {folder, std::string("/knipsels/x"), "/knipsels/" + std::string(43, 'A'), folder + "/md"}) {
    EXPECT_EQ(server.get(wrong).status, 404) << wrong;
  }
  EXPECT_EQ(server.post(folder, "actie=wis").status, 404);
}

TEST(Folders, ForgedRequestsAreRefused) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto folder = add(server);
  for (const tests::Lines& lines : std::vector<tests::Lines>{{{"Origin", "https://kwaad.example"}},
                                                             {{"Origin", "null"}},
                                                             {{"Sec-Fetch-Site", "cross-site"}},
                                                             {{"Sec-Fetch-Site", "same-site"}}}) {
    auto with_cookie = lines;
    with_cookie["Cookie"] = cookie_of(folder);
    EXPECT_EQ(server.post("/knipsels", "document=v1&passage=" + passage_of(server, 1), with_cookie).status, 400);
    EXPECT_EQ(server.post(folder, "actie=wis", with_cookie).status, 400);
  }
  EXPECT_THAT(server.get(folder).body, Not(HasSubstr("Een tweede alinea")));
}

TEST(Folders, AreRenamedAnnotatedOrderedAndErased) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto folder = add(server);
  add(server, cookie_of(folder), 1);
  const auto number = first_number(server, folder);
  EXPECT_EQ(server.post(folder, "actie=titel&titel=Voor+%3Cb%3Ede%3C%2Fb%3E+raad").status, 303);
  EXPECT_EQ(server.post(folder, "actie=notitie&nummer=" + number + "&notitie=Nog+%22nabellen%22").status, 303);
  EXPECT_EQ(server.post(folder, "actie=omlaag&nummer=" + number).status, 303);
  const auto page = server.get(folder).body;
  EXPECT_THAT(page, HasSubstr("Voor &lt;b&gt;de&lt;/b&gt; raad"));
  EXPECT_THAT(page, HasSubstr("Nog &quot;nabellen&quot;"));
  EXPECT_LT(page.find("Een tweede alinea"), page.find("kwetterfazant"));
  EXPECT_EQ(server.post(folder, "actie=weg&nummer=" + number).status, 303);
  EXPECT_THAT(server.get(folder).body, Not(HasSubstr("kwetterfazant")));
  EXPECT_EQ(server.post(folder, "actie=weg&nummer=" + number).status, 404);
  EXPECT_EQ(server.post(folder, "actie=wat").status, 400);
  EXPECT_EQ(server.post(folder, "actie=weg&nummer=1x").status, 400);
  EXPECT_EQ(server.post(folder, "actie=wis").header("location"), "/knipsels");
  EXPECT_EQ(server.get(folder).status, 404);
}

TEST(Folders, AnExcerptOfOneFolderIsOutOfReachOfAnother) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto mine = add(server), yours = add(server);
  const auto number = first_number(server, mine);
  EXPECT_EQ(server.post(yours, "actie=weg&nummer=" + number).status, 404);
  EXPECT_EQ(server.post(yours, "actie=notitie&nummer=" + number + "&notitie=x").status, 404);
  EXPECT_THAT(server.get(mine).body, HasSubstr("kwetterfazant"));
}

TEST(Folders, LeaveInEveryFormWithoutPandocToo) {
  const SmallServer server(std::vector<json>{with_text(kText)});
  const auto folder = add(server);
  for (const auto* format : {"md", "html", "csl-json", "ris", "bibtex"}) {
    const auto file = server.get(folder + "/" + format);
    EXPECT_EQ(file.status, 200) << format;
    EXPECT_THAT(file.header("content-disposition"), HasSubstr("attachment; filename=\"knipselmap.")) << format;
    EXPECT_THAT(file.body, HasSubstr("/documenten/v1")) << format;
  }
  EXPECT_EQ(server.get(folder + "/exe").status, 404);
  if (!search::Pandoc().available()) GTEST_SKIP() << "pandoc is not installed";
  for (const auto* format : {"docx", "odt"}) {
    const auto file = server.get(folder + "/" + format);
    EXPECT_EQ(file.status, 200) << format;
    EXPECT_THAT(file.body.substr(0, 2), "PK") << format;
  }
}

TEST(Folders, SayWhenTheSourceChangedAndShowNothingOfWhatIsGone) {
  SmallServer server(std::vector<json>{with_text(kText)});
  const auto folder = add(server);
  const auto wait_for = [&](const std::string& text) {
    for (int i = 0; i < 100 && server.get(folder).body.find(text) == std::string::npos; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return server.get(folder).body;
  };
  server.publish(std::vector<json>{with_text("## Ervaringen\n\nDe kwetterfazant liep onder het hek.")});
  const auto changed = wait_for("Bron gewijzigd");
  EXPECT_THAT(changed, HasSubstr("Bron gewijzigd"));
  EXPECT_THAT(changed, Not(HasSubstr("kwetterfazant")));
  EXPECT_THAT(server.get(folder + "/md").body, Not(HasSubstr("kwetterfazant")));
  auto hidden = with_text(kText);
  hidden["access"] = "intern";
  server.publish(std::vector<json>{hidden});
  const auto gone = wait_for("Bron verdwenen");
  EXPECT_THAT(gone, HasSubstr("Bron verdwenen"));
  EXPECT_THAT(gone, Not(HasSubstr("kwetterfazant")));
  EXPECT_THAT(gone, Not(HasSubstr("alert(1)")));
  EXPECT_THAT(gone, Not(HasSubstr("/documenten/v1")));
}

TEST(Folders, OnlyPassagesOfPublicDocumentsAreKept) {
  const SmallServer server;
  EXPECT_EQ(server.post("/knipsels", "document=g1&passage=p-000000").status, 404);
  EXPECT_EQ(server.post("/knipsels", "document=v1&passage=p-zzzzzz").status, 404);
  EXPECT_EQ(server.post("/knipsels", "").status, 400);
  EXPECT_EQ(server.post("/knipsels", "document=v1&passage=" + std::string(20'000, 'x')).status, 413);
}

TEST(Folders, BooksAreOnAPageAndInFiles) {
  const SmallServer server;
  const auto page = server.get("/beleidsboek/2025-H2");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Beleidsboek tweede halfjaar 2025"));
  EXPECT_THAT(page.body, HasSubstr("Ondermijning vraagt om samenwerking"));
  EXPECT_THAT(server.get("/beleidsboek").body, HasSubstr("/beleidsboek/2025-H2"));
  EXPECT_THAT(server.get("/beleidsboek").body, Not(HasSubstr("/beleidsboek/2025-H1")));  // only a hidden document
  EXPECT_EQ(server.get("/beleidsboek/2025-H2/md").status, 200);
  for (const auto* wrong : {"/beleidsboek/2025-H1", "/beleidsboek/x", "/beleidsboek/2025-H2/ris"})
    EXPECT_EQ(server.get(wrong).status, 404) << wrong;
}

class FoldersOnDisk : public testing::Test {
 protected:
  search::Excerpt excerpt(const std::string& passage, const std::string& document = "d") {
    search::Excerpt one;
    one.document = document;
    one.passage = passage;
    one.quotation = "kwetterfazant";
    return one;
  }
  std::string content() const {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }
  tests::TemporaryFolder folder;
  std::chrono::sys_seconds now{std::chrono::seconds(1'000'000)};
  search::Folders folders{folder.path(), [this] { return now; }};
};

TEST_F(FoldersOnDisk, HoldNeitherKeysNorText) {
  const auto key = folders.create();
  folders.add(key, excerpt("p-1"));
  EXPECT_THAT(content(), Not(HasSubstr(key)));
  EXPECT_THAT(content(), Not(HasSubstr("kwetterfazant")));
}

TEST_F(FoldersOnDisk, GoSomeTimeAfterTheirLastChange) {
  const auto key = folders.create();
  now += search::Folders::kKept - std::chrono::hours(1);
  EXPECT_TRUE(folders.rename(key, "Langer"));
  now += std::chrono::hours(2);
  EXPECT_EQ(folders.find(key)->title, "Langer");
  now += search::Folders::kKept;
  EXPECT_FALSE(folders.find(key));
  EXPECT_FALSE(folders.add(key, excerpt("p-1")));
}

TEST_F(FoldersOnDisk, KeepAPassageOnceAndRefuseMoreThanTheyHold) {
  const auto key = folders.create();
  for (std::size_t i = 0; i < search::Folders::kMostExcerpts; ++i) folders.add(key, excerpt("p-" + std::to_string(i)));
  EXPECT_TRUE(folders.add(key, excerpt("p-0")));
  EXPECT_THROW(folders.add(key, excerpt("p-new")), corpus::Error);
  EXPECT_EQ(folders.find(key)->excerpts.size(), search::Folders::kMostExcerpts);
}

TEST_F(FoldersOnDisk, CutWhatIsTooLong) {
  const auto key = folders.create();
  folders.add(key, excerpt("p-1"));
  const auto number = folders.find(key)->excerpts[0].number;
  folders.rename(key, std::string(10'000, 'x'));
  folders.annotate(key, number, std::string(10'000, 'y') + "\xff");
  EXPECT_EQ(folders.find(key)->title.size(), search::Folders::kMostTitle);
  EXPECT_EQ(folders.find(key)->excerpts[0].note.size(), search::Folders::kMostNote);
}

TEST_F(FoldersOnDisk, ForgetADocumentInAllOfThem) {
  const auto a = folders.create(), b = folders.create();
  folders.add(a, excerpt("p-1", "weg-document"));
  folders.add(b, excerpt("p-1", "weg-document"));
  folders.add(b, excerpt("p-2", "blijft"));
  EXPECT_EQ(folders.forget("weg-document"), 2u);
  EXPECT_TRUE(folders.find(a)->excerpts.empty());
  EXPECT_EQ(folders.find(b)->excerpts.size(), 1u);
  EXPECT_THAT(content(), Not(HasSubstr("weg-document")));
}

TEST_F(FoldersOnDisk, AreThereAfterARestart) {
  const auto key = folders.create();
  folders.add(key, excerpt("p-1"));
  search::Folders again(folder.path(), [this] { return now; });
  EXPECT_EQ(again.find(key)->excerpts.size(), 1u);
}

TEST_F(FoldersOnDisk, OfAnUnreadableFileSayWhatIsWrong) {
  const tests::TemporaryFolder other;
  other.write("knipsels.sqlite", std::string(4096, 'x'));
  EXPECT_THROW(search::Folders{other.path()}, corpus::Error);
}

}  // namespace
