// What holds on a server alone: who is shown what, migrations of many at once, connections that are lost.
#include <birthcase/digest.hpp>

#include "cluster.hpp"
#include "files.hpp"
#include "office.hpp"
#include "postgresql/schema.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

std::string case_id(std::uint32_t number) { return "yw-" + std::to_string(number); }

std::string as_user(std::string location, const std::string& user) {
  const std::string owner = "birthcase@";
  return location.replace(location.find(owner), owner.size(), user + "@");
}

std::string database_of(const std::string& location) {
  const auto from = location.find("@/") + 2;
  return location.substr(from, location.find('?') - from);
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what the tables on a server were when they were released is never changed") {
  REQUIRE(store::postgresql::migrations().size() == 3);
  CHECK(sha256(store::postgresql::migrations().front()) ==
        "f6eb5e58b250c4d500a7bde506a564141bd14a498b7d21f358d3e8a19cbecf33");
}

TEST_CASE("many who open an empty database at once make its tables once") {
  const Folder folder;
  const std::string location = folder.file();
  std::vector<std::string> failed(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& each : failed) {
      threads.emplace_back([&] {
        const auto opened = store::open(location);
        if (!opened) each = opened.error().message;
      });
    }
  }
  for (const std::string& each : failed) CHECK(each == "");
  CHECK(Raw(location).number("SELECT version FROM store") == 3);
}

TEST_CASE("a store of schema 1 goes on with its leases, and its messages can fail from then on") {
  const Folder folder;
  const DateTime now = at("2019-06-10T09:30");
  std::vector<store::Leased> leased;
  {
    Office office(folder.file());
    office.take_in("yw-1", 1, now);
    office.take_in("yw-2", 2, now);
    leased = office.store->lease({.connector = "a", .now = now}).value();
    REQUIRE(leased.size() > 1);
  }
  Raw(folder.file())
      .run(
          "DROP INDEX outbox_turns; DROP INDEX outbox_turns_of_organisation;"
          "ALTER TABLE outbox DROP COLUMN failures; ALTER TABLE outbox DROP COLUMN failure;"
          "ALTER TABLE outbox DROP COLUMN dead;"
          "CREATE INDEX outbox_waiting_for_organisation ON outbox (organisation, number) WHERE acknowledged = 0;"
          "UPDATE store SET version = 1");
  CHECK(store::open(folder.file(), store::Mode::read_only).error().kind == ErrorKind::refused);
  Office office(folder.file());
  CHECK(Raw(folder.file()).number("SELECT version FROM store") == 3);
  CHECK(office.store->lease({.connector = "b", .now = now}).value().empty());
  office.store->ack(leased[0].message_id, "a").value();
  CHECK(office.store->failed({leased[1].message_id, "a", now, "no-line", {}}).value().failures == 1);
  CHECK(office.broken() == "");
}

TEST_CASE("the server takes no samples of what tells about people, and has dropped those that it took") {
  const Folder folder;
  const std::string samples =
      "SELECT count(*) FROM pg_stats WHERE schemaname = 'birthcase'"
      " AND (tablename = 'personal_texts' AND attname IN ('salt', 'text')"
      " OR tablename = 'births' AND attname IN ('day', 'mother'))";
  Raw raw(folder.file());
  {
    Office office(folder.file());
    for (std::uint32_t number = 1; number <= 6; ++number) office.take_in(case_id(number), number, monday);
  }
  SUBCASE("in a new store") {}
  SUBCASE("in a store of schema 2") {
    raw.run(
        "ALTER TABLE personal_texts ALTER COLUMN salt SET STATISTICS -1, ALTER COLUMN text SET STATISTICS -1;"
        "ALTER TABLE births ALTER COLUMN day SET STATISTICS -1, ALTER COLUMN mother SET STATISTICS -1;"
        "UPDATE store SET version = 2");
    raw.run("ANALYZE");
    REQUIRE(raw.number(samples) == 4);
    const std::string files =
        "SELECT pg_relation_filenode('personal_texts'::regclass) || ' ' || pg_relation_filenode('births'::regclass)";
    const std::string before = raw.text(files);
    Office office(folder.file());
    CHECK(raw.number("SELECT version FROM store") == 3);
    CHECK(raw.number(samples) == 0);
    CHECK(raw.text(files) == before);  // no table is written anew, which would take long
    CHECK(office.broken() == "");
  }
  raw.run("ANALYZE");
  CHECK(raw.number("SELECT count(*) FROM pg_stats WHERE schemaname = 'birthcase'") > 0);
  CHECK(raw.number(samples) == 0);
  CHECK(Office(folder.file()).broken() == "");
}

