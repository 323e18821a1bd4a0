// An index follows its corpus: what is new, changed, moved or gone, and nothing else.
#include <gmock/gmock.h>

#include <fstream>

#include "corpus/error.h"
#include "tests/indexer/corpus_folder.h"

namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// "added changed moved removed unchanged failed".
std::string numbers(const indexer::Report& report) {
  return std::to_string(report.added) + " " + std::to_string(report.changed) + " " + std::to_string(report.moved) +
         " " + std::to_string(report.removed) + " " + std::to_string(report.unchanged) + " " +
         std::to_string(report.failed.size());
}

/// Ten documents of which no test touches more than a few, so that a run changes the index in place.
class Incremental : public testing::Test {
 protected:
  Incremental() {
    for (int i = 0; i < 10; ++i)
      corpus.write("rest/" + std::to_string(i) + ".md",
                   "# Rest " + std::to_string(i) + "\n\nVulling nummer " + std::to_string(i));
  }
  tests::CorpusFolder corpus;
};

TEST_F(Incremental, NothingChangedMakesNoGeneration) {
  EXPECT_EQ(numbers(corpus.run()), "10 0 0 0 0 0");
  EXPECT_EQ(numbers(corpus.run()), "0 0 0 0 10 0");
  EXPECT_EQ(corpus.generation(), "000001");
}

TEST_F(Incremental, AnotherChoiceOfAbbreviationsMakesAGenerationOfTheSameDocuments) {
  corpus.write("a.md", "# A\n\nDe veiligheidsregio (VR) oefent.");
  corpus.run();
  auto options = corpus.options();
  options.abbreviations = false;
  EXPECT_EQ(numbers(indexer::run(options)), "0 0 0 0 11 0");
  EXPECT_EQ(corpus.generation(), "000002");
  EXPECT_FALSE(corpus.open()->meta().abbreviations);
  EXPECT_THAT(corpus.ids("veiligheidsregio"), ElementsAre("a.md"));
}

TEST_F(Incremental, NewChangedAndGoneFilesAreFollowed) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.write("b.md", "# B\n\nover ondermijning");
  corpus.run();
  corpus.write("a.md", "# A\n\nover woninginbraak");
  corpus.write("c.md", "# C\n\nover jeugdoverlast");
  corpus.remove("b.md");
  EXPECT_EQ(numbers(corpus.run()), "1 1 0 1 10 0");
  EXPECT_THAT(corpus.ids("woninginbraak"), ElementsAre("a.md"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("c.md"));
  EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
  EXPECT_THAT(corpus.ids("ondermijning"), IsEmpty());
}

TEST_F(Incremental, AChangeOfTheSameSizeRightAfterARunIsSeen) {
  corpus.write("a.md", "# A\n\neerste");
  corpus.run();
  const auto time = fs::last_write_time(corpus.corpus() / "a.md");
  corpus.write("a.md", "# A\n\ntweede");
  fs::last_write_time(corpus.corpus() / "a.md", time);  // as within one tick of the clock
  EXPECT_EQ(numbers(corpus.run()), "0 1 0 0 10 0");
}

TEST_F(Incremental, ATouchedFileIsUnchangedAndNotReadAgainLater) {
  corpus.write("a.md", "# A\n\ntekst");
  corpus.age("a.md");
  corpus.run();
  fs::last_write_time(corpus.corpus() / "a.md", fs::file_time_type::clock::now() - std::chrono::minutes(30));
  EXPECT_EQ(numbers(corpus.run()), "0 0 0 0 11 0");
  EXPECT_EQ(corpus.generation(), "000001");
}

