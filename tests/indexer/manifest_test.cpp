#include "indexer/manifest.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "search/index/generation.h"
#include "tests/support/temporary_folder.h"

namespace {
using indexer::DocumentEntry;
using indexer::FileEntry;
using indexer::Manifest;
using indexer::Note;
using testing::ElementsAre;
using testing::IsEmpty;

indexer::ContentHash hash_of(const std::string& text) { return indexer::ContentHash::of(text); }

Manifest example() {
  FileEntry file{"/corpus", "a/naam met \"tekens\".md", {12, 34}, indexer::Stamp{5, 6}, true, 0, false, {}};
  file.documents.push_back({"a/naam", hash_of("1"), 0, 3, {Note::unknown_value("thema: Xyz")}});
  FileEntry rows{"/other", "r.jsonl", {100, 200}, {}, false, 2, true, {}};
  rows.documents.push_back({"één", hash_of("2"), 1, 1, {}});
  rows.documents.push_back({"twee", hash_of("3"), 7, 2, {Note::warning("unknown key \"x\"")}});
  return {42, {{"w"}, {"u"}}, {file, rows}, 0};
}

TEST(Manifest, GivesBackFilesFirstAndRowsWhenAsked) {
  const tests::TemporaryFolder folder;
  write_manifest(folder.path(), example());
  auto manifest = indexer::read_manifest(folder.path());
  EXPECT_EQ(manifest.started, 42);
  EXPECT_THAT(manifest.remarks.warnings, ElementsAre("w"));
  ASSERT_EQ(manifest.files.size(), 2u);
  EXPECT_EQ(manifest.files[0].name, example().files[0].name);
  EXPECT_EQ(manifest.files[0].side, (indexer::Stamp{5, 6}));
  EXPECT_TRUE(manifest.files[0].derived_id);
  EXPECT_EQ(manifest.files[0].documents.front().notes, example().files[0].documents.front().notes);
  EXPECT_EQ(manifest.files[1].failures, 2u);
  EXPECT_THAT(manifest.files[1].documents, IsEmpty());

  load_rows(folder.path(), manifest);
  ASSERT_EQ(manifest.files[1].documents.size(), 2u);
  EXPECT_EQ(manifest.files[1].documents.front().id, "één");
  EXPECT_EQ(manifest.files[1].documents.back().line, 7u);
}

TEST(Manifest, WrittenAnewWithoutLoadingItsRowsKeepsThem) {
  const tests::TemporaryFolder folder;
  write_manifest(folder.path(), example());
  auto manifest = indexer::read_manifest(folder.path());
  manifest.started = 43;
  write_manifest(folder.path(), manifest);
  auto again = indexer::read_manifest(folder.path());
  load_rows(folder.path(), again);
  EXPECT_EQ(again.started, 43);
  EXPECT_EQ(again.files[1].documents.size(), 2u);
}

TEST(Manifest, DamagedSaysHowToGoOn) {
  const tests::TemporaryFolder folder;
  for (const char* content : {"", "{}\n", "not json\n", "{\"format\":1,\"files\":3}\n"}) {
    folder.write("files.jsonl", content);
    try {
      indexer::read_manifest(folder.path());
      FAIL() << content;
    } catch (const corpus::Error& error) {
      EXPECT_EQ(error.kind(), corpus::ErrorKind::not_possible);
      EXPECT_THAT(error.hint(), testing::HasSubstr("--full"));
    }
  }
}

TEST(Manifest, TellsTheSameThingAboutManyDocumentsOnce) {
  auto manifest = example();
  manifest.files[1].documents.front().notes = {Note::unknown_value("thema: Xyz")};
  const auto remarks = summarize(manifest.files, true);
  EXPECT_THAT(remarks.unknown_values, ElementsAre("thema: Xyz (" + manifest.files[0].name + ", r.jsonl:1)"));
  EXPECT_THAT(remarks.warnings, ElementsAre("unknown key \"x\" (r.jsonl:7)"));

  manifest.files[1].documents.assign(12, manifest.files[1].documents.front());
  const auto many = summarize(manifest.files, true).unknown_values;
  ASSERT_EQ(many.size(), 1u);
  EXPECT_THAT(many.front(), testing::EndsWith(", r.jsonl:1 and 3 others)"));
}

}  // namespace
