#include "sqlite/query.hpp"

#include "sqlite/error.hpp"

#include <new>
#include <sqlite3.h>

namespace birthcase::store::sqlite {

void Query::GiveBack::operator()(sqlite3_stmt* statement) const noexcept {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

void Query::note(int code) noexcept {
  if (failed_ == SQLITE_OK) failed_ = code;
}

Error Query::error(int code) const {
  return error_of(code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), *file_);
}

Query& Query::bind(std::string_view text) {
  // An empty view may point nowhere, which SQLite takes for NULL.
  const char* bytes = text.empty() ? "" : text.data();
  note(sqlite3_bind_text64(statement_.get(), ++bound_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::bind(std::int64_t number) {
  note(sqlite3_bind_int64(statement_.get(), ++bound_, number));
  return *this;
}

Query& Query::bind_bytes(std::string_view bytes) {
  const char* data = bytes.empty() ? "" : bytes.data();
  note(sqlite3_bind_blob64(statement_.get(), ++bound_, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Query& Query::bind_null() {
  note(sqlite3_bind_null(statement_.get(), ++bound_));
  return *this;
}

Result<bool> Query::next() {
  if (failed_ != SQLITE_OK) return error(failed_);
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return error(code);
}

Result<void> Query::run() {
  for (;;) {
    const auto row = next();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

void Query::again() noexcept {
  GiveBack()(statement_.get());
  bound_ = 0;
}

std::string Query::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr && sqlite3_errcode(sqlite3_db_handle(statement_.get())) == SQLITE_NOMEM) throw std::bad_alloc();
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Query::number(int column) const noexcept { return sqlite3_column_int64(statement_.get(), column); }

bool Query::is_null(int column) const noexcept { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

}  // namespace birthcase::store::sqlite
