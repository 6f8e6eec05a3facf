/// A prepared statement of PostgreSQL. All its rows are fetched at once, so that others can run meanwhile.
#pragma once

#include "postgresql/pipeline.hpp"
#include "sql/statement.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store::postgresql {

class Connection;

class Statement final : public sql::Statement {
 public:
  /// `name` is its own within the connection; `sql` has `?` for its parameters.
  Statement(Connection& connection, std::string name, std::string_view sql);

  void bind_text(int parameter, std::string_view text) override;
  void bind_number(int parameter, std::int64_t number) override;
  void bind_bytes(int parameter, std::string_view bytes) override;
  void bind_null(int parameter) override;
  Result<bool> next() override;
  Result<void> run() override;
  void ahead() override;
  void reset() noexcept override;
  std::string text(int column) const override;
  std::int64_t number(int column) const noexcept override;
  bool is_null(int column) const noexcept override;

 private:
  void bind(int parameter, const char* value, std::size_t length, int format);
  Result<void> make_ready();

  Connection& connection_;
  std::string name_;
  std::string sql_;
  std::uint64_t prepared_for_ = 0;  // which of the connection's sessions knows it
  Parameters bound_{};
  std::vector<std::string> numbers_{};  // of the parameters that are numbers, as text
  Answer answer_{};
  bool sent_ = false;  // ahead: the answer is on its way
  int row_ = -1;
};

}  // namespace birthcase::store::postgresql
