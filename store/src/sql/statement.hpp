/// A prepared statement as a driver makes it; `Query` is how it is used.
#pragma once

#include <birthcase/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::store::sql {

/// Parameters are numbered from 1, columns from 0. What is bound must live until the statement is reset. An error of
/// binding is told by the next `next`.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind_text(int parameter, std::string_view text) = 0;
  virtual void bind_number(int parameter, std::int64_t number) = 0;
  virtual void bind_bytes(int parameter, std::string_view bytes) = 0;
  virtual void bind_null(int parameter) = 0;

  /// The next row; false after the last.
  virtual Result<bool> next() = 0;

  /// Runs it to its end. In a transaction the database may put that off: an error is then told by what comes next, at
  /// the latest by the commit.
  virtual Result<void> run();

  /// Sends it in a transaction now, so that its rows travel back with those of the next statement; `next` gives them.
  /// Where the database is in the same process this does nothing. An error is told by `next`.
  virtual void ahead() {}

  /// Makes it ready for the next use; nothing stays bound.
  virtual void reset() noexcept = 0;

  virtual std::string text(int column) const = 0;  ///< also for bytes; empty for NULL
  virtual std::int64_t number(int column) const noexcept = 0;
  virtual bool is_null(int column) const noexcept = 0;
};

}  // namespace birthcase::store::sql
