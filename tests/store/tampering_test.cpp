// Every column of every table, changed by hand: `verify` answers, and `repair` puts right what follows from events.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"
#include "sqlite/engine.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
constexpr std::size_t most_rows = 5;  // of a table, spread over it
const std::string erased_case = "yw-3";

struct StoredColumn {
  std::string name;
  std::string type;     // in capital letters
  bool is_key = false;  // the last one of a unique index: what tells a copy of a row from the row
  bool names_row = false;
};

using Tables = std::map<std::string, std::vector<StoredColumn>>;

// What the file itself says that it has, by what every SQLite understands.
Tables tables_in_file(Raw& raw) {
  Tables tables;
  for (const auto& table :
       raw.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
    std::set<std::string> last_in_index;
    std::set<std::string> in_index;
    for (const auto& index : raw.rows("PRAGMA index_list(" + table[0] + ")")) {
      if (index[2] != "1") continue;
      const auto columns = raw.rows("PRAGMA index_info(" + index[1] + ")");
      for (const auto& column : columns) in_index.insert(column[2]);
      last_in_index.insert(columns.back()[2]);
    }
    const auto columns = raw.rows("PRAGMA table_info(" + table[0] + ")");
    int last_in_key = 0;
    for (const auto& column : columns) last_in_key = std::max(last_in_key, std::stoi(column[5]));
    for (const auto& column : columns) {
      const int in_key = std::stoi(column[5]);
      tables[table[0]].push_back({column[1], column[2],
                                  last_in_index.contains(column[1]) || (in_key > 0 && in_key == last_in_key),
                                  in_index.contains(column[1]) || in_key > 0});
    }
  }
  return tables;
}

// What the database itself says that it has, so that no column can be forgotten here.
Tables tables_of(Raw& raw) {
  if (!on_server()) return tables_in_file(raw);
  const std::string of_server =
      "SELECT c.relname, a.attname, upper(format_type(a.atttypid, NULL)),"
      " CASE WHEN EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique"
      "   AND x.indkey[x.indnkeyatts - 1] = a.attnum) THEN 1 ELSE 0 END,"
      " CASE WHEN EXISTS (SELECT 1 FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique"
      "   AND a.attnum = ANY (x.indkey)) THEN 1 ELSE 0 END"
      " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
      " WHERE c.relnamespace = 'birthcase'::regnamespace AND c.relkind = 'r' ORDER BY 1, a.attnum";
  Tables tables;
  for (const auto& row : raw.rows(of_server)) {
    tables[row[0]].push_back({row[1], row[2], row[3] == "1", row[4] == "1"});
  }
  return tables;
}

std::string quoted(const std::string& text) {
  std::string all = "'";
  for (const char character : text) all += character == '\'' ? std::string("''") : std::string(1, character);
  return all + "'";
}

// The value, changed as its type allows.
std::string changed(const StoredColumn& column) {
  if (column.type == "TEXT") return "coalesce(" + column.name + ", '') || 'x'";
  if (column.type == "BLOB") return "CAST(" + column.name + " || X'01' AS BLOB)";
  if (column.type == "BYTEA") return column.name + " || '\\x01'::bytea";
  return column.name + (column.names_row ? " + 1000" : " + 1");
}

// What nothing else in the store says, and why; with a value that even so cannot be.
struct Free {
  std::string why;
  std::string impossible;
};
const std::map<std::string, Free> free_columns{
    {"outbox.attempts", {"how often a message was handed out, only the outbox knows", "-1"}},
    {"outbox.acknowledged", {"whether a message has arrived, only the outbox knows", "7"}},
    {"outbox.connector",
     {"who carries a message, only the outbox knows", "CASE WHEN connector IS NULL THEN 'x' ELSE NULL END"}},
    {"outbox.failures", {"how often carrying a message has failed, only the outbox knows", "-1"}},
    {"outbox.failure", {"why, only the outbox knows", "CASE WHEN failure IS NULL THEN 'x' ELSE NULL END"}},
    {"outbox.dead", {"whether carrying it was given up, only the outbox knows", "7"}},
    {"unfinished_erasures.erased_by", {"a number of the server's own, for its rows that are out of sight", ""}},
};

// Of these every change is put right, save where a salt is gone.
const std::set<std::string> derived_tables{"births", "deadlines", "outbox"};
const std::set<std::string> derived_columns{"cases.profile", "cases.status",     "cases.version",
                                            "cases.head",    "cases.changed_at", "cases.look_ups"};

class Tampering {
 public:
  Tampering() : office_(folder_.file()), raw_(folder_.file()) {
    fill();
    raw_.ignore_constraints();
    raw_.run("INSERT INTO unfinished_erasures (case_id) VALUES ('" + erased_case + "')");
    tables_ = tables_of(raw_);
    for (const auto& [table, columns] : tables_) {
      raw_.run("CREATE TEMPORARY TABLE saved_" + table + " AS SELECT * FROM " + table);
    }
    REQUIRE(broken() == "");
  }

