#include "server/feeds/calendar.h"

#include <gmock/gmock.h>

#include "tests/server/small_server.h"

using namespace tests;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

std::vector<json> announcements() {
  return {{{"id", "a1"},
           {"title", "Aankondiging: Vuurwerk; kou, \\ mist 🎆"},
           {"kind", "aankondiging"},
           {"date", "2098-12-01"},
           {"session", "vuurwerk/2098"},
           {"themes", {"jeugd"}},
           {"text",
            "Woensdag 1 december 2098, van 9.30 tot 11:00 uur\n\nWe bespreken wat gemeenten in de laatste weken "
            "van het jaar kunnen doen om de straat rustig te houden.\n\nAanmelden kan tot 20 november."}},
          {{"id", "a2"}, {"title", "Zonder dag"}, {"kind", "aankondiging"}, {"date", "2025-03"}, {"text", "Tekst."}},
          {{"id", "a3"}, {"title", "Zonder tijd"}, {"kind", "verslag"}, {"date", "2025-03-04"}, {"text", "Tekst."}}};
}

}  // namespace

TEST(Calendar, LinesAreEscapedAndFoldedBetweenCharacters) {
  EXPECT_EQ(server::calendar_line("SUMMARY", "a; b, c\\\nd"), "SUMMARY:a\\; b\\, c\\\\\\nd\r\n");
  EXPECT_EQ(server::calendar_line("SUMMARY", "a\r\nDTSTART:1"), "SUMMARY:a\\nDTSTART:1\r\n");
  std::string emoji;
  for (int i = 0; i < 60; ++i) emoji += "🎆";
  const auto folded = server::calendar_line("SUMMARY", emoji);
  std::string unfolded;
  std::size_t begin = 0;
  while (begin < folded.size()) {
    const auto end = folded.find("\r\n", begin);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - begin, 75u);
    auto line = folded.substr(begin, end - begin);
    if (begin > 0) {
      ASSERT_THAT(line, StartsWith(" "));
      line.erase(0, 1);
    }
    unfolded += line;
    begin = end + 2;
  }
  EXPECT_EQ(unfolded, "SUMMARY:" + emoji);
}

TEST(Calendar, HoldsTheDayAndTimeOfTheAnnouncement) {
  const SmallServer server(announcements());
  const auto answer = server.get("/bijeenkomsten/vuurwerk%2F2098.ics");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-type"), "text/calendar; charset=utf-8");
  EXPECT_THAT(answer.body, StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  EXPECT_THAT(answer.body, EndsWith("END:VCALENDAR\r\n"));
  EXPECT_THAT(answer.body, HasSubstr("DTSTART;TZID=Europe/Amsterdam:20981201T093000\r\n"));
  EXPECT_THAT(answer.body, HasSubstr("DTEND;TZID=Europe/Amsterdam:20981201T110000\r\n"));
  EXPECT_THAT(answer.body, HasSubstr("SUMMARY:Vuurwerk\\; kou\\, \\\\ mist 🎆\r\n"));
  EXPECT_THAT(answer.body, HasSubstr("URL:http://localhost/bijeenkomsten/vuurwerk%2F2098\r\n"));
  EXPECT_EQ(server.get("/bijeenkomsten/~a2.ics").status, 404);
  EXPECT_THAT(server.get("/bijeenkomsten/~a3.ics").body, HasSubstr("DTSTART;VALUE=DATE:20250304\r\n"));
  const auto all = server.get("/bijeenkomsten.ics").body;
  EXPECT_THAT(all, HasSubstr("20981201T093000"));
  EXPECT_THAT(all, Not(HasSubstr("Zonder dag")));
}

TEST(Calendar, AHostThatIsNoneIsNotRepeated) {
  const SmallServer server(announcements());
  const auto answer =
      ask_raw(server.port(), "GET /bijeenkomsten.ics HTTP/1.1\r\nHost: \"><script>\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer.body, Not(HasSubstr("script")));
}
