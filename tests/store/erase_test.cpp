// Forgetting people for good.
#include <birthcase/store_json.hpp>

#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

std::vector<std::string> texts_of(std::uint32_t number) {
  const Secrets secrets = secrets_of(number);
  return {secrets.name, secrets.address, secrets.phone, secrets.reason, mother_of(number)};
}

// A case in which everything personal has been said that can be, withdrawn, with its messages carried.
void live_through(Office& office, const std::string& id, std::uint32_t number, const DateTime& now) {
  office.take_in(id, number, now);
  const std::string reason = secrets_of(number).reason;
  const std::string message = open_message(office.state(id))->id;
  office
      .execute(id,
               commands::Answer{.message = message, .result = commands::AnswerKind::failed, .reason = reason + "甲"},
               now)
      .value();
  office.execute(id, commands::Withdraw{.reason = reason + "乙"}, now).value();
  office.carry_all(now);
}

}  // namespace

TEST_CASE("after an erasure no byte of what was personal is left in the file or its log, and the chain still holds") {
  const Folder folder;
  Office office(folder.file());
  live_through(office, "yw-1", 1, monday);
  live_through(office, "yw-2", 2, monday + boost::posix_time::minutes(5));
  REQUIRE(found_in(folder.file(), texts_of(1)).size() >= 5);  // so that the search is known to find

  const auto erased = office.execute("yw-1", commands::Erase{}, monday + boost::posix_time::minutes(10));
  REQUIRE(erased.has_value());
  CHECK(found_in(folder.file(), texts_of(1)).empty());
  CHECK(office.broken() == "");
  CHECK(office.store->verify("yw-1").value().unfinished_erasures == 0);

  SUBCASE("what happened is still there, without the people") {
    const Case state = office.state("yw-1");
    CHECK(state.erased);
    CHECK(state.version == erased.value().version);
    CHECK(state.status == CaseStatus::withdrawn);
  }
  SUBCASE("other cases keep theirs") {
    CHECK(found_in(folder.file(), {secrets_of(2).name}).size() >= 1);
    CHECK(office.state("yw-2").application.get("newborn.name", 0).value() == Value::text(secrets_of(2).name));
  }
  SUBCASE("nobody finds the birth any more") {
    const auto births = office.store->births(at("2019-06-01T00:00"), at("2019-06-30T00:00")).value();
    for (const BirthKey& birth : births) CHECK(birth.case_id != "yw-1");
  }
  SUBCASE("nothing can be tried out against the digests that stay: the salts are gone") {
    office.store.reset();
    Raw raw(folder.file());
    CHECK(raw.number("SELECT count(*) FROM personal_texts p JOIN events e ON e.personal = p.number"
                     " WHERE e.case_id = 'yw-1' AND e.type <> 'erased' AND (p.salt <> " +
                     std::string(on_server() ? "''" : "zeroblob(16)") + " OR trim(p.text) <> '')") == 0);
  }
}

TEST_CASE("erasing leaves nothing behind either in a file in which many cases came and went") {
  const Folder folder;
  Office office(folder.file());
  constexpr std::uint32_t families = 60;
  const auto id = [](std::uint32_t number) { return "yw-" + std::to_string(number); };
  std::mt19937 random(7);
  std::vector<std::uint32_t> present;
  DateTime now = monday;
  std::vector<std::uint32_t> gone;
  for (std::uint32_t number = 1; number <= families; ++number) {
    now += boost::posix_time::minutes(7);
    live_through(office, id(number), number, now);
    present.push_back(number);
    if (present.size() < 5 || random() % 2 == 0) continue;
    const auto place = present.begin() + static_cast<std::ptrdiff_t>(random() % present.size());
    office.execute(id(*place), commands::Erase{}, now).value();
    gone.push_back(*place);
    present.erase(place);
  }
  REQUIRE(gone.size() > 15);
  for (const std::uint32_t number : gone) {
    CAPTURE(number);
    CHECK(found_in(folder.file(), texts_of(number)).empty());
  }
  for (const std::uint32_t number : present) CHECK_FALSE(found_in(folder.file(), texts_of(number)).empty());
  CHECK(office.broken() == "");
}

