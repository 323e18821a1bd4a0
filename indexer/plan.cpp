#include "indexer/plan.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "corpus/error.h"
#include "corpus/file.h"
#include "indexer/line_reader.h"
#include "search/index/sources.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

/// A file whose time lies this close before the former run (or after it) may have changed again within the same tick of
/// the file system's clock, as git's "racy" entries: its content decides. FAT counts in 2 seconds.
constexpr std::int64_t kClockTick = 2'000'000'000;

std::string key_of(std::string_view root, std::string_view name) {
  std::string key(root);
  key.push_back('\0');
  return key.append(name);
}

std::string base_name(const std::string& name) { return name.substr(name.find_last_of('/') + 1); }

std::optional<ContentHash> try_hash(const SourceFile& file) {
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
  return newest >= started - kClockTick;
}

/// The id of a file that was derived from its path: the document's, or the book's.
const std::string& id_of(const FileEntry& file) {
  const auto& first = file.documents.front();
  return first.book.empty() ? first.id : first.book;
}

/// What is known of the files of a listing: which are as they were, and the content of those that may not be.
class Comparison {
 public:
  Comparison(const Listing& listing, const Manifest& manifest, const Plan& plan)
      : listing_(listing), plan_(plan), hashes_(listing.files.size()) {
    for (std::size_t i = 0; i < listing.files.size(); ++i) same_.push_back(compare(i, manifest.started));
  }

  enum class Verdict {
    same,      // by size and time
    touched,   // by content only
    different  // or new, or not to be told
  };
  Verdict verdict(std::size_t file) const { return same_[file]; }

  /// Of a file that is one document; empty when it can't be read.
  const std::optional<ContentHash>& hash(std::size_t file) {
    auto& hash = hashes_[file];
    if (!hash) hash = try_hash(listing_.files[file]);
    return *hash;
  }

 private:
  Verdict compare(std::size_t file, std::int64_t started) {
    const auto& found = listing_.files[file];
    const auto* known = plan_.files[file].known;
    if (!known || known->failures > 0) return Verdict::different;
    if (same_stamps(found, *known) && !is_fresh(found, started)) return Verdict::same;
    // All documents of a file have its hash: a book's chapters too.
    if (found.format == corpus::Format::json_lines || known->rows || known->documents.empty())
      return Verdict::different;
    return hash(file) == known->documents.front().hash ? Verdict::touched : Verdict::different;
  }

  const Listing& listing_;
  const Plan& plan_;
  std::vector<std::optional<std::optional<ContentHash>>> hashes_;
  std::vector<Verdict> same_;
};

/// Documents that do not stand where they stood, by content: a file with that content is the same one, moved.
class Displaced {
 public:
  void add(const FileEntry& file) {
    if (file.derived_id && !file.rows && !file.documents.empty())
      by_hash_[file.documents.front().hash].push_back(&file);
  }
  bool empty() const { return by_hash_.empty(); }

  /// The file that had this content; each is given out once. With `name`, only one with this base name.
  const FileEntry* take(const ContentHash& hash, const std::string* name) {
    const auto found = by_hash_.find(hash);
    if (found == by_hash_.end()) return nullptr;
    auto& candidates = found->second;
    const auto taken = std::ranges::find_if(
        candidates, [&](const FileEntry* file) { return !name || base_name(file->name) == base_name(*name); });
    if (taken == candidates.end()) return nullptr;
    const auto* file = *taken;
    candidates.erase(taken);
    return file;
  }

 private:
  std::unordered_map<ContentHash, std::vector<const FileEntry*>> by_hash_;
};

void decide_reading(const Comparison& comparison, Plan& plan) {
  for (std::size_t i = 0; i < plan.files.size(); ++i) {
    const auto verdict = comparison.verdict(i);
    plan.files[i].read = verdict == Comparison::Verdict::different;
    plan.touched |= verdict == Comparison::Verdict::touched;
  }
}

/// An id goes with the content, wherever that stands now; what is new or changed in its place keeps an id only when
/// nobody else has it. The outcome does not depend on what is read anew, so a full run gives the same ids.
void decide_ids(const Listing& listing, const std::vector<const FileEntry*>& absent, Comparison& comparison,
                Plan& plan) {
  const auto files = listing.files.size();
  const auto stays = [&](std::size_t i) { return comparison.verdict(i) != Comparison::Verdict::different; };
  Displaced displaced;
  // A known file outside the corpus paths of this run did not move as long as it is there.
  for (const auto* file : absent)
    if (!fs::exists(fs::path(file->root) / file->name)) displaced.add(*file);
  for (std::size_t i = 0; i < files; ++i)
    if (plan.files[i].known && !stays(i)) displaced.add(*plan.files[i].known);

  std::unordered_set<const FileEntry*> taken;  // known files whose id is decided
  std::unordered_set<std::string> kept;        // ids that are not the path of the file that has them
  const auto keep = [&](std::size_t i, const FileEntry& former) {
    taken.insert(&former);
    plan.files[i].id = id_of(former);
    if (plan.files[i].id != listing.files[i].name) kept.insert(plan.files[i].id);
  };
  const auto open = [&](std::size_t i) {
    return plan.files[i].id.empty() && listing.files[i].format != corpus::Format::json_lines;
  };
  const auto keep_own = [&](std::size_t i) {
    const auto* known = plan.files[i].known;
    if (known && known->derived_id && !known->rows && !known->documents.empty() && !taken.contains(known))
      keep(i, *known);
  };
  for (std::size_t i = 0; i < files; ++i)
    if (stays(i)) keep_own(i);
  for (const bool by_name : {true, false})
    for (std::size_t i = 0; i < files && !displaced.empty(); ++i) {
      if (!open(i) || stays(i)) continue;
      if (const auto& hash = comparison.hash(i))
        if (const auto* former = displaced.take(*hash, by_name ? &listing.files[i].name : nullptr)) keep(i, *former);
    }
  for (std::size_t i = 0; i < files; ++i)
    if (open(i)) keep_own(i);
  for (std::size_t i = 0; i < files; ++i) {
    if (!open(i)) continue;
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

ContentHash hash_file(const SourceFile& file) {
  const corpus::ReadLimits limits;
  return ContentHash(search::source_hash(corpus::read_file(file.path, corpus::limits_of(file.format).bytes),
                                         file.side.empty() ? "" : corpus::read_file(file.side, limits.bytes)));
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

  Comparison comparison(listing, manifest, plan);
  if (!everything) decide_reading(comparison, plan);
  decide_ids(listing, absent, comparison, plan);
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
    std::unordered_set<ContentHash> hashes;
    std::uint64_t changed = 0;
    if (plan.files[i].known)
      for (const auto& document : plan.files[i].known->documents) hashes.insert(document.hash);
    try {
      LineReader lines(listing.files[i].path, limits.bytes);
      while (lines.next()) changed += !lines.line().empty() && !hashes.contains(ContentHash::of(lines.line()));
    } catch (const corpus::Error&) {
      // Reading it will fail in the same way, and be reported.
    }
    // Lines that failed before are not known either; they are probably still there.
    const auto failures = plan.files[i].known ? plan.files[i].known->failures : 0;
    plan.changes += changed - std::min(changed, failures);
  }
}

}  // namespace indexer
