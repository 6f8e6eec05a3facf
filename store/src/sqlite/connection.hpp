/// One open file of SQLite, its prepared statements and its transactions.
#pragma once

#include <birthcase/result.hpp>

#include "sqlite/query.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace birthcase::store::sqlite {

/// Closes the file at its end. Belongs to one thread at a time; moved from, it is good for nothing but its end.
class Connection {
 public:
  enum class Access : std::uint8_t { read_write, read_only };

  /// How long a call waits for others before it gives up with `locked`.
  static constexpr std::chrono::milliseconds patience{10'000};

  /// Opens a file, or a URI of SQLite (`file:…`); `read_write` makes the file if there is none.
  static Result<Connection> open(const std::string& file, Access access);

  /// A statement to bind and run. It is prepared once and kept; `sql` has to be one statement, and not in use already.
  Result<Query> query(std::string_view sql);

  /// Runs statements that have no parameters and whose rows nobody wants.
  Result<void> run(const char* sql);

  /// The number in the first row of a statement without parameters: a pragma, a count.
  Result<std::int64_t> number(std::string_view sql);

  /// Has the following calls wait for others this long.
  void wait_at_most(std::chrono::milliseconds time) noexcept { waiting_->most = time; }

  /// The rowid of the row that was inserted last.
  std::int64_t last_row() const noexcept;

  bool in_transaction() const noexcept;
  const std::string& file() const noexcept { return *file_; }

  /// The error for a result code of this file's last call.
  Error error(int code) const;

  sqlite3* handle() const noexcept { return database_.get(); }

 private:
  struct CloseFile {
    void operator()(sqlite3* database) const noexcept;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  // Tries again every few milliseconds. SQLite's own way sleeps longer and longer, and has the unlucky one starve.
  struct Waiting {
    std::chrono::milliseconds most = patience;
    std::chrono::steady_clock::time_point since{};

    static int again(void* waiting, int count);
  };

  Connection(const std::string& file, std::unique_ptr<sqlite3, CloseFile> database);

  std::unique_ptr<Waiting> waiting_;  // stays where it is when the connection moves: SQLite points at it
  std::unique_ptr<sqlite3, CloseFile> database_;
  std::unique_ptr<const std::string> file_;  // stays where it is when the connection moves: queries point at it
  std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;  // end before the file
};

}  // namespace birthcase::store::sqlite
