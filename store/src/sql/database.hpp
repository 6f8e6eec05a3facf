/// A connection to a database of SQL: its prepared statements, its transactions, and what each driver does in its own
/// way. The store (`sql_store.hpp`) is written against this alone.
#pragma once

#include <birthcase/result.hpp>
#include <birthcase/store.hpp>

#include "sql/dialect.hpp"
#include "sql/query.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store::sql {

/// Closes the database at its end. Belongs to one thread at a time.
class Database {
 public:
  enum class Purpose : std::uint8_t {
    write,  ///< what is read for it is not changed by others meanwhile
    read,   ///< sees what was there when it first read, whatever others write meanwhile; keeps nobody waiting
  };

  Database() = default;
  virtual ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// A statement to bind and run. It is prepared once and kept; `sql` must be one statement with `?` for its
  /// parameters, and not in use already.
  Result<Query> query(std::string_view sql);

  /// The number in the first row of a statement without parameters.
  Result<std::int64_t> number(std::string_view sql);

  /// What was opened, as errors name it.
  virtual const std::string& name() const noexcept = 0;

  virtual const Dialect& dialect() const noexcept = 0;

  /// Begins a transaction; one that could not be taken back before is taken back now.
  virtual Result<void> begin(Purpose purpose) = 0;
  virtual Result<void> commit() = 0;

  /// Takes the transaction back; nothing if there is none.
  virtual void roll_back() noexcept = 0;

  /// After a failed attempt, the how many-th in a row: whether to try the same once more, for example since two
  /// transactions stood in each other's way. Waits as long as is sensible first. No, where the database has not failed.
  virtual bool again(int failures);

  /// Keeps others from accepting births of these days until the transaction ends.
  virtual Result<void> lock_births(const std::set<std::int64_t>& days);

  /// Refuses where this connection is not shown the personal texts.
  virtual Result<void> need_personal_texts();

  /// Adds what is wrong with the database as such: its pages.
  virtual Result<void> check_pages(std::vector<Break>& breaks) = 0;

  /// Adds where the tables are not as the migrations make them: columns, indexes, what depends on a table and acts by
  /// itself.
  virtual Result<void> check_schema(std::vector<Break>& breaks) = 0;

  /// Removes what erasures have overwritten from wherever it still stands. Answers for which of the cases in
  /// `unfinished_erasures` nothing is left.
  virtual Result<std::vector<std::string>> sweep() = 0;

 protected:
  virtual Result<std::unique_ptr<Statement>> prepare(std::string_view sql) = 0;

  /// The texts in the first column of a statement without parameters.
  Result<std::vector<std::string>> texts(std::string_view sql);

  /// Ends all statements: before the connection ends.
  void drop_statements() noexcept { statements_.clear(); }

 private:
  std::map<std::string, std::unique_ptr<Statement>, std::less<>> statements_;
};

}  // namespace birthcase::store::sql
