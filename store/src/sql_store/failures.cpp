#include "sql_store/failures.hpp"

#include "case/names.hpp"
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/carried.hpp"
#include "sql_store/look_up_rows.hpp"
#include "sql_store/message_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

constexpr int most_waiting = 1000;
constexpr std::size_t longest_code = 40;
const Date no_pause_from(9999, 12, 30);

std::string what_waits() {
  return "SELECT " + std::string(columns_of_words) +
         ", o.number, o.attempts, o.failures, o.failure, o.dead, o.leased_until,"
         " EXISTS (SELECT 1 FROM outbox older WHERE older.acknowledged = 0 AND older.case_id = o.case_id"
         " AND older.step = o.step AND older.number < o.number AND older.dead = 1)" +
         std::string(joined_words);
}

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
  const auto is_pause = [](int seconds) { return seconds >= 1 && seconds <= longest_pause; };
  if (!is_pause(patience.first_pause) || !is_pause(patience.longest_pause)) {
    return out_of_bounds(fmt::format("a pause has 1 to {} seconds", longest_pause), "/pause");
  }
  if (patience.most_failures >= 1 && patience.most_failures <= most_failures_of_all) return {};
  return out_of_bounds(fmt::format("1 to {} failures make a dead letter", most_failures_of_all), "/most_failures");
}

// Nothing where the row does not say what its event made, or what this library cannot have written.
std::optional<Waiting> waiting_at(const sql::Query& row) {
  MessageWords words = words_of(row);
  const std::int64_t attempts = row.number(8);
  const std::int64_t failures = row.number(9);
  std::string reason = row.text(10);
  std::string until = row.text(12);
  const bool counts = is_count(attempts) && is_count(failures);
  const bool says = (reason.empty() || is_failure_code(reason)) && (until.empty() || parse_date_time(until));
  if (!words.hold || !counts || !says) return std::nullopt;
  return Waiting{.message_id = std::move(words.message_id),
                 .case_id = std::move(words.case_id),
                 .organisation = std::move(words.organisation),
                 .attempts = static_cast<std::uint32_t>(attempts),
                 .failures = static_cast<std::uint32_t>(failures),
                 .reason = std::move(reason),
                 .dead = row.number(11) != 0,
                 .behind_dead = row.number(13) != 0,
                 .until = std::move(until)};
}

Result<Waiting> waiting_now(Database& database, std::string_view message_id) {
  auto asked = database.query(what_waits() + " WHERE o.message_id = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(message_id).next();
  if (!row) return row.error();
  if (!*row) return no_message(database);
  auto waiting = waiting_at(*asked);
  if (!waiting) return unreadable(database, "a message of the outbox");
  return std::move(*waiting);
}

Result<void> note_failure(Database& database, const Carried& standing, const Failure& failure) {
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
    return held_by_another(database);
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

Result<std::int64_t> number_of(Database& database, std::string_view message_id) {
  if (message_id.empty()) return std::numeric_limits<std::int64_t>::min();
  auto asked = database.query("SELECT number FROM outbox WHERE message_id = ?");
  if (!asked) return asked.error();
  const auto row = asked->bind(message_id).next();
  if (!row) return row.error();
  if (!*row) return no_message(database);
  return asked->number(0);
}

// Of a page of waiting messages, as rows say it: the last one must be found by its id, or the next page would begin
// anywhere.
struct WaitingPage {
  std::vector<Waiting> found{};
  std::vector<std::int64_t> numbers{};
};

Result<void> end_with_one_that_is_found(Database& database, WaitingPage& page, const LeaveOut& leave_out) {
  while (!page.found.empty()) {
    const auto number = number_of(database, page.found.back().message_id);
    if (number && *number == page.numbers.back()) return {};
    if (!number && number.error().kind != ErrorKind::unknown_name) return number.error();
    leave_out({page.found.back().case_id, "outbox"});
    page.found.pop_back();
    page.numbers.pop_back();
  }
  return {};
}

// Rows that are left out do not count: then more are read. In a damaged file a row may stand before those that it comes
// after; it is left out too, or one would go round in a circle.
Result<std::vector<Waiting>> waiting_after(Database& database, std::string_view after, int limit, bool dead_only,
                                           const LeaveOut& leave_out) {
  auto last = number_of(database, after);
  if (!last) return last.error();
  auto rows = database.query(what_waits() + " WHERE o.acknowledged = 0 AND o.number > ?" +
                             (dead_only ? " AND o.dead <> 0" : "") + " ORDER BY o.number LIMIT ?");
  if (!rows) return rows.error();
  WaitingPage page;
  for (bool more = true; more && std::cmp_less(page.found.size(), limit);) {
    more = false;
    const std::int64_t from = *last;
    rows->again();
    rows->bind(*last).bind(static_cast<std::int64_t>(limit) - static_cast<std::int64_t>(page.found.size()));
    auto visited = sql::each_row(*rows, [&](const sql::Query& row) {
      const std::int64_t number = row.number(7);
      const bool goes_on = number > *last;
      if (goes_on) *last = number;
      auto waiting = goes_on ? waiting_at(row) : std::nullopt;
      if (waiting) {
        page.found.push_back(std::move(*waiting));
        page.numbers.push_back(number);
      } else {
        more = *last > from;
        leave_out({row.text(1), "outbox"});
      }
    });
    if (!visited) return visited.error();
  }
  auto done = end_with_one_that_is_found(database, page, leave_out);
  if (!done) return done.error();
  return std::move(page.found);
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
  if (limit < 1 || limit > most_waiting)
    return out_of_bounds(fmt::format("1 to {} messages at once", most_waiting), "/limit");
  return sql::read(*database_, [&] { return waiting_after(*database_, after, limit, dead_only, leaving_out()); });
}

}  // namespace birthcase::store