TEST_F(Incremental, AChangedSideFileChangesItsDocument) {
  corpus.write("a.txt", "tekst");
  corpus.write("a.meta.yaml", "title: Eerste titel");
  corpus.run();
  corpus.write("a.meta.yaml", "title: Tweede titel");
  EXPECT_EQ(numbers(corpus.run()), "0 1 0 0 10 0");
  EXPECT_THAT(corpus.ids("tweede"), ElementsAre("a.txt"));
  corpus.remove("a.meta.yaml");
  EXPECT_EQ(numbers(corpus.run()), "0 1 0 0 10 0");
  EXPECT_THAT(corpus.ids("tweede"), IsEmpty());
}

TEST_F(Incremental, AMovedFileKeepsItsId) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.run();
  corpus.move("a.md", "archief/oud.md");
  EXPECT_EQ(numbers(corpus.run()), "0 0 1 0 10 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("a.md"));
  EXPECT_EQ(corpus.open()->document("a.md")->source, "archief/oud.md");
  EXPECT_EQ(numbers(corpus.run(true)), "0 0 0 0 11 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("a.md")) << "a full run keeps it too";
}

TEST_F(Incremental, ANewFileWhereAMovedOneStoodGetsAnIdOfItsOwn) {
  corpus.write("verslag.md", "# Januari\n\nover drugsdumping");
  corpus.run();
  corpus.move("verslag.md", "2025-01/verslag.md");
  corpus.run();
  corpus.write("verslag.md", "# Februari\n\nover jeugdoverlast");
  EXPECT_EQ(numbers(corpus.run()), "1 0 0 0 11 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("verslag.md"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("verslag.md~2"));
  EXPECT_EQ(numbers(corpus.run(true)), "0 0 0 0 12 0");
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("verslag.md~2"));
}

TEST_F(Incremental, AFileKeepsItsIdWhenAnotherTakesItsOldPath) {
  const std::vector<std::string> words = {"drugsdumping", "jeugdoverlast", "woninginbraak"};
  for (std::size_t i = 0; i < 3; ++i) corpus.write(std::to_string(i + 1) + ".md", "# Verslag\n\nover " + words[i]);
  corpus.run();
  for (const int i : {3, 2, 1}) corpus.move(std::to_string(i) + ".md", std::to_string(i + 1) + ".md");
  corpus.write("1.md", "# Verslag\n\nover vakantieparken");
  EXPECT_EQ(numbers(corpus.run()), "1 0 3 0 10 0");
  for (const bool full : {false, true}) {
    if (full) corpus.run(true);
    for (std::size_t i = 0; i < 3; ++i) {
      EXPECT_THAT(corpus.ids(words[i]), ElementsAre(std::to_string(i + 1) + ".md")) << full;
      EXPECT_EQ(corpus.open()->document(std::to_string(i + 1) + ".md")->source, std::to_string(i + 2) + ".md");
    }
    EXPECT_THAT(corpus.ids("vakantieparken"), ElementsAre("1.md~2")) << full;
  }
}

TEST_F(Incremental, AFullRunSeesMovesAsAnyOther) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.write("b.md", "# B\n\nover jeugdoverlast");
  corpus.run();
  corpus.move("a.md", "tussen.md");
  corpus.move("b.md", "a.md");
  corpus.move("tussen.md", "b.md");
  EXPECT_EQ(numbers(corpus.run(true)), "0 0 2 0 10 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("a.md"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("b.md"));
}

TEST_F(Incremental, AFileMovedOverAnotherKeepsItsIdAndTheOtherIsGone) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.write("b.md", "# B\n\nover jeugdoverlast");
  corpus.run();
  corpus.move("b.md", "a.md");
  EXPECT_EQ(numbers(corpus.run()), "0 0 1 1 10 0");
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("b.md"));
  EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
}

TEST_F(Incremental, OfTwoMovesWithTheSameContentEachKeepsItsBaseName) {
  for (const char* name : {"1/x.md", "1/y.md"}) corpus.write(name, "# Leeg\n\nover drugsdumping");
  corpus.run();
  corpus.move("1/y.md", "2/y.md");
  corpus.move("1/x.md", "2/z/x.md");
  EXPECT_EQ(numbers(corpus.run()), "0 0 2 0 10 0");
  EXPECT_EQ(corpus.open()->document("1/x.md")->source, "2/z/x.md");
  EXPECT_EQ(corpus.open()->document("1/y.md")->source, "2/y.md");
}

