// check finds what differs between index and corpus, and damage within the index.
#include <gmock/gmock.h>

#include <fstream>

#include "search/index/generation.h"
#include "search/schema.h"
#include "tests/indexer/corpus_folder.h"

namespace {
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Check, FindsNothingInASoundIndexOfTheExampleCorpus) {
  const tests::TemporaryFolder folder;
  indexer::Options options;
  options.corpus = {std::filesystem::path(PRAKTIJKBANK_SOURCE_DIR) / "corpus/example"};
  options.index = folder / "index";
  EXPECT_THAT(indexer::run(options).failed, IsEmpty());
  EXPECT_THAT(indexer::check(options.index, options.corpus), IsEmpty());
}

TEST(Check, ListsEachDifferenceWithTheCorpus) {
  const tests::CorpusFolder corpus;
  for (const char* name : {"blijft.md", "gewijzigd.md", "weg.md", "verhuist.md"})
    corpus.write(name, std::string("# ") + name + "\n\ntekst van " + name);
  corpus.run();
  corpus.write("gewijzigd.md", "# Anders");
  corpus.write("nieuw.md", "# Nieuw");
  corpus.remove("weg.md");
  corpus.move("verhuist.md", "elders/verhuist.md");
  std::filesystem::create_symlink("/nowhere", corpus.corpus() / "kapot.md");
  const auto differences = indexer::check(corpus.index(), {corpus.corpus()});
  EXPECT_THAT(differences, testing::UnorderedElementsAre(HasSubstr("failed: kapot.md"), HasSubstr("added: nieuw.md"),
                                                         HasSubstr("changed: gewijzigd.md"),
                                                         HasSubstr("moved: verhuist.md is now elders/verhuist.md"),
                                                         HasSubstr("removed: \"weg.md\"")));
  EXPECT_THAT(indexer::check(corpus.index(), {}), IsEmpty());
}

TEST(Check, FindsADocumentThatIsNotIndexedAsItStands) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.write("b.md", "# B\n\njeugdoverlast");
  corpus.run();
  {
    Xapian::WritableDatabase database(search::database_path(corpus.index() / "current").string(), Xapian::DB_OPEN);
    auto document = database.get_document(*database.postlist_begin(search::id_term("a.md")));
    document.add_term("verzonnen");
    database.replace_document(search::id_term("a.md"), document);
  }
  EXPECT_THAT(indexer::check(corpus.index(), {corpus.corpus()}), Contains(HasSubstr("not indexed as it stands: a.md")));
}

TEST(Check, FindsADocumentThatIsMissing) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.write("b.md", "# B\n\njeugdoverlast");
  corpus.run();
  {
    Xapian::WritableDatabase database(search::database_path(corpus.index() / "current").string(), Xapian::DB_OPEN);
    database.delete_document(search::id_term("a.md"));
  }
  EXPECT_THAT(indexer::check(corpus.index(), {}), Contains(HasSubstr("\"a.md\" of a.md is missing")));
}

TEST(Check, NamesEachFileOfTheIndexThatIsNotAsItWasWritten) {
  const tests::CorpusFolder corpus;
  corpus.write("a.md", "# A\n\ndrugsdumping");
  corpus.run();
  const auto generation = corpus.index() / "current";
  {
    std::fstream file(search::database_path(generation) / "postlist.glass", std::ios::in | std::ios::out);
    file.seekp(100);
    file << "rommel";
  }
  std::ofstream(search::vocabulary_path(generation) / "themas.ttl", std::ios::app) << "rommel";
  const auto differences = indexer::check(corpus.index(), {corpus.corpus()});
  EXPECT_THAT(differences, Contains(HasSubstr("postlist.glass is not as it was written")));
  EXPECT_THAT(differences, Contains(HasSubstr("themas.ttl has ")));
  EXPECT_THAT(differences, Contains(HasSubstr("vocabulary of the index can't be read")));
}

}  // namespace
