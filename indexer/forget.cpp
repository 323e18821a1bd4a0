#include <algorithm>
#include <map>
#include <optional>

#include <xapian.h>

#include "corpus/error.h"
#include "indexer/copy.h"
#include "indexer/database_writer.h"
#include "indexer/forgotten.h"
#include "indexer/maintenance.h"
#include "indexer/manifest.h"
#include "indexer/privacy_report.h"
#include "indexer/publish.h"
#include "indexer/run_record.h"
#include "indexer/suggestion_lists.h"
#include "indexer/word_counts.h"
#include "indexer/write_errors.h"
#include "search/index/generation.h"
#include "search/index/record.h"
#include "search/schema.h"

namespace indexer {
namespace fs = std::filesystem;
using corpus::Error;
using corpus::ErrorKind;

namespace {

struct Found {
  bool there = false;
  std::optional<ContentHash> hash;
  std::uint64_t passages = 0;
};

bool in_database(const fs::path& generation, std::string_view id) {
  const Xapian::Database database(search::database_path(generation).string());
  return database.term_exists(search::id_term(id));
}

/// Turns the entry into one that tells nothing but that it was erased.
Found erase_from(Manifest& manifest, std::string_view id) {
  Found found;
  for (auto& file : manifest.files)
    for (auto& document : file.documents) {
      if (document.id != id || document.standing == Standing::forgotten) continue;
      // Of a chapter only the id is remembered: its hash is that of the whole book.
      found = {true, document.book.empty() ? std::optional(document.hash) : std::nullopt,
               document.in_index() ? document.passages : 0};
      document.standing = Standing::forgotten;
      document.passages = 0;
      document.masked = false;
      document.places.clear();
      document.notes = {Note::erased()};
    }
  return found;
}

bool one_root(const Manifest& manifest) {
  return std::ranges::all_of(manifest.files,
                             [&](const FileEntry& file) { return file.root == manifest.files.front().root; });
}

/// Document by document: deleting leaves bytes where they were, and compaction after it the bounds of values, which are
/// values of documents that may be gone.
WordCounts copy_without(const fs::path& from, const fs::path& to, const fs::path& workspace, std::string_view id) {
  constexpr std::size_t bytes_a_commit = 256 << 10;
  const Xapian::Database source(from.string());
  const auto posting = source.postlist_begin(search::id_term(id));
  const Xapian::docid erased = posting == source.postlist_end(search::id_term(id)) ? 0 : *posting;
  WordCounts words;
  {
    DatabaseWriter copy(workspace);
    std::size_t uncommitted = 0;
    for (auto document = source.postlist_begin(""); document != source.postlist_end(""); ++document) {
      if (*document == erased) continue;
      const auto kept = source.get_document(*document);
      copy->replace_document(*document, kept);
      words.add(search::decode_record(kept.get_data()));
      if ((uncommitted += kept.get_data().size()) < bytes_a_commit) continue;
      copy.commit(uncommitted);
      uncommitted = 0;
    }
    copy.finish(uncommitted);
    copy->compact(to.string());
  }
  fs::remove_all(workspace);
  return words;
}

/// The generation without the document, in the workspace.
void write_without(const fs::path& generation, const fs::path& target, Manifest manifest, const Found& found,
                   std::string_view id) {
  fs::create_directories(target);
  auto words = copy_without(search::database_path(generation), search::database_path(target), target / "copy", id);
  copy_folder(search::vocabulary_path(generation), search::vocabulary_path(target));
  auto meta = search::read_meta(generation);
  meta.documents = Xapian::Database(search::database_path(target).string()).get_doccount();
  meta.passages -= std::min(meta.passages, found.passages);
  manifest.personal_data = has_personal_data(manifest.files);
  manifest.remarks = summarize(manifest.files, one_root(manifest));
  write_manifest(target, manifest);
  write_suggestion_lists(target, words.list());
  meta.files = search::mark_files(target);
  search::write_meta(target, meta);
}

}  // namespace

Erased forget(const fs::path& index, std::string_view id) {
  search::current_generation(index);  // throws when there is no index, before a folder is made
  IndexFolder folder(index);
  auto forgotten = read_forgotten(index);
  Erased erased;
  erased.known = forgotten.holds_id(id);

  // What is kept beside the current generation and can't be read is not kept: it may hold the text all the same.
  struct Kept {
    fs::path generation;
    Manifest manifest;
    Found found;
    bool usable = true;
  };
  std::map<std::string, Kept> kept;  // by name, which is in order of age
  std::optional<ContentHash> hash;
  for (const auto& generation : folder.generations()) {
    Kept one{generation, {}, {}, true};
    try {
      search::require_compatible(search::read_meta(generation), generation);
      one.manifest = read_manifest(generation);
      load_rows(generation, one.manifest);
      one.found = erase_from(one.manifest, id);
      if (one.found.there) hash = one.found.hash;
      one.found.there |= in_database(generation, id);
    } catch (const std::exception&) {
      if (generation == folder.current()) throw;
      one.usable = false;
    } catch (const Xapian::Error& error) {
      if (generation == folder.current())
        throw Error(ErrorKind::not_possible, "the index is damaged: " + error.get_msg(), "reindex with --full");
      one.usable = false;
    }
    kept.emplace(generation.filename().string(), std::move(one));
  }
  const bool there = std::ranges::any_of(kept, [](const auto& one) { return one.second.found.there; });
  if (!there && !erased.known)
    throw Error(ErrorKind::not_possible, "there is no document \"" + std::string(id) + "\" in " + index.string(),
                "see the id on its page, or in search --json");
  // First: a run after a crash halfway must not bring back what was half erased.
  forgotten.add(id, hash);
  write_forgotten(index, forgotten);

  std::map<std::string, fs::path> made;  // former name, and what takes its place
  for (auto& [name, one] : kept) {
    // Also where it is not found any more: bytes of a document that an earlier run took out may still be there.
    if (!one.usable || !there) continue;
    erased.generations += one.found.there;
    const auto& target = made[name] = folder.workspace() / ("without-" + name);
    writing_to(index,
               [&, &one = one] { write_without(one.generation, target, std::move(one.manifest), one.found, id); });
  }
  folder.replace(made);
  forget_in_record(index, id);
  return erased;
}

}  // namespace indexer
