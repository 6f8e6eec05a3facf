#include "sql_store/forget.hpp"

#include <birthcase/case_json.hpp>

#include "case/names.hpp"
#include "case/redaction.hpp"
#include "kept.hpp"
#include "sql_store/forget_texts.hpp"
#include "sql_store/load.hpp"
#include "text/counted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

// Older libraries took any text for the name of a connector.
Result<void> forget_connectors(Database& database, std::string_view case_id) {
  auto asked = database.query("SELECT number, connector FROM outbox WHERE case_id = ? AND connector IS NOT NULL");
  if (!asked) return asked.error();
  asked->bind(case_id);
  std::vector<std::pair<std::int64_t, std::string>> unchecked;
  auto visited = sql::each_row(*asked, [&](const sql::Query& row) {
    if (!cases::is_actor(row.text(1))) unchecked.emplace_back(row.number(0), row.text(1));
  });
  if (!visited) return visited.error();
  if (unchecked.empty()) return {};
  auto forget = database.query("UPDATE outbox SET connector = ? WHERE number = ?");
  if (!forget) return forget.error();
  for (auto& [number, connector] : unchecked) {
    forget->again();
    const std::string left = cases::redacted_actor(std::move(connector));
    if (auto done = forget->bind(left).bind(number).run(); !done) return done.error();
  }
  return {};
}

// Who said that a message failed, and with what code. What is left of it is that it was handed out, and how often.
Result<void> forget_failures(Database& database, std::string_view case_id) {
  auto forget = database.query(
      "UPDATE outbox SET failures = 0, failure = NULL, dead = 0, leased_until = CASE WHEN leased_at IS NULL THEN NULL"
      " ELSE leased_until END, connector = CASE WHEN leased_at IS NULL THEN NULL ELSE connector END"
      " WHERE case_id = ? AND failures > 0");
  if (!forget) return forget.error();
  return forget->bind(case_id).run();
}

}  // namespace

Result<void> check_all_carried(Database& database, std::string_view case_id, std::size_t more) {
  auto asked = database.query("SELECT count(*) FROM outbox WHERE case_id = ? AND acknowledged = 0");
  if (!asked) return asked.error();
  const auto row = asked->bind(case_id).next();
  if (!row) return row.error();
  const std::int64_t waiting = asked->number(0) + static_cast<std::int64_t>(more);
  if (waiting == 0) return {};
  return Error{.kind = ErrorKind::refused,
               .message = fmt::format(
                   "{0} {0:message|messages} of the case {0:waits|wait} to be carried: let {0:it|them} arrive "
                   "or acknowledge {0:it|them}, then erase",
                   text::counted(waiting)),
               .document = database.name()};
}

Result<bool> forget_case(Database& database, std::string_view case_id) {
  const auto any = forget_texts(database, case_id);
  if (!any) return any;
  if (auto done = forget_failures(database, case_id); !done) return done.error();
  if (auto done = forget_connectors(database, case_id); !done) return done.error();
  auto note = insert_unless_there(database, "unfinished_erasures (case_id) VALUES (?)");
  if (!note) return note.error();
  if (auto done = note->bind(case_id).run(); !done) return done.error();
  return any;
}

Result<std::vector<KeptEvent>> rows_of(Database& database, std::string_view case_id) {
  std::vector<KeptEvent> rows;
  const auto take = [&rows](KeptEvent&& row, std::optional<KeptRow>&&) -> Result<void> {
    rows.push_back(std::move(row));
    return {};
  };
  if (auto done = read_events(database, case_id, take); !done) return done.error();
  return rows;
}

KeptEvent redacted_row(KeptEvent row) {
  const std::size_t length = row.data.size();
  const auto event = event_from(row);
  row.data = event ? to_json_parts(cases::redacted(*event).body).data : "{}";
  row.data.resize(std::max(length, row.data.size()), ' ');
  row.by = cases::redacted_actor(std::move(row.by));
  if (!event_body_from(row.type, "{}", {})) row.type.assign(row.type.size(), 'x');
  if (!parse_date_time(row.at)) row.at.assign(row.at.size(), 'x');
  return row;
}

RedactedEvent named(const KeptEvent& redacted) {
  return {redacted.sequence,
          cases::public_digest(redacted.sequence, redacted.at, redacted.by, redacted.type, redacted.data)};
}

Result<void> redact(Database& database, std::string_view case_id, const events::Erased& erased) {
  if (erased.redacted.empty()) return {};
  auto rows = rows_of(database, case_id);
  if (!rows) return rows.error();
  for (const RedactedEvent& wanted : erased.redacted) {
    const auto row = std::find_if(rows->begin(), rows->end(),
                                  [&wanted](const KeptEvent& each) { return each.sequence == wanted.sequence; });
    const KeptEvent left = row == rows->end() ? KeptEvent() : redacted_row(std::move(*row));
    if (named(left) != wanted) {
      return Error{.kind = ErrorKind::contradiction,
                   .message = "an erasure names what it leaves of older events, which is not what would be left",
                   .path = "/events"};
    }
    if (auto done = rewrite_event(database, case_id, left); !done) return done.error();
  }
  return {};
}

}  // namespace birthcase::store