  const Tables& tables() const noexcept { return tables_; }

  // What tells the rows of a table apart, of some of them.
  std::vector<std::string> rows_of(const std::string& table) {
    std::string names;
    for (const StoredColumn& column : tables_.at(table)) {
      if (column.names_row) names += (names.empty() ? "" : ", ") + column.name;
    }
    if (names.empty()) return {"1 = 1"};
    std::vector<std::string> all;
    for (const auto& row : raw_.rows("SELECT " + names + " FROM " + table + " ORDER BY " + names)) {
      std::string where;
      std::size_t place = 0;
      for (const StoredColumn& column : tables_.at(table)) {
        if (column.names_row) where += (where.empty() ? "" : " AND ") + column.name + " = " + quoted(row[place++]);
      }
      all.push_back(where);
    }
    std::vector<std::string> some;
    for (std::size_t each = 0; each < std::min(most_rows, all.size()); ++each) {
      const std::size_t last = std::min(most_rows, all.size()) - 1;
      some.push_back(all[last == 0 ? 0 : each * (all.size() - 1) / last]);
    }
    return some;
  }

  void run(const std::string& sql) { raw_.run(sql); }
  std::string text(const std::string& sql) { return raw_.text(sql); }

  std::string broken() {
    const auto verified = office_.desk.verify();
    if (!verified) return verified.error().message;
    std::string lines;
    for (const store::Break& each : verified->breaks) {
      lines += each.case_id + "/" + std::to_string(each.sequence) + " " + each.where + ": " + each.what + "\n";
    }
    return lines;
  }

  // What is left after a repair; the store then is as `verify` says.
  std::string repair() {
    const auto repaired = office_.desk.repair("", monday + boost::gregorian::days(1));
    if (!repaired) return repaired.error().message;
    std::string left;
    for (const store::Break& each : repaired->left) left += each.case_id + " " + each.where + ": " + each.what + "\n";
    if (!left.empty()) return left;
    CHECK_FALSE(repaired->mended.empty());
    CHECK(broken() == "");
    CHECK(office_.desk.repair("", monday).value().mended.empty());
    return left;
  }

  void restore() {
    for (const auto& [table, columns] : tables_) raw_.run("DELETE FROM " + table);
    for (const auto& [table, columns] : tables_) raw_.run("INSERT INTO " + table + " SELECT * FROM saved_" + table);
  }

 private:
  // A case under way with a message that failed, one with a message that arrived, a draft, one that was brought to its
  // end and erased, one withdrawn with messages that nobody was handed.
  void fill() {
    office_.take_in("yw-1", 1, monday);
    office_.take_in("yw-5", 5, monday);
    const auto leased = office_.store->lease({.connector = "a", .now = monday, .limit = 2}).value();
    REQUIRE(leased.size() == 2);
    office_.store->failed({leased.front().message_id, "a", monday, "no-line", {}}).value();
    office_.store->ack(leased.back().message_id, "a").value();
    office_.open("yw-2", 2, monday).value();
    office_.take_in(erased_case, 3, monday);
    office_.bring_to_its_end(erased_case, 3, monday);
    office_.take_in("yw-4", 4, monday);
    office_.execute("yw-4", commands::Withdraw{.reason = "x"}, monday).value();
    carry("yw-3");
    const DateTime later = office_.state(erased_case).changed_at;
    office_.execute(erased_case, commands::Erase{}, later).value();
  }

  // Carries what waits of a case, and leaves the others alone.
  void carry(std::string_view case_id) {
    const DateTime now = monday + boost::gregorian::days(2);
    for (;;) {
      bool any = false;
      std::vector<std::string> others;
      for (const auto& each : office_.store->lease({.connector = "b", .now = now, .limit = 1000}).value()) {
        if (each.case_id == case_id) {
          office_.store->ack(each.message_id, "b").value();
          any = true;
        }
      }
      if (!any) return;
    }
  }

  Folder folder_;
  Office office_;
  Raw raw_;
  Tables tables_;
};

bool is_derived(const std::string& table, const std::string& column) {
  return derived_tables.contains(table) || derived_columns.contains(table + "." + column);
}

// As old an engine as may be within SQLCipher cannot take back that a column was added.
bool can_drop_columns() { return on_server() || store::sqlite::engine::has_strict_tables(); }

}  // namespace