TEST_CASE("a database of a newer library is refused, and so is a schema of another program") {
  const Folder folder;
  { Office office(folder.file()); }
  Raw(folder.file()).run("UPDATE store SET version = 99");
  CHECK(store::open(folder.file()).error().kind == ErrorKind::out_of_range);
  Raw(folder.file("theirs")).run("CREATE SCHEMA birthcase; CREATE TABLE birthcase.theirs (x TEXT)");
  CHECK(store::open(folder.file("theirs")).error().kind == ErrorKind::storage);
  CHECK(Raw(folder.file("theirs")).number("SELECT count(*) FROM pg_class WHERE relname = 'cases'") == 0);
}

TEST_CASE("an empty database cannot be opened for reading, and no tables are made") {
  const Folder folder;
  CHECK(store::open(folder.file(), store::Mode::read_only).error().kind == ErrorKind::refused);
  CHECK(Raw(folder.file()).number("SELECT count(*) FROM pg_namespace WHERE nspname = 'birthcase'") == 0);
}

TEST_CASE("a database that does not keep UTF-8 is refused") {
  const Folder folder;
  Raw(server().location("postgres")).run("CREATE DATABASE sql_ascii TEMPLATE template0 ENCODING 'SQL_ASCII'");
  const auto opened = store::open(server().location("sql_ascii"));
  REQUIRE_FALSE(opened.has_value());
  CHECK(has(opened.error().message, "UTF-8"));
}

TEST_CASE("no part of a location but host, port and database shows in an error") {
  const auto said = [](const std::string& location) {
    const auto opened = store::open(location);
    REQUIRE_FALSE(opened.has_value());
    return opened.error().document + ": " + opened.error().message;
  };
  CHECK(has(said("postgresql://window:s3cret@127.0.0.1:1/births"), "postgresql://127.0.0.1:1/births: "));
  for (const std::string location :
       {"postgresql://window:s3cret@127.0.0.1:1/births", "postgresql://window:s3c%zzret@127.0.0.1/births",
        "postgresql://window:x@s3cret@127.0.0.1/births", "postgresql://window@127.0.0.1:1/births?password=s3cret",
        "postgresql://window:s3cret@127.0.0.1:1/births?nonsense=s3cret"}) {
    CAPTURE(location);
    CHECK_FALSE(has(said(location), "s3c"));
  }
}

TEST_CASE("a role for lists reads cases and deadlines, and is shown nothing that tells about people") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  Raw owner(folder.file());
  owner.run(
      "DROP ROLE IF EXISTS lists; CREATE ROLE lists LOGIN; GRANT USAGE ON SCHEMA birthcase TO lists;"
      "GRANT SELECT ON ALL TABLES IN SCHEMA birthcase TO lists");
  {
    const std::string location = as_user(folder.file(), "lists");
    Raw raw(location);
    CHECK(raw.number("SELECT count(*) FROM personal_texts") == 0);
    CHECK(raw.number("SELECT count(*) FROM births") == 0);
    CHECK(raw.number("SELECT count(*) FROM events") > 0);
    Office lists(location, store::Mode::read_only);
    CHECK(lists.store->cases("", 10).value().size() == 1);
    CHECK_FALSE(lists.store->due(Due(Date(2030, 1, 1)), 10).value().empty());
    CHECK(lists.store->load("yw-1").error().kind == ErrorKind::refused);
    CHECK(lists.store->verify().error().kind == ErrorKind::refused);
    CHECK(lists.store->export_case("yw-1").error().kind == ErrorKind::refused);
    CHECK(lists.store->births(monday, monday).error().kind == ErrorKind::refused);
  }
  owner.run("DROP OWNED BY lists; DROP ROLE lists");
}

TEST_CASE("an erasure counts as unfinished while anybody else may still see what was overwritten") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  const auto unfinished = [&] { return office.store->verify("yw-1").value().unfinished_erasures; };
  Raw reader(folder.file());
  reader.begin_reading();
  REQUIRE(reader.number("SELECT count(*) FROM events") > 0);
  office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(unfinished() == 1);
  CHECK_FALSE(found_in(folder.file(), {}).empty());
  reader.run("COMMIT");
  const auto again = store::open(folder.file());
  CHECK(unfinished() == 0);
  CHECK(found_in(folder.file(), {}).empty());
}

TEST_CASE("a connection that was ended between two calls is made again") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  for (int count = 0; count < 3; ++count) {
    server().terminate_connections(database_of(folder.file()));
    CHECK_FALSE(office.store->cases("", 10).value().empty());
    server().terminate_connections(database_of(folder.file()));
    CHECK(office.state("yw-1").status == CaseStatus::draft);
    server().terminate_connections(database_of(folder.file()));
    office.store->append(Draft(case_id(2 + static_cast<std::uint32_t>(count)), 2, monday).change()).value();
  }
  server().terminate_connections(database_of(folder.file()));
  CHECK(office.execute("yw-1", commands::Accept{}, monday).has_value());
  CHECK(office.broken() == "");
}

