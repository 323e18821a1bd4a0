#include "indexer/claims.h"

#include <algorithm>

namespace indexer {

std::string Claims::name(std::size_t file, std::uint64_t line) const {
  return line == 0 ? names_[file] : names_[file] + ":" + std::to_string(line);
}

Claims::Verdict Claims::claim(std::size_t file, DocumentEntry entry) {
  const std::lock_guard lock(mutex_);
  auto id = entry.id;
  Holder newcomer{file, std::move(entry)};
  const auto [place, first] = holders_.try_emplace(std::move(id));
  auto& holder = place->second;
  if (first) {
    holder = std::move(newcomer);
    return Verdict::accepted;
  }
  if (std::pair(holder.file, holder.entry.line) <= std::pair(newcomer.file, newcomer.entry.line)) {
    troubles_[file].push_back({newcomer.entry.line, {}, newcomer.entry.id});
    return Verdict::refused;
  }
  troubles_[holder.file].push_back({holder.entry.line, {}, holder.entry.id});
  holder = std::move(newcomer);
  return Verdict::displaced;
}

void Claims::fail(std::size_t file, std::uint64_t line, const std::string& error) {
  const std::lock_guard lock(mutex_);
  troubles_[file].push_back({line, error, {}});
}

Claims::Result Claims::finish() {
  const std::lock_guard lock(mutex_);
  Result result;
  result.documents.resize(names_.size());
  result.failed.resize(names_.size());
  for (std::size_t i = 0; i < names_.size(); ++i) {
    result.failed[i] = troubles_[i].size();
    std::ranges::stable_sort(troubles_[i], {}, &Trouble::line);
    for (auto& trouble : troubles_[i]) {
      if (!trouble.duplicate_id.empty()) {
        const auto& winner = holders_.at(trouble.duplicate_id);
        trouble.error =
            "its id \"" + trouble.duplicate_id + "\" is already used by " + name(winner.file, winner.entry.line);
      }
      result.failures.push_back({name(i, trouble.line), std::move(trouble.error)});
    }
  }
  for (auto& [id, holder] : holders_) result.documents[holder.file].push_back(std::move(holder.entry));
  for (auto& documents : result.documents) std::ranges::sort(documents, {}, &DocumentEntry::line);
  holders_.clear();
  return result;
}

}  // namespace indexer
