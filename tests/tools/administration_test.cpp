// What an administrator runs every night and now and then: logs, reports, watching, status, going back and erasing.
#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "search/excerpts/folders.h"
#include "server/reports.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using tests::content;
using tests::praktijkbank;

class Administration : public testing::Test {
 protected:
  Administration() {
    folder.write("c/a.md",
                 "---\ntitle: '<b>Verslag</b> van 06-12345678'\n---\nBel 06-12345678 over buurtpreventie in Breda.");
    folder.write("c/kapot.html", "niet \xff utf8");
  }
  std::string corpus() const { return (folder / "c").string(); }
  std::string index() const { return (folder / "i").string(); }
  tests::Outcome run(std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"index", "--corpus", corpus(), "--index", index()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return praktijkbank(arguments);
  }
  int total(const std::string& query) const {
    const auto out = praktijkbank({"search", "--index", index(), "--json", query}).out;
    return json::parse(out).at("totaal").get<int>();
  }
  tests::TemporaryFolder folder;
};

TEST_F(Administration, TheLogAsJsonIsAnObjectALineAndHoldsNoPersonalData) {
  const auto outcome = run({"--log", "json"});
  EXPECT_EQ(outcome.code, 1);
  std::set<std::string> events;
  std::istringstream lines(outcome.err);
  for (std::string line; std::getline(lines, line);) {
    const auto event = json::parse(line);
    EXPECT_TRUE(event.contains("time")) << line;
    events.insert(event.at("event").get<std::string>());
  }
  EXPECT_THAT(events, testing::IsSupersetOf({"progress", "failed", "personalData", "summary"}));
  EXPECT_THAT(outcome.err, Not(HasSubstr("12345678")));
}

TEST_F(Administration, ReportsAreWrittenAsJsonAndAsAPage) {
  const auto as_json = (folder / "r.json").string(), page = (folder / "r.html").string();
  EXPECT_EQ(run({"--report", as_json, "--report", page}).code, 1);
  const auto report = json::parse(content(as_json));
  EXPECT_EQ(report["personalData"].at(0)["findings"].at(0)["kind"], "phone");
  EXPECT_EQ(report["failed"].at(0)["path"], "kapot.html");
  const auto html = content(page);
  for (const char* part : {"kapot.html", "telefoonnummer in deel", "Breda", "&lt;b&gt;", "<html lang=\"nl\">"})
    EXPECT_THAT(html, HasSubstr(part));
  for (const char* part : {"12345678", "<b>Verslag", "<script"}) EXPECT_THAT(html, Not(HasSubstr(part)));
}

TEST_F(Administration, StatusTellsOfTheLastRunAndThePreviousGeneration) {
  run();
  folder.write("c/b.md", "# B\n\nnog een");
  run();
  const auto status = json::parse(praktijkbank({"status", "--index", index(), "--json"}).out);
  EXPECT_EQ(status["previous"]["generation"], "000001");
  EXPECT_EQ(status["lastRun"]["outcome"], "done");
  EXPECT_EQ(status["lastRun"]["report"]["failed"].size(), 1u);
  EXPECT_TRUE(status["lockedBy"].is_null());
  EXPECT_THAT(praktijkbank({"status", "--index", index()}).out, HasSubstr("kapot.html: not valid UTF-8"));
}

TEST_F(Administration, GoesBackAndErases) {
  run();
  folder.write("c/a.md", "# Verslag\n\nNu over drugsdumping.");
  run();
  EXPECT_EQ(praktijkbank({"rollback", "--index", index()}).code, 0);
  EXPECT_EQ(total("buurtpreventie"), 1);
  EXPECT_EQ(praktijkbank({"forget", "--index", index(), "a.md"}).code, 0);
  EXPECT_EQ(total("buurtpreventie"), 0);
  EXPECT_EQ(praktijkbank({"forget", "--index", index(), "niets"}).code, 3);
}

