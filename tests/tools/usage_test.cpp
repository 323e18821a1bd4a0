// How the program speaks: exit codes, one line an error, help with examples.
#include <gmock/gmock.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using tests::kExample;
using tests::praktijkbank;

MATCHER(IsOneLine, "one line that begins with the program's name") {
  return arg.starts_with("praktijkbank: ") && arg.ends_with('\n') && std::ranges::count(arg, '\n') == 1;
}

TEST(Usage, WrongUsageIsTwoAndOneLine) {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"fiets"},
      {"--fiets"},
      {"index"},
      {"index", "--index", "x"},
      {"index", "--corpus", "x", "--index", "y", "--jobs", "0"},
      {"index", "--corpus", "x", "--index", "y", "--jobs", "veel"},
      {"index", "--corpus", "x", "--index", "y", "--privacy", "weg"},
      {"index", "--corpus", "x", "--index", "y", "--log", "xml"},
      {"rollback"},
      {"forget", "--index", "x"},
      {"search", "--index", "x"},
      {"search", "query"},
      {"search", "--index", "x", "--limit", "0", "q"},
      {"search", "--index", "x", "--limit", "101", "q"},
      {"search", "--index", "x", "--sort", "random", "q"},
      {"search", "--index", "x", "--from", "gisteren", "q"},
      {"search", "--index", "x", "--to", "2025-02-30", "q"},
      {"serve"},
      {"serve", "--index", "x", "--listen", "8080"},
      {"serve", "--index", "x", "--listen", "127.0.0.1:99999"},
      {"evaluate", "--index", "x"},
      {"analyze"},
      {"check"},
  };
  for (const auto& arguments : wrong) {
    const auto outcome = praktijkbank(arguments);
    EXPECT_EQ(outcome.code, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.err, IsOneLine()) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Usage, EveryCommandHasHelpWithExamples) {
  EXPECT_EQ(praktijkbank({"--help"}).code, 0);
  EXPECT_THAT(praktijkbank({"--version"}).out, StartsWith("praktijkbank "));
  for (const char* command : {"index", "serve", "search", "evaluate", "analyze", "check", "excerpt", "book"}) {
    const auto outcome = praktijkbank({command, "--help"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, HasSubstr(std::string("Examples:\n  praktijkbank ") + command)) << command;
    EXPECT_THAT(outcome.err, IsEmpty());
  }
}

TEST(Usage, WhatIsNotPossibleIsThreeAndOneLine) {
  const tests::TemporaryFolder folder;
  const auto index = (folder / "index").string();
  const auto other = folder.write("other/thesis.txt", "x").parent_path().string();
  folder.write("broken/x.ttl", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<a> skos:prefLabel \"x\n");
  const std::vector<std::vector<std::string>> impossible = {
      {"index", "--corpus", (folder / "nowhere").string(), "--index", index},
      {"index", "--corpus", kExample, "--index", other},
      {"index", "--corpus", kExample, "--index", index, "--vocabulary", (folder / "nowhere").string()},
      {"index", "--corpus", kExample, "--index", index, "--vocabulary", (folder / "broken").string()},
      {"search", "--index", index, "q"},
      {"search", "--index", other, "q"},
      {"serve", "--index", index, "--listen", "127.0.0.1:0"},
      {"check", "--index", index},
      {"evaluate", "--index", index, "--queries", "/nowhere", "--qrels", "/nowhere"},
  };
  for (const auto& arguments : impossible) {
    const auto outcome = praktijkbank(arguments);
    EXPECT_EQ(outcome.code, 3) << testing::PrintToString(arguments) << outcome.err;
    EXPECT_THAT(outcome.err, IsOneLine()) << testing::PrintToString(arguments);
  }
  EXPECT_FALSE(std::filesystem::exists(index)) << "a run that can't begin leaves nothing behind";
  EXPECT_TRUE(std::filesystem::exists(other + "/thesis.txt"));
  EXPECT_FALSE(std::filesystem::exists(other + "/lock"));
}

TEST(Usage, TheVocabularysMistakeIsNamedWithFileAndLine) {
  const tests::TemporaryFolder folder;
  folder.write("v/eigen.ttl", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n<a> a skos:Concept ;;; , .\n");
  const auto outcome = praktijkbank(
      {"index", "--corpus", kExample, "--index", (folder / "index").string(), "--vocabulary", (folder / "v").string()});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("eigen.ttl:3"));
}

TEST(Usage, AnalyzeNeedsNoIndexAndSplitsCompounds) {
  const auto outcome = praktijkbank({"analyze", "--json", "Woninginbraken", "thema's"});
  EXPECT_EQ(outcome.code, 0);
  const auto tokens = json::parse(outcome.out).at("tokens");
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[0]["text"], "Woninginbraken");
  EXPECT_EQ(tokens[0]["normalized"], "woninginbraken");
  EXPECT_EQ(tokens[0]["parts"].size(), 2u);
  EXPECT_EQ(tokens[1]["normalized"], "themas");
  EXPECT_EQ(tokens[1]["parts"], json::array());
  EXPECT_THAT(praktijkbank({"analyze", "woninginbraken"}).out, HasSubstr("woning + "));
}

