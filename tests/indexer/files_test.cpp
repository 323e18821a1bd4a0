#include "indexer/files.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "corpus/file.h"
#include "tests/support/temporary_folder.h"

namespace {
namespace fs = std::filesystem;
using indexer::find_files;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> names(const indexer::Listing& listing) {
  std::vector<std::string> names;
  for (const auto& file : listing.files) names.push_back(file.name);
  return names;
}

TEST(Files, AreFoundInFoldersInOrderOfName) {
  const tests::TemporaryFolder folder;
  folder.write("b/z.md", "z");
  folder.write("b/a.txt", "a");
  folder.write("a.html", "<p>a");
  folder.write("c.jsonl", "");
  EXPECT_THAT(names(find_files({folder.path()})), ElementsAre("a.html", "b/a.txt", "b/z.md", "c.jsonl"));
}

TEST(Files, HiddenOnesAreLeftOut) {
  const tests::TemporaryFolder folder;
  folder.write(".git/x.md", "x");
  folder.write(".hidden.md", "x");
  folder.write("seen.md", "x");
  EXPECT_THAT(names(find_files({folder.path()})), ElementsAre("seen.md"));
}

TEST(Files, OfUnknownFormatsAreCountedInOneWarningAKind) {
  const tests::TemporaryFolder folder;
  for (const char* name : {"a.xyz", "b.xyz", "c.xyz", "README"}) folder.write(name, "x");
  EXPECT_THAT(find_files({folder.path()}).warnings,
              ElementsAre("1 file without extension skipped", "3 files with extension .xyz skipped"));
}

TEST(Files, SideFilesBelongToTheDocumentBesideThem) {
  const tests::TemporaryFolder folder;
  folder.write("a/verslag.txt", "x");
  folder.write("a/verslag.meta.yaml", "title: x");
  folder.write("a/notitie.html", "x");
  folder.write("a/notitie.html.meta.yaml", "title: x");
  folder.write("a/niets.meta.yaml", "title: x");
  const auto listing = find_files({folder.path()});
  ASSERT_EQ(listing.files.size(), 2u);
  EXPECT_EQ(listing.files[0].side.filename(), "notitie.html.meta.yaml");
  EXPECT_EQ(listing.files[1].side.filename(), "verslag.meta.yaml");
  EXPECT_THAT(listing.warnings, ElementsAre(HasSubstr("a/niets.meta.yaml")));
}

TEST(Files, ASingleDocumentIsNamedByItsFileAndTakesItsSideFile) {
  const tests::TemporaryFolder folder;
  const auto file = folder.write("a/verslag.txt", "x");
  folder.write("a/verslag.meta.yaml", "title: x");
  const auto listing = find_files({file});
  EXPECT_THAT(names(listing), ElementsAre("verslag.txt"));
  EXPECT_FALSE(listing.files.front().side.empty());
}

TEST(Files, ADanglingLinkIsAFailureAndALinkToAFileIsFollowed) {
  const tests::TemporaryFolder folder;
  const auto target = folder.write("elsewhere/x.md", "x");
  fs::create_directories(folder / "corpus");
  fs::create_symlink(target, folder / "corpus/linked.md");
  fs::create_symlink(folder / "nowhere.md", folder / "corpus/dangling.md");
  const auto listing = find_files({folder / "corpus"});
  EXPECT_THAT(names(listing), ElementsAre("linked.md"));
  ASSERT_EQ(listing.failed.size(), 1u);
  EXPECT_EQ(listing.failed.front().path, "dangling.md");
}

TEST(Files, ALoopOfLinksEnds) {
  const tests::TemporaryFolder folder;
  folder.write("a/x.md", "x");
  fs::create_directory_symlink(folder.path(), folder / "a/loop");
  const auto listing = find_files({folder.path()});
  EXPECT_THAT(names(listing), ElementsAre("a/x.md"));
  EXPECT_THAT(listing.warnings, ElementsAre(HasSubstr("a/loop")));
}

TEST(Files, AnIndexInsideTheCorpusIsNotReadAsCorpus) {
  const tests::TemporaryFolder folder;
  folder.write("x.md", "x");
  folder.write("index/generations/000001/files.jsonl", "{}");
  EXPECT_THAT(names(find_files({folder.path()}, folder / "index")), ElementsAre("x.md"));
  const tests::TemporaryFolder elsewhere;
  fs::create_directory_symlink(folder.path(), elsewhere / "link");
  EXPECT_THAT(names(find_files({elsewhere / "link"}, folder / "index")), ElementsAre("x.md"));
}

TEST(Files, FoundUnderTwoCorpusPathsAreReadOnce) {
  const tests::TemporaryFolder folder;
  folder.write("a/x.md", "x");
  const auto listing = find_files({folder.path(), folder / "a"});
  EXPECT_THAT(names(listing), ElementsAre("a/x.md"));
  EXPECT_THAT(listing.warnings, ElementsAre(HasSubstr("read once")));
}

TEST(Files, AMissingCorpusPathStopsTheRun) {
  const tests::TemporaryFolder folder;
  try {
    find_files({folder / "nowhere"});
    FAIL();
  } catch (const corpus::Error& error) {
    EXPECT_EQ(error.kind(), corpus::ErrorKind::not_possible);
    EXPECT_THAT(error.what(), HasSubstr("nowhere"));
  }
}

TEST(Files, AboveTheLimitAreRefusedUnread) {
  const tests::TemporaryFolder folder;
  const auto file = folder.write("x.md", "");
  fs::resize_file(file, std::uintmax_t{1} << 40);  // sparse: takes no room
  EXPECT_THROW(corpus::read_file(file, 64u << 20), corpus::Error);
  EXPECT_EQ(corpus::read_file(folder.write("y.md", "abc"), 3), "abc");
}

}  // namespace
