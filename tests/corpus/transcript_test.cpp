#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/corpus/drafts.h"
#include "tests/support/office.h"

namespace corpus::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kVtt =
    "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\n<v Anna Voorbeeld>Welkom allemaal.</v>\n\n"
    "00:00:03.500 --> 00:00:05.000\n<v Anna Voorbeeld>We beginnen.</v>\n\n"
    "00:01:07.000 --> 00:01:09.000 align:start\n<v Bram Verzonnen>Dank &amp; hallo.</v>\n\n"
    "NOTE iets\n\n01:02:03.000 --> 01:02:04.000\n<v Anna Voorbeeld>Tot slot.</v>\n";

TEST(Transcript, CuesOfOneSpeakerMergeAndNamesBecomeRoles) {
  EXPECT_THAT(outline(read_document(Format::vtt, kVtt)),
              ElementsAre("P [0:00:01] Spreker 1: Welkom allemaal. We beginnen.",
                          "P [0:01:07] Spreker 2: Dank & hallo.", "P [1:02:03] Spreker 1: Tot slot."));
}

TEST(Transcript, TheSideFileDecidesOnRolesAndNames) {
  ReadHints hints;
  hints.speakers = {{"anna voorbeeld", "voorzitter"}};
  EXPECT_THAT(outline(read_document(Format::vtt, kVtt, {}, hints)).front(), HasSubstr("voorzitter: Welkom"));
  EXPECT_THAT(outline(read_document(Format::vtt, kVtt, {}, hints)).at(1), HasSubstr("Spreker 1: Dank"));
  hints = {};
  hints.keep_speakers = true;
  EXPECT_THAT(outline(read_document(Format::vtt, kVtt, {}, hints)).front(), HasSubstr("Anna Voorbeeld: Welkom"));
}

TEST(Transcript, SpeakersInTheSideFileAreATableOrTheWordNamen) {
  const auto given = read_metadata("speakers: {Anna Voorbeeld: voorzitter}");
  EXPECT_THAT(given.speakers, ElementsAre(std::pair<std::string, std::string>("Anna Voorbeeld", "voorzitter")));
  EXPECT_TRUE(read_metadata("sprekers: namen").keep_speakers);
  EXPECT_THAT(complaint([] { read_metadata("speakers: [Anna]"); }), HasSubstr("\"speakers\""));
}

TEST(Transcript, NamesBeforeAColonAreSpeakersToo) {
  EXPECT_THAT(outline(read_document(Format::vtt, "WEBVTT\n\n00:01.000 --> 00:02.000\nAnna Voorbeeld: Hallo daar.\n")),
              ElementsAre("P [0:00:01] Spreker 1: Hallo daar."));
}

TEST(Transcript, WordTranscriptsOfTeamsAreRecognised) {
  std::string body = tests::word_p("Bijeenkomst buurtpreventie");
  for (const char* turn :
       {"Voorbeeld, Anna   0:03|Welkom.", "Bram Verzonnen   0:15|Dank u.", "Voorbeeld, Anna   1:02:15|Tot slot."}) {
    const std::string text = turn;
    const auto bar = text.find('|');
    body +=
        "<w:p><w:r><w:t>" + text.substr(0, bar) + "</w:t><w:br/><w:t>" + text.substr(bar + 1) + "</w:t></w:r></w:p>";
  }
  const auto draft = read_document(Format::docx, tests::make_docx(body));
  EXPECT_EQ(draft.title, "Bijeenkomst buurtpreventie");
  EXPECT_THAT(outline(draft), ElementsAre("P [0:00:03] Spreker 1: Welkom.", "P [0:00:15] Spreker 2: Dank u.",
                                          "P [1:02:15] Spreker 1: Tot slot."));
}

TEST(Transcript, TheOlderFormOfTeamsToo) {
  std::string body;
  for (const char* line : {"0:0:0.0 --> 0:0:3.120", "Anna Voorbeeld", "Welkom.", "0:0:3.500 --> 0:0:5.0",
                           "Anna Voorbeeld", "We beginnen.", "0:0:9.0 --> 0:0:12.0", "Bram Verzonnen", "Dank u."})
    body += tests::word_p(line);
  std::string escaped;
  for (const char c : body) escaped += c;
  for (std::size_t at; (at = escaped.find("-->")) != std::string::npos;) escaped.replace(at, 3, "--&gt;");
  EXPECT_THAT(outline(read_document(Format::docx, tests::make_docx(escaped))),
              ElementsAre("P [0:00:00] Spreker 1: Welkom. We beginnen.", "P [0:00:09] Spreker 2: Dank u."));
}

TEST(Transcript, AnAgendaIsNone) {
  const auto draft =
      read_document(Format::docx, tests::make_docx(tests::word_p("Welkom 9:00") + tests::word_p("Inloop") +
                                                   tests::word_p("Pauze 10:00") + tests::word_p("Koffie")));
  for (const auto& line : outline(draft)) EXPECT_EQ(line.find("Spreker"), std::string::npos) << line;
}

}  // namespace
}  // namespace corpus::test
