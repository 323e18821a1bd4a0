// What the matcher works with: posting lists in blocks, sets of documents of a block, and the best of many.
#include "search/query/postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "search/query/best.h"
#include "search/query/block.h"

namespace search {
namespace {

using testing::ElementsAre;

/// A database in memory with the term "woord" in these documents.
struct OneTerm {
  explicit OneTerm(const std::vector<Posting>& postings) : database("", Xapian::DB_BACKEND_INMEMORY) {
    for (const auto& posting : postings) {
      Xapian::Document document;
      document.add_term("woord", posting.wdf);
      database.replace_document(posting.doc, document);
    }
  }
  Xapian::WritableDatabase database;
  Source source{Source::Kind::stem, "woord", {}};
};

/// Numbers of 32 bits.
using Random = std::independent_bits_engine<std::mt19937, 32, std::uint32_t>;

std::vector<Posting> some_postings(Random& random, DocId most_apart) {
  std::vector<Posting> postings;
  for (DocId doc = random() % most_apart; postings.size() < 1500; doc += random() % most_apart + 1)
    postings.push_back({doc + 1, random() % 2000 + 1});
  return postings;
}

/// Skips and visits at random, and does the same on the plain list.
void expect_same(PostingCursor cursor, const std::vector<Posting>& plain, Random& random) {
  ASSERT_EQ(cursor.size(), plain.size());
  auto next = plain.begin();
  DocId at = 1;
  while (next != plain.end()) {
    ASSERT_EQ(cursor.doc(), next->doc);
    at = std::max(at, next->doc) + (random() % 3 == 0 ? random() % 5000 : random() % 20);
    if (random() % 2 == 0) {
      while (next != plain.end() && next->doc < at) ++next;
      const auto* found = cursor.skip_to(at);
      ASSERT_EQ(found != nullptr, next != plain.end() && next->doc == at) << at;
      if (found) {
        ASSERT_EQ(found->wdf, next->wdf);
      }
    } else {
      std::vector<DocId> visited, expected;
      cursor.visit_until(at, [&](const Posting& posting) { visited.push_back(posting.doc); });
      for (; next != plain.end() && next->doc < at; ++next) expected.push_back(next->doc);
      ASSERT_EQ(visited, expected);
    }
  }
  EXPECT_EQ(cursor.doc(), PostingCursor::kEnd);
  EXPECT_EQ(cursor.skip_to(at + 1), nullptr);
}

TEST(PostingCursor, SkipsAndVisitsAsAPlainListDoes) {
  Random random(7);
  for (const DocId most_apart : {1, 3, 40, 3000}) {
    const auto plain = some_postings(random, most_apart);
    const OneTerm term(plain);
    const PostingCache roomy(1 << 20), tiny(100);  // the second keeps no list, so that it is read bit by bit
    ASSERT_FALSE(tiny.worth_keeping(plain.size()));
    for (int i = 0; i < 20; ++i) {
      expect_same(PostingCursor(term.database, roomy, term.source), plain, random);
      expect_same(PostingCursor(term.database, tiny, term.source), plain, random);
    }
  }
}

TEST(PostingCache, ReadingManyListsLeavesThoseThatWereFound) {
  const PostingCache cache(10'000);
  const auto list = [](DocId postings) {
    auto made = std::make_shared<PostingList>();
    for (DocId doc = 1; doc <= postings; ++doc) made->push_back({doc, 1});
    return made;
  };
  cache.keep("found", PostingCache::Kind::found, list(10));
  for (int i = 0; i < 100; ++i) cache.keep("read" + std::to_string(i), PostingCache::Kind::read, list(100));
  EXPECT_TRUE(cache.find("found"));
  EXPECT_TRUE(cache.find("read99"));
  EXPECT_FALSE(cache.find("read0"));
}

TEST(PostingList, KeepsAllThreeCountsAtTheirHighest) {
  PostingList list;
  const auto most = pack_occurrences({~0U, ~0U, ~0U});
  list.push_back({5 * PostingList::kBlock - 1, most});
  EXPECT_EQ(list.at(0, list.first_of(0)).wdf, most);
  EXPECT_EQ(list.at(0, list.first_of(0)).doc, 5 * PostingList::kBlock - 1);
}

TEST(BlockSet, CountsAndVisitsItsDocuments) {
  Random random(7);
  for (const unsigned one_in : {1, 2, 100}) {
    std::vector<std::uint8_t> bytes(kBlock);
    std::vector<DocId> expected, visited;
    for (DocId i = 0; i < kBlock; ++i)
      if (random() % one_in == 0) bytes[i] = 1, expected.push_back(i);
    const auto set = BlockSet::from_bytes(bytes.data());
    set.each([&](DocId at) { visited.push_back(at); });
    EXPECT_EQ(visited, expected);
    EXPECT_EQ(set.size(), expected.size());
    EXPECT_EQ((BlockSet::all() - set).size(), kBlock - expected.size());
  }
}

TEST(Best, KeepsTheFirstByScoreAndThenById) {
  Columns columns;
  columns.id_bytes = "cab";
  columns.id_offsets = {0, 0, 1, 2, 3};  // 1: c, 2: a, 3: b
  for (const std::size_t wanted : {std::size_t{2}, Best::kAll}) {
    Best best(columns, wanted);
    for (int i = 0; i < 200; ++i) best.add(1, 1);
    for (const DocId doc : {1, 2, 3}) best.add(doc, 2);
    auto kept = best.take();
    std::ranges::sort(kept, ByScore(columns));
    ASSERT_EQ(kept.size(), wanted == 2 ? 2u : 203u);
    EXPECT_EQ(kept[0].doc, 2u);
    EXPECT_EQ(kept[1].doc, 3u);
  }
  Best none(columns, 0);
  none.add(1, 1);
  EXPECT_TRUE(none.take().empty());
}

}  // namespace
}  // namespace search
