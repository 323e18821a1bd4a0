// How well a word goes with the other words of a query: in how many public documents they meet.
//
// Bounded by a number of postings that depends on document frequencies only, so that the same index always gives the
// same answer. Not thread-safe; made for one query.
#pragma once
#include <string>
#include <vector>

#include "search/index.h"

namespace search {

class Context {
 public:
  /// `stems` of the other words.
  Context(const Index& index, Reader& reader, const std::vector<std::string>& stems);

  /// Documents that hold the word, weighted: half its frequency, half what is expected of it given the other words.
  /// `documents` is its frequency.
  double likely(const std::string& word, double documents);

 private:
  struct Other {
    std::vector<bool> documents;
    double count = 0;
  };
  const Index& index_;
  Reader& reader_;
  std::vector<Other> others_;
  std::uint64_t spent_ = 0;
};

}  // namespace search
