#include "indexer/line_reader.h"

#include <gmock/gmock.h>

#include "corpus/error.h"
#include "tests/support/temporary_folder.h"

namespace {
using testing::ElementsAre;

std::vector<std::string> lines_of(const std::string& content, std::size_t limit = 100u << 20) {
  const tests::TemporaryFolder folder;
  indexer::LineReader reader(folder.write("lines", content), limit);
  std::vector<std::string> lines;
  while (reader.next())
    lines.push_back(reader.too_long() ? "(" + std::to_string(reader.bytes()) + ")" : std::string(reader.line()));
  return lines;
}

TEST(LineReader, KnowsEveryWayALineEnds) {
  EXPECT_THAT(lines_of("a\nb\r\n\nc"), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(lines_of("a\n"), ElementsAre("a"));
  EXPECT_THAT(lines_of(""), ElementsAre());
  EXPECT_THAT(lines_of("\xef\xbb\xbf{}\n"), ElementsAre("{}"));
}

TEST(LineReader, PassesOverLinesAboveTheLimit) {
  EXPECT_THAT(lines_of("abcdef\nb\n" + std::string(3 << 20, 'x') + "\nc\n" + std::string(9, 'y'), 5),
              ElementsAre("(6)", "b", "(3145728)", "c", "(9)"));
}

TEST(LineReader, GivesLinesLongerThanItsBufferWhole) {
  for (const std::size_t size : {(1u << 20) - 1, 1u << 20, (1u << 20) + 1, 3u << 20}) {
    const std::string line(size, 'x');
    EXPECT_THAT(lines_of("a\n" + line + "\nb"), ElementsAre("a", line, "b")) << size;
    EXPECT_THAT(lines_of(line + "\r\n"), ElementsAre(line)) << size;
    EXPECT_THAT(lines_of(line), ElementsAre(line)) << size;
  }
}

TEST(LineReader, SaysWhenAFileCantBeRead) { EXPECT_THROW(indexer::LineReader("/nowhere/x", 10), corpus::Error); }

}  // namespace
