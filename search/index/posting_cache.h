// Posting lists that were read before, kept in memory for the next query that asks for them.
//
// Reading a posting from Xapian costs some 15 ns, from memory one; the words of everyday queries are few. Lists are
// kept up to a number of bytes; the one not used for longest goes first. Those that were found by looking through
// positions have a part of their own, as they are small and long in the making. Safe to use from several threads: a
// list handed out never changes, and lives as long as someone holds it.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/index/columns.h"
#include "search/schema.h"

namespace search {

struct Posting {
  DocId doc = 0;
  std::uint32_t wdf = 0;  // pack_occurrences()
};

/// Postings in order of document, four bytes each: they lie in blocks of documents, and tell their place in the block.
class PostingList {
 public:
  static constexpr DocId kBlock = kDocumentsPadding;

  void reserve(std::size_t postings) { packed_.reserve(postings); }
  void clear() {
    packed_.clear();
    blocks_.clear();
  }
  void push_back(Posting posting) {
    if (const auto first = posting.doc - posting.doc % kBlock; blocks_.empty() || blocks_.back().first != first)
      blocks_.push_back({first, static_cast<std::uint32_t>(packed_.size())});
    packed_.push_back(std::min(posting.wdf, kMostWdf) << kDocBits | posting.doc % kBlock);
  }

  std::size_t size() const { return packed_.size(); }
  std::size_t bytes() const { return packed_.capacity() * sizeof(std::uint32_t) + blocks_.capacity() * sizeof(Block); }

  std::size_t blocks() const { return blocks_.size(); }
  /// The first document of a block that has postings, and where they begin and end.
  DocId first_of(std::size_t block) const { return blocks_[block].first; }
  std::size_t begin_of(std::size_t block) const { return blocks_[block].begin; }
  std::size_t end_of(std::size_t block) const {
    return block + 1 < blocks_.size() ? blocks_[block + 1].begin : packed_.size();
  }
  /// Posting `i`, which is one of the block that begins with document `first`.
  Posting at(std::size_t i, DocId first) const { return {first + packed_[i] % kBlock, packed_[i] >> kDocBits}; }
  /// Those of a block from posting `i`.
  template <typename Visit>
  void each(std::size_t block, std::size_t i, Visit visit) const {
    const auto first = first_of(block);
    for (const auto *at = packed_.data() + i, *const end = packed_.data() + end_of(block); at != end; ++at)
      visit(Posting{first + *at % kBlock, *at >> kDocBits});
  }

 private:
  struct Block {
    DocId first = 0;
    std::uint32_t begin = 0;
  };
  static constexpr unsigned kDocBits = std::countr_zero(kBlock);
  static constexpr std::uint32_t kMostWdf = (std::uint32_t{1} << (32 - kDocBits)) - 1;
  static_assert(pack_occurrences({~0U, ~0U, ~0U}) <= kMostWdf);

  std::vector<Block> blocks_;
  std::vector<std::uint32_t> packed_;
};

class PostingCache {
 public:
  /// What a list costs to get again: reading is quick, looking through positions for words near each other is not.
  enum class Kind { read, found };

  /// `most_bytes` for all lists together.
  explicit PostingCache(std::size_t most_bytes)
      : shelves_{Shelf{most_bytes - most_bytes / kShareFound}, Shelf{most_bytes / kShareFound}} {}
  /// For an index of so many documents: the same share of all lists, whatever their number.
  static std::size_t bytes_for(std::uint64_t documents);

  /// nullptr when it isn't here.
  std::shared_ptr<const PostingList> find(const std::string& key) const;
  void keep(const std::string& key, Kind kind, std::shared_ptr<const PostingList> list) const;
  /// Whether a list of so many postings that is read leaves room for others.
  bool worth_keeping(std::uint64_t postings) const { return postings <= shelves_[0].most / sizeof(std::uint32_t) / 4; }

 private:
  static constexpr std::size_t kShareFound = 6;  // one part in so many
  struct Entry {
    std::string key;
    Kind kind = Kind::read;
    std::shared_ptr<const PostingList> list;
    std::size_t bytes() const { return sizeof(Entry) + key.size() + list->bytes(); }
  };
  struct Shelf {
    std::size_t most = 0, bytes = 0;
    std::list<Entry> entries = {};  // the one used last in front
  };
  mutable std::mutex mutex_;
  mutable std::array<Shelf, 2> shelves_;  // by Kind
  mutable std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace search
