/// One open file of SQLite.
#pragma once

#include <birthcase/encryption.hpp>
#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include "sql/database.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace birthcase::store::sqlite {

/// Closes the file at its end.
class Connection final : public sql::Database {
 public:
  /// How long a call waits for others before it gives up with `locked`.
  static constexpr std::chrono::milliseconds patience{10'000};

  /// Opens a file, or a URI of SQLite (`file:…`); `read_write` makes the file if there is none. With a key, as
  /// `open_encrypted` does.
  static Result<std::unique_ptr<Connection>> open(const std::string& file, Mode mode, const Key* key = nullptr);
  ~Connection() override;

  /// Runs statements that have no parameters and whose rows nobody wants.
  Result<void> run(const char* sql);

  /// Has the following calls wait for others this long.
  void wait_at_most(std::chrono::milliseconds time) noexcept { waiting_.most = time; }

  /// Whether it was opened with a key while it was empty, and somebody else has written to it since.
  bool is_overtaken() const noexcept;

  sqlite3* handle() const noexcept { return database_.get(); }

  const std::string& name() const noexcept override { return file_; }
  const sql::Dialect& dialect() const noexcept override;
  Result<void> begin(Purpose purpose) override;
  Result<void> commit() override;
  void roll_back() noexcept override;
  Result<void> check_pages(std::vector<Break>& breaks) override;
  Result<void> check_schema(std::vector<Break>& breaks) override;
  Result<std::vector<std::string>> sweep() override;

 protected:
  Result<std::unique_ptr<sql::Statement>> prepare(std::string_view sql) override;

 private:
  struct CloseFile {
    void operator()(sqlite3* database) const noexcept;
  };

  // Tries again every few milliseconds. SQLite's own way sleeps longer and longer, and has the unlucky one starve.
  struct Waiting {
    std::chrono::milliseconds most = patience;
    std::chrono::steady_clock::time_point since{};

    static int again(void* waiting, int count);
  };

  explicit Connection(const std::string& file) : file_(file) {}

  static Result<std::unique_ptr<Connection>> open_without_key(const std::string& file, Mode mode);

  bool in_transaction() const noexcept;

  /// The error for a result code of this file's last call.
  Error error(int code) const;

  std::string file_;
  bool began_empty_ = false;
  Waiting waiting_;
  std::unique_ptr<sqlite3, CloseFile> database_;
};

}  // namespace birthcase::store::sqlite
