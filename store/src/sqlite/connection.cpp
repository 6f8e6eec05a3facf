#include "sqlite/connection.hpp"

#include "sqlite/error.hpp"

#include <new>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace birthcase::store::sqlite {

void Connection::CloseFile::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

void Connection::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

Connection::Connection(const std::string& file, std::unique_ptr<sqlite3, CloseFile> database)
    : waiting_(std::make_unique<Waiting>()),
      database_(std::move(database)),
      file_(std::make_unique<const std::string>(file)) {}

int Connection::Waiting::again(void* waiting, int count) {
  auto& self = *static_cast<Waiting*>(waiting);
  const auto now = std::chrono::steady_clock::now();
  if (count == 0) self.since = now;
  if (now - self.since >= self.most) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(count < 5 ? 1 : 4));
  return 1;
}

Result<Connection> Connection::open(const std::string& file, Access access) {
  const int flags = access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* database = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &database,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (database == nullptr) throw std::bad_alloc();
  Connection connection(file, std::unique_ptr<sqlite3, CloseFile>(database));
  if (code != SQLITE_OK) return connection.error(code);
  // A damaged file may hold a schema that was made to do harm; nothing of it is needed.
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_busy_handler(database, Waiting::again, connection.waiting_.get());
  return connection;
}

Error Connection::error(int code) const { return error_of(code, sqlite3_errmsg(database_.get()), *file_); }

Result<Query> Connection::query(std::string_view sql) {
  auto known = statements_.find(sql);
  if (known == statements_.end()) {
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    std::unique_ptr<sqlite3_stmt, Finalize> statement(prepared);
    if (code != SQLITE_OK) return error(code);
    known = statements_.emplace(std::string(sql), std::move(statement)).first;
  }
  return Query(known->second.get(), *file_);
}

Result<void> Connection::run(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error(code);
  return {};
}

Result<std::int64_t> Connection::number(std::string_view sql) {
  auto asked = query(sql);
  if (!asked) return asked.error();
  const auto row = asked->next();
  if (!row) return row.error();
  return *row ? asked->number(0) : 0;
}

std::int64_t Connection::last_row() const noexcept { return sqlite3_last_insert_rowid(database_.get()); }

bool Connection::in_transaction() const noexcept { return sqlite3_get_autocommit(database_.get()) == 0; }

}  // namespace birthcase::store::sqlite
