// Finding cases: by id, by what is due, by births.
#include "kept.hpp"
#include "sqlite/transaction.hpp"
#include "sqlite_store.hpp"
#include "sqlite_store/look_up_rows.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::store {
namespace {

Result<std::vector<Summary>> summaries(sqlite::Connection& connection, std::string_view sql, std::string_view after,
                                       int limit) {
  auto asked = connection.query(sql);
  if (!asked) return asked.error();
  asked->bind(after).bind(std::max(limit, 0));
  std::vector<Summary> cases;
  for (;;) {
    const auto row = asked->next();
    if (!row) return row.error();
    if (!*row) return cases;
    const auto status = value_named(asked->text(2), CaseStatus::closed);
    const auto changed_at = parse_date_time(asked->text(4));
    if (!status || !changed_at) return unreadable(connection, "a case");
    cases.push_back({asked->text(0), asked->text(1), *status, asked->count(3), *changed_at});
  }
}

}  // namespace

Result<std::vector<Summary>> SqliteStore::cases(std::string_view after, int limit) {
  return summaries(connection_,
                   "SELECT id, profile, status, version, changed_at FROM cases WHERE id > ? ORDER BY id LIMIT ?", after,
                   limit);
}

Result<std::vector<Summary>> SqliteStore::without_look_ups(std::string_view after, int limit) {
  return summaries(connection_,
                   "SELECT id, profile, status, version, changed_at FROM cases INDEXED BY cases_without_look_ups"
                   " WHERE id > ? AND look_ups <> version ORDER BY id LIMIT ?",
                   after, limit);
}

Result<void> SqliteStore::keep_look_ups(const LookUps& look_ups) {
  auto transaction = sqlite::Transaction::to_write(connection_);
  if (!transaction) return transaction.error();
  const auto row = need_case(connection_, look_ups.case_id);
  if (!row) return row.error();
  if (row->version != look_ups.version) return {};
  if (auto done = write_look_ups(connection_, look_ups, false); !done) return done.error();
  return transaction->commit();
}

Result<std::vector<BirthKey>> SqliteStore::births_of(std::string_view mother_id_number, const DateTime& from,
                                                     const DateTime& until) {
  if (from.is_special() || until.is_special()) {
    return Error{.kind = ErrorKind::missing, .message = "births are looked up between two moments"};
  }
  return read_births_of(connection_, mother_id_number, from, until);
}

Result<std::vector<BirthKey>> SqliteStore::births(const DateTime& from, const DateTime& until) {
  if (from.is_special() || until.is_special()) {
    return Error{.kind = ErrorKind::missing, .message = "births are looked up between two moments"};
  }
  return read_births(connection_, from, until);
}

Result<std::vector<Deadline>> SqliteStore::due(const Due& until, int limit) {
  if (until.date.is_special()) return Error{.kind = ErrorKind::missing, .message = "due until when?"};
  return read_due(connection_, until, limit);
}

}  // namespace birthcase::store