TEST_CASE("verify answers to every change of every column, and repair puts right what follows from events") {
  Tampering store;
  for (const auto& each : store.tables()) {
    const auto& table = each.first;
    const auto& columns = each.second;
    for (const StoredColumn& column : columns) {
      const auto known = free_columns.find(table + "." + column.name);
      if (known != free_columns.end() && known->second.impossible.empty()) continue;
      for (const std::string& row : store.rows_of(table)) {
        CAPTURE(table);
        CAPTURE(column.name);
        CAPTURE(row);
        const std::string value = known == free_columns.end() ? changed(column) : known->second.impossible;
        store.run("UPDATE " + table + " SET " + column.name + " = " + value + " WHERE " + row);
        const std::string broken = store.broken();
        CHECK(broken != "");
        CHECK(broken.find(secrets_of(1).name) == std::string::npos);
        CAPTURE(broken);
        const std::string left = store.repair();
        const bool of_erased = row.find(erased_case) != std::string::npos || column.name == "body";
        if (is_derived(table, column.name) && !of_erased) CHECK(left == "");
        store.restore();
      }
    }
  }
  CHECK(store.broken() == "");
}

TEST_CASE("verify answers to every row that is taken away, and repair makes those anew that follow from events") {
  // A note that any opening may take away; texts that were forgotten and belong to nothing.
  const std::set<std::string> may_go{"unfinished_erasures"};
  Tampering store;
  for (const auto& each : store.tables()) {
    const auto& table = each.first;
    if (may_go.contains(table)) continue;
    for (const std::string& row : store.rows_of(table)) {
      CAPTURE(table);
      CAPTURE(row);
      const std::string blank = table != "personal_texts"
                                    ? "0"
                                    : store.text("SELECT count(*) FROM personal_texts WHERE erased = 1 AND " + row +
                                                 " AND number NOT IN (SELECT personal FROM events UNION SELECT body"
                                                 " FROM outbox UNION SELECT details FROM births)");
      if (blank != "0") continue;
      store.run("DELETE FROM " + table + " WHERE " + row);
      const std::string broken = store.broken();
      CAPTURE(broken);
      CHECK(broken != "");
      const std::string left = store.repair();
      const bool of_erased = row.find(erased_case) != std::string::npos;
      const bool derived = derived_tables.contains(table) || table == "cases";
      if (derived && !of_erased) CHECK(left == "");
      store.restore();
    }
  }
}

TEST_CASE("verify answers to every row that is slipped in") {
  Tampering store;
  for (const auto& each : store.tables()) {
    const auto& table = each.first;
    const auto& columns = each.second;
    std::string names, values;
    for (const StoredColumn& column : columns) {
      names += (names.empty() ? "" : ", ") + column.name;
      values += (values.empty() ? "" : ", ") + (column.is_key ? changed(column) : column.name);
    }
    for (const std::string& row : store.rows_of(table)) {
      CAPTURE(table);
      CAPTURE(row);
      store.run("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM " + table + " WHERE " + row);
      const std::string broken = store.broken();
      CAPTURE(broken);
      CHECK(broken != "");
      const std::string left = store.repair();
      if (derived_tables.contains(table)) CHECK(left == "");
      store.restore();
    }
  }
}

