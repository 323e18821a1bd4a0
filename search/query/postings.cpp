#include "search/query/postings.h"

#include <algorithm>

namespace search {

std::optional<std::uint32_t> wdf_in(const Xapian::Database& database, const PostingCache& cache, const Source& source,
                                    DocId doc) {
  PostingCursor cursor(database, cache, source);
  const auto* posting = cursor.skip_to(doc);
  return posting ? std::optional(posting->wdf) : std::nullopt;
}

PostingCursor::PostingCursor(const Xapian::Database& database, const PostingCache& cache, const Source& source) {
  const auto key = source.term.empty() ? source.sequence.key() : source.term;
  auto list = cache.find(key);
  if (!list && source.term.empty()) {
    auto found = std::make_shared<PostingList>();
    for (const auto doc : find_sequence(database, cache, source.sequence)) found->push_back({doc, 1});
    list = std::move(found);
    cache.keep(key, list);
  }
  if (!list) {
    size_ = database.get_termfreq(key);
    next_ = database.postlist_begin(key);
    last_ = database.postlist_end(key);
    if (cache.worth_keeping(size_)) {
      auto read = std::make_shared<PostingList>();
      read->reserve(size_);
      for (; next_ != last_; ++next_) read->push_back({*next_, next_.get_wdf()});
      list = std::move(read);
      cache.keep(key, list);
    }
  }
  if (!list) {
    read_on();
    return;
  }
  size_ = list->size();
  at_ = list->data();
  end_ = at_ + size_;
  whole_ = std::move(list);
}

bool PostingCursor::read_on() {
  constexpr std::size_t kAtOnce = 256;
  some_.clear();
  for (; next_ != last_ && some_.size() < kAtOnce; ++next_) some_.push_back({*next_, next_.get_wdf()});
  at_ = some_.data();
  end_ = at_ + some_.size();
  return !some_.empty();
}

const Posting* PostingCursor::skip_to(DocId doc) {
  const auto before = [&](const Posting& posting) { return posting.doc < doc; };
  if (at_ != end_ && end_[-1].doc < doc) {
    at_ = end_;
    if (!whole_ && next_ != last_) {
      next_.skip_to(doc);
      read_on();
    }
  }
  // The place looked for is mostly near: steps that double, then halves.
  std::ptrdiff_t step = 1;
  auto from = at_;
  while (end_ - from > step && from[step].doc < doc) {
    from += step;
    step *= 2;
  }
  at_ = std::partition_point(from, end_ - from > step ? from + step : end_, before);
  return at_ != end_ && at_->doc == doc ? at_ : nullptr;
}

}  // namespace search
