#include "sqlite/transaction.hpp"

#include <sqlite3.h>

namespace birthcase::store::sqlite {

Result<Transaction> Transaction::begin(Connection& connection, const char* sql) {
  auto begun = connection.query(sql);
  if (!begun) return begun.error();
  if (auto done = begun->run(); !done) return done.error();
  return Transaction(connection);
}

// Some errors, such as a full disk, have taken everything back already.
Transaction::~Transaction() {
  if (connection_ == nullptr || !connection_->in_transaction()) return;
  sqlite3_exec(connection_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit() {
  auto kept = connection_->query("COMMIT");
  if (!kept) return kept.error();
  if (auto done = kept->run(); !done) return done.error();
  connection_ = nullptr;
  return {};
}

}  // namespace birthcase::store::sqlite
