// Reading the posting lists of a clause's sources. Not thread-safe: a database belongs to one reader.
#pragma once
#include <memory>
#include <optional>
#include <vector>

#include <xapian.h>

#include "search/index/posting_cache.h"
#include "search/query/plan.h"

namespace search {

/// The wdf of the source in one document; nullopt when it isn't there.
std::optional<std::uint32_t> wdf_in(const Xapian::Database& database, const PostingCache& cache, const Source& source,
                                    DocId doc);

/// Goes once through the postings of a source, in order of document. A list of reasonable length is read whole and kept
/// for the next query; a very long one is read bit by bit. The wdf of a sequence counts as one occurrence in the body.
class PostingCursor {
 public:
  static constexpr DocId kEnd = ~DocId{0};

  PostingCursor(const Xapian::Database& database, const PostingCache& cache, const Source& source);
  PostingCursor(PostingCursor&&) = default;
  PostingCursor& operator=(PostingCursor&&) = default;

  /// How many postings there are in all.
  std::uint64_t size() const { return size_; }
  /// The document of the first posting not passed yet; kEnd after the last.
  DocId doc() const { return at_ == end_ ? kEnd : list_->at(at_, first_).doc; }

  /// Visits all postings before document `limit` that were not passed, and passes them.
  template <typename Visit>
  void visit_until(DocId limit, Visit visit) {
    do
      for (; at_ != end_; enter(block_ + 1)) {
        if (first_ >= limit) return;
        if (limit - first_ >= PostingList::kBlock) {
          list_->each(block_, at_, visit);
          at_ = end_;
        } else {
          for (; at_ != end_; ++at_) {
            const auto posting = list_->at(at_, first_);
            if (posting.doc >= limit) return;
            visit(posting);
          }
        }
      }
    while (read_on());
  }
  /// Passes all postings before `doc`. Returns the one of `doc` itself until the next call, or nullptr.
  const Posting* skip_to(DocId doc);

 private:
  void enter(std::size_t block);
  bool read_on();

  std::uint64_t size_ = 0;
  std::shared_ptr<PostingList> some_;  // of a very long list
  std::shared_ptr<const PostingList> list_;
  std::size_t block_ = 0;         // at hand
  DocId first_ = 0;               // of its documents
  std::size_t at_ = 0, end_ = 0;  // its postings that were not passed; none after the last block
  Posting found_;
  Xapian::PostingIterator next_, last_;
};

}  // namespace search