TEST_F(Administration, ErasesAlsoWhatVisitorsLeftBehind) {
  run();
  const auto data = folder / "data";
  search::Folders folders(data);
  const auto key = folders.create();
  search::Excerpt excerpt;
  excerpt.document = "a.md";
  excerpt.passage = "p1";
  ASSERT_TRUE(folders.add(key, excerpt));
  excerpt.document = "b.md";
  ASSERT_TRUE(folders.add(key, excerpt));
  server::Reports reports(data);
  reports.add({"a.md", "thema", "jeugd", "fout"}, "1");
  reports.add({"b.md", "", "", "ook fout: a.md"}, "1");
  std::ofstream(data / server::Reports::kFile, std::ios::app) << "{\"document\": \"a.md\", afgebroken";

  const auto outcome = praktijkbank({"forget", "--index", index(), "--data", data.string(), "a.md"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Erased 1 kept excerpt and 2 reports of mistakes."));
  const auto left = folders.find(key)->excerpts;
  ASSERT_EQ(left.size(), 1u);
  EXPECT_EQ(left.front().document, "b.md");
  const auto kept = reports.all();
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept.front().report.document, "b.md");
  reports.add({"b.md", "", "", "nog een"}, "1");
  EXPECT_EQ(reports.all().size(), 2u) << "a server that is there meanwhile goes on with the new file";
  for (const auto& file : fs::directory_iterator(data))
    EXPECT_THAT(content(file.path()), Not(HasSubstr("afgebroken"))) << file.path();
}

TEST_F(Administration, ErasingNamesFilesThatItCantAnswerFor) {
  run();
  const auto left = folder.write("data/kopie/oud.txt", "…");
  const auto data = (folder / "data").string();
  const auto outcome = praktijkbank({"forget", "--index", index(), "--data", data, "a.md"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr(left.string()));
  EXPECT_FALSE(fs::exists(folder / "data" / search::Folders::kFile)) << "nothing is made to erase from";
}

TEST_F(Administration, ErasingChecksTheDataFolderBeforeItBegins) {
  run();
  EXPECT_EQ(praktijkbank({"forget", "--index", index(), "--data", (folder / "x").string(), "a.md"}).code, 3);
  EXPECT_EQ(total("buurtpreventie"), 1);
}

TEST_F(Administration, StatusShowsTheMistakesThatWereReported) {
  run();
  const auto data = folder / "data";
  server::Reports(data).add({"a.md", "thema", "jeugd", "gaat niet\nover jeugd \x1b[31m"}, "1");
  const auto shown = praktijkbank({"status", "--index", index(), "--data", data.string()}).out;
  EXPECT_THAT(shown, HasSubstr("1 mistake\n"));
  EXPECT_THAT(shown, HasSubstr("a.md [thema jeugd]: gaat niet over jeugd"));
  EXPECT_THAT(shown, Not(HasSubstr("\x1b")));
  const auto status = json::parse(praktijkbank({"status", "--index", index(), "--data", data.string(), "--json"}).out);
  EXPECT_EQ(status["reportsOfMistakes"].at(0)["value"], "jeugd");
  EXPECT_FALSE(json::parse(praktijkbank({"status", "--index", index(), "--json"}).out).contains("reportsOfMistakes"));
}

TEST_F(Administration, WatchingFollowsTheCorpusAndSurvivesAFolderThatIsGone) {
  tests::Running watch({"index", "--corpus", corpus(), "--index", index(), "--watch", "--quiet"});
  const auto comes = [&](const std::string& query, int expected) {
    for (int i = 0; i < 300; ++i) {
      if (fs::exists(folder / "i/current") && total(query) == expected) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  };
  EXPECT_TRUE(comes("buurtpreventie", 1));
  folder.write("c/b.md", "# B\n\nnieuw over drugsdumping");
  EXPECT_TRUE(comes("drugsdumping", 1));
  fs::rename(folder / "c", folder / "weg");
  std::this_thread::sleep_for(std::chrono::seconds(4));
  EXPECT_FALSE(watch.ended());
  EXPECT_EQ(total("drugsdumping"), 1) << "a folder that is gone empties nothing";
  fs::rename(folder / "weg", folder / "c");
  folder.write("c/b.md", "# B\n\nnieuw over vakantieparken");
  EXPECT_TRUE(comes("vakantieparken", 1));
}

TEST_F(Administration, WatchingAFolderThatWasNeverThereEndsAtOnce) {
  EXPECT_EQ(praktijkbank({"index", "--corpus", (folder / "x").string(), "--index", index(), "--watch"}).code, 3);
}

}  // namespace
