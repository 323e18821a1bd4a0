// A full disk: the run says so, and the index is as it was.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>

#include <sys/mount.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"
#include "tests/tools/program.h"

namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;
using tests::praktijkbank;

/// A small file system of its own, in memory.
class SmallDisk {
 public:
  explicit SmallDisk(const char* size) {
    fs::create_directories(path());
    mounted_ = ::mount("tmpfs", path().c_str(), "tmpfs", 0, size) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  /// Fills it up to so many bytes; with room again when `ballast()` is removed.
  void fill(std::uintmax_t room) const {
    const auto available = fs::space(path()).available;
    std::ofstream(ballast()) << std::string(available > room ? available - room : 0, 'x');
  }
  fs::path ballast() const { return path() / "ballast"; }
  fs::path path() const { return folder_ / "disk"; }

 private:
  tests::TemporaryFolder folder_;
  bool mounted_ = false;
};

std::string lines(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    std::string text;
    for (int word = 0; word < 60; ++word) text += "woord" + std::to_string((i * 37 + word * 101) % 5000) + " ";
    lines +=
        nlohmann::json{{"id", std::to_string(i)}, {"title", "Titel"}, {"text", text + "drugsdumping"}}.dump() + "\n";
  }
  return lines;
}

int total_in(const std::string& index) {
  return nlohmann::json::parse(praktijkbank({"search", "--index", index, "--json", "drugsdumping"}).out)["totaal"]
      .get<int>();
}

/// At whatever place of writing many documents the disk of this size is full.
void fill_by_indexing(const char* size) {
  const SmallDisk disk(size);
  if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes the rights of root";
  const tests::TemporaryFolder folder;
  const auto index = (disk.path() / "index").string();
  const auto corpus = folder.write("d.jsonl", lines(50)).string();
  ASSERT_EQ(praktijkbank({"index", "--corpus", corpus, "--index", index}).code, 0);
  ASSERT_EQ(total_in(index), 50);

  folder.write("d.jsonl", lines(20'000));
  const auto outcome = praktijkbank({"index", "--corpus", corpus, "--index", index, "--quiet"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("no room left on the disk"));
  EXPECT_EQ(std::ranges::count(outcome.err, '\n'), 1) << outcome.err;
  EXPECT_EQ(total_in(index), 50);

  folder.write("d.jsonl", lines(60));
  EXPECT_EQ(praktijkbank({"index", "--corpus", corpus, "--index", index, "--quiet"}).code, 0)
      << "with room again it goes on";
  EXPECT_EQ(total_in(index), 60);
}

TEST(FullDisk, LeavesTheIndexAsItWasAndIsSaid) {
  for (const auto* size : {"size=5m", "size=5900k", "size=7m", "size=8200k", "size=9m", "size=10100k"}) {
    SCOPED_TRACE(size);
    fill_by_indexing(size);
  }
}

TEST(FullDisk, AtWhateverMomentLeavesTheIndexAsItWasAndIsSaid) {
  const SmallDisk disk("size=16m");
  if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes the rights of root";
  const tests::TemporaryFolder folder;
  const auto index = (disk.path() / "index").string();
  const auto corpus = folder.write("d.jsonl", lines(200)).string();
  ASSERT_EQ(praktijkbank({"index", "--corpus", corpus, "--index", index}).code, 0);
  const std::vector<std::vector<std::string>> commands = {{"index", "--corpus", corpus, "--index", index, "--full"},
                                                          {"forget", "--index", index, "7"}};
  for (const auto& command : commands) {
    const int before = total_in(index);
    for (const std::uintmax_t kilobytes : {0, 40, 100, 160, 220, 280}) {
      disk.fill(kilobytes * 1024);
      const auto outcome = praktijkbank(command);
      EXPECT_EQ(outcome.code, 3) << command.front() << " with " << kilobytes << " KB: " << outcome.err;
      EXPECT_THAT(outcome.err, testing::AnyOf(HasSubstr("make room"), HasSubstr("disk full")));
      EXPECT_EQ(total_in(index), before);
      fs::remove(disk.ballast());
    }
    EXPECT_EQ(praktijkbank(command).code, 0) << "with room again it is done";
  }
  EXPECT_EQ(total_in(index), 199);
  EXPECT_EQ(praktijkbank({"check", "--index", index}).code, 0);
}

TEST(FullDisk, ThatCantTakeTheReportIsSaid) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full here";
  const tests::TemporaryFolder folder;
  const auto corpus = folder.write("d.jsonl", lines(2)).string();
  const auto outcome =
      praktijkbank({"index", "--corpus", corpus, "--index", (folder / "index").string(), "--report", "/dev/full"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("/dev/full"));
}

}  // namespace
