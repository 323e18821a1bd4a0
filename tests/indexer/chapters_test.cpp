// A policy book becomes a document a chapter; what then happens in incremental runs.
#include <gmock/gmock.h>

#include "search/books.h"
#include "tests/indexer/corpus_folder.h"

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string kBook =
    "---\nkind: beleidsboek\ntitle: Beleidsboek eerste halfjaar 2025\n---\n\nWoord vooraf over alles.\n\n"
    "# Hoofdstuk 1: Buurtpreventie\n\nTekst over buurtapps.\n\n## Aanpak\n\nSchouwen.\n\n"
    "# Hoofdstuk 2: Ouderen\n\nTekst over senioren.\n\n# Hoofdstuk 3: Jeugd\n\nTekst over jongeren.\n";

class Chapters : public testing::Test {
 protected:
  corpus::Document document(const std::string& id) const {
    auto found = folder.open()->document(id);
    EXPECT_TRUE(found.has_value()) << id;
    return found.value_or(corpus::Document{});
  }
  tests::CorpusFolder folder;
};

TEST_F(Chapters, EachIsADocumentWithItsBookAndPeriod) {
  folder.write("boek.md", kBook);
  const auto report = folder.run();
  EXPECT_THAT(report.failed, IsEmpty());
  EXPECT_THAT(folder.ids(""), UnorderedElementsAre("boek.md/buurtpreventie", "boek.md/jeugd", "boek.md/ouderen"));
  const auto second = document("boek.md/ouderen");
  EXPECT_EQ(second.title, "Hoofdstuk 2: Ouderen — Beleidsboek eerste halfjaar 2025");
  EXPECT_EQ(second.book, (corpus::BookPlace{"boek.md", "Beleidsboek eerste halfjaar 2025", 2}));
  EXPECT_EQ(second.period, "2025-H1");
  EXPECT_EQ(second.kind.value, "beleidsboek");
  EXPECT_THAT(folder.ids("senioren"), ElementsAre("boek.md/ouderen"));
}

TEST_F(Chapters, WhatStandsBeforeTheFirstIsTheBooksOwnDocument) {
  folder.write("boek.md",
               "---\nchapters: true\nid: b\n---\n\n# Rapport veilige haven\n\nVooraf.\n\n# Een\n\nEerste.\n\n# "
               "Twee\n\nTweede.\n");
  folder.run();
  EXPECT_THAT(folder.ids(""), UnorderedElementsAre("b", "b/een", "b/twee"));
  EXPECT_EQ(document("b").title, "Rapport veilige haven");
  EXPECT_EQ(document("b").book.chapter, 0);
}

TEST_F(Chapters, NeighboursAreTheSameForOneFileAndForSeveral) {
  folder.write("boek.md", kBook);
  for (int i = 1; i <= 3; ++i)
    folder.write("los/" + std::to_string(i) + ".md",
                 "---\nid: los-" + std::to_string(i) +
                     "\nkind: beleidsboek\ntitle: \"Beleidsboek tweede halfjaar 2025 – hoofdstuk " + std::to_string(i) +
                     ": Onderwerp\"\n---\n\nTekst.\n");
  folder.run();
  const auto index = folder.open();
  const auto around = search::neighbours(*index, document("boek.md/ouderen"));
  EXPECT_EQ(around.previous->id, "boek.md/buurtpreventie");
  EXPECT_EQ(around.next->id, "boek.md/jeugd");
  const auto loose = search::neighbours(*index, document("los-1"));
  EXPECT_FALSE(loose.previous.has_value());
  EXPECT_EQ(loose.next->id, "los-2");
}

TEST_F(Chapters, OrdinaryDocumentsStayWhole) {
  folder.write("verslag.md", "# Een\n\nTekst.\n\n# Twee\n\nTekst.\n\n# Drie\n\nTekst.\n");
  folder.write(
      "boek.md",
      "---\nkind: beleidsboek\nchapters: false\n---\n\n# Een\n\nTekst.\n\n# Twee\n\nTekst.\n\n# Drie\n\nTekst.\n");
  folder.run();
  EXPECT_THAT(folder.ids(""), UnorderedElementsAre("boek.md", "verslag.md"));
}

TEST_F(Chapters, AFileThatIsAChapterAlreadyStaysWhole) {
  folder.write("h2.md",
               "---\nkind: beleidsboek\ntitle: \"Beleidsboek 2025 – hoofdstuk 2: Ouderen\"\n---\n\nVooraf.\n\n# "
               "Een\n\nTekst.\n\n"
               "# Twee\n\nTekst.\n");
  folder.run();
  EXPECT_THAT(folder.ids(""), ElementsAre("h2.md"));
}

TEST_F(Chapters, AnUnchangedBookIsNotTouchedAndAChangedOneIsSplitAgain) {
  folder.write("boek.md", kBook);
  folder.write("ander.md", "# Iets\n\nAnders.\n");
  for (int i = 0; i < 10; ++i)
    folder.write("vul" + std::to_string(i) + ".md", "# Vulling " + std::to_string(i) + "\n\nTekst.\n");
  folder.run();
  EXPECT_EQ(folder.run().unchanged, 14u);
  auto changed = kBook;
  changed.replace(changed.find("# Hoofdstuk 3: Jeugd"), 20, "# Hoofdstuk 3: Haven");
  folder.write("boek.md", changed);
  const auto report = folder.run();
  EXPECT_EQ(report.added, 1u);
  EXPECT_EQ(report.removed, 1u);
  EXPECT_THAT(indexer::check(folder.index(), {folder.corpus()}), IsEmpty());
}

TEST_F(Chapters, AMovedBookKeepsItsIds) {
  folder.write("boek.md", kBook);
  folder.run();
  folder.move("boek.md", "2025/boek.md");
  const auto report = folder.run();
  EXPECT_EQ(report.moved, 3u);
  EXPECT_THAT(folder.ids(""), UnorderedElementsAre("boek.md/buurtpreventie", "boek.md/jeugd", "boek.md/ouderen"));
  EXPECT_EQ(document("boek.md/jeugd").source, "2025/boek.md");
}

}  // namespace
