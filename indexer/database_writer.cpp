#include "indexer/database_writer.h"

#include <cstdint>
#include <mutex>

#include "indexer/write_errors.h"

namespace indexer {
namespace fs = std::filesystem;

namespace {

// Nothing in a temporary folder needs to survive a crash, so neither syncing nor copying on write is worth its time.
constexpr int kTemporary = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

constexpr std::uintmax_t kPlenty = 64 << 20;       // for whatever writes at the same time
constexpr std::uintmax_t kLeast = 512 << 10;       // for what is written before a commit
constexpr std::uintmax_t kWrittenForEachByte = 8;  // at most: new blocks are half empty
std::mutex little_room;                            // writers take turns, so that each counts on what it saw

}  // namespace

DatabaseWriter::DatabaseWriter(const fs::path& path) : path_(path), database_(path.string(), kTemporary) {
  database_.begin_transaction(false);
}

void DatabaseWriter::commit(std::size_t bytes) {
  finish(bytes);
  database_.begin_transaction(false);
}

void DatabaseWriter::finish(std::size_t bytes) {
  std::unique_lock turn(little_room, std::defer_lock);
  if (fs::space(path_).available < kPlenty) {
    turn.lock();
    if (fs::space(path_).available < kLeast + kWrittenForEachByte * bytes) throw NoRoom();
  }
  try {
    database_.commit_transaction();
    database_.commit();
  } catch (...) {
    database_.begin_transaction(false);  // so that closing gives up instead of trying again
    throw;
  }
}

}  // namespace indexer