TEST_F(Incremental, IdsThatDifferInWhiteSpaceOnlyAreDifferentIds) {
  corpus.write("a.jsonl", tests::json_line("tab\tx", "drugsdumping") + tests::json_line("tab x", "jeugdoverlast") +
                              tests::json_line(std::string(200, '\0'), "woninginbraak") +
                              tests::json_line(" " + std::string(300, 'x'), "vakantieparken"));
  EXPECT_EQ(numbers(corpus.run()), "14 0 0 0 0 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("tab\tx"));
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("tab x"));
  EXPECT_TRUE(corpus.open()->document(std::string(200, '\0')));
  EXPECT_TRUE(corpus.open()->document(" " + std::string(300, 'x')));
}

TEST_F(Incremental, AKindThatIsNotKnownIsItsOwnValueAndLabel) {
  corpus.write("a.md", "---\nkind: podcast\n---\n\n# A\n\ntekst");
  corpus.write("b.md", "---\nkind: verslag\n---\n\n# B\n\ntekst");
  corpus.run();
  const auto index = corpus.open();
  const auto& kinds = index->columns().facets[search::number(search::Field::kind)];
  EXPECT_EQ(kinds.labels[kinds.find("podcast")], "podcast");
  EXPECT_EQ(kinds.labels[kinds.find("verslag")], "Verslag");
}

TEST_F(Incremental, ACopyIsNoMove) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.run();
  corpus.write("b.md", "# A\n\nover drugsdumping");
  EXPECT_EQ(numbers(corpus.run()), "1 0 0 0 11 0");
  EXPECT_THAT(corpus.ids("drugsdumping"), UnorderedElementsAre("a.md", "b.md"));
}

TEST_F(Incremental, ASecondUseOfAnIdFailsAndNamesBothUntilTheFirstIsGone) {
  corpus.write("a.md", "---\nid: zelfde\n---\n\n# A\n\nover drugsdumping");
  corpus.write("b.md", "---\nid: zelfde\n---\n\n# B\n\nover jeugdoverlast");
  for (const bool full : {false, false, true}) {
    const auto report = corpus.run(full);
    ASSERT_EQ(report.failed.size(), 1u);
    EXPECT_EQ(report.failed[0].path, "b.md");
    EXPECT_THAT(report.failed[0].error, HasSubstr("a.md"));
    EXPECT_THAT(corpus.ids("drugsdumping"), ElementsAre("zelfde"));
  }
  EXPECT_EQ(corpus.generation(), "000002") << "the failure alone makes no generation; --full does";
  corpus.remove("a.md");
  EXPECT_THAT(corpus.run().failed, IsEmpty());
  EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("zelfde"));
}

TEST_F(Incremental, AnEarlierFileTakesAnIdFromALaterOneAsAFullRunWould) {
  corpus.write("m.md", "---\nid: zelfde\n---\n\n# M\n\nover drugsdumping");
  corpus.run();
  corpus.write("a.md", "---\nid: zelfde\n---\n\n# A\n\nover jeugdoverlast");
  for (const bool full : {false, true}) {
    const auto report = corpus.run(full);
    ASSERT_EQ(report.failed.size(), 1u);
    EXPECT_EQ(report.failed[0].path, "m.md");
    EXPECT_THAT(corpus.ids("jeugdoverlast"), ElementsAre("zelfde"));
    EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
  }
}

