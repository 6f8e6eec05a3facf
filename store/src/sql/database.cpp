#include "sql/database.hpp"

#include <utility>

namespace birthcase::store::sql {

Result<Query> Database::query(std::string_view sql) {
  auto known = statements_.find(sql);
  if (known == statements_.end()) {
    auto prepared = prepare(sql);
    if (!prepared) return prepared.error();
    known = statements_.emplace(std::string(sql), std::move(*prepared)).first;
  }
  return Query(known->second.get());
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto asked = query(sql);
  if (!asked) return asked.error();
  const auto row = asked->next();
  if (!row) return row.error();
  return *row ? asked->number(0) : 0;
}

Result<std::vector<std::string>> Database::texts(std::string_view sql) {
  auto asked = query(sql);
  if (!asked) return asked.error();
  return sql::collect(*asked, [](const sql::Query& row) { return row.text(0); });
}

bool Database::again(int) { return false; }

Result<void> Database::lock_births(const std::set<std::int64_t>&) { return {}; }

Result<void> Database::need_personal_texts() { return {}; }

}  // namespace birthcase::store::sql
