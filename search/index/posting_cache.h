// Posting lists that were read before, kept in memory for the next query that asks for them.
//
// Reading a posting from Xapian costs some 15 ns, from memory one; the words of everyday queries are few. Lists are
// kept up to a number of bytes; the one not used for longest goes first. Safe to use from several threads: a list
// handed out never changes, and lives as long as someone holds it.
#pragma once
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/index/columns.h"

namespace search {

struct Posting {
  DocId doc = 0;
  std::uint32_t wdf = 0;  // pack_occurrences()
};
using PostingList = std::vector<Posting>;  // in order of document

class PostingCache {
 public:
  explicit PostingCache(std::size_t bytes = std::size_t{24} << 20) : most_(bytes) {}

  /// nullptr when it isn't here.
  std::shared_ptr<const PostingList> find(const std::string& key) const;
  void keep(const std::string& key, std::shared_ptr<const PostingList> list) const;
  /// Whether a list of so many postings leaves room for others.
  bool worth_keeping(std::uint64_t postings) const { return postings <= most_ / sizeof(Posting) / 4; }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const PostingList> list;
    std::size_t bytes() const { return sizeof(Entry) + key.size() + list->capacity() * sizeof(Posting); }
  };
  const std::size_t most_;
  mutable std::mutex mutex_;
  mutable std::list<Entry> entries_;  // the one used last in front
  mutable std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace search
