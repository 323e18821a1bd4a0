#include "search/index/posting_cache.h"

namespace search {

std::size_t PostingCache::bytes_for(std::uint64_t documents) {
  constexpr std::size_t kLeast = std::size_t{24} << 20, kDocument = 256;
  return std::max(kLeast, static_cast<std::size_t>(documents) * kDocument);
}

std::shared_ptr<const PostingList> PostingCache::find(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  const auto entry = found->second;
  auto& entries = shelves_[static_cast<std::size_t>(entry->kind)].entries;
  entries.splice(entries.begin(), entries, entry);
  return entry->list;
}

void PostingCache::keep(const std::string& key, Kind kind, std::shared_ptr<const PostingList> list) const {
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;  // another thread was first
  auto& [most, bytes, entries] = shelves_[static_cast<std::size_t>(kind)];
  entries.push_front({key, kind, std::move(list)});
  by_key_.emplace(entries.front().key, entries.begin());
  bytes += entries.front().bytes();
  while (bytes > most && entries.size() > 1) {
    bytes -= entries.back().bytes();
    by_key_.erase(entries.back().key);
    entries.pop_back();
  }
}

}  // namespace search
