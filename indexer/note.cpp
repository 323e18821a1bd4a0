#include "indexer/note.h"

#include <mutex>
#include <set>

namespace indexer {

Note::Note(bool unknown_value, const std::string& text) {
  static std::mutex mutex;
  static std::set<Kept> all;
  const std::lock_guard lock(mutex);
  kept_ = &*all.insert({unknown_value, text}).first;
}

}  // namespace indexer
