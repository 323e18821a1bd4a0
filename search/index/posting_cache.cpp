#include "search/index/posting_cache.h"

namespace search {

std::shared_ptr<const PostingList> PostingCache::find(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->list;
}

void PostingCache::keep(const std::string& key, std::shared_ptr<const PostingList> list) const {
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;  // another thread was first
  entries_.push_front({key, std::move(list)});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += entries_.front().bytes();
  while (bytes_ > most_ && entries_.size() > 1) {
    bytes_ -= entries_.back().bytes();
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace search
