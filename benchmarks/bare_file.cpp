#include "bare_file.hpp"

#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

namespace birthcase::bench {
namespace {

void need(sqlite3* database, int code, int wanted) {
  if (code == wanted) return;
  std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(database));
  std::exit(1);
}

// As in store/src/sqlite/schema.cpp.
constexpr const char* settings =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; "
    "PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; "
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT";

}  // namespace

void BareFile::Close::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
void BareFile::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

BareFile::BareFile(const std::string& file) {
  sqlite3* database = nullptr;
  const int code = sqlite3_open(file.c_str(), &database);
  database_.reset(database);
  need(database, code, SQLITE_OK);
  need(database, sqlite3_exec(database, settings, nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_stmt* insert = nullptr;
  need(database, sqlite3_prepare_v2(database, "INSERT INTO texts (text) VALUES (?)", -1, &insert, nullptr), SQLITE_OK);
  insert_.reset(insert);
}

void BareFile::insert(const std::string& bytes) {
  sqlite3_bind_text64(insert_.get(), 1, bytes.data(), bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
  need(database_.get(), sqlite3_step(insert_.get()), SQLITE_DONE);
  sqlite3_reset(insert_.get());
}

}  // namespace birthcase::bench
