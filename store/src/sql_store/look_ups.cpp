// Finding cases: by id, by what is due, by births.
#include "case/names.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/look_up_rows.hpp"

#include <algorithm>
#include <utility>

namespace birthcase::store {
namespace {

std::optional<Summary> summary_at(const sql::Query& row) {
  const auto status = value_named(row.text(2), CaseStatus::closed);
  const auto changed_at = parse_date_time(row.text(4));
  if (!status || !changed_at || !cases::is_case_id(row.text(0))) return std::nullopt;
  return Summary{row.text(0), row.text(1), *status, row.count(3), *changed_at};
}

// Rows that are left out do not count: then more are read. In a damaged file a row may stand before those that it comes
// after; it is left out too, or one would go round in a circle.
Result<std::vector<Summary>> summaries(sql::Database& database, std::string_view sql, std::string_view after, int limit,
                                       const LeaveOut& leave_out) {
  auto asked = database.query(sql);
  if (!asked) return asked.error();
  std::vector<Summary> cases;
  std::string last(after);
  for (bool more = true; more && std::cmp_less(cases.size(), std::max(limit, 0));) {
    more = false;
    const std::string from = last;
    asked->again();
    asked->bind(from).bind(static_cast<std::int64_t>(limit) - static_cast<std::int64_t>(cases.size()));
    auto visited = sql::each_row(*asked, [&](const sql::Query& row) {
      const std::string id = row.text(0);
      auto summary = id > last ? summary_at(row) : std::nullopt;
      if (id > last) last = id;
      if (summary) {
        cases.push_back(std::move(*summary));
      } else {
        leave_out({id, "cases"});
        more = last > from;
      }
    });
    if (!visited) return visited.error();
  }
  return cases;
}

}  // namespace

Result<std::vector<Summary>> SqlStore::cases(std::string_view after, int limit) {
  constexpr std::string_view sql =
      "SELECT id, profile, status, version, changed_at FROM cases WHERE id > ? ORDER BY id LIMIT ?";
  return sql::with_patience(*database_, [&] { return summaries(*database_, sql, after, limit, leaving_out()); });
}

Result<std::vector<Summary>> SqlStore::without_look_ups(std::string_view after, int limit) {
  const std::string sql = "SELECT id, profile, status, version, changed_at FROM " +
                          std::string(database_->dialect().cases_without_look_ups) +
                          " WHERE id > ? AND look_ups <> version ORDER BY id LIMIT ?";
  return sql::with_patience(*database_, [&] { return summaries(*database_, sql, after, limit, leaving_out()); });
}

Result<void> SqlStore::keep_look_ups(const LookUps& look_ups) {
  return sql::write(*database_, [&]() -> Result<void> {
    const auto row = need_case(*database_, look_ups.case_id, Wanted::to_change);
    if (!row) return row.error();
    if (row->version != look_ups.version) return {};
    return write_look_ups(*database_, look_ups);
  });
}

Result<std::vector<BirthKey>> SqlStore::births(const DateTime& from, const DateTime& until) {
  if (from.is_special() || until.is_special()) {
    return Error{.kind = ErrorKind::missing, .message = "births are looked up between two moments"};
  }
  return sql::with_patience(*database_, [&]() -> Result<std::vector<BirthKey>> {
    if (auto done = database_->need_personal_texts(); !done) return done.error();
    return read_births(*database_, from, until, leaving_out());
  });
}

Result<std::vector<BirthKey>> SqlStore::births_of(std::string_view mother_id_number, const DateTime& from,
                                                  const DateTime& until) {
  if (from.is_special() || until.is_special()) {
    return Error{.kind = ErrorKind::missing, .message = "births are looked up between two moments"};
  }
  return sql::with_patience(*database_, [&]() -> Result<std::vector<BirthKey>> {
    if (auto done = database_->need_personal_texts(); !done) return done.error();
    return read_births_of(*database_, mother_id_number, from, until, leaving_out());
  });
}

Result<std::vector<Deadline>> SqlStore::due(const Due& until, int limit) {
  DuePlace first;
  return due_after(first, until, limit);
}

Result<std::vector<Deadline>> SqlStore::due_after(DuePlace& after, const Due& until, int limit) {
  if (until.date.is_special()) return Error{.kind = ErrorKind::missing, .message = "due until when?"};
  return sql::with_patience(*database_, [&] { return read_due(*database_, after, until, limit, leaving_out()); });
}

}  // namespace birthcase::store