TEST_CASE("a case whose messages wait to be carried is not erased before they are") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  REQUIRE_FALSE(office.store->lease({.connector = "connector-1", .organisation = {}, .now = monday}).value().empty());
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  const auto refused = office.execute("yw-1", commands::Erase{}, monday);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == ErrorKind::refused);
  CHECK(refused.error().message.en.find("wait to be carried") != std::string::npos);
  CHECK_FALSE(office.state("yw-1").erased);
  const DateTime later = monday + boost::posix_time::minutes(5);  // nobody holds the request any more
  office.carry_all(later);
  CHECK(office.execute("yw-1", commands::Erase{}, later).has_value());
}

TEST_CASE("what was withdrawn before anybody was handed a message has nothing to carry, and is erased") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  CHECK(office.carry_all(monday).empty());
  CHECK(office.execute("yw-1", commands::Erase{}, monday).has_value());
}

TEST_CASE("what an erasure could not empty, since somebody was reading, is emptied when the file is next opened") {
  const Folder folder;
  {
    Office office(folder.file());
    live_through(office, "yw-1", 1, monday);
    Raw reader(folder.file());
    reader.begin_reading();
    REQUIRE(reader.number("SELECT count(*) FROM events") > 0);
    const store::Outcome first = office.execute("yw-1", commands::Erase{}, monday).value();
    CHECK(first.erasure == store::Erasure::unfinished);
    REQUIRE(first.decision.findings.size() == 1);
    CHECK(first.decision.findings.front().code == "erasure-unfinished");
    CHECK(office.store->verify("yw-1").value().unfinished_erasures == 1);
    CHECK_FALSE(found_in(folder.file(), texts_of(1)).empty());
    Raw keeps_the_log_open(folder.file());
    REQUIRE(keeps_the_log_open.number("SELECT count(*) FROM events") > 0);
    reader.run("COMMIT");
    office.store.reset();
    Office again(folder.file());
    CHECK(found_in(folder.file(), texts_of(1)).empty());
    CHECK(again.store->verify("yw-1").value().unfinished_erasures == 0);
  }
}

TEST_CASE("an erasure that somebody's reading left unfinished says so, and is ended by erasing again") {
  const Folder folder;
  Office office(folder.file());
  live_through(office, "yw-1", 1, monday);
  Raw reader(folder.file());
  reader.begin_reading();
  REQUIRE(reader.number("SELECT count(*) FROM events") > 0);
  const store::Outcome first = office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(first.erasure == store::Erasure::unfinished);
  CHECK(first.decision.events.size() == 1);

  const store::Outcome again = office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(again.erasure == store::Erasure::unfinished);
  CHECK(again.decision.events.empty());
  CHECK(again.version == first.version);
  CHECK(store::to_json(again).find(R"("erasure":"unfinished")") != std::string::npos);
  reader.run("COMMIT");

  const store::Outcome last = office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(last.erasure == store::Erasure::finished);
  CHECK(last.decision.findings.empty());
  CHECK(found_in(folder.file(), texts_of(1)).empty());
  CHECK(office.execute("yw-1", commands::Erase{}, monday).value().erasure == store::Erasure::finished);
  CHECK(office.state("yw-1").version == first.version);
}

TEST_CASE("a draft is erased: it is withdrawn with that") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  SUBCASE("at once") {
    CHECK(office.execute("yw-1", commands::Erase{}, monday).value().erasure == store::Erasure::finished);
    CHECK(office.state("yw-1").status == CaseStatus::withdrawn);
    CHECK(office.state("yw-1").erased);
    CHECK(found_in(folder.file(), texts_of(1)).empty());
    CHECK(office.broken() == "");
  }
  SUBCASE("not while an organisation looks something up for it") {
    office.execute("yw-1", commands::AskLookUp{}, monday).value();
    const auto refused = office.execute("yw-1", commands::Erase{}, monday);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == "not-settled");
    office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
    office.carry_all(monday);
    CHECK(office.execute("yw-1", commands::Erase{}, monday).has_value());
  }
}