TEST_CASE("verify answers to whatever is planted in the schema or taken out of it") {
  const std::vector<std::vector<std::string>> in_a_file{
      {"CREATE TRIGGER planted AFTER INSERT ON outbox BEGIN DELETE FROM events; END", "DROP TRIGGER planted"},
      {"CREATE VIEW planted AS SELECT * FROM cases", "DROP VIEW planted"},
      {"CREATE TABLE planted (a TEXT)", "DROP TABLE planted"},
      {"CREATE INDEX planted ON cases (status)", "DROP INDEX planted"},
      {"DROP INDEX births_by_day", "CREATE INDEX births_by_day ON births (day)"},
      {"ALTER TABLE cases ADD COLUMN planted TEXT", "ALTER TABLE cases DROP COLUMN planted"},
  };
  const std::vector<std::vector<std::string>> on_a_server{
      {"CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
       "DROP FUNCTION planted()"},
      {"CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
       "CREATE TRIGGER planted BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION public.planted()",
       "DROP TRIGGER planted ON outbox; DROP FUNCTION public.planted()"},
      {"CREATE RULE planted AS ON DELETE TO outbox DO ALSO DELETE FROM deadlines", "DROP RULE planted ON outbox"},
      {"CREATE POLICY planted ON personal_texts USING (true)", "DROP POLICY planted ON personal_texts"},
      {"ALTER TABLE births DISABLE ROW LEVEL SECURITY", "ALTER TABLE births ENABLE ROW LEVEL SECURITY"},
      {"ALTER TABLE outbox ALTER COLUMN acknowledged SET DEFAULT 1",
       "ALTER TABLE outbox ALTER COLUMN acknowledged SET DEFAULT 0"},
      {"ALTER TABLE outbox DISABLE TRIGGER ALL", "ALTER TABLE outbox ENABLE TRIGGER ALL"},
      {"ALTER TABLE cases ADD COLUMN planted TEXT", "ALTER TABLE cases DROP COLUMN planted"},
      {"CREATE TABLE public.planted () INHERITS (outbox)", "DROP TABLE public.planted"},
      {"CREATE VIEW planted AS SELECT * FROM cases", "DROP VIEW planted"},
      {"CREATE VIEW public.planted AS SELECT text FROM personal_texts", "DROP VIEW public.planted"},
      {"CREATE MATERIALIZED VIEW public.planted AS SELECT text FROM personal_texts",
       "DROP MATERIALIZED VIEW public.planted"},
      {"DROP INDEX births_by_day", "CREATE INDEX births_by_day ON births (day)"},
      {"ALTER TABLE outbox SET UNLOGGED", "ALTER TABLE outbox SET LOGGED"},
      {"ALTER SEQUENCE outbox_number_seq INCREMENT 64", "ALTER SEQUENCE outbox_number_seq INCREMENT 1"},
      {"ALTER SEQUENCE personal_texts_number_seq CYCLE", "ALTER SEQUENCE personal_texts_number_seq NO CYCLE"},
      {"ALTER SEQUENCE outbox_number_seq MAXVALUE 1000000", "ALTER SEQUENCE outbox_number_seq NO MAXVALUE"},
      {"GRANT SELECT ON personal_texts TO PUBLIC", "REVOKE SELECT ON personal_texts FROM PUBLIC"},
      {"GRANT UPDATE (acknowledged) ON outbox TO PUBLIC", "REVOKE UPDATE (acknowledged) ON outbox FROM PUBLIC"},
      {"GRANT USAGE ON SCHEMA birthcase TO PUBLIC", "REVOKE USAGE ON SCHEMA birthcase FROM PUBLIC"},
      {"CREATE PUBLICATION planted FOR TABLE personal_texts", "DROP PUBLICATION planted"},
      {"CREATE PUBLICATION planted FOR ALL TABLES", "DROP PUBLICATION planted"},
      {"ALTER TABLE personal_texts ALTER COLUMN text SET STATISTICS 100",
       "ALTER TABLE personal_texts ALTER COLUMN text SET STATISTICS 0"},
      {"ALTER TABLE births ALTER COLUMN mother SET STATISTICS -1",
       "ALTER TABLE births ALTER COLUMN mother SET STATISTICS 0"},
      {"ALTER TABLE personal_texts ALTER COLUMN text SET STATISTICS 100; ANALYZE personal_texts;"
       "ALTER TABLE personal_texts ALTER COLUMN text SET STATISTICS 0",
       "ALTER TABLE personal_texts ALTER COLUMN text TYPE TEXT COLLATE \"C\""},
      {"CREATE STATISTICS public.planted ON day, mother FROM births", "DROP STATISTICS public.planted"},
  };
  Tampering store;
  for (const auto& each : on_server() ? on_a_server : in_a_file) {
    CAPTURE(each[0]);
    if (each[1].find("DROP COLUMN") != std::string::npos && !can_drop_columns()) continue;
    store.run(each[0]);
    const std::string broken = store.broken();
    CHECK(broken.find("schema: ") != std::string::npos);
    CHECK(broken.find("planted") == (on_server() ? std::string::npos : broken.find("planted")));
    store.run(each[1]);
    CHECK(store.broken() == "");
  }
}

TEST_CASE("repair touches nothing of a case whose events do not hold, and mends the others") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.take_in("yw-2", 2, monday);
  Raw raw(folder.file());
  raw.run(
      "UPDATE events SET by = 'somebody' WHERE case_id = 'yw-1' AND sequence = 2;"
      "UPDATE cases SET status = 'closed'; UPDATE outbox SET organisation = 'bank'");
  const auto repaired = office.desk.repair("", monday).value();
  CHECK(repaired.cases == 2);
  CHECK(std::all_of(repaired.mended.begin(), repaired.mended.end(),
                    [](const store::Break& each) { return each.case_id == "yw-2"; }));
  CHECK_FALSE(repaired.mended.empty());
  CHECK(std::any_of(repaired.left.begin(), repaired.left.end(), [](const store::Break& each) {
    return each.case_id == "yw-1" && each.sequence == 2 && each.where == "events.hash";
  }));
  CHECK(raw.text("SELECT status FROM cases WHERE id = 'yw-1'") == "closed");
  CHECK(raw.number("SELECT count(*) FROM outbox WHERE case_id = 'yw-1' AND organisation <> 'bank'") == 0);
  CHECK(office.desk.verify("yw-2").value().breaks.empty());
  CHECK(office.desk.repair("yw-3", monday).error().kind == ErrorKind::unknown_name);
}
