#include "sql/transaction.hpp"

namespace birthcase::store::sql {

Result<Transaction> Transaction::begin(Database& database, Purpose purpose) {
  if (auto begun = database.begin(purpose); !begun) return begun.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) database_->roll_back();
}

Result<void> Transaction::commit() {
  if (auto done = database_->commit(); !done) return done.error();
  database_ = nullptr;
  return {};
}

}  // namespace birthcase::store::sql
