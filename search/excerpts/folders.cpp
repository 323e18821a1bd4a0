#include "search/excerpts/folders.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>

#include "corpus/error.h"
#include "corpus/text.h"

namespace search {
namespace {

constexpr int kVersion = 1;  // PRAGMA user_version
constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kKeyLength = 43;  // base64 of 32 bytes without padding

constexpr const char* kSchema = R"(
CREATE TABLE folder (
  hash BLOB PRIMARY KEY,
  title TEXT NOT NULL,
  expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX folder_expires ON folder (expires);
CREATE TABLE excerpt (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  folder BLOB NOT NULL REFERENCES folder (hash) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  document TEXT NOT NULL,
  passage TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX excerpt_folder ON excerpt (folder, place);
CREATE INDEX excerpt_document ON excerpt (document);
)";

std::string hash_of(std::string_view key) {
  std::string hash(32, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(key.data()), key.size(), nullptr, 0);
  return hash;
}

}  // namespace

/// The connection, and statements on it. Every failure is a corpus::Error.
struct Folders::Database {
  explicit Database(const std::filesystem::path& path) : file(path) {
    if (sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
      const std::string why = handle ? sqlite3_errmsg(handle) : "out of memory";
      sqlite3_close(handle);
      handle = nullptr;
      fail_with(why);
    }
    sqlite3_busy_timeout(handle, 5'000);
  }
  ~Database() { sqlite3_close(handle); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[noreturn]] void fail_with(const std::string& why) const {
    throw corpus::Error(corpus::ErrorKind::not_possible,
                        "the folders of excerpts in " + file.string() + " can't be used: " + why,
                        "look after its disk and permissions, or put back a copy");
  }
  [[noreturn]] void fail() const { fail_with(sqlite3_errmsg(handle)); }

  void script(const char* sql) {
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  sqlite3* handle = nullptr;
  std::filesystem::path file;
};

namespace {

/// One statement: bound in order, then stepped. `Database` has the members of Folders::Database, which is private.
template <class Database>
class Statement {
 public:
  Statement(Database& database, const char* sql) : database_(database) {
    if (sqlite3_prepare_v2(database.handle, sql, -1, &statement_, nullptr) != SQLITE_OK) database.fail();
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& text(std::string_view value) {
    check(sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Statement& bytes(std::string_view value) {
    check(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
    return *this;
  }
  Statement& number(std::int64_t value) {
    check(sqlite3_bind_int64(statement_, ++bound_, value));
    return *this;
  }
  /// False when there is no further row.
  bool step() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) database_.fail();
    return result == SQLITE_ROW;
  }
  /// For statements without rows: how many rows changed.
  std::size_t run() {
    step();
    return static_cast<std::size_t>(sqlite3_changes(database_.handle));
  }
  std::string text_at(int column) {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
  }
  std::int64_t number_at(int column) { return sqlite3_column_int64(statement_, column); }

 private:
  void check(int result) {
    if (result != SQLITE_OK) database_.fail();
  }
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

template <class Database>
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.script("BEGIN IMMEDIATE"); }
  ~Transaction() {
    if (!done_) sqlite3_exec(database_.handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    database_.script("COMMIT");
    done_ = true;
  }

 private:
  Database& database_;
  bool done_ = false;
};

}  // namespace

Folders::Folders(const std::filesystem::path& data, Clock clock) : clock_(std::move(clock)) {
  if (!clock_) clock_ = [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
  std::error_code error;
  std::filesystem::create_directories(data, error);
  if (error)
    throw corpus::Error(corpus::ErrorKind::not_possible,
                        "the folder " + data.string() + " can't be made: " + error.message(),
                        "choose another one with --data");
  if (sodium_init() < 0) throw corpus::Error(corpus::ErrorKind::not_possible, "libsodium can't be started");
  database_ = std::make_unique<Database>(data / kFile);
  // Keys are secret by hash only: who reads the file still learns what others keep.
  std::filesystem::permissions(database_->file,
                               std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, error);
  database_->script(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
  Transaction transaction(*database_);
  std::int64_t version = 0;
  {
    Statement asked(*database_, "PRAGMA user_version");
    if (asked.step()) version = asked.number_at(0);
  }
  if (version == 0) {
    database_->script(kSchema);
    database_->script(("PRAGMA user_version = " + std::to_string(kVersion)).c_str());
  } else if (version != kVersion) {
    database_->fail_with("another version of this program made it");
  }
  transaction.commit();
  drop_expired();
}

Folders::~Folders() = default;

std::string Folders::create() {
  unsigned char random[kKeyBytes];
  randombytes_buf(random, sizeof random);
  std::string key(kKeyLength + 1, '\0');
  sodium_bin2base64(key.data(), key.size(), random, sizeof random, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  key.resize(kKeyLength);
  const std::lock_guard lock(mutex_);
  drop_expired();
  Statement count(*database_, "SELECT count(*) FROM folder");
  if (count.step() && count.number_at(0) >= static_cast<std::int64_t>(kMostFolders))
    throw corpus::Error(corpus::ErrorKind::bad_request, "Er zijn nu te veel knipselmappen.",
                        "Probeer het later opnieuw.");
  Statement(*database_, "INSERT INTO folder (hash, title, expires) VALUES (?, ?, ?)")
      .bytes(hash_of(key))
      .text(kFirstTitle)
      .number((clock_() + kKept).time_since_epoch().count())
      .run();
  return key;
}

std::string Folders::folder_of(std::string_view key) const {
  if (key.size() != kKeyLength) return {};
  auto hash = hash_of(key);
  Statement found(*database_, "SELECT 1 FROM folder WHERE hash = ? AND expires > ?");
  found.bytes(hash).number(clock_().time_since_epoch().count());
  return found.step() ? hash : std::string();
}

void Folders::touch(const std::string& folder) {
  Statement(*database_, "UPDATE folder SET expires = ? WHERE hash = ?")
      .number((clock_() + kKept).time_since_epoch().count())
      .bytes(folder)
      .run();
}

void Folders::drop_expired() {
  Statement(*database_, "DELETE FROM folder WHERE expires <= ?").number(clock_().time_since_epoch().count()).run();
}

std::optional<Folder> Folders::find(std::string_view key) const {
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return std::nullopt;
  Folder folder;
  Statement head(*database_, "SELECT title, expires FROM folder WHERE hash = ?");
  head.bytes(hash);
  if (!head.step()) return std::nullopt;
  folder.title = head.text_at(0);
  folder.expires = std::chrono::sys_seconds(std::chrono::seconds(head.number_at(1)));
  Statement rows(
      *database_,
      "SELECT number, document, passage, fingerprint, note FROM excerpt WHERE folder = ? ORDER BY place, number");
  rows.bytes(hash);
  while (rows.step())
    folder.excerpts.push_back({rows.number_at(0), rows.text_at(1), rows.text_at(2), rows.text_at(3), rows.text_at(4)});
  return folder;
}

bool Folders::add(std::string_view key, const Excerpt& excerpt) {
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return false;
  Transaction transaction(*database_);
  Statement counted(*database_,
                    "SELECT count(*), coalesce(max(place), 0), coalesce(sum(document = ? AND passage = ?), 0) FROM "
                    "excerpt WHERE folder = ?");
  counted.text(excerpt.document).text(excerpt.passage).bytes(hash);
  counted.step();
  if (counted.number_at(2) == 0) {
    if (counted.number_at(0) >= static_cast<std::int64_t>(kMostExcerpts))
      throw corpus::Error(corpus::ErrorKind::bad_request,
                          "De knipselmap is vol: er passen " + std::to_string(kMostExcerpts) + " passages in.",
                          "Haal er eerst een weg, of begin een nieuwe map.");
    Statement(*database_, "INSERT INTO excerpt (folder, place, document, passage, fingerprint) VALUES (?, ?, ?, ?, ?)")
        .bytes(hash)
        .number(counted.number_at(1) + 1)
        .text(excerpt.document)
        .text(excerpt.passage)
        .text(excerpt.fingerprint)
        .run();
  }
  touch(hash);
  transaction.commit();
  return true;
}

bool Folders::rename(std::string_view key, std::string_view title) {
  auto name = std::string(corpus::truncate_utf8(corpus::clean(corpus::to_valid_utf8(title)), kMostTitle));
  if (name.empty()) name = kFirstTitle;
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return false;
  Statement(*database_, "UPDATE folder SET title = ? WHERE hash = ?").text(name).bytes(hash).run();
  touch(hash);
  return true;
}

bool Folders::annotate(std::string_view key, std::int64_t number, std::string_view note) {
  const auto text = std::string(corpus::truncate_utf8(corpus::clean(corpus::to_valid_utf8(note), true), kMostNote));
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return false;
  const auto changed = Statement(*database_, "UPDATE excerpt SET note = ? WHERE number = ? AND folder = ?")
                           .text(text)
                           .number(number)
                           .bytes(hash)
                           .run();
  touch(hash);
  return changed == 1;
}

bool Folders::move(std::string_view key, std::int64_t number, int by) {
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return false;
  Transaction transaction(*database_);
  std::vector<std::int64_t> order;
  Statement rows(*database_, "SELECT number FROM excerpt WHERE folder = ? ORDER BY place, number");
  rows.bytes(hash);
  while (rows.step()) order.push_back(rows.number_at(0));
  const auto found = std::ranges::find(order, number);
  if (found == order.end()) return false;
  const auto at = found - order.begin(), to = at + (by < 0 ? -1 : 1);
  if (to >= 0 && to < std::ssize(order))
    std::swap(order[static_cast<std::size_t>(at)], order[static_cast<std::size_t>(to)]);
  for (std::size_t i = 0; i < order.size(); ++i)
    Statement(*database_, "UPDATE excerpt SET place = ? WHERE number = ?")
        .number(static_cast<std::int64_t>(i + 1))
        .number(order[i])
        .run();
  touch(hash);
  transaction.commit();
  return true;
}

bool Folders::remove(std::string_view key, std::int64_t number) {
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  if (hash.empty()) return false;
  const auto gone =
      Statement(*database_, "DELETE FROM excerpt WHERE number = ? AND folder = ?").number(number).bytes(hash).run();
  touch(hash);
  return gone == 1;
}

bool Folders::erase(std::string_view key) {
  const std::lock_guard lock(mutex_);
  const auto hash = folder_of(key);
  return !hash.empty() && Statement(*database_, "DELETE FROM folder WHERE hash = ?").bytes(hash).run() == 1;
}

std::size_t Folders::forget(std::string_view document) {
  const std::lock_guard lock(mutex_);
  const auto gone = Statement(*database_, "DELETE FROM excerpt WHERE document = ?").text(document).run();
  // What was deleted must not linger in the log beside the file.
  database_->script("PRAGMA wal_checkpoint(TRUNCATE)");
  return gone;
}

}  // namespace search
