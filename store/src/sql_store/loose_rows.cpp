#include "sql_store/loose_rows.hpp"

#include <birthcase/digest.hpp>

#include "kept.hpp"
#include "sql_store/outbox_rows.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace birthcase::store {
namespace {

using sql::Database;

struct Check {
  std::string_view sql;  // asks for a case's id and a sequence, each row of its answer a break
  std::string_view what;
  std::string_view where;
};

#define BIRTHCASE_OF_NO_CASE(table) "NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = " table ".case_id)"

constexpr std::string_view live_texts_of_nothing =
    "SELECT number FROM personal_texts WHERE erased = 0 EXCEPT SELECT personal FROM events"
    " EXCEPT SELECT body FROM outbox EXCEPT SELECT details FROM births";

constexpr Check checks[] = {
    {"SELECT case_id, sequence FROM events WHERE " BIRTHCASE_OF_NO_CASE("events") " ORDER BY case_id, sequence",
     "an event of a case that has no row of its own", "cases"},
    {"SELECT o.case_id, o.sequence FROM outbox o LEFT JOIN events e ON e.case_id = o.case_id"
     " AND e.sequence = o.sequence WHERE e.case_id IS NULL ORDER BY o.number",
     "a message in the outbox whose event is missing", "outbox"},
    {"SELECT case_id, 0 FROM births WHERE " BIRTHCASE_OF_NO_CASE("births"), "a birth of no case", "births.case_id"},
    {"SELECT case_id, 0 FROM deadlines WHERE " BIRTHCASE_OF_NO_CASE("deadlines"), "a deadline of no case",
     "deadlines.case_id"},
    {"SELECT case_id, 0 FROM layers WHERE " BIRTHCASE_OF_NO_CASE("layers"), "a text of rules of no case",
     "layers.case_id"},
    {"SELECT case_id, 0 FROM layers WHERE NOT EXISTS (SELECT 1 FROM rules_texts t WHERE t.digest = layers.digest)"
     " ORDER BY case_id, place",
     "the text of its rules is missing; it cannot be rebuilt: take it from a backup or an export", "layers.digest"},
    {"SELECT '', 0 FROM rules_texts WHERE digest NOT IN (SELECT digest FROM layers)",
     "a text of rules that no case has", "rules_texts"},
    {"SELECT u.case_id, 0 FROM unfinished_erasures u WHERE NOT EXISTS (SELECT 1 FROM events e WHERE"
     " e.case_id = u.case_id AND e.type = 'erased')",
     "an erasure is noted as unfinished that no event speaks of", "unfinished_erasures"},
    {"SELECT '', 0 FROM (SELECT personal AS number FROM events UNION ALL SELECT body FROM outbox UNION ALL SELECT "
     "details"
     " FROM births) t GROUP BY number HAVING count(*) > 1",
     "a text about people that more than one row refers to", "personal_texts.number"},
    {"SELECT '', 0 FROM personal_texts WHERE erased NOT IN (0, 1)",
     "expected 0 or 1; an erasure leaves 2 where it did not find the text that a row names", "personal_texts.erased"},
};

Result<void> add_breaks(Database& database, const Check& check, std::vector<Break>& breaks) {
  auto rows = database.query(check.sql);
  if (!rows) return rows.error();
  return sql::each_row(*rows, [&](const sql::Query& row) {
    breaks.push_back({row.text(0), row.count(1), std::string(check.what), std::string(check.where)});
  });
}

Result<std::vector<std::int64_t>> numbers(Database& database, std::string_view sql) {
  auto rows = database.query(sql);
  if (!rows) return rows.error();
  return sql::collect(*rows, [](const sql::Query& row) { return row.number(0); });
}

// From the first on, so that the number that a row gets is free by then.
Result<void> close_message_gaps(Database& database) {
  const auto kept = numbers(database, "SELECT number FROM outbox ORDER BY number");
  if (!kept) return kept.error();
  auto move = database.query("UPDATE outbox SET number = ? WHERE number = ?");
  if (!move) return move.error();
  std::int64_t place = 0;
  for (const std::int64_t number : *kept) {
    if (number == ++place) continue;
    move->again();
    if (auto done = move->bind(place).bind(number).run(); !done) return done.error();
  }
  return {};
}

Result<void> check_texts_of_nothing(Database& database, std::vector<Break>& breaks) {
  const auto found = numbers(database, live_texts_of_nothing);
  if (!found) return found.error();
  for (const std::int64_t number : *found) {
    breaks.push_back(
        {{}, 0, "text " + std::to_string(number) + " about people belongs to nothing", "personal_texts.number"});
  }
  return {};
}

Result<void> check_rules(Database& database, std::vector<Break>& breaks) {
  auto rows = database.query("SELECT digest, text FROM rules_texts");
  if (!rows) return rows.error();
  return sql::each_row(*rows, [&](const sql::Query& row) {
    if (sha256(row.text(1)) == row.text(0)) return;
    breaks.push_back({{},
                      0,
                      "a text of rules was changed; it cannot be rebuilt: take it from a backup or an export",
                      "rules_texts.text"});
  });
}

constexpr std::string_view removals[] = {
    "DELETE FROM outbox WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.case_id = outbox.case_id AND"
    " e.sequence = outbox.sequence)",
    "DELETE FROM births WHERE " BIRTHCASE_OF_NO_CASE("births"),
    "DELETE FROM deadlines WHERE " BIRTHCASE_OF_NO_CASE("deadlines"),
    "DELETE FROM layers WHERE " BIRTHCASE_OF_NO_CASE("layers"),
    "DELETE FROM rules_texts WHERE digest NOT IN (SELECT digest FROM layers)",
    "DELETE FROM unfinished_erasures WHERE NOT EXISTS (SELECT 1 FROM events e WHERE"
    " e.case_id = unfinished_erasures.case_id AND e.type = 'erased')",
};

#undef BIRTHCASE_OF_NO_CASE

}  // namespace

