// Who carries which message when.
#include "../applications.hpp"
#include "files.hpp"
#include "office.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

DateTime seconds_later(int seconds) { return monday + boost::posix_time::seconds(seconds); }

std::vector<std::string> ids(const std::vector<store::Leased>& leased) {
  std::vector<std::string> all;
  for (const store::Leased& message : leased) all.push_back(message.message_id);
  return all;
}

const std::string first_step = "birth-certificate#1";

// Lets the first step fail and sends it anew: its first message, acknowledged or not, has a second behind it.
void send_again(Office& office, std::string_view case_id) {
  const std::string message = office.state(case_id).step(first_step)->message;
  const commands::Answer failed{.message = message, .result = commands::AnswerKind::failed, .reason = "printer"};
  office.execute(case_id, failed, monday).value();
  office.execute(case_id, commands::Retry{first_step}, monday).value();
  office.execute(case_id, commands::Dispatch{first_step}, monday).value();
}

}  // namespace

TEST_CASE("a message is handed to one connector, and is gone once it is acknowledged") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto leased = office.store->lease({.connector = "a", .now = monday}).value();
  REQUIRE_FALSE(leased.empty());
  CHECK(leased.front().message_id == "yw-1:birth-certificate#1:1");
  CHECK(leased.front().case_id == "yw-1");
  CHECK(leased.front().organisation == "midwifery-institution");
  CHECK(leased.front().attempt == 1);
  CHECK(boost::json::parse(leased.front().body).at("id").as_string() == "yw-1:birth-certificate#1:1");
  CHECK(office.store->lease({.connector = "b", .now = seconds_later(59)}).value().empty());
  for (const auto& message : leased) office.store->ack(message.message_id, "a").value();
  CHECK(office.store->lease({.connector = "b", .now = seconds_later(3600)}).value().empty());
}

TEST_CASE("a message that nobody acknowledged is handed out again when the lease is over, with the same id and body") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto first = office.store->lease({.connector = "a", .now = monday, .seconds = 60}).value();
  CHECK(office.store->lease({.connector = "a", .now = seconds_later(59)}).value().empty());
  const auto second = office.store->lease({.connector = "b", .now = seconds_later(60), .seconds = 60}).value();
  REQUIRE(ids(second) == ids(first));
  CHECK(second.front().attempt == 2);
  CHECK(second.front().body == first.front().body);

  SUBCASE("and the connector that was too slow is told so") {
    CHECK(office.store->ack(first.front().message_id, "a").error().kind == ErrorKind::conflict);
    CHECK(office.store->renew(first.front().message_id, "a", seconds_later(61), 60).error().kind ==
          ErrorKind::conflict);
    office.store->ack(first.front().message_id, "b").value();
  }
  SUBCASE("unless the message has arrived: acknowledging twice is acknowledging once") {
    office.store->ack(first.front().message_id, "b").value();
    office.store->ack(first.front().message_id, "b").value();
    office.store->ack(first.front().message_id, "a").value();
  }
}

TEST_CASE("a lease can be prolonged, and given back, by the one who has it") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto leased = office.store->lease({.connector = "a", .now = monday, .seconds = 60, .limit = 1}).value();
  const std::string id = leased.front().message_id;
  office.store->renew(id, "a", seconds_later(50), 60).value();
  const auto others = [&](int seconds) {
    return ids(office.store->lease({.connector = "b", .now = seconds_later(seconds), .seconds = 1}).value());
  };
  const auto has = [&](const std::vector<std::string>& all) { return std::count(all.begin(), all.end(), id) == 1; };
  CHECK_FALSE(has(others(100)));
  office.store->renew(id, "a", seconds_later(101), 0).value();
  CHECK(has(others(101)));
}

TEST_CASE("the next message of a step waits until the last one is acknowledged, and no other step waits for it") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  send_again(office, "yw-1");
  office.take_in("yw-2", 2, monday + boost::posix_time::minutes(1));
  const auto leased = ids(office.store->lease({.connector = "a", .now = monday}).value());
  const auto has = [&](std::string_view id) { return std::count(leased.begin(), leased.end(), id) == 1; };
  CHECK(has("yw-1:birth-certificate#1:1"));
  CHECK_FALSE(has("yw-1:birth-certificate#1:2"));
  CHECK(has("yw-2:birth-certificate#1:1"));
  CHECK(office.store->lease({.connector = "b", .now = monday}).value().empty());
  office.store->ack("yw-1:birth-certificate#1:1", "a").value();
  const auto next = ids(office.store->lease({.connector = "b", .now = monday}).value());
  CHECK(next == std::vector<std::string>{"yw-1:birth-certificate#1:2"});
}

