// evaluate against rankings whose measures are known.
#include "tools/evaluation.h"

#include <gmock/gmock.h>

#include <cmath>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
using testing::HasSubstr;
using tests::praktijkbank;
using tools::quality_of;

TEST(Evaluation, MeasuresWhatTheTextbooksSay) {
  const auto quality = quality_of({"x", "a", "y", "b"}, {{"a", 1}, {"b", 1}, {"c", 1}, {"y", 0}});
  EXPECT_DOUBLE_EQ(quality.ndcg10, (1 / std::log2(3) + 1 / std::log2(5)) / (1 + 1 / std::log2(3) + 1 / std::log2(4)));
  EXPECT_DOUBLE_EQ(quality.mrr10, 0.5);
  EXPECT_DOUBLE_EQ(quality.success1, 0);
  EXPECT_DOUBLE_EQ(quality.success10, 1);
  EXPECT_DOUBLE_EQ(quality.recall100, 2.0 / 3);
}

TEST(Evaluation, TheGainIsTheGrade) {
  EXPECT_DOUBLE_EQ(quality_of({"a", "b"}, {{"a", 1}, {"b", 3}}).ndcg10,
                   (1 + 3 / std::log2(3)) / (3 + 1 / std::log2(3)));
  EXPECT_DOUBLE_EQ(quality_of({"b", "a"}, {{"a", 1}, {"b", 3}}).ndcg10, 1);
}

TEST(Evaluation, LooksNoFurtherThanItSays) {
  std::vector<std::string> ranking(10, "x");
  ranking.push_back("a");
  const auto quality = quality_of(ranking, {{"a", 1}});
  EXPECT_EQ(quality.ndcg10, 0);
  EXPECT_EQ(quality.mrr10, 0);
  EXPECT_EQ(quality.success10, 0);
  EXPECT_EQ(quality.recall100, 1);
}

TEST(Evaluation, NothingFoundOrNothingJudgedIsZero) {
  EXPECT_EQ(quality_of({}, {{"a", 1}}).ndcg10, 0);
  EXPECT_EQ(quality_of({"a"}, {{"a", 0}}).ndcg10, 0);
}

class EvaluateCommand : public testing::Test {
 protected:
  EvaluateCommand() {
    folder.write("d.jsonl",
                 "{\"id\":\"een twee\",\"title\":\"Drugsdumping\",\"text\":\"over drugsdumping\"}\n"
                 "{\"id\":\"b\",\"title\":\"Jeugd\",\"text\":\"over jeugdoverlast\"}\n");
    praktijkbank({"index", "--corpus", (folder / "d.jsonl").string(), "--index", (folder / "index").string()});
  }
  tests::Outcome evaluate(const std::string& queries, const std::string& qrels, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"evaluate",
                                          "--index",
                                          (folder / "index").string(),
                                          "--queries",
                                          folder.write("q.jsonl", queries).string(),
                                          "--qrels",
                                          folder.write("q.tsv", qrels).string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return praktijkbank(arguments);
  }
  tests::TemporaryFolder folder;
};

TEST_F(EvaluateCommand, CountsEveryQueryOfTheFile) {
  const auto outcome = evaluate(
      "{\"id\":\"q1\",\"text\":\"drugsdumping\"}\n{\"id\":\"q2\",\"text\":\"zzzz\"}\n"
      "{\"id\":\"q3\",\"text\":\"jeugdoverlast\"}\n{\"id\":\"q4\",\"text\":\"jeugdoverlast\"}\n",
      "q1\teen twee\t1\nq2\tb\t1\nq3\tb\t2\n", {"--json", "--run", (folder / "run").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto quality = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(quality.size(), 6u);
  EXPECT_EQ(quality["queries"], 4);
  for (const char* key : {"ndcg10", "mrr10", "success1", "success10", "recall100"})
    EXPECT_DOUBLE_EQ(quality[key], 0.5) << key;
  std::ifstream run(folder / "run");
  std::string line;
  std::getline(run, line);
  EXPECT_THAT(line, testing::StartsWith("q1 Q0 een%20twee 1 "));
}

TEST_F(EvaluateCommand, NamesTheLineThatIsWrong) {
  EXPECT_THAT(evaluate("{\"id\":\"q1\",\"text\":\"x\"}\n{\"id\":7}\n", "").err, HasSubstr("q.jsonl:2: needs \"id\""));
  EXPECT_THAT(evaluate("{\"id\":\"q1\",\"text\":\"x\"}\n", "q1\ta\t1\nq1 b 1\n").err, HasSubstr("q.tsv:2: "));
  const auto outcome = evaluate("{\"id\":\"q1\",\"text\":\"x\"}\n", "q1\ta\tveel\n");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("\"veel\" is not a grade"));
}

}  // namespace
