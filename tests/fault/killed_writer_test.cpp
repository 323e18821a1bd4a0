// kill -9 at any moment: the index answers as before or as after, and the next run completes.
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include <nlohmann/json.hpp>

#include "indexer/indexer.h"
#include "search/search.h"
#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
namespace fs = std::filesystem;
using std::chrono::microseconds;
using std::chrono::steady_clock;
using tests::praktijkbank;

constexpr int kDocuments = 600;
/// Runs to kill of each kind; PRAKTIJKBANK_KILLS=100 for a longer trial.
int kills() {
  const char* given = std::getenv("PRAKTIJKBANK_KILLS");
  return given ? std::max(1, std::atoi(given)) : 25;
}

class KilledWriter : public testing::Test {
 protected:
  void write_corpus(int version, int changed) {
    std::string lines;
    for (int i = 0; i < kDocuments; ++i) {
      const auto text = "versie" + std::to_string(i < changed ? version : 0) +
                        " over buurtpreventie en drugsdumping nummer" + std::to_string(i);
      lines += nlohmann::json{{"id", std::to_string(i)}, {"title", "Document"}, {"text", text}}.dump() + "\n";
    }
    folder.write("d.jsonl", lines);
  }
  std::vector<std::string> arguments(bool full) const {
    std::vector<std::string> list = {"index",   "--corpus",       (folder / "d.jsonl").string(),
                                     "--index", index().string(), "--quiet"};
    if (full) list.push_back("--full");
    return list;
  }
  fs::path index() const { return folder / "index"; }

  /// Documents of a version in the index as it stands.
  std::uint64_t count(int version) const {
    search::Request request;
    request.query = "versie" + std::to_string(version);
    request.limit = 1;
    request.fill_below = 0;
    return search::search(*search::Index::open(index()), request).total;
  }

  /// Kills runs at moments spread over the time that one takes.
  void kill_often(bool full, int changed) {
    write_corpus(0, 0);
    ASSERT_EQ(praktijkbank(arguments(false)).code, 0);
    write_corpus(1, changed);
    const auto begin = steady_clock::now();
    ASSERT_EQ(praktijkbank(arguments(full)).code, 0);
    const auto whole = std::chrono::duration_cast<microseconds>(steady_clock::now() - begin);

    std::mt19937 random(7);
    int version = 1, killed = 0;
    for (int i = 0; i < kills(); ++i) {
      write_corpus(version + 1, changed);
      tests::Running run(arguments(full));
      std::this_thread::sleep_for(microseconds(std::uniform_int_distribution<long>(0, whole.count())(random)));
      killed += !run.ended();
      run.kill();
      const auto before = count(version), after = count(version + 1);
      const auto expected = static_cast<std::uint64_t>(changed);
      EXPECT_TRUE((before == expected && after == 0) || (before == 0 && after == expected))
          << before << " and " << after;
      EXPECT_THAT(indexer::check(index(), {}), testing::IsEmpty());
      if (after > 0) ++version;
    }
    EXPECT_GT(killed, kills() / 3) << "most runs were over before they were killed";

    write_corpus(version + 1, changed);
    ASSERT_EQ(praktijkbank(arguments(full)).code, 0);
    EXPECT_EQ(count(version + 1), static_cast<std::uint64_t>(changed));
    EXPECT_THAT(indexer::check(index(), {folder / "d.jsonl"}), testing::IsEmpty());
    int folders = 0;
    for (const auto& entry : fs::directory_iterator(index() / "generations")) folders += entry.is_directory();
    EXPECT_LE(folders, 2) << "leftovers are cleared";
  }

  tests::TemporaryFolder folder;
};

TEST_F(KilledWriter, OfAFullRunLeavesTheIndexAsItWasOrAsItShouldBe) { kill_often(true, kDocuments); }

TEST_F(KilledWriter, OfAnIncrementalRunLeavesTheIndexAsItWasOrAsItShouldBe) { kill_often(false, kDocuments / 10); }

TEST_F(KilledWriter, OfAFirstRunLeavesAFolderThatTheNextRunCanUse) {
  write_corpus(0, 0);
  for (int milliseconds = 0; milliseconds < 600; milliseconds += 60) {
    tests::Running run(arguments(false));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    run.kill();
    if (fs::exists(index() / "current")) fs::remove_all(index());
  }
  EXPECT_EQ(praktijkbank(arguments(false)).code, 0);
  EXPECT_EQ(count(0), static_cast<std::uint64_t>(kDocuments));
}

}  // namespace
