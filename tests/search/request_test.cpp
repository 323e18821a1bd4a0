#include "search/query/request.h"

#include <gtest/gtest.h>

#include "corpus/error.h"

namespace search {
namespace {

TEST(DateBound, CoversTheWholePeriod) {
  EXPECT_EQ(parse_date_bound("2025-09-24", false), 20250924u);
  EXPECT_EQ(parse_date_bound("2025", false), 20250101u);
  EXPECT_EQ(parse_date_bound("2025", true), 20251231u);
  EXPECT_EQ(parse_date_bound("2024-02", true), 20240229u);
}

TEST(DateBound, RefusesWhatIsNoDate) {
  for (const auto* text : {"", "25", "2025-13", "2025-02-30", "2025-9-1", "24-09-2025", "2025-09-24x", "2025-", "0000"})
    EXPECT_THROW(parse_date_bound(text, false), corpus::Error) << text;
}

}  // namespace
}  // namespace search
