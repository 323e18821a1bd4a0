// Going back a generation, erasing a document, and the record of the last run.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/maintenance.h"
#include "indexer/publish.h"
#include "indexer/run_record.h"
#include "tests/indexer/corpus_folder.h"

namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Files anywhere in a folder whose bytes hold a text.
std::vector<std::string> files_with(const fs::path& folder, const std::string& text) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (bytes.find(text) != std::string::npos) found.push_back(entry.path().string());
  }
  return found;
}

class Maintenance : public testing::Test {
 protected:
  void version(int number) const {
    corpus.write("a.md", "# A\n\nversie" + std::to_string(number) + " van het verslag");
    corpus.run();
  }
  tests::CorpusFolder corpus;
};

using Rollback = Maintenance;

TEST_F(Rollback, PutsThePreviousGenerationBackAndOnceMoreGoesForward) {
  version(1);
  version(2);
  version(3);
  EXPECT_FALSE(indexer::rollback(corpus.index()).forward);
  EXPECT_THAT(corpus.ids("versie2"), ElementsAre("a.md"));
  EXPECT_THAT(corpus.ids("versie3"), IsEmpty());
  EXPECT_THAT(indexer::check(corpus.index(), {}), IsEmpty());
  EXPECT_TRUE(indexer::rollback(corpus.index()).forward);
  EXPECT_THAT(corpus.ids("versie3"), ElementsAre("a.md"));
  EXPECT_FALSE(indexer::rollback(corpus.index()).forward) << "and back again";
  corpus.run();
  EXPECT_THAT(corpus.ids("versie3"), ElementsAre("a.md")) << "a run makes the index equal to the corpus";
  indexer::rollback(corpus.index());
  EXPECT_THAT(corpus.ids("versie2"), ElementsAre("a.md")) << "what was current before the run";
}

TEST_F(Rollback, SaysThatThereIsNothingToGoBackTo) {
  EXPECT_THROW(indexer::rollback(corpus.index()), corpus::Error);
  EXPECT_FALSE(fs::exists(corpus.index())) << "asking makes no folder";
  version(1);
  EXPECT_THROW(indexer::rollback(corpus.index()), corpus::Error);
  EXPECT_THAT(corpus.ids("versie1"), ElementsAre("a.md"));
}

TEST_F(Rollback, CutShortLeavesTheFormerState) {
  version(1);
  version(2);
  // The link that comes first is there, the switch is not.
  fs::create_symlink(fs::read_symlink(corpus.index() / "current"), corpus.index() / "undone");
  EXPECT_THAT(corpus.ids("versie2"), ElementsAre("a.md"));
  EXPECT_FALSE(indexer::rollback(corpus.index()).forward);
  EXPECT_THAT(corpus.ids("versie1"), ElementsAre("a.md"));
}

TEST_F(Rollback, RefusesADamagedGeneration) {
  version(1);
  version(2);
  fs::resize_file(corpus.index() / "generations" / "000001" / "words", 0);
  EXPECT_THROW(indexer::rollback(corpus.index()), corpus::Error);
  EXPECT_THAT(corpus.ids("versie2"), ElementsAre("a.md"));
}

using Forget = Maintenance;

TEST_F(Forget, LeavesNoBytesOfTheDocumentInAnyFileOfTheIndex) {
  corpus.write("weg.md", "# Xylofoonspel\n\nDe Qwertyman speelt xylofoonspel in het park.");
  for (int i = 0; i < 30; ++i) corpus.write("c" + std::to_string(i) + ".md", "# Verslag\n\nGewone tekst.");
  corpus.run();
  corpus.write("c0.md", "# Verslag\n\nAndere tekst.");
  corpus.run();
  ASSERT_FALSE(files_with(corpus.index(), "xylofoonspel").empty());
  const auto before = corpus.open();

  const auto erased = indexer::forget(corpus.index(), "weg.md");
  EXPECT_EQ(erased.generations, 2u);
  for (const std::string text : {"xylofoonspel", "Xylofoonspel", "ylofoons", "Qwertyman", "qwertyman"})
    EXPECT_THAT(files_with(corpus.index(), text), IsEmpty()) << text;
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty());
  EXPECT_EQ(corpus.open()->meta().documents, 30u);
  EXPECT_TRUE(before->document("weg.md")) << "an open generation stays in service until the next one is taken over";
  indexer::rollback(corpus.index());
  EXPECT_EQ(corpus.open()->meta().documents, 30u);
  EXPECT_THAT(corpus.ids("xylofoonspel"), IsEmpty()) << "also in the previous generation";
}

