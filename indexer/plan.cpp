#include "indexer/plan.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/line_reader.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

/// A file whose time lies this close before the former run (or after it) may have changed again within the same tick of
/// the file system's clock, as git's "racy" entries: its content decides. FAT counts in 2 seconds.
constexpr std::int64_t kTick = 2'000'000'000;

std::string key_of(std::string_view root, std::string_view name) {
  std::string key(root);
  key.push_back('\0');
  return key.append(name);
}

std::string base_name(const std::string& name) { return name.substr(name.find_last_of('/') + 1); }

std::optional<std::string> try_hash(const SourceFile& file) {
  try {
    return hash_file(file);
  } catch (const corpus::Error&) {
    return std::nullopt;  // reading it will fail in the same way, and be reported
  }
}

bool same_stamps(const SourceFile& file, const FileEntry& known) {
  const auto side = file.side.empty() ? std::nullopt : std::optional(file.side_stamp);
  return file.stamp == known.stamp && side == known.side;
}

bool is_fresh(const SourceFile& file, std::int64_t started) {
  const auto newest = std::max(file.stamp.mtime, file.side.empty() ? 0 : file.side_stamp.mtime);
  return newest >= started - kTick;
}

/// Files that are gone from disk, by content: a new file with the same content is the same one, moved.
class Gone {
 public:
  explicit Gone(const std::vector<const FileEntry*>& absent) {
    for (const auto* file : absent)
      if (file->derived_id && file->documents.size() == 1 && !fs::exists(fs::path(file->root) / file->name))
        by_hash_[file->documents.front().hash].push_back(file);
  }
  bool empty() const { return by_hash_.empty(); }

  /// The former file that `file` is, if any; each is given out once, one with the same base name first.
  const FileEntry* take(const std::string& hash, const SourceFile& file) {
    const auto found = by_hash_.find(hash);
    if (found == by_hash_.end() || found->second.empty()) return nullptr;
    auto& candidates = found->second;
    auto best = std::ranges::find_if(
        candidates, [&](const FileEntry* gone) { return base_name(gone->name) == base_name(file.name); });
    if (best == candidates.end()) best = candidates.begin();
    const auto* taken = *best;
    candidates.erase(best);
    return taken;
  }

 private:
  std::unordered_map<std::string, std::vector<const FileEntry*>> by_hash_;
};

void decide_reading(const Listing& listing, const Manifest& manifest, Plan& plan) {
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    const auto& file = listing.files[i];
    auto& planned = plan.files[i];
    if (!planned.known || planned.known->failures > 0) continue;
    const bool same = same_stamps(file, *planned.known);
    if (same && !is_fresh(file, manifest.started)) {
      planned.read = false;
    } else if (file.format != corpus::Format::json_lines) {
      const auto& documents = planned.known->documents;
      planned.read = documents.size() != 1 || try_hash(file) != documents.front().hash;
      plan.touched |= !planned.read;
    }
  }
}

void decide_ids(const Listing& listing, const std::vector<const FileEntry*>& absent, Plan& plan) {
  Gone gone(absent);
  std::unordered_set<std::string> kept;  // ids that are not the path of the file that has them
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    const auto& file = listing.files[i];
    auto& planned = plan.files[i];
    if (file.format == corpus::Format::json_lines) continue;
    if (planned.known && planned.known->derived_id && planned.known->documents.size() == 1) {
      planned.id = planned.known->documents.front().id;
    } else if (!planned.known && !gone.empty()) {
      if (const auto hash = try_hash(file))
        if (const auto* former = gone.take(*hash, file)) planned.id = former->documents.front().id;
    }
    if (!planned.id.empty() && planned.id != file.name) kept.insert(planned.id);
  }
  // A new file may stand where a moved one once was; the moved one keeps the id.
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    if (!plan.files[i].id.empty()) continue;
    auto id = listing.files[i].name;
    for (int number = 2; kept.contains(id); ++number) id = listing.files[i].name + "~" + std::to_string(number);
    if (id != listing.files[i].name) kept.insert(id);
    plan.files[i].id = std::move(id);
  }
}

}  // namespace

bool Plan::nothing_to_do() const {
  return !gone && std::ranges::none_of(files, [](const PlannedFile& file) { return file.read; });
}

std::string hash_content(const std::string& bytes, const std::string& side_bytes) {
  auto hash = corpus::content_hash(bytes);
  return side_bytes.empty() ? hash : corpus::content_hash(hash + corpus::content_hash(side_bytes));
}

std::string hash_file(const SourceFile& file) {
  const corpus::ReadLimits limits;
  return hash_content(read_file(file.path, limits.bytes), file.side.empty() ? "" : read_file(file.side, limits.bytes));
}

Plan make_plan(const Listing& listing, const Manifest& manifest, bool everything) {
  Plan plan;
  plan.files.resize(listing.files.size());
  std::unordered_map<std::string, const FileEntry*> known;
  known.reserve(manifest.files.size());
  for (const auto& file : manifest.files) known.emplace(key_of(file.root, file.name), &file);
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    const auto& file = listing.files[i];
    const auto found = known.find(key_of(listing.roots[file.root], file.name));
    if (found == known.end()) continue;
    plan.files[i].known = found->second;
    known.erase(found);
  }
  std::vector<const FileEntry*> absent;
  for (const auto& file : manifest.files)
    if (known.contains(key_of(file.root, file.name))) absent.push_back(&file);
  plan.gone = !absent.empty();

  if (!everything) decide_reading(listing, manifest, plan);
  decide_ids(listing, absent, plan);
  for (const auto* file : absent) plan.changes += file->documents.size();
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    const auto& planned = plan.files[i];
    const bool failed_before = planned.known && planned.known->failures > 0;  // it will probably do so again
    plan.changes += planned.read && !failed_before && listing.files[i].format != corpus::Format::json_lines;
  }
  return plan;
}

void count_changed_rows(const Listing& listing, Plan& plan) {
  const corpus::ReadLimits limits;
  for (std::size_t i = 0; i < listing.files.size(); ++i) {
    if (!plan.files[i].read || listing.files[i].format != corpus::Format::json_lines) continue;
    std::unordered_set<std::string_view> hashes;
    std::uint64_t changed = 0;
    if (plan.files[i].known)
      for (const auto& document : plan.files[i].known->documents) hashes.insert(document.hash);
    try {
      LineReader lines(listing.files[i].path, limits.bytes);
      while (lines.next()) changed += !lines.line().empty() && !hashes.contains(corpus::content_hash(lines.line()));
    } catch (const corpus::Error&) {
      // Reading it will fail in the same way, and be reported.
    }
    // Lines that failed before are not known either; they are probably still there.
    const auto failures = plan.files[i].known ? plan.files[i].known->failures : 0;
    plan.changes += changed - std::min(changed, failures);
  }
}

}  // namespace indexer
