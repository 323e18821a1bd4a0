#include <gtest/gtest.h>

#include "server/pages/document_text.h"

namespace {

std::string time_of(std::string_view item) {
  const auto time = server::agenda_time(item);
  return time ? time->text + "|" + std::string(item.substr(time->rest)) : "";
}

}  // namespace

TEST(AgendaTime, IsTakenFromTheItem) {
  EXPECT_EQ(time_of("13.20 uur Inloop"), "13.20|Inloop");
  EXPECT_EQ(time_of("9:05 - 9:30 uur: Welkom"), "9.05–9.30|Welkom");
  EXPECT_EQ(time_of("13.20 uur – 13.40 uur Presentatie"), "13.20–13.40|Presentatie");
  EXPECT_EQ(time_of("13.20 tot 14.00 Pauze"), "13.20–14.00|Pauze");
  EXPECT_EQ(time_of("16.00"), "16.00|");
}

TEST(AgendaTime, OtherNumbersAreNoTimes) {
  for (const auto* item : {"13 punten", "25.00 euro", "12.75", "1.234 gemeenten", "13.20de", "om 13.20 uur", ""})
    EXPECT_EQ(time_of(item), "") << item;
}
