// What is derived from events, made again from them.
#include "kept.hpp"
#include "sql/transaction.hpp"
#include "sql_store.hpp"
#include "sql_store/examine.hpp"
#include "sql_store/loose_rows.hpp"
#include "sql_store/outbox_rows.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace birthcase::store {
namespace {

using sql::Database;

bool is_about(const Break& broken, std::string_view table) { return broken.where.starts_with(table); }

bool any_about(const std::vector<Break>& breaks, std::string_view table) {
  return std::any_of(breaks.begin(), breaks.end(), [&](const Break& each) { return is_about(each, table); });
}

Result<void> mend_row(Database& database, const CaseRows& rows, const Replayed& replayed) {
  const KeptEvent& last = rows.events.back();
  return write_case(database, {.id = rows.id,
                               .profile = replayed.profile,
                               .status = std::string(to_string(replayed.status)),
                               .version = last.sequence,
                               .changed_at = last.at,
                               .head = last.hash});
}

Result<void> mend_look_ups(Database& database, const CaseRows& rows, const Replayed& replayed) {
  if (auto done = forget_births(database, rows.id); !done) return done.error();
  if (auto done = remove_deadlines(database, rows.id); !done) return done.error();
  return write_look_ups(database, {rows.id, rows.events.back().sequence, replayed.births, replayed.deadlines});
}

Result<void> mend(Database& database, const Examination& found) {
  const Replayed& replayed = *found.replayed;
  if (any_about(found.breaks, "cases")) {
    if (auto done = mend_row(database, found.rows, replayed); !done) return done.error();
  }
  if (any_about(found.breaks, "outbox")) {
    if (auto done = mend_outbox(database, found.rows, replayed); !done) return done.error();
  }
  const bool look_ups =
      any_about(found.breaks, "births") || any_about(found.breaks, "deadlines") || any_about(found.breaks, "cases");
  return look_ups ? mend_look_ups(database, found.rows, replayed) : Result<void>();
}

bool is_the_same(const Break& a, const Break& b) {
  return a.case_id == b.case_id && a.sequence == b.sequence && a.where == b.where && a.what == b.what;
}

// Sorts what was wrong by whether it is wrong still.
void note(Repair& repair, const std::vector<Break>& before, std::vector<Break> after) {
  for (const Break& each : before) {
    const bool still =
        std::any_of(after.begin(), after.end(), [&each](const Break& other) { return is_the_same(each, other); });
    if (!still) repair.mended.push_back(each);
  }
  for (Break& each : after) repair.left.push_back(std::move(each));
}

Result<Repair> mend_case(Database& database, RulesTexts& rules, std::string_view case_id, const Replay& replay) {
  auto found = examine(database, rules, case_id, replay, Wanted::to_change);
  if (!found) return found.error();
  if (!found->rows.row && found->rows.events.empty()) return no_such_case(database);
  Repair repair{.cases = 1};
  if (!found->replayed || found->breaks.empty()) {
    repair.left = std::move(found->breaks);
    return repair;
  }
  if (auto done = mend(database, *found); !done) return done.error();
  auto after = examine(database, rules, case_id, replay);
  if (!after) return after.error();
  note(repair, found->breaks, std::move(after->breaks));
  return repair;
}

Result<std::vector<Break>> loose_rows(Database& database) {
  std::vector<Break> breaks;
  if (auto done = check_loose_rows(database, breaks); !done) return done.error();
  return breaks;
}

// A text that nothing refers to may be what a case that cannot be repaired lacks: then it stays for a person to look
// at.
Result<Repair> mend_store(Database& database, bool all_cases_hold) {
  auto before = loose_rows(database);
  if (!before) return before.error();
  Repair repair;
  if (!all_cases_hold || before->empty()) {
    repair.left = std::move(*before);
    return repair;
  }
  if (auto done = remove_loose_rows(database); !done) return done.error();
  auto after = loose_rows(database);
  if (!after) return after.error();
  note(repair, *before, std::move(*after));
  return repair;
}

// Tables and pages are not made again here.
Result<std::vector<Break>> beyond_repair(Database& database) {
  std::vector<Break> breaks;
  if (auto done = database.check_schema(breaks); !done) return done.error();
  if (auto done = database.check_pages(breaks); !done) return done.error();
  return breaks;
}

// Also those of which only events are left.
Result<std::vector<std::string>> all_cases(Database& database) {
  auto rows = database.query("SELECT id FROM cases UNION SELECT case_id FROM events ORDER BY 1");
  if (!rows) return rows.error();
  return sql::collect(*rows, [](const sql::Query& row) { return row.text(0); });
}

void add(Repair& all, Repair one) {
  all.cases += one.cases;
  for (Break& each : one.mended) all.mended.push_back(std::move(each));
  for (Break& each : one.left) all.left.push_back(std::move(each));
}

}  // namespace

Result<Repair> SqlStore::repair(std::string_view case_id, const Replay& replay) {
  const auto mend_one = [&](std::string_view id) {
    return sql::write(*database_, [&] { return mend_case(*database_, rules_, id, replay); });
  };
  if (!case_id.empty()) return mend_one(case_id);
  const auto ids = sql::with_patience(*database_, [&] { return all_cases(*database_); });
  if (!ids) return ids.error();
  Repair repair;
  for (const std::string& id : *ids) {
    auto one = mend_one(id);
    if (!one) return one.error();
    add(repair, std::move(*one));
  }
  auto store = sql::write(*database_, [&] { return mend_store(*database_, repair.left.empty()); });
  if (!store) return store.error();
  add(repair, std::move(*store));
  const auto beyond = sql::read(*database_, [&] { return beyond_repair(*database_); });
  if (!beyond) return beyond.error();
  repair.left.insert(repair.left.end(), beyond->begin(), beyond->end());
  hide_odd_ids(repair.mended);
  hide_odd_ids(repair.left);
  return repair;
}

}  // namespace birthcase::store
