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
  EXPECT_TRUE(meta.files.empty());
  folder.write("meta.json", "{\"schemaVersion\": \"x\"");
  EXPECT_THROW(read_meta(folder.path()), corpus::Error);
}

TEST(FileMarks, TellWhatIsGoneResizedOrChanged) {
  tests::TemporaryFolder folder;
  for (const char* name : {"database/a.glass", "database/b.glass", "vocabulary/c.ttl", "vocabulary/d.ttl"})
    folder.write(name, std::string("inhoud van ") + name);
  const auto marks = mark_files(folder.path());
  EXPECT_EQ(marks.size(), 4u);
  EXPECT_TRUE(files_changed(folder.path(), marks).empty());
  std::filesystem::remove(folder / "database/a.glass");
  folder.write("database/b.glass", "korter");
  folder.write("vocabulary/c.ttl", "inhoud van vocabulary/x.ttl");
  EXPECT_EQ(files_resized(folder.path(), marks).size(), 2u);
  const auto changed = files_changed(folder.path(), marks);
  ASSERT_EQ(changed.size(), 3u);
  EXPECT_NE(changed[2].find("c.ttl is not as it was written"), std::string::npos);
  write_meta(folder.path(), {kSchemaVersion, "a", "v", 3, 7, "2025-09-24T10:00:00Z", true, "report", marks});
  EXPECT_EQ(read_meta(folder.path()).files, marks);
  EXPECT_THROW(require_whole(read_meta(folder.path()), folder.path()), corpus::Error);
}

TEST(FileMarks, TellADifferenceInAnyBlock) {
  tests::TemporaryFolder folder;
  std::string bytes(3'500'000, 'x');
  folder.write("groot", bytes);
  const auto marks = mark_files(folder.path());
  for (const std::size_t at : {0u, 1'048'575u, 1'048'576u, 2'500'000u, 3'499'999u}) {
    bytes[at] = 'y';
    folder.write("groot", bytes);
    EXPECT_EQ(files_changed(folder.path(), marks).size(), 1u) << at;
    bytes[at] = 'x';
  }
  folder.write("groot", bytes);
  EXPECT_EQ(mark_files(folder.path()), marks);
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
