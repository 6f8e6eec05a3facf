/// Several statements as one, tried again where that may help.
#pragma once

#include <birthcase/result.hpp>

#include "sql/database.hpp"

#include <type_traits>

namespace birthcase::store::sql {

/// Takes everything back at its end unless it was committed.
class Transaction {
 public:
  using Purpose = Database::Purpose;

  /// One that writes: what it needs to itself it waits for now, as far as the database can.
  static Result<Transaction> to_write(Database& database) { return begin(database, Purpose::write); }

  /// One that reads what was there when it first read, whatever others write meanwhile; it keeps nobody waiting.
  static Result<Transaction> to_read(Database& database) { return begin(database, Purpose::read); }

  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  explicit Transaction(Database& database) noexcept : database_(&database) {}
  static Result<Transaction> begin(Database& database, Purpose purpose);

  Database* database_;
};

/// Does something, again and again as long as the database fails in a way that may pass.
template <class Work>
std::invoke_result_t<Work&> with_patience(Database& database, Work&& work) {
  for (int failures = 1;; ++failures) {
    auto done = work();
    if (done || !database.again(failures)) return done;
  }
}

/// Does something in a transaction and commits it. `work` may be done several times, also where an earlier time was
/// kept and only the answer to its commit was lost.
template <class Work>
std::invoke_result_t<Work&> write(Database& database, Work&& work) {
  return with_patience(database, [&]() -> std::invoke_result_t<Work&> {
    auto transaction = Transaction::to_write(database);
    if (!transaction) return transaction.error();
    auto done = work();
    if (!done) return done;
    if (auto kept = transaction->commit(); !kept) return kept.error();
    return done;
  });
}

/// Reads in a transaction of its own.
template <class Work>
std::invoke_result_t<Work&> read(Database& database, Work&& work) {
  return with_patience(database, [&]() -> std::invoke_result_t<Work&> {
    const auto transaction = Transaction::to_read(database);
    if (!transaction) return transaction.error();
    return work();
  });
}

}  // namespace birthcase::store::sql