TEST(Usage, IndexReportsSearchFindsAndCheckAgrees) {
  const tests::TemporaryFolder folder;
  const auto index = (folder / "index").string(), report_file = (folder / "report.json").string();
  const auto indexed = praktijkbank({"index", "--corpus", kExample, "--index", index, "--report", report_file});
  ASSERT_EQ(indexed.code, 0) << indexed.err;
  EXPECT_THAT(indexed.out, IsEmpty());
  std::ifstream in(report_file);
  const auto report = json::parse(in);
  std::vector<std::string> keys;
  for (const auto& [key, value] : report.items()) keys.push_back(key);
  EXPECT_THAT(
      keys, testing::UnorderedElementsAre("documents", "passages", "added", "changed", "moved", "removed", "unchanged",
                                          "failed", "unknownFacetValues", "warnings", "seconds", "masked",
                                          "quarantined", "forgotten", "personalData", "personalDataByKind"));
  EXPECT_GT(report["documents"], 20);
  EXPECT_EQ(report["added"], report["documents"]);

  const auto quiet = praktijkbank({"index", "--corpus", kExample, "--index", index, "--quiet"});
  EXPECT_EQ(quiet.code, 0);
  EXPECT_THAT(quiet.err, IsEmpty());

  const auto found = praktijkbank({"search", "--index", index, "--json", "--limit", "3", "buurtpreventie"});
  EXPECT_EQ(found.code, 0);
  const auto page = json::parse(found.out);
  EXPECT_GT(page["totaal"], 0);
  EXPECT_LE(page["resultaten"].size(), 3u);
  EXPECT_THAT(praktijkbank({"search", "--index", index, "--explain", "buurtpreventie"}).out, HasSubstr("1. "));
  EXPECT_EQ(praktijkbank({"search", "--index", index, ""}).code, 0);
  EXPECT_EQ(praktijkbank({"search", "--index", index, "--", "-buurtpreventie"}).code, 0);
  const auto filtered =
      praktijkbank({"search", "--index", index, "--json", "--kind", "verslag", "--kind", "conclusie", ""});
  const auto filtered_answer = json::parse(filtered.out);
  for (const auto& hit : filtered_answer["resultaten"])
    EXPECT_THAT(hit["soort"], testing::AnyOf("verslag", "conclusie"));

  const auto checked = praktijkbank({"check", "--index", index, "--corpus", kExample});
  EXPECT_EQ(checked.code, 0) << checked.out;
  folder.write("less/x.md", "# X");
  const auto differs = praktijkbank({"check", "--index", index, "--corpus", (folder / "less").string()});
  EXPECT_EQ(differs.code, 1);
  EXPECT_THAT(differs.out, HasSubstr("added: x.md"));
}

TEST(Usage, FailedDocumentsMakeTheExitCodeOneAndAreListed) {
  const tests::TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 25; ++i) lines += "{kapot\n";
  folder.write("corpus/d.jsonl", lines + "{\"id\":\"goed\",\"title\":\"t\",\"text\":\"x\"}\n");
  const auto outcome =
      praktijkbank({"index", "--corpus", (folder / "corpus").string(), "--index", (folder / "i").string()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("d.jsonl:20: "));
  EXPECT_THAT(outcome.err, HasSubstr("… and 5 more, see --report"));
  EXPECT_THAT(outcome.err, HasSubstr("1 document, "));
}

}  // namespace
