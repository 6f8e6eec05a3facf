// Files of older and newer libraries, and files of something else.
#include <birthcase/digest.hpp>

#include "files.hpp"
#include "office.hpp"
#include "sqlite/engine.hpp"
#include "sqlite/schema.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

// What version 1 of the schema was, word for word: whatever the library says today, files like this are out there.
constexpr std::string_view digest_of_schema_1 = "9b50dc2b957e295e03c869bd4a707a619cd7923d634e336287541562b3259d8a";

// Makes an empty file of an older schema.
void make_schema(Raw& raw, std::size_t version) {
  raw.run("PRAGMA journal_mode = WAL");
  for (const auto& migration : store::sqlite::migrations().first(version)) {
    raw.run(store::sqlite::engine::as_taken(migration));
  }
  raw.run("PRAGMA application_id = " + std::to_string(store::sqlite::application_id) +
          "; PRAGMA user_version = " + std::to_string(version));
}

// A file of schema 3 with what a present file holds: it has the same tables, some without their newest columns.
void make_version_3(const std::string& file, const std::string& present) {
  Raw raw(file);
  make_schema(raw, 3);
  raw.run("ATTACH '" + present + "' AS present");
  for (const auto& table : raw.rows("SELECT name FROM main.sqlite_master WHERE type = 'table'")) {
    std::string columns;
    for (const auto& column : raw.rows("PRAGMA main.table_info(" + table[0] + ")")) {
      columns += (columns.empty() ? "" : ", ") + column[1];
    }
    raw.run("INSERT INTO " + table[0] + " (" + columns + ") SELECT " + columns + " FROM present." + table[0]);
  }
  raw.run("DETACH present");
}

// A file of schema 1 with what a present file holds.
void make_version_1(const std::string& file, const std::string& present) {
  Raw raw(file);
  make_schema(raw, 1);
  raw.run("ATTACH '" + present + "' AS present");
  raw.run(
      "INSERT INTO rules_texts SELECT digest, text FROM present.rules_texts;"
      "INSERT INTO cases SELECT id, profile, status, version, changed_at, head FROM present.cases;"
      "INSERT INTO layers SELECT * FROM present.layers;"
      "INSERT INTO personal_texts SELECT * FROM present.personal_texts WHERE number NOT IN"
      " (SELECT details FROM present.births);"
      "INSERT INTO personal_texts SELECT number, 1, zeroblob(0), '' FROM present.personal_texts WHERE number IN"
      " (SELECT details FROM present.births);"
      "INSERT INTO events SELECT * FROM present.events;"
      "INSERT INTO outbox SELECT number, message_id, case_id, sequence, step, organisation, body, acknowledged,"
      " attempts, connector, leased_at, leased_until FROM present.outbox");
  raw.run("DETACH present");
}

ErrorKind refused(const std::string& file, store::Mode mode = store::Mode::read_write) {
  const auto opened = store::open_sqlite(file, mode);
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().document == file);
  CHECK_FALSE(opened.error().message.empty());
  return opened.error().kind;
}

}  // namespace

TEST_CASE("what a schema was when it was released is never changed") {
  REQUIRE(store::sqlite::migrations().size() == 4);
  CHECK(sha256(store::sqlite::migrations().front()) == digest_of_schema_1);
}