TEST_F(Incremental, ADocumentThatFailsNowLeavesTheIndexAndIsNamedEachRun) {
  corpus.write("a.md", "# A\n\nover drugsdumping");
  corpus.run();
  corpus.remove("a.md");
  fs::create_symlink("/nowhere", corpus.corpus() / "a.md");
  for (int run = 0; run < 2; ++run) {
    const auto report = corpus.run();
    ASSERT_EQ(report.failed.size(), 1u);
    EXPECT_EQ(report.failed[0].path, "a.md");
    EXPECT_THAT(corpus.ids("drugsdumping"), IsEmpty());
  }
}

TEST_F(Incremental, WarningsAndUnknownValuesAreToldAgainByARunThatReadsNothing) {
  corpus.write("a.md", "---\nthemes: [Xyzzy]\ncolour: blue\n---\n\n# A\n\ntekst");
  corpus.write("b.xyz", "");
  const auto first = corpus.run();
  const auto second = corpus.run();
  EXPECT_THAT(first.unknown_facet_values, ElementsAre(testing::AllOf(HasSubstr("Xyzzy"), HasSubstr("a.md"))));
  EXPECT_THAT(first.warnings, testing::Contains(HasSubstr("colour")));
  EXPECT_EQ(first.warnings, second.warnings);
  EXPECT_EQ(first.unknown_facet_values, second.unknown_facet_values);
  EXPECT_EQ(first.passages, second.passages);
}

TEST_F(Incremental, AnotherVocabularyDescribesEverythingAnew) {
  corpus.write("a.md", "# A\n\nwij leerden veel over zwamvlokken");
  corpus.run();
  EXPECT_EQ(corpus.open()->document("a.md")->themes.size(), 0u);
  auto options = corpus.options();
  options.vocabulary = corpus.folder() / "vocabulary";
  const auto builtin = corpus::builtin_vocabulary_files();
  for (const auto& file : builtin) corpus.folder().write("vocabulary/" + file.name, file.turtle);
  std::string scheme;  // as the built-in files call the scheme of themes
  for (const auto& file : builtin) {
    const auto at = file.turtle.find("skos:inScheme");
    if (file.name.find("thema") != std::string::npos && at != std::string::npos)
      scheme = file.turtle.substr(at, file.turtle.find_first_of(";.", at) - at);
  }
  std::string prefixes;
  for (const auto& file : builtin)
    if (file.name.find("thema") != std::string::npos)
      for (std::size_t at = 0; (at = file.turtle.find("@prefix", at)) != std::string::npos; ++at)
        prefixes += file.turtle.substr(at, file.turtle.find('\n', at) - at) + "\n";
  corpus.folder().write("vocabulary/zz.ttl", prefixes + "<https://example.org/zwam> a skos:Concept ; " + scheme +
                                                 " ; skos:prefLabel \"Zwamvlokken\"@nl .\n");
  const auto report = indexer::run(options);
  EXPECT_EQ(report.changed, 11u);
  ASSERT_EQ(corpus.open()->document("a.md")->themes.size(), 1u);
  EXPECT_EQ(corpus.open()->document("a.md")->themes[0].value, "zwamvlokken");
  EXPECT_EQ(indexer::run(options).unchanged, 11u);
}

TEST_F(Incremental, AnEmptyCorpusEmptiesTheIndex) {
  corpus.run();
  corpus.remove("rest");
  EXPECT_EQ(numbers(corpus.run()), "0 0 0 10 0 0");
  EXPECT_THAT(corpus.ids(""), IsEmpty());
  EXPECT_EQ(numbers(corpus.run()), "0 0 0 0 0 0");
}

TEST_F(Incremental, OtherCorpusPathsMakeTheIndexEqualToThose) {
  corpus.write("x/a.md", "# A\n\nover drugsdumping");
  corpus.write("y/b.md", "# B\n\nover jeugdoverlast");
  corpus.run();
  auto options = corpus.options();
  options.corpus = {corpus.corpus() / "x"};
  const auto report = indexer::run(options);
  EXPECT_EQ(report.documents, 1u);
  EXPECT_THAT(corpus.ids(""), ElementsAre("a.md"));
}

}  // namespace
