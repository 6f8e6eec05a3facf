/// A prepared statement while it is in use.
#pragma once

#include <birthcase/result.hpp>

#include "sql/statement.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace birthcase::store::sql {

/// Binds parameters in their order, then steps through the rows; at its end the statement is ready for the next use.
/// What is bound must live until then. An error of binding is told by the next `next` or `run`.
class Query {
 public:
  explicit Query(Statement* statement) noexcept : statement_(statement) {}

  Query& bind(std::string_view text);
  Query& bind(std::int64_t number);
  Query& bind_bytes(std::string_view bytes);
  Query& bind_null();
  Query& bind(std::optional<std::int64_t> number) { return number ? bind(*number) : bind_null(); }
  Query& bind(std::uint64_t number) { return bind(static_cast<std::int64_t>(number)); }
  Query& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
  Query& bind(const char* text) { return bind(std::string_view(text)); }
  Query& bind(const std::string& text) { return bind(std::string_view(text)); }
  Query& bind(std::string&&) = delete;

  /// The next row; false after the last.
  Result<bool> next() { return statement_->next(); }

  /// Sends it before its rows are needed: several that are sent so make one journey. See `Statement::ahead`.
  Query& ahead();

  /// Runs it to its end; rows are left unread. See `Statement::run`.
  Result<void> run() { return statement_->run(); }

  /// Makes it ready for other parameters.
  void again() noexcept;

  std::string text(int column) const { return statement_->text(column); }  ///< also for bytes; empty for NULL
  std::int64_t number(int column) const noexcept { return statement_->number(column); }
  std::uint64_t count(int column) const noexcept { return static_cast<std::uint64_t>(number(column)); }
  bool is_null(int column) const noexcept { return statement_->is_null(column); }

 private:
  struct GiveBack {
    void operator()(Statement* statement) const noexcept { statement->reset(); }
  };

  std::unique_ptr<Statement, GiveBack> statement_;
  int bound_ = 0;
};

/// Visits each row in its order. A visit may answer with an error (`Result<void>`), which ends it.
template <class Visit>
Result<void> each_row(Query& asked, Visit visit) {
  for (;;) {
    const auto row = asked.next();
    if (!row) return row.error();
    if (!*row) return {};
    if constexpr (std::is_void_v<decltype(visit(std::as_const(asked)))>) {
      visit(std::as_const(asked));
    } else if (auto done = visit(std::as_const(asked)); !done) {
      return done.error();
    }
  }
}

/// What `make` makes of each row, in their order.
template <class Make>
auto collect(Query& asked, Make make) -> Result<std::vector<decltype(make(std::as_const(asked)))>> {
  std::vector<decltype(make(std::as_const(asked)))> all;
  auto done = each_row(asked, [&](const Query& row) { all.push_back(make(row)); });
  if (!done) return done.error();
  return all;
}

}  // namespace birthcase::store::sql
