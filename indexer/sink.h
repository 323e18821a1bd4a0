// Where documents go: a new database made of shards (full run), or a copy of the current one (incremental run).
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/database_writer.h"
#include "indexer/word_counts.h"

namespace indexer {

/// put() is called by several threads, each with its own worker number; everything else by one thread.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void put(unsigned worker, const std::string& id, const Xapian::Document& document, std::size_t bytes) = 0;
};

/// Shards beside each other in a folder, one open a worker, joined by compaction: the fastest way to a new database.
/// Many small commits and shards of a few thousand documents keep Xapian's memory small, and it fast.
class ShardSink : public Sink {
 public:
  ShardSink(std::filesystem::path folder, unsigned workers);
  ~ShardSink() override;
  void put(unsigned worker, const std::string& id, const Xapian::Document& document, std::size_t bytes) override;
  /// Makes one database of all shards and removes them. Returns the words of all documents.
  WordCounts join(const std::filesystem::path& database);

 private:
  struct Worker;
  std::filesystem::path folder_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

/// Changes to a copy of the database of generation `current`, which is made in `generation` when the first change
/// comes.
class CopySink : public Sink {
 public:
  CopySink(std::filesystem::path current, std::filesystem::path generation);
  ~CopySink() override;
  void put(unsigned worker, const std::string& id, const Xapian::Document& document, std::size_t bytes) override;
  void erase(const std::string& id);
  /// The same document, now at another line.
  void relocate(const std::string& id, const std::string& source);
  bool changed() const { return changed_; }
  /// Makes the copy, whether or not anything changes.
  void copy();
  /// Commits and closes; nothing is written after it.
  void finish();
  /// The words of all documents, as changed.
  WordCounts& words() { return words_; }

 private:
  DatabaseWriter& open();
  void count(std::size_t bytes);

  std::filesystem::path current_, generation_;
  std::mutex mutex_;
  std::optional<DatabaseWriter> database_;
  WordCounts words_;
  bool changed_ = false;
  std::size_t bytes_ = 0;  // since the last commit
};

/// Writes documents into a finished database in place of any others with the same id; where there is none, the others
/// are only erased. `words` are those of the database.
void replace_in(const std::filesystem::path& database,
                const std::map<std::string, std::optional<Xapian::Document>>& documents, WordCounts& words);

}  // namespace indexer
