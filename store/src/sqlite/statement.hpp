/// A prepared statement of SQLite.
#pragma once

#include "sql/statement.hpp"

#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace birthcase::store::sqlite {

class Statement final : public sql::Statement {
 public:
  /// `file` is what was opened, and stays where it is.
  static Result<std::unique_ptr<sql::Statement>> prepare(sqlite3* database, std::string_view sql,
                                                         const std::string& file);

  void bind_text(int parameter, std::string_view text) override;
  void bind_number(int parameter, std::int64_t number) override;
  void bind_bytes(int parameter, std::string_view bytes) override;
  void bind_null(int parameter) override;
  Result<bool> next() override;
  void reset() noexcept override;
  std::string text(int column) const override;
  std::int64_t number(int column) const noexcept override;
  bool is_null(int column) const noexcept override;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };

  explicit Statement(const std::string& file) noexcept : file_(file) {}

  void note(int code) noexcept;
  Error error(int code) const;

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const std::string& file_;
  int failed_ = 0;
};

}  // namespace birthcase::store::sqlite
