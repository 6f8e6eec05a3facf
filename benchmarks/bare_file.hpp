// SQLite alone, with the settings of the store: what a durable write costs at the least.
#pragma once

#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace birthcase::bench {

/// A file with one table. Ends the program where SQLite fails.
class BareFile {
 public:
  explicit BareFile(const std::string& file);

  /// Writes some bytes as one row in a transaction of its own.
  void insert(const std::string& bytes);

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<sqlite3_stmt, Finalize> insert_;
};

}  // namespace birthcase::bench
