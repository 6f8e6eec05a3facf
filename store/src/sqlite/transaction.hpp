/// Several statements as one.
#pragma once

#include <birthcase/result.hpp>

#include "sqlite/connection.hpp"

namespace birthcase::store::sqlite {

/// Takes everything back at its end unless it was committed.
class Transaction {
 public:
  /// One that writes: waits for other writers now, so that it cannot fail for them later.
  static Result<Transaction> to_write(Connection& connection) { return begin(connection, "BEGIN IMMEDIATE"); }

  /// One that reads what was there when it first read, whatever others write meanwhile; it keeps nobody waiting.
  static Result<Transaction> to_read(Connection& connection) { return begin(connection, "BEGIN"); }

  Transaction(Transaction&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  explicit Transaction(Connection& connection) noexcept : connection_(&connection) {}
  static Result<Transaction> begin(Connection& connection, const char* sql);

  Connection* connection_;
};

}  // namespace birthcase::store::sqlite
