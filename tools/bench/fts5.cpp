#include <sqlite3.h>

#include <stdexcept>

#include "tools/bench/engine.h"

namespace bench {
namespace {

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql) {
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }
  void bind(int at, const std::string& text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  void bind(int at, std::int64_t number) { sqlite3_bind_int64(statement_, at, number); }
  bool step() {
    const auto result = sqlite3_step(statement_);
    if (result != SQLITE_ROW && result != SQLITE_DONE) throw std::runtime_error(sqlite3_errstr(result));
    return result == SQLITE_ROW;
  }
  void reset() { sqlite3_reset(statement_); }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  std::size_t bytes(int column) const { return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)); }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

class Connection {
 public:
  explicit Connection(const std::filesystem::path& path) {
    if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("cannot open " + path.string());
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close(database_); }
  operator sqlite3*() const { return database_; }
  void run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }

 private:
  sqlite3* database_ = nullptr;
};

class Fts5 : public Engine {
 public:
  explicit Fts5(const std::filesystem::path& index) : database_(index) {}

  std::uint64_t ask(const Query& query, Mode mode, std::size_t& sink) override {
    std::string match;
    for (const auto& term : query.terms) match += (match.empty() ? "\"" : " OR \"") + term + "\"";
    const std::string filter =
        mode == Mode::iii ? " AND +rowid IN (SELECT doc FROM facets WHERE facet = ?2 AND value = ?3)" : "";
    const auto bind = [&](Statement& statement) {
      statement.bind(1, match);
      if (mode != Mode::iii) return;
      statement.bind(2, query.facet);
      statement.bind(3, query.value);
    };
    Statement best(
        database_,
        "SELECT stored.title, stored.text FROM stored JOIN (SELECT rowid AS id FROM words WHERE words MATCH ?1" +
            filter + " ORDER BY rank LIMIT 10) AS best ON stored.id = best.id");
    bind(best);
    while (best.step()) sink += best.bytes(0) + best.bytes(1);
    if (mode != Mode::i) {
      Statement counts(
          database_,
          "SELECT facet, value, count(*) FROM facets WHERE doc IN (SELECT rowid FROM words WHERE words MATCH ?1" +
              filter + ") GROUP BY facet, value");
      bind(counts);
      while (counts.step()) sink += static_cast<std::size_t>(counts.number(2));
    }
    Statement total(database_, "SELECT count(*) FROM words WHERE words MATCH ?1" + filter);
    bind(total);
    total.step();
    return static_cast<std::uint64_t>(total.number(0));
  }

 private:
  Connection database_;
};

}  // namespace

std::unique_ptr<Engine> open_fts5(const std::filesystem::path& index) { return std::make_unique<Fts5>(index); }

void index_fts5(const std::filesystem::path& documents, const std::filesystem::path& index) {
  std::filesystem::remove(index);
  Connection database(index);
  database.run(
      "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
      "CREATE VIRTUAL TABLE words USING fts5(terms, content='', tokenize='unicode61 remove_diacritics 0');"
      "CREATE TABLE stored(id INTEGER PRIMARY KEY, title TEXT, text TEXT);"
      "CREATE TABLE facets(facet TEXT, value TEXT, doc INTEGER);");
  {
    Statement words(database, "INSERT INTO words(rowid, terms) VALUES(?, ?)");
    Statement stored(database, "INSERT INTO stored VALUES(?, ?, ?)");
    Statement facet(database, "INSERT INTO facets VALUES(?, ?, ?)");
    std::int64_t number = 0;
    each_document(documents, [&](const Document& document) {
      words.bind(1, ++number);
      words.bind(2, document.terms);
      words.step();
      words.reset();
      stored.bind(1, number);
      stored.bind(2, document.title);
      stored.bind(3, document.text);
      stored.step();
      stored.reset();
      for (unsigned i = 0; i < 3; ++i)
        for (const auto& value : document.facets[i]) {
          facet.bind(1, std::string(kFacets[i]));
          facet.bind(2, value);
          facet.bind(3, number);
          facet.step();
          facet.reset();
        }
    });
  }
  database.run(
      "CREATE INDEX by_doc ON facets(doc); CREATE INDEX by_value ON facets(facet, value, doc); COMMIT; ANALYZE;");
}

}  // namespace bench
