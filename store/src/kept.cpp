#include "kept.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

namespace birthcase::store {

using sql::Database;
using sql::Query;

Error unreadable(const Database& database, std::string_view what) {
  return {.kind = ErrorKind::storage,
          .message = fmt::format("{} in the file is not as this library writes it: the file was changed by another "
                                 "program or is damaged; `verify` says more",
                                 what),
          .document = database.name()};
}

Error no_such_case(const Database& database) {
  return {.kind = ErrorKind::unknown_name,
          .message = "there is no case with this id: `birthcase case list` lists those that are there",
          .document = database.name()};
}

Result<Query> ask_case(Database& database, std::string_view case_id, Wanted wanted) {
  std::string sql = "SELECT id, profile, status, version, changed_at, head, look_ups FROM cases WHERE id = ?";
  if (wanted == Wanted::to_change) sql += database.dialect().for_update;
  auto asked = database.query(sql);
  if (asked) asked->bind(case_id).ahead();
  return asked;
}

Result<std::optional<KeptCase>> case_in(Query& asked) {
  const auto row = asked.next();
  if (!row) return row.error();
  if (!*row) return std::optional<KeptCase>();
  return std::optional(KeptCase{asked.text(0), asked.text(1), asked.text(2), asked.count(3), asked.text(4),
                                asked.text(5), asked.count(6)});
}

Result<std::optional<KeptCase>> find_case(Database& database, std::string_view case_id, Wanted wanted) {
  auto asked = ask_case(database, case_id, wanted);
  if (!asked) return asked.error();
  return case_in(*asked);
}

Result<KeptCase> need_case(Database& database, std::string_view case_id, Wanted wanted) {
  auto found = find_case(database, case_id, wanted);
  if (!found) return found.error();
  if (!*found) return no_such_case(database);
  return std::move(**found);
}

Result<void> write_case(Database& database, const KeptCase& row) {
  for (const std::string_view sql : database.dialect().write_case) {
    auto kept = database.query(sql);
    if (!kept) return kept.error();
    kept->bind(row.profile).bind(row.status).bind(row.version).bind(row.changed_at).bind(row.head).bind(row.id);
    if (auto done = kept->run(); !done) return done.error();
  }
  return {};
}

Result<sql::Query> insert_unless_there(Database& database, std::string_view table_and_values) {
  const auto& dialect = database.dialect();
  return database.query(std::string(dialect.insert_unless_there).append(table_and_values).append(dialect.unless_there));
}

Result<void> write_personal(Database& database, const PersonalText& personal) {
  auto kept = database.query("INSERT INTO personal_texts (erased, salt, text) VALUES (?, ?, ?)");
  if (!kept) return kept.error();
  return kept->bind(personal.erased ? 1 : 0).bind_bytes(personal.salt).bind(personal.text).run();
}

Result<void> forget_personal_of(Database& database, std::string_view case_id, std::string_view numbers) {
  auto asked = database.query(numbers);
  if (!asked) return asked.error();
  auto forget = database.query(database.dialect().forget_personal);
  if (!forget) return forget.error();
  asked->bind(case_id);
  return sql::each_row(*asked, [&](const Query& row) {
    forget->again();
    return forget->bind(row.number(0)).run();
  });
}

Result<void> write_event(Database& database, std::string_view case_id, const KeptEvent& event) {
  if (auto done = write_personal(database, event.personal); !done) return done.error();
  auto kept = database.query(
      "INSERT INTO events (case_id, sequence, at, by, type, data, personal, personal_digest, message_digest, hash)"
      " VALUES (?, ?, ?, ?, ?, ?, " +
      std::string(database.dialect().last_personal_text) + ", ?, ?, ?)");
  if (!kept) return kept.error();
  return kept->bind(case_id)
      .bind(event.sequence)
      .bind(event.at)
      .bind(event.by)
      .bind(event.type)
      .bind(event.data)
      .bind(event.personal_digest)
      .bind(event.message_digest)
      .bind(event.hash)
      .run();
}

Result<void> rewrite_event(Database& database, std::string_view case_id, const KeptEvent& event) {
  auto kept = database.query("UPDATE events SET at = ?, by = ?, type = ?, data = ? WHERE case_id = ? AND sequence = ?");
  if (!kept) return kept.error();
  return kept->bind(event.at).bind(event.by).bind(event.type).bind(event.data).bind(case_id).bind(event.sequence).run();
}

Result<void> write_message(Database& database, const KeptRow& row) {
  if (auto done = write_personal(database, row.message.body); !done) return done.error();
  auto kept = database.query(
      "INSERT INTO outbox (message_id, case_id, sequence, step, organisation, body, acknowledged, attempts)"
      " VALUES (?, ?, ?, ?, ?, " +
      std::string(database.dialect().last_personal_text) + ", ?, ?)");
  if (!kept) return kept.error();
  return kept->bind(row.message.id)
      .bind(row.message.case_id)
      .bind(row.message.sequence)
      .bind(row.step)
      .bind(row.organisation)
      .bind(row.acknowledged ? 1 : 0)
      .bind(std::int64_t{row.attempts})
      .run();
}

namespace {

// What was deleted from beside an event is NULL: then the text is none, and fits no digest.
PersonalText personal_at(const Query& row, int column) {
  return {row.text(column + 1), row.text(column + 2), row.number(column) != 0};
}

KeptEvent event_at(const Query& row) {
  return {row.count(0),        row.text(1), row.text(2), row.text(3), row.text(4),
          personal_at(row, 5), row.text(8), row.text(9), row.text(10)};
}

std::optional<KeptRow> message_at(const Query& row, std::string_view case_id) {
  if (row.is_null(11)) return std::nullopt;
  const std::int64_t attempts = row.number(15);
  const std::int64_t failures = row.number(23);
  const bool odd_attempts = !is_count(attempts);
  const bool odd_failures = !is_count(failures);
  const auto is_blank = [&row](int column) { return !row.is_null(column) && row.text(column).empty(); };
  return KeptRow{.message = {row.count(0), row.text(11), std::string(case_id), personal_at(row, 16)},
                 .step = row.text(12),
                 .organisation = row.text(13),
                 .acknowledged = row.number(14) != 0,
                 .attempts = odd_attempts ? 0 : static_cast<std::uint32_t>(attempts),
                 .number = row.number(19),
                 .connector = row.text(20),
                 .leased_at = row.text(21),
                 .leased_until = row.text(22),
                 .failures = odd_failures ? 0 : static_cast<std::uint32_t>(failures),
                 .failure = row.text(24),
                 .dead = row.number(25) != 0,
                 .odd_failures = odd_failures,
                 .odd_dead = row.number(25) != 0 && row.number(25) != 1,
                 .odd_acknowledged = row.number(14) != 0 && row.number(14) != 1,
                 .odd_attempts = odd_attempts,
                 .odd_lease = is_blank(20) || is_blank(21) || is_blank(22),
                 .odd_failure = is_blank(24)};
}

}  // namespace

Result<Query> ask_events(Database& database, std::string_view case_id) {
  auto asked = database.query(
      "SELECT e.sequence, e.at, e.by, e.type, e.data, p.erased, p.salt, p.text, e.personal_digest, e.message_digest,"
      " e.hash, o.message_id, o.step, o.organisation, o.acknowledged, o.attempts, b.erased, b.salt, b.text,"
      " o.number, o.connector, o.leased_at, o.leased_until, o.failures, o.failure, o.dead"
      " FROM events e LEFT JOIN personal_texts p ON p.number = e.personal"
      " LEFT JOIN outbox o ON o.case_id = e.case_id AND o.sequence = e.sequence"
      " LEFT JOIN personal_texts b ON b.number = o.body"
      " WHERE e.case_id = ? ORDER BY e.sequence");
  if (asked) asked->bind(case_id).ahead();
  return asked;
}

Result<void> events_in(Query& asked, std::string_view case_id, const TakeEvent& take) {
  return sql::each_row(asked, [&](const Query& row) { return take(event_at(row), message_at(row, case_id)); });
}

Result<void> read_events(Database& database, std::string_view case_id, const TakeEvent& take) {
  auto asked = ask_events(database, case_id);
  if (!asked) return asked.error();
  return events_in(*asked, case_id, take);
}

}  // namespace birthcase::store
