#include "sqlite/transaction.hpp"

#include <string_view>

namespace birthcase::store::sqlite {
namespace {

constexpr std::string_view take_back = "ROLLBACK";

}  // namespace

// What takes the transaction back is prepared before it begins: then there may be no memory left for that. One that
// could not be taken back even so is made up for here.
Result<Transaction> Transaction::begin(Connection& connection, const char* sql) {
  auto back = connection.query(take_back);
  if (!back) return back.error();
  if (connection.in_transaction()) {
    if (auto done = back->run(); !done) return done.error();
  }
  auto begun = connection.query(sql);
  if (!begun) return begun.error();
  if (auto done = begun->run(); !done) return done.error();
  return Transaction(connection);
}

// Some errors, such as a full disk, have taken everything back already.
Transaction::~Transaction() {
  if (connection_ == nullptr || !connection_->in_transaction()) return;
  try {
    if (auto back = connection_->query(take_back); back) (void)back->run();
  } catch (...) {
    return;  // an error that SQLite could not even describe; the transaction is taken back all the same
  }
}

Result<void> Transaction::commit() {
  auto kept = connection_->query("COMMIT");
  if (!kept) return kept.error();
  if (auto done = kept->run(); !done) return done.error();
  connection_ = nullptr;
  return {};
}

}  // namespace birthcase::store::sqlite
