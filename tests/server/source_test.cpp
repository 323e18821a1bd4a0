// The file that a document was made from: given as it was indexed, or not at all.
#include <gmock/gmock.h>

#include "indexer/indexer.h"
#include "indexer/maintenance.h"
#include "tests/server/small_server.h"

using namespace tests;
namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

namespace {

const std::string kText = "# Verslag\n\nOver drugsdumping in het buitengebied.\n";
const std::string kFile = "---\nid: v1\n---\n" + kText;
const std::string kPersonal = "De bewoner is bereikbaar op 06-12345678.\n";

class SourceFiles : public testing::Test {
 protected:
  SourceFiles() { folder.write("corpus/verslagen/Verslag “Één”.md", kFile); }

  void index(indexer::Privacy privacy = indexer::Privacy::report) {
    indexer::Options options;
    options.corpus = {folder / "corpus"};
    options.index = folder / "index";
    options.jobs = 1;
    options.privacy = privacy;
    report = indexer::run(options);
  }
  void serve(bool sources = true) {
    server::Options options;
    options.index = folder / "index";
    options.port = 0;
    options.sources = sources;
    server = std::make_unique<server::RunningServer>(options);
  }
  Answer get(const std::string& target) const { return ask(server->port(), "GET", target); }
  Answer source(const std::string& id) const { return get("/documenten/" + id + "/bron"); }

  /// There is a page that says why not, and nothing that leads to it.
  void expect_not_given(const std::string& id, const std::string& why) const {
    const auto answer = source(id);
    EXPECT_EQ(answer.status, 404) << id;
    EXPECT_THAT(answer.body, HasSubstr("Het bronbestand is hier niet op te halen")) << id;
    EXPECT_THAT(answer.body, HasSubstr(why)) << id;
    EXPECT_EQ(answer.header("content-disposition"), "") << id;
    EXPECT_THAT(get("/documenten/" + id).body, Not(HasSubstr("/bron\""))) << id;
    EXPECT_TRUE(get("/v1/documenten/" + id).json()["bron"].is_null()) << id;
  }

  TemporaryFolder folder;
  indexer::Report report;
  std::unique_ptr<server::RunningServer> server;
};

constexpr const char* kWithheld = "gegevens die Praktijkbank niet laat zien";
constexpr const char* kGone = "niet meer op zijn plaats";

TEST_F(SourceFiles, AreGivenByteForByteUnderASafeName) {
  index();
  serve();
  const auto page = get("/documenten/v1").body;
  EXPECT_THAT(page, HasSubstr("href=\"/documenten/v1/bron\" download>Download het bronbestand (Markdown, " +
                              std::to_string(kFile.size()) + " bytes)"));
  EXPECT_EQ(get("/v1/documenten/v1").json()["bron"], "/documenten/v1/bron");
  const auto answer = source("v1");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, kFile);
  EXPECT_EQ(answer.header("content-disposition"), "attachment; filename=\"verslag-een.md\"");
  EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
  EXPECT_EQ(answer.header("content-type"), "text/markdown; charset=utf-8");
  EXPECT_EQ(source("onbekend").status, 404);
  EXPECT_EQ(ask(server->port(), "POST", "/documenten/v1/bron").status, 405);
}

TEST_F(SourceFiles, AreNeverAPageOfThisSite) {
  folder.write("corpus/kwaad.html", "<title>Kwaad</title><p>Tekst.</p><script>alert(1)</script>");
  index();
  serve();
  const auto answer = source("kwaad.html");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "application/octet-stream");
  EXPECT_THAT(answer.header("content-disposition"), testing::StartsWith("attachment"));
}

TEST_F(SourceFiles, HaveNamesThatShowTheirOwnEnding) {
  folder.write(
      "corpus/\"; x=\xe2\x80\xae"
      "dm.exe\n'\\.TXT",
      "Over jeugd.");
  folder.write("corpus/" + std::string(200, 'x') + ".txt", "Over jeugd.");
  folder.write("corpus/\xf0\x9f\x98\x80.txt", "Over jeugd.");
  index();
  serve();
  std::vector<std::string> names;
  const auto hits = get("/v1/documenten?q=jeugd").json();
  for (const auto& hit : hits["resultaten"]) {
    const auto answer = get(hit["url"].get<std::string>() + "/bron");
    EXPECT_EQ(answer.status, 200) << hit["url"];
    names.push_back(answer.header("content-disposition"));
  }
  EXPECT_THAT(names, testing::UnorderedElementsAre(testing::MatchesRegex("attachment; filename=\"x-?dm-exe\\.txt\""),
                                                   "attachment; filename=\"" + std::string(100, 'x') + ".txt\"",
                                                   "attachment; filename=\"bron.txt\""));
}

