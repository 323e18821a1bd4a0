#include "indexer/sink.h"

#include <unistd.h>

#include "corpus/error.h"
#include "indexer/copy.h"
#include "indexer/database_writer.h"
#include "search/index/generation.h"
#include "search/index/record.h"
#include "search/schema.h"
#include "search/suggest/word_list.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

// Xapian collects what it is given in trees that get slower the more they hold, while a commit without syncing costs
// little. 20,000 passages of law on one worker took 62 s of processor time with 4,000 a commit, 39 s with 1,000, 30 s
// with 250; fewer gained nothing more. Into a large database a commit costs more.
constexpr std::size_t kBytesPerCommit = 256 << 10;
constexpr std::size_t kBytesPerShard = 12 << 20;
constexpr std::size_t kBytesPerCommitInPlace = 2 << 20;
constexpr std::size_t kBytesOfSmallChange = 500;
// Compaction keeps all its sources open: more shards than this are joined as they come.
constexpr std::size_t kMostShards = 24;

void compact(const std::vector<fs::path>& sources, const fs::path& target) {
  Xapian::Database all;
  for (const auto& source : sources) all.add_database(Xapian::Database(source.string()));
  all.compact(target.string());
}

/// Writes the document, if any, in place of all others with its id.
void replace(DatabaseWriter& writer, WordCounts& words, const std::string& id, const Xapian::Document* document) {
  auto& database = *writer;
  const auto term = search::id_term(id);
  std::vector<Xapian::docid> former;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting)
    former.push_back(*posting);
  for (const auto number : former) words.remove(search::decode_record(database.get_document(number).get_data()));
  if (document) {
    database.replace_document(term, *document);
    words.add(search::decode_record(document->get_data()));
  } else {
    database.delete_document(term);
  }
}

}  // namespace

struct ShardSink::Worker {
  fs::path folder;
  std::vector<fs::path> shards, joined;
  std::optional<DatabaseWriter> open;
  std::size_t uncommitted = 0, in_shard = 0, made = 0;
  WordCounts words;

  void add(const Xapian::Document& document, std::size_t bytes) {
    if (!open) {
      shards.push_back(folder / std::to_string(made++));
      open.emplace(shards.back());
    }
    (*open)->add_document(document);
    words.add(search::decode_record(document.get_data()));
    in_shard += bytes;
    if ((uncommitted += bytes) >= kBytesPerCommit) {
      open->commit(uncommitted);
      uncommitted = 0;
    }
    if (in_shard >= kBytesPerShard) close();
  }

  void close() {
    if (!open) return;
    open->finish(uncommitted);
    open.reset();
    uncommitted = in_shard = 0;
    if (shards.size() < kMostShards) return;
    joined.push_back(folder / ("joined-" + std::to_string(made)));
    compact(shards, joined.back());
    for (const auto& shard : shards) fs::remove_all(shard);
    shards.clear();
  }
};

ShardSink::ShardSink(fs::path folder, unsigned workers) : folder_(std::move(folder)) {
  for (unsigned i = 0; i < workers; ++i) {
    workers_.push_back(std::make_unique<Worker>());
    workers_.back()->folder = folder_ / std::to_string(i);
    fs::create_directories(workers_.back()->folder);
  }
}
ShardSink::~ShardSink() = default;

void ShardSink::put(unsigned worker, const std::string&, const Xapian::Document& document, std::size_t bytes) {
  workers_[worker]->add(document, bytes);
}

WordCounts ShardSink::join(const fs::path& database) {
  std::vector<fs::path> sources;
  WordCounts words;
  for (auto& worker : workers_) {
    worker->close();
    words.add(worker->words);
    sources.insert(sources.end(), worker->joined.begin(), worker->joined.end());
    sources.insert(sources.end(), worker->shards.begin(), worker->shards.end());
  }
  if (sources.empty()) {  // no documents: an empty database
    DatabaseWriter(database).finish(0);
  } else {
    compact(sources, database);
  }
  workers_.clear();
  fs::remove_all(folder_);
  return words;
}

CopySink::CopySink(fs::path current, fs::path generation)
    : current_(std::move(current)),
      generation_(std::move(generation)),
      words_(search::read_list(search::word_counts_path(current_))) {}
CopySink::~CopySink() = default;

DatabaseWriter& CopySink::open() {
  if (!database_) {
    changed_ = true;
    const auto path = search::database_path(generation_);
    copy_folder(search::database_path(current_), path);
    database_.emplace(path);
  }
  return *database_;
}

void CopySink::copy() {
  const std::lock_guard lock(mutex_);
  open();
}

void CopySink::count(std::size_t bytes) {
  if ((bytes_ += bytes) < kBytesPerCommitInPlace) return;
  database_->commit(bytes_);
  bytes_ = 0;
}

void CopySink::finish() {
  if (database_) database_->finish(bytes_);
  database_.reset();
}

void CopySink::put(unsigned, const std::string& id, const Xapian::Document& document, std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  replace(open(), words_, id, &document);
  count(bytes);
}

void CopySink::erase(const std::string& id) {
  const std::lock_guard lock(mutex_);
  replace(open(), words_, id, nullptr);
  count(kBytesOfSmallChange);
}

void CopySink::relocate(const std::string& id, const std::string& source) {
  const std::lock_guard lock(mutex_);
  auto& database = *open();
  const auto term = search::id_term(id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term))
    throw corpus::Error(corpus::ErrorKind::not_possible, "the document \"" + id + "\" is missing from the index",
                        "reindex with --full");
  auto document = database.get_document(*posting);
  auto record = search::decode_record(document.get_data());
  record.source = source;
  document.set_data(search::encode_record(record));
  database.replace_document(*posting, document);
  count(kBytesOfSmallChange);
}

void replace_in(const fs::path& path, const std::map<std::string, std::optional<Xapian::Document>>& documents,
                WordCounts& words) {
  if (documents.empty()) return;
  DatabaseWriter database(path);
  for (const auto& [id, document] : documents) replace(database, words, id, document ? &*document : nullptr);
  database.finish(documents.size() * kBytesOfSmallChange);
}

}  // namespace indexer
