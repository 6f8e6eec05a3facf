#include "sql/query.hpp"

namespace birthcase::store::sql {

Result<void> Statement::run() {
  for (;;) {
    const auto row = next();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

Query& Query::bind(std::string_view text) {
  statement_->bind_text(++bound_, text);
  return *this;
}

Query& Query::bind(std::int64_t number) {
  statement_->bind_number(++bound_, number);
  return *this;
}

Query& Query::bind_bytes(std::string_view bytes) {
  statement_->bind_bytes(++bound_, bytes);
  return *this;
}

Query& Query::bind_null() {
  statement_->bind_null(++bound_);
  return *this;
}

Query& Query::ahead() {
  statement_->ahead();
  return *this;
}

void Query::again() noexcept {
  statement_->reset();
  bound_ = 0;
}

}  // namespace birthcase::store::sql
