// One writer, and readers that never see half a generation.
#include <gmock/gmock.h>

#include <sys/file.h>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "corpus/error.h"
#include "indexer/publish.h"
#include "tests/indexer/corpus_folder.h"

namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

std::vector<std::string> entries(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  return names;
}

TEST(Publish, AnOpenGenerationStaysInServiceAndTheFormerOneIsKept) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.run();
  const auto before = corpus.open();
  for (int i = 2; i <= 4; ++i) {
    corpus.write("a.md", "# A\n\nversie " + std::to_string(i));
    corpus.run();
  }
  EXPECT_THAT(entries(corpus.index() / "generations"), UnorderedElementsAre("000003", "000004"));
  search::Request request;
  request.query = "drugsdumping";
  EXPECT_EQ(search::search(*before, request).total, 1u) << "a reader of a generation that is gone goes on";
}

TEST(Publish, ASecondWriterIsTurnedAwayWithTheNameOfTheFirst) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A");
  corpus.run();
  const indexer::IndexFolder held(corpus.index());
  try {
    corpus.run();
    FAIL();
  } catch (const corpus::Error& error) {
    EXPECT_EQ(error.kind(), corpus::ErrorKind::not_possible);
    EXPECT_THAT(error.what(), HasSubstr("process " + std::to_string(::getpid())));
  }
}

TEST(Publish, LeftoversOfARunThatDidNotFinishAreCleared) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.run();
  corpus.folder().write("index/generations/.tmp-1/shards/0/0/postlist.glass", "half");
  corpus.folder().write("index/generations/000002/meta.json", "{}");  // renamed, but never made current
  EXPECT_EQ(corpus.run().unchanged, 1u);
  EXPECT_THAT(entries(corpus.index() / "generations"), ElementsAre("000001"));
}

TEST(Publish, LeftoversOfAFirstRunDoNotPassForAnotherProgram) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.folder().write("index/lock", "");
  corpus.folder().write("index/generations/.tmp-1/generation/meta.json", "{}");
  EXPECT_EQ(corpus.run().added, 1u);
}

TEST(Publish, AFolderOfSomethingElseIsLeftAlone) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A");
  corpus.folder().write("index/belangrijk.txt", "x");
  EXPECT_THROW(corpus.run(), corpus::Error);
  EXPECT_THAT(entries(corpus.index()), ElementsAre("belangrijk.txt"));
}

TEST(Publish, AnIndexOfAnotherProgramVersionIsMadeAnewByItself) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.run();
  auto meta = search::read_meta(corpus.index() / "current");
  meta.analysis_fingerprint = "another";
  search::write_meta(corpus.index() / "current", meta);
  EXPECT_THROW(corpus.open(), corpus::Error);
  EXPECT_EQ(corpus.run().changed, 1u);
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("a.md"));
}

}  // namespace
