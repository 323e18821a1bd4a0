#include "search/index/generation.h"

#include <gtest/gtest.h>

#include "corpus/error.h"
#include "search/index.h"
#include "search/schema.h"
#include "tests/support/small_index.h"

namespace search {
namespace {

TEST(Generation, AFolderOfSomeoneElseIsNoIndex) {
  tests::TemporaryFolder folder;
  folder.write("brief.txt", "x");
  EXPECT_THROW(current_generation_or_none(folder.path()), corpus::Error);
  EXPECT_THROW(current_generation(folder / "absent"), corpus::Error);
  EXPECT_TRUE(current_generation_or_none(folder / "absent").empty());
}

TEST(Generation, MetaComesBackAsItWent) {
  tests::TemporaryFolder folder;
  write_meta(folder.path(), {kSchemaVersion, "a", "v", 3, 7, "2025-09-24T10:00:00Z"});
  const auto meta = read_meta(folder.path());
  EXPECT_EQ(meta.documents, 3u);
  EXPECT_EQ(meta.passages, 7u);
  folder.write("meta.json", "{\"schemaVersion\": \"x\"");
  EXPECT_THROW(read_meta(folder.path()), corpus::Error);
}

TEST(Generation, AnotherAnalysisAsksForAFullIndex) {
  try {
    require_compatible({kSchemaVersion, "anders", "", 0, 0, ""}, "/index/generations/000001");
    FAIL();
  } catch (const corpus::Error& error) {
    EXPECT_NE(error.line().find("--full"), std::string::npos);
  }
}

TEST(Index, ReadersAreLentOneAtATime) {
  const tests::SmallIndex index(std::vector{tests::document("a", "De wijk.")});
  { const auto first = index->lease(); }
  const auto second = index->lease();
  EXPECT_EQ(second->database.get_doccount(), 1u);
}

TEST(Index, ADamagedDatabaseIsAClearError) {
  tests::TemporaryFolder folder;
  const auto file = folder.write("a.txt", "Een wijk met zorgen.");
  indexer::Options options{.corpus = {file}, .index = folder / "index", .vocabulary = {}, .full = false, .jobs = 1};
  indexer::run(options);
  const auto generation = current_generation(options.index);
  for (const auto& entry : std::filesystem::directory_iterator(database_path(generation)))
    std::filesystem::resize_file(entry.path(), 10);
  EXPECT_THROW(Index::open(options.index), corpus::Error);
}

}  // namespace
}  // namespace search