Result<void> check_loose_rows(Database& database, std::vector<Break>& breaks) {
  for (const Check& check : checks) {
    if (auto done = add_breaks(database, check, breaks); !done) return done.error();
  }
  const auto& dialect = database.dialect();
  const Check of_this_database[] = {
      {dialect.messages_out_of_number, "expected the next number after those that there were", "outbox.number"},
      {dialect.texts_out_of_number, "a text about people is missing, or has a number that was never given",
       "personal_texts.number"},
      {dialect.forgotten_and_there, "expected nothing to be left of a text that was forgotten", "personal_texts.text"},
  };
  for (const Check& check : of_this_database) {
    if (auto done = add_breaks(database, check, breaks); !done) return done.error();
  }
  if (auto done = check_rules(database, breaks); !done) return done.error();
  return check_texts_of_nothing(database, breaks);
}

Result<void> remove_loose_rows(Database& database) {
  for (const std::string_view sql : removals) {
    auto removal = database.query(sql);
    if (!removal) return removal.error();
    if (auto done = removal->run(); !done) return done.error();
  }
  std::vector<Break> out_of_number;
  const Check check{database.dialect().messages_out_of_number, {}, {}};
  if (auto done = add_breaks(database, check, out_of_number); !done) return done.error();
  for (const Break& each : out_of_number) {
    if (auto done = renumber(database, each.case_id, each.sequence); !done) return done.error();
  }
  if (!database.dialect().has_message_gaps) {
    if (auto done = close_message_gaps(database); !done) return done.error();
  }
  const auto texts = numbers(database, live_texts_of_nothing);
  if (!texts) return texts.error();
  auto forget = database.query(database.dialect().forget_personal);
  if (!forget) return forget.error();
  for (const std::int64_t number : *texts) {
    forget->again();
    if (auto done = forget->bind(number).run(); !done) return done.error();
  }
  return {};
}

}  // namespace birthcase::store
