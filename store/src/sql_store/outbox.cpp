// Handing messages out to those who carry them.
#include "case/names.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/carried.hpp"
#include "sql_store/failures.hpp"
#include "sql_store/look_up_rows.hpp"
#include "sql_store/message_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

constexpr int max_limit = 1000;
constexpr int most_named = 1000;  // of rows whose turn cannot be, by one call
constexpr int max_seconds = 86'400;
const Date last_day(9999, 12, 30);

// Whose turn it is: between these, as far as rows are counted as this library counts.
constexpr std::string_view turn_of = "o.number + 64 * o.attempts";
constexpr std::int64_t before_all_turns = 0;
constexpr std::int64_t last_turn = last_number;
constexpr std::string_view goes_on = "o.acknowledged = 0 AND o.dead = 0";

Error refusal(ErrorKind kind, std::string message, std::string path) {
  return {.kind = kind, .message = std::move(message), .path = std::move(path)};
}

Result<void> check(std::string_view connector, const DateTime& now, int seconds, int least_seconds) {
  if (connector.empty()) return refusal(ErrorKind::missing, "a connector needs a name of its own", "/connector");
  if (now.is_special()) return refusal(ErrorKind::missing, "a lease begins at a moment", "/now");
  if (now.date() >= last_day) return refusal(ErrorKind::out_of_range, "a lease would end after all dates", "/now");
  if (seconds >= least_seconds && seconds <= max_seconds) return {};
  return refusal(ErrorKind::out_of_range, fmt::format("a lease has {} to {} seconds", least_seconds, max_seconds),
                 "/seconds");
}

// Rows whose turn cannot be are looked for apart: the sum of what stands there may be more than a number can be.
// A message waits if nobody acknowledged it; it can be carried if it is not dead, no lease and no pause holds it and
// nothing older of its step waits. A lease from a moment to come, and a pause longer than any, are a wrong clock's. The
// oldest goes first, but 64 younger ones pass it each time that it was tried.
std::string can_be_carried() {
  return "SELECT " + std::string(columns_of_words) + ", o.number, o.attempts, o.failures, CAST(" +
         std::string(turn_of) + " AS BIGINT)" + std::string(joined_words) + " WHERE " + std::string(goes_on) +
         " AND (o.leased_until IS NULL OR o.leased_until <= ?"
         " OR o.leased_at > ? OR o.leased_at IS NULL AND o.leased_until > ?)"
         " AND NOT EXISTS (SELECT 1 FROM outbox older WHERE older.acknowledged = 0 AND older.case_id = o.case_id"
         " AND older.step = o.step AND older.number < o.number)"
         " AND (" +
         std::string(turn_of) + ", o.number) > (?, ?) AND " + std::string(turn_of) + " <= ?";
}

struct Candidate {
  std::int64_t turn = 0;
  std::int64_t number = 0;
  Leased lease;
  bool holds = false;  // it is what its event made, goes to whom that says, and was counted as this library counts
};

Candidate candidate_at(const sql::Query& row) {
  MessageWords words = words_of(row);
  const std::int64_t number = row.number(7);
  const std::int64_t attempts = row.number(8);
  const bool counted = number > 0 && is_count(attempts) && is_count(row.number(9));
  const std::uint32_t attempt = counted ? std::min(static_cast<std::uint32_t>(attempts) + 1, most_counted) : 0;
  return {row.number(10),
          number,
          {std::move(words.message_id), std::move(words.case_id), std::move(words.organisation), std::move(words.body),
           attempt},
          counted && words.hold};
}

Result<void> leave_out_impossible_turns(Database& database, const LeaseRequest& request, const LeaveOut& leave_out) {
  const bool to_all = request.organisation.empty();
  const std::string some = "SELECT o.case_id FROM outbox o WHERE " + std::string(goes_on) +
                           (to_all ? "" : " AND o.organisation = ?") + " AND " + std::string(turn_of);
  auto rows = database.query(some + " <= ? UNION ALL " + some + " > ? LIMIT ?");
  if (!rows) return rows.error();
  if (!to_all) rows->bind(request.organisation);
  rows->bind(before_all_turns);
  if (!to_all) rows->bind(request.organisation);
  rows->bind(last_turn).bind(most_named);
  return sql::each_row(*rows, [&](const sql::Query& row) { leave_out({row.text(0), "outbox"}); });
}

