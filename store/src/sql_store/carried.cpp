#include "sql_store/carried.hpp"

#include "sql_store/failures.hpp"

#include <algorithm>

namespace birthcase::store {

Result<Carried> carried_now(sql::Database& database, std::string_view message_id) {
  auto asked =
      database.query("SELECT number, acknowledged, connector, leased_at, failures FROM outbox WHERE message_id = ?" +
                     std::string(database.dialect().for_update));
  if (!asked) return asked.error();
  const auto row = asked->bind(message_id).next();
  if (!row) return row.error();
  if (!*row) return no_message(database);
  const std::int64_t failures = std::clamp<std::int64_t>(asked->number(4), 0, most_failures_of_all);
  return Carried{asked->number(0), asked->number(1) != 0, asked->text(2), !asked->is_null(3),
                 static_cast<std::uint32_t>(failures)};
}

Error no_message(const sql::Database& database) {
  return {.kind = ErrorKind::unknown_name,
          .message = "there is no message with this id in the outbox",
          .document = database.name()};
}

Error held_by_another(const sql::Database& database) {
  return {.kind = ErrorKind::conflict,
          .message = "this connector does not have the message: another connector carries it",
          .document = database.name()};
}

}  // namespace birthcase::store