TEST_F(SourceFiles, OfMaskedDocumentsAreKeptBack) {
  folder.write("corpus/persoon.md", "# Gesprek\n\n" + kPersonal);
  index(indexer::Privacy::mask);
  ASSERT_EQ(report.masked, 1u);
  serve();
  expect_not_given("persoon.md", kWithheld);
  EXPECT_EQ(source("v1").status, 200);
}

TEST_F(SourceFiles, OfABookAreKeptBackWhenOneChapterIs) {
  const std::string book =
      "---\nid: boek\nchapters: true\n---\n# Boek\n\nVooraf.\n\n# Een\n\nOver jeugd.\n\n# Twee\n\n" + kPersonal;
  for (const auto privacy : {indexer::Privacy::mask, indexer::Privacy::quarantine}) {
    folder.write("corpus/boek.md", book);
    index(privacy);
    serve();
    expect_not_given("boek%2Feen", kWithheld);
  }
  index(indexer::Privacy::report);
  serve();
  EXPECT_EQ(source("boek%2Feen").body, book);
  indexer::forget(folder / "index", "boek/twee");
  serve();
  expect_not_given("boek%2Feen", kWithheld);
}

TEST_F(SourceFiles, ThatNameWhoSpokeOrWroteAreKeptBack) {
  const std::string vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Piet Jansen>Over jeugd in de wijk.</v>\n";
  folder.write("corpus/a.vtt", vtt);
  folder.write("corpus/b.vtt", vtt);
  folder.write("corpus/b.meta.yaml", "speakers: namen\n");
  folder.write("corpus/c.eml", "From: Piet <piet@voorbeeld.example>\nSubject: Jeugd\n\nOver jeugd in de wijk.\n");
  index();
  serve();
  expect_not_given("a.vtt", kWithheld);
  EXPECT_EQ(source("b.vtt").body, vtt);
  expect_not_given("c.eml", kWithheld);
}

TEST_F(SourceFiles, OfClosedDocumentsAreAsUnknownAsAnyOther) {
  folder.write("corpus/geheim.md", "---\naccess: intern\n---\nkwetterfazant");
  index();
  serve();
  EXPECT_EQ(source("geheim.md").status, 404);
  EXPECT_EQ(source("geheim.md").body, source("geheim2.md").body);
}

TEST_F(SourceFiles, ThatChangedOrWentAreNotGiven) {
  folder.write("corpus/weg.md", kText);
  folder.write("corpus/korter.md", kText);
  folder.write("corpus/anders.md", kText);
  folder.write("corpus/naast.md", kText);
  folder.write("corpus/naast.meta.yaml", "kind: verslag\n");
  index();
  serve();
  EXPECT_EQ(source("naast.md").status, 200);
  fs::remove(folder / "corpus/weg.md");
  folder.write("corpus/korter.md", "intern");
  auto other = kText;
  other.back() = '!';  // as long: only its content tells
  folder.write("corpus/anders.md", other);
  folder.write("corpus/naast.meta.yaml", "access: intern\n");
  expect_not_given("weg.md", kGone);
  expect_not_given("korter.md", kGone);
  for (const char* id : {"anders.md", "naast.md"}) {
    EXPECT_EQ(source(id).status, 404) << id;
    EXPECT_THAT(source(id).body, HasSubstr(kGone)) << id;
  }
}

TEST_F(SourceFiles, OutsideTheCorpusAreNotGiven) {
  const auto outside = folder.write("elders/stuk.md", kText);
  fs::create_symlink(outside, folder / "corpus/elders.md");
  fs::create_symlink(folder / "corpus/verslagen/Verslag “Één”.md", folder / "corpus/binnen.md");
  index();
  serve();
  expect_not_given("elders.md", kGone);
  for (const char* id : {"..%2Felders%2Fstuk.md", "%2Fetc%2Fpasswd", "..%2F..%2Fetc%2Fpasswd"})
    EXPECT_EQ(source(id).status, 404) << id;
}

TEST_F(SourceFiles, OfRowsAreNone) {
  folder.write("corpus/rijen.jsonl", json{{"id", "r1"}, {"title", "Rij"}, {"text", "Over jeugd."}}.dump() + "\n");
  index();
  serve();
  expect_not_given("r1", "geen bestand van zichzelf");
}

TEST_F(SourceFiles, AreNotGivenWhereTheAdministratorSaysSo) {
  index();
  serve(false);
  expect_not_given("v1", kGone);
}

}  // namespace
