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
    cache.keep(key, PostingCache::Kind::found, list);
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
      cache.keep(key, PostingCache::Kind::read, list);
    }
  }
  if (!list) {
    some_ = std::make_shared<PostingList>();
    list_ = some_;
    read_on();
    return;
  }
  size_ = list->size();
  list_ = std::move(list);
  enter(0);
}

void PostingCursor::enter(std::size_t block) {
  block_ = block;
  if (block >= list_->blocks()) {
    at_ = end_ = list_->size();
    return;
  }
  first_ = list_->first_of(block);
  at_ = list_->begin_of(block);
  end_ = list_->end_of(block);
}

bool PostingCursor::read_on() {
  constexpr std::size_t kAtOnce = 256;
  if (!some_) return false;
  some_->clear();
  for (; next_ != last_ && some_->size() < kAtOnce; ++next_) some_->push_back({*next_, next_.get_wdf()});
  enter(0);
  return at_ != end_;
}

namespace {

/// The first from `from` to `end` for which `before` no longer holds. It is mostly near: steps that double, then
/// halves.
template <typename Before>
std::size_t first_after(std::size_t from, std::size_t end, Before before) {
  std::size_t step = 1;
  while (end - from > step && before(from + step)) {
    from += step;
    step *= 2;
  }
  auto to = end - from > step ? from + step : end;
  while (from != to) {
    const auto middle = from + (to - from) / 2;
    if (before(middle))
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

}  // namespace

const Posting* PostingCursor::skip_to(DocId doc) {
  const auto passed = [&](std::size_t block) { return doc - list_->first_of(block) >= PostingList::kBlock; };
  while (at_ != end_ && first_ < doc) {
    if (passed(block_)) {
      enter(first_after(block_, list_->blocks(),
                        [&](std::size_t block) { return list_->first_of(block) < doc && passed(block); }));
      if (at_ == end_ && some_ && next_ != last_) {
        next_.skip_to(doc);
        read_on();
      }
      continue;
    }
    at_ = first_after(at_, end_, [&](std::size_t i) { return list_->at(i, first_).doc < doc; });
    if (at_ != end_) break;
    enter(block_ + 1);
    if (at_ == end_) read_on();
  }
  if (this->doc() != doc) return nullptr;
  found_ = list_->at(at_, first_);
  return &found_;
}

}  // namespace search
