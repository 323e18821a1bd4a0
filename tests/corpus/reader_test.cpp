#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"

namespace corpus::test {
namespace {

using ::testing::HasSubstr;

TEST(Formats, AreKnownByExtension) {
  EXPECT_EQ(format_of("map/verslag.MD"), Format::markdown);
  EXPECT_EQ(format_of("a.txt"), Format::text);
  EXPECT_EQ(format_of("a.b.xhtml"), Format::html);
  EXPECT_EQ(format_of("a.ndjson"), Format::json_lines);
  EXPECT_FALSE(format_of("a.exe"));
  EXPECT_FALSE(format_of("txt"));
  EXPECT_FALSE(format_of(""));
}

TEST(SideFiles, TellWhichFileTheyBelongTo) {
  EXPECT_EQ(side_file_stem("a/b.meta.yaml"), "a/b");
  EXPECT_FALSE(side_file_stem("a/b.yaml"));
  EXPECT_FALSE(side_file_stem("a/.meta.yaml"));
}

TEST(Limits, HoldForSizeAndTime) {
  ReadLimits small;
  small.bytes = 10;
  EXPECT_THAT(complaint([&] { read_document(Format::text, "Meer dan tien tekens.", small); }),
              HasSubstr("larger than"));
  ReadLimits hasty;
  hasty.time = std::chrono::milliseconds(-1);
  EXPECT_THAT(complaint([&] { read_document(Format::html, "<p>Tekst.", hasty); }), HasSubstr("takes too long"));
  EXPECT_THAT(complaint([&] { read_document(Format::text, "Tekst.", hasty); }), HasSubstr("takes too long"));
}

TEST(Readers, JsonLinesAreNotOneDocument) {
  EXPECT_THAT(complaint([] { read_document(Format::json_lines, "{}"); }), HasSubstr("many documents"));
}

}  // namespace
}  // namespace corpus::test