TEST_CASE("a case that cannot be read any more is erased all the same, and stays what it is: damaged") {
  const Folder folder;
  Office office(folder.file());
  live_through(office, "yw-1", 1, monday);
  live_through(office, "yw-2", 2, monday + boost::posix_time::minutes(5));
  office.open("yw-3", 3, monday).value();
  const std::string secret = secrets_of(9).name;
  const auto damage = [&](const std::string& sql) {
    office.store.reset();
    Raw(folder.file()).run(sql);
    office.store = store::open(folder.file()).value();
  };
  std::string id = "yw-1";
  std::uint32_t number = 1;
  bool broken = true;
  store::Erasure left = store::Erasure::finished;
  SUBCASE("its rules are gone") { damage("DELETE FROM layers WHERE case_id = 'yw-1'"), broken = false; }
  SUBCASE("an event says what no event says") {
    damage("UPDATE events SET data = '{\"" + secret + "\": 1}' WHERE case_id = 'yw-1' AND sequence = 2");
  }
  SUBCASE("an event is no JSON") {
    damage("UPDATE events SET data = '" + secret + "' WHERE case_id = 'yw-1' AND sequence = 3");
  }
  // A server's foreign keys forbid these two.
  SUBCASE("an event is missing") {
    if (on_server()) return;
    damage("DELETE FROM events WHERE case_id = 'yw-1' AND sequence = 4");
    left = store::Erasure::unfinished;  // what it said is still there, and may be anybody's
  }
  SUBCASE("its own row is gone") {
    if (on_server()) return;
    damage("DELETE FROM cases WHERE id = 'yw-1'"), broken = false;
  }
  SUBCASE("a draft whose first event is no application") {
    damage("UPDATE events SET type = '" + secret + "' WHERE case_id = 'yw-3' AND sequence = 1");
    id = "yw-3";
    number = 3;
  }
  store::Desk desk(*office.store);
  REQUIRE_FALSE(desk.load(id).has_value());
  const auto erased = desk.execute(id, {window, commands::Erase{}}, monday + boost::posix_time::hours(1));
  REQUIRE(erased.has_value());
  CHECK(erased.value().erasure == left);
  CHECK(kind_of(erased.value().decision.events.back().body) == "erased");
  CHECK(found_in(folder.file(), texts_of(number)).empty());
  CHECK(found_in(folder.file(), {secret}) == std::vector<std::string>());
  CHECK(found_in(folder.file(), texts_of(2)).size() >= 5);
  const auto breaks = office.store->verify(id).value().breaks;
  if (broken) CHECK_FALSE(breaks.empty());  // lost rules may be no break of the chain
  const auto again = desk.execute(id, {window, commands::Erase{}}, monday + boost::posix_time::hours(1));
  REQUIRE(again.has_value());
  CHECK(again.value().decision.events.empty());
  CHECK(again.value().erasure == left);
}

TEST_CASE("a draft under a profile that nobody has any more is erased") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  store::Desk without(*office.store, [](std::string_view) -> Result<Profile> {
    return Error{.kind = ErrorKind::unknown_name, .message = "there is no such profile"};
  });
  CHECK_FALSE(without.execute("yw-1", {window, commands::Withdraw{}}, monday).has_value());
  const auto nobody = without.execute("yw-1", {"王小明", commands::Erase{}}, monday);
  CHECK(nobody.error().code == "bad-actor");
  const auto moved = without.execute("yw-1", {window, commands::Erase{}}, monday, 7);
  CHECK(moved.error().kind == ErrorKind::conflict);
  CHECK(found_in(folder.file(), texts_of(1)).size() >= 3);
  CHECK(without.execute("yw-1", {window, commands::Erase{}}, monday).has_value());
  CHECK(found_in(folder.file(), texts_of(1)).empty());
  CHECK(office.state("yw-1").status == CaseStatus::withdrawn);
  CHECK(office.broken() == "");
}

TEST_CASE("a case that is under way and can be read is not erased") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.carry_all(monday);
  CHECK(office.execute("yw-1", commands::Erase{}, monday).error().code == "not-settled");
  CHECK(office.state("yw-1").status == CaseStatus::accepted);
}