TEST_CASE("a file of schema 1 is brought up to date, with everything in it, and its look-ups are worked out") {
  const Folder folder;
  const std::string old = folder.file("old.db");
  std::vector<Event> events;
  std::string digest;
  std::size_t deadlines = 0;
  {
    Office office(folder.file());
    office.take_in("yw-1", 1, monday);
    office.open("yw-2", 2, monday + boost::posix_time::minutes(30)).value();
    events = office.store->load("yw-1").value().events;
    digest = office.store->verify().value().digest;
    deadlines = office.store->due(Due(Date(2030, 1, 1)), 100).value().size();
    REQUIRE(deadlines > 3);
  }
  make_version_1(old, folder.file());
  CHECK(refused(old, store::Mode::read_only) == ErrorKind::refused);
  Office office(old);
  CHECK(office.store->load("yw-1").value().events == events);
  CHECK(office.store->load("yw-2").value().events.size() == 1);
  CHECK(office.broken() == "");
  CHECK(office.store->verify().value().digest == digest);
  CHECK(office.carry_all(monday).size() == 1);
  CHECK(office.store->without_look_ups("", 10).value().size() == 2);
  CHECK(office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().empty());

  SUBCASE("by whoever asks for it") {
    CHECK(office.desk.refill_look_ups(monday).value() == 2);
    CHECK(office.desk.refill_look_ups(monday).value() == 0);
    CHECK(office.store->due(Due(Date(2030, 1, 1)), 100).value().size() == deadlines);
  }
  SUBCASE("by the first who opens a case, so that no duplicate slips through") {
    const auto again = office.open("yw-3", 1, monday).value();
    REQUIRE(again.alike.size() == 1);
    CHECK(again.alike.front().case_id == "yw-1");
  }
  CHECK(office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().size() >= 2);
  CHECK(office.store->without_look_ups("", 10).value().empty());
}

TEST_CASE("a migration is whole or nothing") {
  const Folder folder;
  {
    Office office(folder.file());
    office.open("yw-1", 1, monday).value();
  }
  const std::string old = folder.file("old.db");
  make_version_1(old, folder.file());
  Raw(old).run("CREATE TABLE unfinished_erasures (in_the_way TEXT)");  // the last table that the migration makes
  CHECK_FALSE(store::open_sqlite(old).has_value());
  Raw raw(old);
  CHECK(raw.text("PRAGMA user_version") == "1");
  CHECK(raw.number("SELECT count(*) FROM sqlite_master WHERE name = 'births'") == 0);
  raw.run("DROP TABLE unfinished_erasures");
  CHECK(Office(old).state("yw-1").version == 1);
}

TEST_CASE("a file of schema 3 goes on with its leases, and its messages can fail from then on") {
  const Folder folder;
  std::vector<store::Leased> leased;
  {
    Office office(folder.file());
    office.take_in("yw-1", 1, monday);
    office.take_in("yw-2", 2, monday);
    leased = office.store->lease({.connector = "a", .now = monday}).value();
    REQUIRE(leased.size() > 1);
  }
  const std::string old = folder.file("old.db");
  make_version_3(old, folder.file());
  CHECK(refused(old, store::Mode::read_only) == ErrorKind::refused);
  Office office(old);
  CHECK(Raw(old).text("PRAGMA user_version") == "4");
  CHECK(office.store->lease({.connector = "b", .now = monday}).value().empty());
  office.store->ack(leased[0].message_id, "a").value();
  CHECK(office.store->failed({leased[1].message_id, "a", monday, "no-line", {}}).value().failures == 1);
  CHECK(office.broken() == "");
}

TEST_CASE("a file of a newer library is refused, and nothing is done to it") {
  const Folder folder;
  { Office office(folder.file()); }
  Raw(folder.file()).run("PRAGMA user_version = 99");
  CHECK(refused(folder.file()) == ErrorKind::out_of_range);
  CHECK(Raw(folder.file()).text("PRAGMA user_version") == "99");
}

TEST_CASE("a database of another program is refused, and nothing is done to it") {
  const Folder folder;
  Raw(folder.file()).run("CREATE TABLE theirs (x TEXT)");
  const std::string before = bytes_of(folder.file());
  CHECK(refused(folder.file()) == ErrorKind::storage);
  CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("a file that is no database is refused, and nothing is done to it") {
  const Folder folder;
  const std::string text(8192, 'x');
  std::ofstream(folder.file()) << text;
  CHECK(refused(folder.file()) == ErrorKind::storage);
  CHECK(bytes_of(folder.file()) == text);
}

TEST_CASE("a file in a folder that is not there, and a database in memory, are refused") {
  const Folder folder;
  CHECK(refused(folder.file("nowhere/births.db")) == ErrorKind::storage);
  CHECK(refused(":memory:") == ErrorKind::storage);
}
