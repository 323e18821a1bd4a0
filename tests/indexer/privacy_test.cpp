// Personal data on its way into the index: reported, kept out, or taken out.
#include <gmock/gmock.h>

#include "indexer/run_record.h"
#include "tests/indexer/corpus_folder.h"

namespace {
using indexer::Privacy;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class PersonalDataInTheIndex : public testing::Test {
 protected:
  PersonalDataInTheIndex() {
    corpus.write("a.md", "# Verslag\n\nOver drugsdumping. Bel 06-12345678.");
    corpus.write("b.md", "# Ander verslag\n\nOok over drugsdumping.");
  }
  indexer::Report run(Privacy privacy, bool full = false) const {
    auto options = corpus.options();
    options.privacy = privacy;
    options.full = full;
    return indexer::run(options);
  }
  void expect_sound() const { EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), IsEmpty()); }

  tests::CorpusFolder corpus;
};

TEST_F(PersonalDataInTheIndex, IsReportedByPlaceAndKindAndNeverByValue) {
  for (int round = 0; round < 2; ++round) {  // the second run reads nothing, and says the same
    const auto report = run(Privacy::report);
    ASSERT_THAT(report.personal_data, SizeIs(1));
    EXPECT_EQ(report.personal_data[0].path, "a.md");
    EXPECT_EQ(report.personal_data[0].handling, "reported");
    EXPECT_THAT(report.personal_data[0].places,
                ElementsAre(corpus::PersonalDataPlace{corpus::PersonalData::phone, 1, 1, 23}));
    EXPECT_THAT(indexer::report_json(report).dump(), Not(HasSubstr("12345678")));
  }
  EXPECT_THAT(corpus.ids("drugsdumping"), UnorderedElementsAre("a.md", "b.md"));
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, IsMaskedBeforeAnalysis) {
  const auto report = run(Privacy::mask);
  EXPECT_EQ(report.masked, 1u);
  EXPECT_THAT(corpus.ids("06-12345678"), IsEmpty());
  EXPECT_THAT(corpus.ids("telefoonnummer"), ElementsAre("a.md"));
  const auto document = corpus.open()->document("a.md");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->masked);
  EXPECT_EQ(document->sections[0].passages[0].text, "Over drugsdumping. Bel [telefoonnummer].");
  EXPECT_FALSE(corpus.open()->document("b.md")->masked);
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, InQuarantineKeepsADocumentOutUntilItIsReleased) {
  run(Privacy::report);
  const auto report = run(Privacy::quarantine);
  EXPECT_EQ(report.quarantined, 1u);
  EXPECT_EQ(report.documents, 1u);
  EXPECT_EQ(report.removed, 1u);
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("b.md"));
  expect_sound();
  EXPECT_EQ(run(Privacy::quarantine).quarantined, 1u) << "said again by a run that reads nothing";

  corpus.write("a.md", "---\nprivacy: released\n---\n# Verslag\n\nOver drugsdumping. Bel 06-12345678.");
  const auto released = run(Privacy::quarantine);
  EXPECT_EQ(released.quarantined, 0u);
  EXPECT_EQ(released.personal_data.at(0).handling, "released");
  EXPECT_THAT(corpus.ids("drugsdumping"), UnorderedElementsAre("a.md", "b.md"));
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, OfAChangedDocumentPutsItInQuarantineIncrementally) {
  for (int i = 0; i < 10; ++i) corpus.write("c" + std::to_string(i) + ".md", "# C\n\ntekst");
  run(Privacy::quarantine);
  corpus.write("b.md", "# Ander verslag\n\nOok over drugsdumping. Mail jan@voorbeeld.nl.");
  run(Privacy::quarantine);
  EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, IsHandledAnewWhenTheModeChanges) {
  run(Privacy::quarantine);
  run(Privacy::mask);
  EXPECT_THAT(corpus.ids("telefoonnummer"), ElementsAre("a.md"));
  run(Privacy::report);
  EXPECT_THAT(corpus.ids("telefoonnummer"), IsEmpty());
  EXPECT_THAT(corpus.ids("12345678"), ElementsAre("a.md"));
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, InRowsOfJsonLinesIsTreatedAlike) {
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += tests::json_line("r" + std::to_string(i), "rijtje drugsdumping");
  corpus.write("d.jsonl", lines + tests::json_line("p", "rijtje, bel 06-12345678"));
  EXPECT_EQ(run(Privacy::quarantine).quarantined, 2u);
  EXPECT_EQ(run(Privacy::quarantine).quarantined, 2u);
  // At another line, and unchanged: still out.
  corpus.write("d.jsonl",
               tests::json_line("n", "nieuw rijtje") + lines + tests::json_line("p", "rijtje, bel 06-12345678"));
  EXPECT_EQ(run(Privacy::quarantine).quarantined, 2u);
  EXPECT_THAT(corpus.ids("rijtje"), SizeIs(21));
  expect_sound();
}

TEST_F(PersonalDataInTheIndex, InAnIdUsedTwiceLeavesTheIdToTheFirst) {
  corpus.write("0.md", "---\nid: dubbel\n---\n# Een\n\nBel 06-12345678 over dubbelingen.");
  corpus.write("z.md", "---\nid: dubbel\n---\n# Twee\n\nNog eens over dubbelingen.");
  for (int round = 0; round < 5; ++round) {
    const auto report = run(Privacy::quarantine, true);
    EXPECT_THAT(report.failed, SizeIs(1));
    EXPECT_THAT(corpus.ids("dubbelingen"), IsEmpty());
  }
}

}  // namespace