TEST_CASE("a server that crashed and came back is found again, with all that was answered") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto version = office.state("yw-1").version;
  server().crash();
  CHECK(office.state("yw-1").version == version);
  CHECK(office.carry_all(monday).size() == 1);
}

TEST_CASE("a server that cannot be reached is told as such, within the time that it is waited for") {
  const auto begun = std::chrono::steady_clock::now();
  const auto opened = store::open("postgresql://nobody@127.0.0.1:1/births");
  REQUIRE_FALSE(opened.has_value());
  CHECK(opened.error().kind == ErrorKind::storage);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("two windows that open the same case at once, or work on it, never both succeed on one version") {
  const Folder folder;
  const std::string location = folder.file();
  { Office office(location); }
  constexpr unsigned windows = 6;
  std::vector<unsigned> kept(windows);
  std::vector<std::string> wrong(windows);
  {
    std::vector<std::jthread> threads;
    for (unsigned place = 0; place < windows; ++place) {
      threads.emplace_back([&, place] {
        const auto store = store::open(location).value();
        for (std::uint32_t number = 1; number <= 40; ++number) {
          const auto appended = store->append(Draft(case_id(number), 100 * place + number, monday).change());
          if (appended) ++kept[place];
          if (!appended && appended.error().kind != ErrorKind::conflict) wrong[place] = appended.error().message;
        }
      });
    }
  }
  unsigned all = 0;
  for (const unsigned each : kept) all += each;
  for (const std::string& each : wrong) CHECK(each == "");
  CHECK(all == 40);
  CHECK(Office(location).broken() == "");
}

TEST_CASE("of many windows that accept the same birth at the same moment, one is let through") {
  const Folder folder;
  const std::string location = folder.file();
  constexpr std::uint32_t windows = 6;
  {
    Office office(location);
    for (std::uint32_t place = 0; place < windows; ++place) office.open(case_id(place), place, monday).value();
    office.take_in("yw-rules", 50, monday);  // whose texts of rules are there, so that nobody waits for those
  }
  Raw gate(location);  // holds all of them up after they have looked for the birth, and before they keep it
  gate.begin_writing();
  gate.run("LOCK TABLE deadlines");
  std::vector<int> accepted(windows);
  std::vector<std::string> wrong(windows);
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t place = 0; place < windows; ++place) {
      threads.emplace_back([&, place] {
        Office office(location);
        const auto kept = accept_as_child_of(office, case_id(place), mother_of(77));
        accepted[place] = kept.has_value() ? 1 : 0;
        if (!kept && kept.error().kind != ErrorKind::conflict) wrong[place] = kept.error().message;
      });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    gate.run("COMMIT");
  }
  for (const std::string& each : wrong) CHECK(each == "");
  CHECK(std::count(accepted.begin(), accepted.end(), 1) == 1);
}

TEST_CASE("connectors that take messages at once take different ones, and none waits for another") {
  const Folder folder;
  Office office(folder.file());
  for (std::uint32_t number = 1; number <= 8; ++number) office.take_in(case_id(number), number, monday);
  Raw slow(folder.file());
  slow.begin_writing();
  REQUIRE(slow.text("SELECT number FROM outbox ORDER BY number LIMIT 1 FOR UPDATE") != "");
  const auto begun = std::chrono::steady_clock::now();
  const auto leased = office.store->lease({.connector = "a", .now = monday}).value();
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(3));
  CHECK(leased.size() == 7);
  slow.run("COMMIT");
  CHECK(office.store->lease({.connector = "b", .now = monday}).value().size() == 1);
}

TEST_CASE("a case moves from a file to a server and back, and its document stays the same") {
  const Folder folder;
  Office there(folder.file());
  const auto here = store::open_sqlite((folder.path() / "births.db").string()).value();
  there.take_in("yw-1", 1, monday);
  const std::string exported = there.store->export_case("yw-1").value();
  CHECK(here->import_case(exported).value() == "yw-1");
  CHECK(here->export_case("yw-1").value() == exported);
  CHECK(here->verify().value().digest == there.store->verify().value().digest);
  const std::string elsewhere = folder.file("elsewhere");
  Office back(elsewhere);
  CHECK(back.store->import_case(here->export_case("yw-1").value()).value() == "yw-1");
  CHECK(back.store->export_case("yw-1").value() == exported);
  back.bring_to_its_end("yw-1", 1, monday);
  CHECK(back.broken() == "");
}

TEST_CASE("a text that the database cannot hold is told as such, and nothing is kept") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  using namespace std::string_view_literals;
  CHECK(office.store->lease({.connector = "link", .organisation = "a\0b"sv, .now = monday}).error().kind ==
        ErrorKind::encoding);
  CHECK(office.store->lease({.connector = "a", .now = monday}).value().size() == 1);
}
