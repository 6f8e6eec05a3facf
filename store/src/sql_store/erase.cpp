// Forgetting people.
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/append.hpp"
#include "sql_store/change_check.hpp"
#include "sql_store/forget.hpp"
#include "sql_store/forget_texts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace birthcase::store {
namespace {

using sql::Database;

Result<void> check_erasure(Database& database, const Change& change) {
  if (!std::holds_alternative<events::Erased>(change.events.back().body) || !change.births.empty()) {
    return Error{.kind = ErrorKind::contradiction,
                 .message = "an erasure ends with the event `erased`, and leaves no births to be found",
                 .path = "/events"};
  }
  return check_all_carried(database, change.case_id, change.messages.size());
}

// From the first look at the outbox on, nobody else may add to the case.
Result<void> erase_once(Database& database, RulesTexts& rules, const Change& change, std::string& head) {
  if (auto held = find_case(database, change.case_id, Wanted::to_change); !held) return held.error();
  if (auto done = check_erasure(database, change); !done) return done.error();
  if (auto done = forget_case(database, change.case_id); !done) return done.error();
  const auto& erased = std::get<events::Erased>(change.events.back().body);
  if (auto done = redact(database, change.case_id, erased); !done) return done.error();
  return write_change(database, rules, change, head);
}

// The erasure is kept by then, so where sweeping fails it stays noted, for the next one to try. A note stays noted too
// of which no event speaks: it is damage, for `verify` to tell; and that of a case of which texts may be left
// somewhere.
Result<void> sweep_up(Database& database) {
  const auto swept = database.sweep();
  if (!swept) return swept.error();
  if (swept->empty()) return {};
  auto finished = database.query(
      "DELETE FROM unfinished_erasures WHERE case_id = ?"
      " AND EXISTS (SELECT 1 FROM events e WHERE e.case_id = unfinished_erasures.case_id AND e.type = 'erased')");
  if (!finished) return finished.error();
  for (const std::string& case_id : *swept) {
    if (const auto lacks = lacks_texts(database, case_id); !lacks || *lacks) continue;
    finished->again();
    if (auto done = finished->bind(case_id).run(); !done) return {};
  }
  return {};
}

}  // namespace

Result<void> SqlStore::erase(const Change& change) {
  if (auto done = check(change); !done) return done.error();
  if (auto done = check_names(change); !done) return done.error();
  std::string head;
  auto erased = sql::write(*database_, [&] { return erase_once(*database_, rules_, change, head); });
  if (!erased) return erased.error();
  return finish_erasures();
}

Result<bool> SqlStore::is_erasure_unfinished(std::string_view case_id) {
  return sql::with_patience(*database_, [&]() -> Result<bool> {
    auto asked = database_->query("SELECT case_id FROM unfinished_erasures WHERE case_id = ?");
    if (!asked) return asked.error();
    return asked->bind(case_id).next();
  });
}

Result<bool> SqlStore::lacks_texts(std::string_view case_id) {
  return sql::read(*database_, [&] { return store::lacks_texts(*database_, case_id); });
}

Result<std::unique_ptr<Store>> SqlStore::begin(std::unique_ptr<sql::Database> database, Mode mode) {
  auto store = std::make_unique<SqlStore>(std::move(database));
  if (mode == Mode::read_write) {
    if (auto done = store->finish_erasures(); !done) return done.error();
  }
  return std::unique_ptr<Store>(std::move(store));
}

Result<void> SqlStore::finish_erasures() {
  return sql::with_patience(*database_, [&] { return sweep_up(*database_); });
}

}  // namespace birthcase::store