TEST_CASE("a request that is called back before anybody had it leaves the outbox, and its cancellation with it") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto withdraw = [&] { office.execute("yw-1", commands::Withdraw{first_step}, monday).value(); };
  const auto lease = [&] { return ids(office.store->lease({.connector = "a", .now = monday}).value()); };
  const auto has = [](const std::vector<std::string>& all, std::string_view id) {
    return std::count(all.begin(), all.end(), id) == 1;
  };

  SUBCASE("nobody had it") {
    withdraw();
    const auto leased = lease();
    CHECK_FALSE(has(leased, "yw-1:birth-certificate#1:1"));
    CHECK_FALSE(has(leased, "yw-1:birth-certificate#1:2"));
    for (const std::string& id : leased) office.store->ack(id, "a").value();
    CHECK(lease().empty());
    CHECK(office.broken().empty());
  }
  SUBCASE("a connector has it, and may have carried it: the cancellation goes after it") {
    CHECK(has(lease(), "yw-1:birth-certificate#1:1"));
    withdraw();
    CHECK_FALSE(has(lease(), "yw-1:birth-certificate#1:2"));
    office.store->ack("yw-1:birth-certificate#1:1", "a").value();
    CHECK(has(lease(), "yw-1:birth-certificate#1:2"));
  }
}

TEST_CASE("twins do not wait for each other") {
  const Folder folder;
  Office office(folder.file());
  const DateTime now = at("2019-06-12T10:00");
  const std::string twins = source_file("examples/applications/yiwu-twins.json");
  office.desk.open("yw-1", built_in("yiwu"), {window, commands::Open{twins}}, now).value();
  office.execute("yw-1", commands::Accept{}, now).value();
  office.execute("yw-1", commands::Dispatch{"birth-certificate#1"}, now).value();
  const auto leased = office.store->lease({.connector = "stuck", .now = now, .seconds = 86'400}).value();
  CHECK(ids(leased) == std::vector<std::string>{"yw-1:birth-certificate#1:1"});
  office.execute("yw-1", commands::Dispatch{"birth-certificate#2"}, now).value();
  CHECK(ids(office.store->lease({.connector = "a", .now = now}).value()) ==
        std::vector<std::string>{"yw-1:birth-certificate#2:1"});
}

TEST_CASE("a connector can carry for one organisation alone") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  CHECK(office.store->lease({.connector = "bank", .organisation = "bank", .now = monday}).value().empty());
  const auto leased =
      office.store->lease({.connector = "hospital", .organisation = "midwifery-institution", .now = monday}).value();
  CHECK_FALSE(leased.empty());
}

TEST_CASE("a lease from the future, after the clock jumped back, holds nothing up") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto ahead = seconds_later(86'400);
  CHECK_FALSE(office.store->lease({.connector = "a", .now = ahead, .seconds = 3600}).value().empty());
  CHECK_FALSE(office.store->lease({.connector = "b", .now = monday}).value().empty());
}

TEST_CASE("leases are asked for with a name, a moment and sensible numbers") {
  const Folder folder;
  Office office(folder.file());
  const auto kind = [&](const store::LeaseRequest& request) { return office.store->lease(request).error().kind; };
  CHECK(kind({.connector = "", .now = monday}) == ErrorKind::missing);
  CHECK(kind({.connector = "a"}) == ErrorKind::missing);
  CHECK(kind({.connector = "a", .now = at("9999-12-31T23:59")}) == ErrorKind::out_of_range);
  CHECK(kind({.connector = "a", .now = monday, .seconds = 0}) == ErrorKind::out_of_range);
  CHECK(kind({.connector = "a", .now = monday, .limit = 0}) == ErrorKind::out_of_range);
  CHECK(kind({.connector = "a", .now = monday, .limit = 1001}) == ErrorKind::out_of_range);
  CHECK(office.store->ack("yw-1:hukou-registration#1:1", "a").error().kind == ErrorKind::unknown_name);
  office.take_in("yw-1", 1, monday);
  CHECK(office.store->ack("yw-1:birth-certificate#1:1", "a").error().kind == ErrorKind::conflict);
}
