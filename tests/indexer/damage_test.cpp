// A damaged index is noticed, said and made anew by the next run.
#include <gmock/gmock.h>

#include <fstream>
#include <functional>

#include "corpus/error.h"
#include "search/index/generation.h"
#include "tests/indexer/corpus_folder.h"

namespace {
namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void append(const fs::path& path) { std::ofstream(path, std::ios::app) << "rommel\n"; }

class Damage : public testing::Test {
 protected:
  Damage() {
    for (int i = 0; i < 10; ++i) {
      const auto name = "rest/" + std::to_string(i) + ".md";
      corpus.write(name, "# Rest " + std::to_string(i) + "\n\nover drugsdumping");
      corpus.age(name);
    }
    corpus.write("oud.md", "# Verhuisd\n\nover jeugdoverlast");
    corpus.run();
    corpus.move("oud.md", "nieuw.md");
    corpus.run();
  }
  fs::path generation() const { return corpus.index() / "current/"; }

  void expect_made_anew(const std::string& name, bool ids_known) {
    const auto report = corpus.run();
    EXPECT_THAT(report.warnings, Contains(testing::AllOf(HasSubstr(name), HasSubstr("read anew")))) << name;
    EXPECT_EQ(report.documents, 11u);
    EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre(ids_known ? "oud.md" : "nieuw.md")) << name;
    EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty()) << name;
    EXPECT_THAT(corpus.run().warnings, IsEmpty()) << "said once";
  }
  tests::CorpusFolder corpus;
};

TEST_F(Damage, ATruncatedDatabaseIsMadeAnewKeepingTheIds) {
  const auto file = search::database_path(generation()) / "postlist.glass";
  fs::resize_file(file, fs::file_size(file) / 2);
  EXPECT_THROW(corpus.open(), corpus::Error);
  expect_made_anew("postlist.glass", true);
}

TEST_F(Damage, AVocabularyWithJunkIsMadeAnew) {
  append(search::vocabulary_path(generation()) / "themas.ttl");
  EXPECT_THROW(corpus.open(), corpus::Error);
  expect_made_anew("themas.ttl", true);
}

TEST_F(Damage, ABrokenListOfSuggestionsIsNamedAndMadeAnew) {
  append(generation() / "words");
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), Contains(HasSubstr("words has ")));
  expect_made_anew("words", true);
}

TEST_F(Damage, AMissingFileIsMadeAnew) {
  fs::remove(search::database_path(generation()) / "docdata.glass");
  expect_made_anew("docdata.glass", true);
}

TEST_F(Damage, AMissingOrBrokenMetaFileIsMadeAnew) {
  fs::remove(generation() / "meta.json");
  expect_made_anew("meta.json", true);
  append(generation() / "meta.json");
  expect_made_anew("meta.json", true);
}

TEST_F(Damage, ABrokenManifestIsMadeAnewWithIdsFromThePaths) {
  std::ofstream(search::manifest_path(generation()), std::ios::trunc) << "rommel\n";
  expect_made_anew("files.jsonl", false);
}

TEST_F(Damage, DamageOfTheSameSizeIsNotCopiedIntoTheNextGeneration) {
  {
    std::fstream file(search::database_path(generation()) / "termlist.glass", std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(search::database_path(generation()) / "termlist.glass")) - 8);
    file << "rommel";
  }
  corpus.write("nog een.md", "# Nog een\n\nover woninginbraak");
  const auto report = corpus.run();
  EXPECT_THAT(report.warnings, Contains(HasSubstr("termlist.glass")));
  EXPECT_EQ(report.added, 1u);
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty());
}

}  // namespace
