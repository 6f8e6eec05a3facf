// Forgetting people.
#include "kept.hpp"
#include "sqlite/transaction.hpp"
#include "sqlite_store.hpp"
#include "sqlite_store/append.hpp"
#include "sqlite_store/change_check.hpp"
#include "sqlite_store/look_up_rows.hpp"

#include <fmt/format.h>

#include <chrono>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {
namespace {

using sqlite::Connection;

constexpr std::chrono::milliseconds patience_with_readers{1'000};

Result<void> check_erasure(Connection& connection, const Change& change) {
  if (!std::holds_alternative<events::Erased>(change.events.back().body) || !change.births.empty()) {
    return Error{.kind = ErrorKind::contradiction,
                 .message = "an erasure ends with the event `erased`, and leaves no births to be found",
                 .path = "/events"};
  }
  auto asked = connection.query("SELECT count(*) FROM outbox WHERE case_id = ? AND acknowledged = 0");
  if (!asked) return asked.error();
  const auto row = asked->bind(change.case_id).next();
  if (!row) return row.error();
  const std::int64_t waiting = asked->number(0);
  if (waiting == 0 && change.messages.empty()) return {};
  return Error{
      .kind = ErrorKind::refused,
      .message = fmt::format("{} messages of the case wait to be carried: let them arrive or acknowledge them, "
                             "then erase",
                             waiting + static_cast<std::int64_t>(change.messages.size())),
      .document = connection.file()};
}

Result<void> forget_all(Connection& connection, std::string_view case_id, std::string_view numbers) {
  auto asked = connection.query(numbers);
  if (!asked) return asked.error();
  asked->bind(case_id);
  for (;;) {
    const auto row = asked->next();
    if (!row) return row.error();
    if (!*row) return {};
    if (auto done = forget_personal(connection, asked->number(0)); !done) return done.error();
  }
}

Result<void> forget_case(Connection& connection, const Change& change) {
  auto done = forget_all(connection, change.case_id, "SELECT personal FROM events WHERE case_id = ?");
  if (!done) return done.error();
  done = forget_all(connection, change.case_id, "SELECT body FROM outbox WHERE case_id = ?");
  if (!done) return done.error();
  auto note = connection.query("INSERT INTO unfinished_erasures (case_id) VALUES (?) ON CONFLICT DO NOTHING");
  if (!note) return note.error();
  return note->bind(change.case_id).run();
}

// Other processes may note more of them meanwhile.
Result<std::vector<std::string>> unfinished_erasures(Connection& connection) {
  auto asked = connection.query("SELECT case_id FROM unfinished_erasures");
  if (!asked) return asked.error();
  std::vector<std::string> cases;
  for (;;) {
    const auto row = asked->next();
    if (!row) return row.error();
    if (!*row) return cases;
    cases.push_back(asked->text(0));
  }
}

}  // namespace

Result<void> SqliteStore::erase(const Change& change) {
  if (auto done = check(change); !done) return done.error();
  {
    auto transaction = sqlite::Transaction::to_write(connection_);
    if (!transaction) return transaction.error();
    if (auto done = check_erasure(connection_, change); !done) return done.error();
    if (auto done = forget_case(connection_, change); !done) return done.error();
    if (auto done = write_change(connection_, change); !done) return done.error();
    if (auto done = transaction->commit(); !done) return done.error();
  }
  return finish_erasures();
}

// The pages as they were before stand in the write-ahead file until it is emptied, which waits for readers of them. The
// erasure is kept by then, so where emptying fails it stays noted, for the next one to try.
Result<void> SqliteStore::finish_erasures() {
  const auto unfinished = unfinished_erasures(connection_);
  if (!unfinished) return unfinished.error();
  if (unfinished->empty()) return {};
  // Whoever wants to write waits meanwhile, so it must not take long.
  connection_.wait_at_most(patience_with_readers);
  const int code =
      sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  connection_.wait_at_most(Connection::patience);
  if (code != SQLITE_OK) return {};
  auto finished = connection_.query("DELETE FROM unfinished_erasures WHERE case_id = ?");
  if (!finished) return finished.error();
  for (const std::string& case_id : *unfinished) {
    finished->again();
    if (auto done = finished->bind(case_id).run(); !done) return {};
  }
  return {};
}

}  // namespace birthcase::store