TEST_F(Forget, KeepsTheDocumentOutWhileItsFileIsThere) {
  corpus.write("weg.md", "# Xylofoonspel\n\nover xylofoonspel");
  corpus.write("b.md", "# B\n\ntekst");
  corpus.run();
  indexer::forget(corpus.index(), "weg.md");
  for (const bool full : {false, true}) {
    const auto report = corpus.run(full);
    EXPECT_THAT(corpus.ids("xylofoonspel"), IsEmpty());
    EXPECT_EQ(report.forgotten, 1u);
    EXPECT_THAT(report.warnings, testing::Contains(HasSubstr("weg.md")));
    EXPECT_THAT(files_with(corpus.index(), "ylofoons"), IsEmpty());
  }
  corpus.write("weg.md", "# Xylofoonspel\n\nnog eens over xylofoonspel");
  corpus.run();
  EXPECT_THAT(corpus.ids("xylofoonspel"), IsEmpty()) << "changed, under the same id";
  corpus.write("weg.md", "# Xylofoonspel\n\nover xylofoonspel");
  corpus.move("weg.md", "elders/anders.md");
  corpus.run(true);
  EXPECT_THAT(corpus.ids("xylofoonspel"), IsEmpty()) << "the same content elsewhere";
  EXPECT_TRUE(indexer::forget(corpus.index(), "weg.md").known);
}

TEST_F(Forget, OfARowAndAfterARollbackKeepsWhichGenerationIsWhich) {
  corpus.write("d.jsonl", tests::json_line("weg", "over xylofoonspel") + tests::json_line("b", "versie1"));
  corpus.run();
  corpus.write("d.jsonl", tests::json_line("weg", "over xylofoonspel") + tests::json_line("b", "versie2"));
  corpus.run();
  indexer::rollback(corpus.index());
  indexer::forget(corpus.index(), "weg");
  EXPECT_THAT(corpus.ids("versie1"), ElementsAre("b"));
  EXPECT_THAT(files_with(corpus.index(), "ylofoons"), IsEmpty());
  EXPECT_TRUE(indexer::rollback(corpus.index()).forward);
  EXPECT_THAT(corpus.ids("versie2"), ElementsAre("b"));
  EXPECT_THAT(corpus.ids("xylofoonspel"), IsEmpty());
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty());
}

TEST_F(Forget, OfAnUnknownDocumentIsRefused) {
  version(1);
  EXPECT_THROW(indexer::forget(corpus.index(), "niets"), corpus::Error);
  EXPECT_FALSE(fs::exists(corpus.index() / "forgotten.json"));
}

using RunRecord = Maintenance;

TEST_F(RunRecord, TellsOfTheLastRunAndWhatFailed) {
  corpus.write("kapot.html", "niet \xff utf8");
  version(1);
  const auto record = indexer::read_run_record(corpus.index());
  ASSERT_TRUE(record);
  EXPECT_EQ((*record)["outcome"], "done");
  EXPECT_EQ((*record)["report"]["failed"].at(0)["path"], "kapot.html");
}

TEST_F(RunRecord, OfASecondWriterIsNotWritten) {
  version(1);
  const auto record = indexer::read_run_record(corpus.index());
  const indexer::IndexFolder held(corpus.index());
  EXPECT_THROW(corpus.run(), corpus::Error);
  EXPECT_EQ(indexer::read_run_record(corpus.index()), record);
  EXPECT_THAT(indexer::lock_holder(corpus.index()), HasSubstr("process"));
}

}  // namespace
