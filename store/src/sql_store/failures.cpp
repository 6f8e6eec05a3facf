#include "sql_store/failures.hpp"

#include "case/names.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

constexpr int most_waiting = 1000;
constexpr int longest_pause_of_all = 86'400;
constexpr int most_failures_of_all = 1000;
constexpr std::size_t longest_code = 40;
const Date no_pause_from(9999, 12, 30);

constexpr std::string_view what_waits =
    "SELECT o.message_id, o.case_id, o.organisation, o.attempts, o.failures, o.failure, o.dead, o.leased_until,"
    " EXISTS (SELECT 1 FROM outbox older WHERE older.acknowledged = 0 AND older.case_id = o.case_id"
    " AND older.step = o.step AND older.number < o.number AND older.dead = 1)"
    " FROM outbox o";

Error out_of_bounds(std::string message, std::string path) {
  return {.kind = ErrorKind::out_of_range, .message = std::move(message), .path = std::move(path)};
}

Result<void> check_failure(const Failure& failure) {
  const Patience& patience = failure.patience;
  if (!is_failure_code(failure.reason)) {
    return out_of_bounds("a reason is a code: 1 to 40 lower-case letters, digits and `-`, a letter first", "/reason");
  }
  if (failure.now.is_special() || failure.now.date() >= no_pause_from) {
    return out_of_bounds("a pause begins at a moment, and ends at one", "/now");
  }
  const auto is_pause = [](int seconds) { return seconds >= 1 && seconds <= longest_pause_of_all; };
  if (!is_pause(patience.first_pause) || !is_pause(patience.longest_pause)) {
    return out_of_bounds(fmt::format("a pause has 1 to {} seconds", longest_pause_of_all), "/pause");
  }
  if (patience.most_failures >= 1 && patience.most_failures <= most_failures_of_all) return {};
  return out_of_bounds(fmt::format("1 to {} failures make a dead letter", most_failures_of_all), "/most_failures");
}

Waiting waiting_at(const sql::Query& row) {
  return {.message_id = row.text(0),
          .case_id = row.text(1),
          .organisation = row.text(2),
          .attempts = static_cast<std::uint32_t>(row.number(3)),
          .failures = static_cast<std::uint32_t>(row.number(4)),
          .reason = row.text(5),
          .dead = row.number(6) != 0,
          .behind_dead = row.number(8) != 0,
          .until = row.text(7)};
}

Error no_message(const Database& database) {
  return {.kind = ErrorKind::unknown_name,
          .message = "there is no message with this id in the outbox",
          .document = database.name()};
}

Result<Waiting> waiting_now(Database& database, std::string_view message_id) {
  auto asked = database.query(std::string(what_waits) + " WHERE o.message_id = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(message_id).next();
  if (!row) return row.error();
  if (!*row) return no_message(database);
  return waiting_at(*asked);
}

// Where one message is, until the transaction ends.
struct CarriedNow {
  std::int64_t number = 0;
  bool acknowledged = false;
  std::string connector;
  bool held = false;  // by a lease, whether it is over or not
  std::uint32_t failures = 0;
};

Result<CarriedNow> carried_now(Database& database, std::string_view message_id) {
  auto asked =
      database.query("SELECT number, acknowledged, connector, leased_at, failures FROM outbox WHERE message_id = ?" +
                     std::string(database.dialect().for_update));
  if (!asked) return asked.error();
  const auto row = asked->bind(message_id).next();
  if (!row) return row.error();
  if (!*row) return no_message(database);
  return CarriedNow{asked->number(0), asked->number(1) != 0, asked->text(2), !asked->is_null(3),
                  static_cast<std::uint32_t>(asked->number(4))};
}

Result<void> note_failure(Database& database, const CarriedNow& standing, const Failure& failure) {
  const std::uint32_t failures = standing.failures + 1;
  const bool dead = failures >= static_cast<std::uint32_t>(failure.patience.most_failures);
  const auto pause = boost::posix_time::seconds(pause_after(failures, failure.patience));
  const std::string until = to_string(failure.now + pause);
  auto change = database.query(
      "UPDATE outbox SET leased_at = NULL, leased_until = ?, failures = ?, failure = ?, dead = ? WHERE number = ?");
  if (!change) return change.error();
  dead ? change->bind_null() : change->bind(until);
  return change->bind(std::int64_t{failures}).bind(failure.reason).bind(dead ? 1 : 0).bind(standing.number).run();
}

Result<Waiting> fail_once(Database& database, const Failure& failure) {
  const auto standing = carried_now(database, failure.message_id);
  if (!standing) return standing.error();
  if (standing->acknowledged || standing->connector.empty() || standing->connector != failure.connector) {
    return Error{.kind = ErrorKind::conflict,
                 .message = "this connector does not have the message, or not any more: another one carries it",
                 .document = database.name()};
  }
  if (standing->held) {  // else it was told already
    if (auto done = note_failure(database, *standing, failure); !done) return done.error();
  }
  return waiting_now(database, failure.message_id);
}

Result<void> retry_once(Database& database, std::string_view message_id) {
  const auto standing = carried_now(database, message_id);
  if (!standing) return standing.error();
  if (standing->acknowledged) {
    return Error{.kind = ErrorKind::conflict, .message = "the message has arrived", .document = database.name()};
  }
  auto change =
      database.query(standing->held ? "UPDATE outbox SET failures = 0, failure = NULL, dead = 0 WHERE number = ?"
                                    : "UPDATE outbox SET failures = 0, failure = NULL, dead = 0, connector = NULL,"
                                      " leased_until = NULL WHERE number = ?");
  if (!change) return change.error();
  return change->bind(standing->number).run();
}

Result<std::vector<Waiting>> waiting_after(Database& database, std::string_view after, int limit, bool dead_only) {
  auto rows =
      database.query(std::string(what_waits) + " WHERE o.acknowledged = 0" + (dead_only ? " AND o.dead = 1" : "") +
                     " AND o.number > coalesce((SELECT p.number FROM outbox p WHERE p.message_id = ?), 0)"
                     " ORDER BY o.number LIMIT ?");
  if (!rows) return rows.error();
  rows->bind(after).bind(limit);
  std::vector<Waiting> found;
  for (;;) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) return found;
    found.push_back(waiting_at(*rows));
  }
}

}  // namespace

bool is_failure_code(std::string_view code) noexcept {
  const auto fits = [](char each) {
    return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-';
  };
  return !code.empty() && code.size() <= longest_code && code.front() >= 'a' && code.front() <= 'z' &&
         std::all_of(code.begin(), code.end(), fits) && cases::is_actor(code);
}

int pause_after(std::uint32_t failures, const Patience& patience) noexcept {
  int pause = patience.first_pause;
  for (std::uint32_t count = 1; count < failures && pause < patience.longest_pause; ++count) pause *= 2;
  return std::min(pause, patience.longest_pause);
}

Result<Waiting> SqlStore::failed(const Failure& failure) {
  if (auto done = check_failure(failure); !done) return done.error();
  return sql::write(*database_, [&] { return fail_once(*database_, failure); });
}

Result<void> SqlStore::retry(std::string_view message_id) {
  return sql::write(*database_, [&] { return retry_once(*database_, message_id); });
}

Result<std::vector<Waiting>> SqlStore::waiting(std::string_view after, int limit, bool dead_only) {
  if (limit < 1 || limit > most_waiting) return out_of_bounds(fmt::format("1 to {} messages at once", most_waiting), "/limit");
  return sql::read(*database_, [&] { return waiting_after(*database_, after, limit, dead_only); });
}

}  // namespace birthcase::store
