// Forgetting people for good.
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
    office.execute("yw-1", commands::Erase{}, monday).value();
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