// Messages that are left out do not count: then more are read.
Result<std::vector<Candidate>> candidates(Database& database, const LeaseRequest& request, const LeaveOut& leave_out) {
  const bool to_all = request.organisation.empty();
  auto rows = database.query(can_be_carried() + (to_all ? "" : " AND o.organisation = ?") + " ORDER BY " +
                             std::string(turn_of) + ", o.number LIMIT ?" +
                             std::string(database.dialect().skipping_held_messages));
  if (!rows) return rows.error();
  const std::string now = to_string(request.now);
  const std::string future = to_string(request.now + boost::posix_time::seconds(clock_tolerance_seconds));
  const std::string beyond =
      to_string(request.now + boost::posix_time::seconds(longest_pause + clock_tolerance_seconds));
  std::vector<Candidate> found;
  std::int64_t turn = before_all_turns;
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
  for (bool more = true; more;) {
    more = false;
    rows->again();
    rows->bind(now).bind(future).bind(beyond).bind(turn).bind(last).bind(last_turn);
    if (!to_all) rows->bind(request.organisation);
    rows->bind(static_cast<std::int64_t>(request.limit) - static_cast<std::int64_t>(found.size()));
    auto visited = sql::each_row(*rows, [&](const sql::Query& row) {
      Candidate candidate = candidate_at(row);
      turn = candidate.turn;
      last = candidate.number;
      if (candidate.holds) {
        found.push_back(std::move(candidate));
      } else {
        more = true;
        leave_out({candidate.lease.case_id, "outbox"});
      }
    });
    if (!visited) return visited.error();
  }
  return found;
}

Result<void> hold(Database& database, std::int64_t number, std::string_view connector, const DateTime& now, int seconds,
                  bool another_attempt) {
  auto lease = database.query(
      "UPDATE outbox SET connector = ?, leased_at = ?, leased_until = ?,"
      " attempts = CASE WHEN attempts < ? THEN attempts + ? ELSE attempts END WHERE number = ?");
  if (!lease) return lease.error();
  const std::string from = to_string(now);
  const std::string until = to_string(now + boost::posix_time::seconds(seconds));
  lease->bind(connector).bind(from).bind(until).bind(std::int64_t{most_counted});
  return lease->bind(another_attempt ? 1 : 0).bind(number).run();
}

Result<std::vector<Leased>> lease_once(Database& database, const LeaseRequest& request, const LeaveOut& leave_out) {
  auto found = candidates(database, request, leave_out);
  if (!found) return found.error();
  if (auto done = leave_out_impossible_turns(database, request, leave_out); !done) return done.error();
  std::vector<Leased> leased;
  for (Candidate& candidate : *found) {
    auto done = hold(database, candidate.number, request.connector, request.now, request.seconds, true);
    if (!done) return done.error();
    leased.push_back(std::move(candidate.lease));
  }
  return leased;
}

Result<void> renew_once(Database& database, std::string_view message_id, std::string_view connector,
                        const DateTime& now, int seconds) {
  const auto place = carried_now(database, message_id);
  if (!place) return place.error();
  if (place->acknowledged || place->connector != connector || !place->held) return held_by_another(database);
  return hold(database, place->number, connector, now, seconds, false);
}

Result<void> ack_once(Database& database, std::string_view message_id, std::string_view connector) {
  const auto place = carried_now(database, message_id);
  if (!place) return place.error();
  if (place->acknowledged) return {};
  if (connector.empty() || place->connector != connector) return held_by_another(database);
  auto done = database.query("UPDATE outbox SET acknowledged = 1 WHERE number = ?");
  if (!done) return done.error();
  return done->bind(place->number).run();
}

}  // namespace

Result<std::vector<Leased>> SqlStore::lease(const LeaseRequest& request) {
  if (auto done = check(request.connector, request.now, request.seconds, 1); !done) return done.error();
  if (!cases::is_actor(request.connector)) {
    return refusal(ErrorKind::out_of_range,
                   "a connector's name has 1 to 64 letters, digits, `-`, `_`, `.` and `@`, and no number of 11 or more "
                   "digits",
                   "/connector");
  }
  if (request.limit < 1 || request.limit > max_limit) {
    return refusal(ErrorKind::out_of_range, fmt::format("a lease takes 1 to {} messages", max_limit), "/limit");
  }
  // Connectors ask again and again: while nothing waits, that must not keep those who write waiting.
  const auto waiting = sql::with_patience(*database_, [&] {
    return database_->number("SELECT EXISTS (SELECT 1 FROM outbox WHERE acknowledged = 0 AND dead = 0)");
  });
  if (!waiting) return waiting.error();
  if (*waiting == 0) return std::vector<Leased>();
  return sql::write(*database_, [&] { return lease_once(*database_, request, leaving_out()); });
}

Result<void> SqlStore::renew(std::string_view message_id, std::string_view connector, const DateTime& now,
                             int seconds) {
  if (auto done = check(connector, now, seconds, 0); !done) return done.error();
  return sql::write(*database_, [&] { return renew_once(*database_, message_id, connector, now, seconds); });
}

Result<void> SqlStore::ack(std::string_view message_id, std::string_view connector) {
  return sql::write(*database_, [&] { return ack_once(*database_, message_id, connector); });
}

}  // namespace birthcase::store
