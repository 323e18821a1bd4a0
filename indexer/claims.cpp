#include "indexer/claims.h"

#include <algorithm>
#include <iterator>

namespace indexer {

std::string Claims::name(std::size_t file, std::uint64_t line) const {
  return line == 0 ? names_[file] : names_[file] + ":" + std::to_string(line);
}

Claims::Verdict Claims::claim(std::size_t file, DocumentEntry entry) {
  const std::lock_guard lock(mutex_);
  entry.notes.shrink_to_fit();
  auto verdict = Verdict::accepted;
  if (const auto found = holders_.find(std::string_view(entry.id)); found != holders_.end()) {
    const auto holder = *found;
    if (std::pair(holder.file, holder.entry->line) <= std::pair(file, entry.line)) {
      troubles_[file].push_back({entry.line, {}, entry.id});
      return Verdict::refused;
    }
    troubles_[holder.file].push_back({holder.entry->line, {}, entry.id});
    holders_.erase(found);
    documents_[holder.file].erase(holder.entry);
    verdict = Verdict::displaced;
  }
  documents_[file].push_back(std::move(entry));
  holders_.insert({file, std::prev(documents_[file].cend())});
  return verdict;
}

void Claims::fail(std::size_t file, std::uint64_t line, const std::string& error) {
  const std::lock_guard lock(mutex_);
  troubles_[file].push_back({line, error, {}});
}

Claims::Result Claims::finish() {
  const std::lock_guard lock(mutex_);
  Result result;
  result.failed.resize(names_.size());
  for (std::size_t i = 0; i < names_.size(); ++i) {
    result.failed[i] = troubles_[i].size();
    std::ranges::stable_sort(troubles_[i], {}, &Trouble::line);
    for (auto& trouble : troubles_[i]) {
      if (!trouble.duplicate_id.empty()) {
        const auto& winner = *holders_.find(std::string_view(trouble.duplicate_id));
        trouble.error =
            "its id \"" + trouble.duplicate_id + "\" is already used by " + name(winner.file, winner.entry->line);
      }
      result.failures.push_back({name(i, trouble.line), std::move(trouble.error)});
    }
  }
  holders_.clear();
  result.documents = std::move(documents_);
  for (auto& documents : result.documents)
    documents.sort([](const DocumentEntry& a, const DocumentEntry& b) { return a.line < b.line; });
  return result;
}

}  // namespace indexer
