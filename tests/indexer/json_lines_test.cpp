// Files with one document a line: each line stands alone, and only lines that changed are read again.
#include <gmock/gmock.h>

#include "tests/indexer/corpus_folder.h"

namespace {
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::json_line;

std::string rest() {
  std::string lines;
  for (int i = 0; i < 10; ++i) lines += json_line("rest" + std::to_string(i), "vulling " + std::to_string(i));
  return lines;
}

TEST(JsonLines, BadLinesCostNoOthers) {
  const tests::CorpusFolder corpus;
  corpus.write("d.jsonl", json_line("a", "drugsdumping") + "{\"id\": 3\n\n" + "[]\n" + json_line("b", "jeugdoverlast") +
                              "{\"id\":\"c\",\"title\":7,\"text\":\"x\"}\n" + json_line("a", "nogmaals"));
  const auto report = corpus.run();
  EXPECT_EQ(report.documents, 2u);
  std::vector<std::string> paths;
  for (const auto& failure : report.failed) paths.push_back(failure.path);
  EXPECT_THAT(paths, ElementsAre("d.jsonl:2", "d.jsonl:4", "d.jsonl:6", "d.jsonl:7"));
  EXPECT_THAT(report.failed[2].error, HasSubstr("title"));
  EXPECT_THAT(report.failed[3].error, HasSubstr("d.jsonl:1"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("b"));
  EXPECT_EQ(corpus.run().failed.size(), 4u) << "they are named again";
  EXPECT_EQ(corpus.generation(), "000001");
}

TEST(JsonLines, ALineAboveTheLimitIsNamedAndPassedOver) {
  const tests::CorpusFolder corpus;
  corpus.write("d.jsonl", json_line("a", "drugsdumping") + json_line("b", std::string(100 << 20, 'x')) +
                              json_line("c", "jeugdoverlast"));
  const auto report = corpus.run();
  ASSERT_EQ(report.failed.size(), 1u);
  EXPECT_EQ(report.failed[0].path, "d.jsonl:2");
  EXPECT_THAT(report.failed[0].error, HasSubstr("100 MB"));
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("a"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("c"));
}

TEST(JsonLines, OnlyChangedLinesAreReadAndOthersFollowTheirPlace) {
  const tests::CorpusFolder corpus;
  corpus.write("d.jsonl", json_line("a", "drugsdumping") + rest());
  corpus.run();
  corpus.write("d.jsonl", json_line("nieuw", "jeugdoverlast") + json_line("a", "woninginbraak") + rest());
  const auto report = corpus.run();
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.changed, 1u);
  EXPECT_EQ(report.unchanged, 10u);
  EXPECT_EQ(corpus.open()->document("rest0")->source, "d.jsonl#3");
  EXPECT_THAT(corpus.ids("woninginbraak"), ElementsAre("a"));
  EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty());
}

TEST(JsonLines, RemovedLinesAndFilesLeaveTheIndex) {
  const tests::CorpusFolder corpus;
  corpus.write("d.jsonl", json_line("a", "drugsdumping") + rest());
  corpus.write("e.jsonl", json_line("b", "jeugdoverlast"));
  corpus.run();
  corpus.write("d.jsonl", rest());
  corpus.remove("e.jsonl");
  EXPECT_EQ(corpus.run().removed, 2u);
  EXPECT_EQ(corpus.ids("").size(), 10u);
}

TEST(JsonLines, AFileThatMovedKeepsItsDocuments) {
  const tests::CorpusFolder corpus;
  corpus.write("d.jsonl", rest());
  corpus.run();
  corpus.move("d.jsonl", "e.jsonl");
  const auto report = corpus.run();
  EXPECT_EQ(report.moved, 10u);
  EXPECT_EQ(corpus.open()->document("rest0")->source, "e.jsonl#1");
}

}  // namespace
