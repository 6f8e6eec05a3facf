// A store's database without the store in between: a file of SQLite, or a database on a server.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace birthcase::tests {

/// Throws `std::runtime_error` where something does not run.
class Raw {
 public:
  explicit Raw(const std::string& location);
  ~Raw();
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;

  /// Runs statements.
  void run(const std::string& sql);

  /// The rows of one statement, as texts; NULL is an empty one.
  std::vector<std::vector<std::string>> rows(const std::string& sql);

  std::string text(const std::string& sql);
  std::int64_t number(const std::string& sql);

  /// Begins a transaction that sees what is there when it first reads, or one that writes.
  void begin_reading();
  void begin_writing();

  /// From now on nothing is checked that tables promise about each other.
  void ignore_constraints();

  class Database;

 private:
  std::unique_ptr<Database> database_;
};

}  // namespace birthcase::tests
