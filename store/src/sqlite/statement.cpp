#include "sqlite/statement.hpp"

#include "sqlite/engine.hpp"
#include "sqlite/error.hpp"

#include <new>
#include <sqlite3.h>
#include <utility>

namespace birthcase::store::sqlite {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

Result<std::unique_ptr<sql::Statement>> Statement::prepare(sqlite3* database, std::string_view sql,
                                                           const std::string& file) {
  std::unique_ptr<Statement> made(new Statement(file));
  sqlite3_stmt* prepared = nullptr;
  const int code = engine::prepare(database, sql, &prepared);
  made->statement_.reset(prepared);
  if (code != SQLITE_OK) return error_of(code, sqlite3_errmsg(database), file);
  return std::unique_ptr<sql::Statement>(std::move(made));
}

void Statement::note(int code) noexcept {
  if (failed_ == SQLITE_OK) failed_ = code;
}

Error Statement::error(int code) const {
  return error_of(code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), file_);
}

void Statement::bind_text(int parameter, std::string_view text) {
  // An empty view may point nowhere, which SQLite takes for NULL.
  const char* bytes = text.empty() ? "" : text.data();
  note(sqlite3_bind_text64(statement_.get(), parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_number(int parameter, std::int64_t number) {
  note(sqlite3_bind_int64(statement_.get(), parameter, number));
}

void Statement::bind_bytes(int parameter, std::string_view bytes) {
  const char* data = bytes.empty() ? "" : bytes.data();
  note(sqlite3_bind_blob64(statement_.get(), parameter, data, bytes.size(), SQLITE_STATIC));
}

void Statement::bind_null(int parameter) { note(sqlite3_bind_null(statement_.get(), parameter)); }

Result<bool> Statement::next() {
  if (failed_ != SQLITE_OK) return error(failed_);
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return error(code);
}

void Statement::reset() noexcept {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  failed_ = SQLITE_OK;
}

std::string Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr && sqlite3_errcode(sqlite3_db_handle(statement_.get())) == SQLITE_NOMEM) throw std::bad_alloc();
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const noexcept { return sqlite3_column_int64(statement_.get(), column); }

bool Statement::is_null(int column) const noexcept {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

}  // namespace birthcase::store::sqlite
