// Whatever lies in a corpus costs itself at most: it is named in the report, and the rest is found.
#include <gmock/gmock.h>

#include <sys/stat.h>
#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using tests::praktijkbank;

class HostileCorpus : public testing::Test {
 protected:
  HostileCorpus() { folder.write("corpus/goed.md", "# Goed\n\nover drugsdumping"); }

  /// Paths that failed, after the good document was found beside them.
  json failed() {
    const auto outcome = praktijkbank({"index", "--corpus", (folder / "corpus").string(), "--index", index(),
                                       "--report", (folder / "report.json").string()});
    EXPECT_TRUE(outcome.code == 0 || outcome.code == 1) << outcome.code << outcome.err;
    std::ifstream in(folder / "report.json");
    report = json::parse(in);
    EXPECT_EQ(outcome.code, report["failed"].empty() ? 0 : 1);
    const auto found = praktijkbank({"search", "--index", index(), "--json", "drugsdumping"});
    EXPECT_EQ(json::parse(found.out)["totaal"], 1);
    return report["failed"];
  }
  std::string index() const { return (folder / "index").string(); }

  tests::TemporaryFolder folder;
  json report;
};

TEST_F(HostileCorpus, ABinaryFileThatSaysItIsText) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes.push_back(static_cast<char>(i * 7919 >> 3));
  folder.write("corpus/binair.txt", bytes);
  const auto rows = failed();
  for (const auto& row : rows) EXPECT_EQ(row["path"], "binair.txt");
  EXPECT_EQ(report["documents"].get<int>() + static_cast<int>(rows.size()), 2);
}

TEST_F(HostileCorpus, AnEmptyFileAndOneOfInvalidUtf8) {
  folder.write("corpus/leeg.md", "");
  folder.write("corpus/leeg.html", "");
  folder.write("corpus/leeg.jsonl", "");
  folder.write("corpus/wit.jsonl", "\n  \n");
  folder.write("corpus/fout.md", "# Fout\n\n\xff\xfe\xc3\x28 tekst");
  EXPECT_EQ(failed().size(), 5u);
  EXPECT_EQ(failed().size(), 5u) << "they are named again";
}

TEST_F(HostileCorpus, BrokenFrontMatterAndWrongTypes) {
  folder.write("corpus/a.md", "---\ntitle: [unclosed\n---\n\n# A");
  folder.write("corpus/b.txt", "tekst");
  folder.write("corpus/b.meta.yaml", "themes: {a: {b: c}}\n  - x: [");
  folder.write("corpus/c.jsonl", "{\"id\":1,\"title\":[],\"text\":{}}\n{\"id\":\"x\",\"title\":\"x\",\"text\":null}\n");
  std::vector<std::string> paths;
  for (const auto& row : failed()) paths.push_back(row["path"]);
  EXPECT_THAT(paths, testing::UnorderedElementsAre("a.md", "b.txt", "c.jsonl:1", "c.jsonl:2"));
}

TEST_F(HostileCorpus, HtmlNestedAHundredThousandDeep) {
  std::string html = "<html><body>";
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  folder.write("corpus/diep.html", html + "tekst");
  const auto rows = failed();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["path"], "diep.html");
}

TEST_F(HostileCorpus, ALineOfAHundredMegabytesCostsNeitherMemoryNorItsNeighbours) {
  {
    std::ofstream out(folder / "corpus/d.jsonl");
    out << "{\"id\":\"voor\",\"title\":\"t\",\"text\":\"x\"}\n{\"id\":\"groot\",\"title\":\"t\",\"text\":\"";
    const std::string block(1 << 20, 'x');
    for (int i = 0; i < 100; ++i) out << block;
    out << "\"}\n{\"id\":\"na\",\"title\":\"t\",\"text\":\"x\"}\n";
  }
  const auto rows = failed();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["path"], "d.jsonl:2");
  EXPECT_EQ(report["documents"], 3);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LT(tests::peak_memory_of_children(), 150u << 20);
#endif
}

TEST_F(HostileCorpus, WhatIsNoFile) {
  fs::create_directories(folder / "corpus/map.md/binnen");
  folder.write("corpus/map.md/binnen/x.md", "# Binnen");
  fs::create_symlink("/nowhere", folder / "corpus/weg.md");
  fs::create_symlink("zelf.md", folder / "corpus/zelf.md");
  fs::create_symlink("/dev/zero", folder / "corpus/eindeloos.md");
  fs::create_symlink("/proc/self/mem", folder / "corpus/stuk.md");  // opens, then fails or is empty
  ASSERT_EQ(::mkfifo((folder / "corpus/pijp.md").c_str(), 0600), 0);
  std::vector<std::string> paths;
  for (const auto& row : failed()) paths.push_back(row["path"]);
  EXPECT_THAT(paths, testing::IsSupersetOf({"weg.md", "zelf.md", "eindeloos.md", "pijp.md"}));
  EXPECT_GE(report["documents"], 2);
}

TEST_F(HostileCorpus, ANameThatIsNoUtf8OrHoldsALineBreak) {
  folder.write("corpus/na\xff\xfe.md", "# Raar\n\ntekst");
  folder.write("corpus/twee\nregels.md", "# Raar\n\ntekst");
  EXPECT_TRUE(failed().empty());
  EXPECT_EQ(report["documents"], 3);
}

TEST_F(HostileCorpus, ADocumentWithAVeryLongIdAndVeryLongWords) {
  folder.write("corpus/d.jsonl",
               json{{"id", std::string(5000, 'i')}, {"title", "t"}, {"text", std::string(70'000, 'w')}}.dump() + "\n");
  EXPECT_TRUE(failed().empty());
  EXPECT_EQ(report["documents"], 2);
  EXPECT_EQ(praktijkbank({"check", "--index", index(), "--corpus", (folder / "corpus").string()}).code, 0);
}

}  // namespace
