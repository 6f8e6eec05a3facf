// Messages that cannot be carried: they wait longer and longer, in the end they are dead, and all others pass.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const std::string first_message = "yw-1:birth-certificate#1:1";

DateTime minutes_later(int minutes) { return monday + boost::posix_time::minutes(minutes); }

std::vector<std::string> ids(const std::vector<store::Leased>& leased) {
  std::vector<std::string> all;
  for (const store::Leased& message : leased) all.push_back(message.message_id);
  return all;
}

bool has(const std::vector<std::string>& all, const std::string& id) {
  return std::find(all.begin(), all.end(), id) != all.end();
}

struct OneCase {
  Folder folder{};
  Office office{folder.file()};

  OneCase() { office.take_in("yw-1", 1, monday); }

  std::vector<std::string> lease(const DateTime& now, int limit = 1000) {
    return ids(office.store->lease({.connector = "a", .now = now, .limit = limit}).value());
  }
  Result<store::Waiting> fail(const DateTime& now, std::string_view reason = "no-line",
                              const store::Patience& patience = {}) {
    return office.store->failed({first_message, "a", now, reason, patience});
  }
  std::string faults() {
    std::string lines;
    for (const store::Break& each : office.desk.verify().value().breaks) lines += each.where + ": " + each.what + "\n";
    return lines;
  }
};

store::Waiting waiting_of(Office& office, std::string_view id) {
  const auto all = office.store->waiting("", 1000).value();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.message_id == id; });
  REQUIRE(found != all.end());
  return *found;
}

}  // namespace

TEST_CASE("after each failure a message waits twice as long, an hour at most, and after the tenth it is dead") {
  OneCase one;
  DateTime now = monday;
  for (const int minutes : {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
    CAPTURE(minutes);
    REQUIRE(has(one.lease(now), first_message));
    const auto waiting = one.fail(now).value();
    CHECK_FALSE(waiting.dead);
    CHECK(waiting.until == to_string(now + boost::posix_time::minutes(minutes)));
    CHECK_FALSE(has(one.lease(now + boost::posix_time::seconds(60 * minutes - 1)), first_message));
    CHECK(one.faults() == "");
    now += boost::posix_time::minutes(minutes);
  }
  REQUIRE(has(one.lease(now), first_message));
  const auto dead = one.fail(now, "refused").value();
  CHECK(dead.dead);
  CHECK(dead.failures == 10);
  CHECK(dead.attempts == 10);
  CHECK(dead.reason == "refused");
  CHECK(dead.until == "");
  CHECK(one.faults() == "");
  CHECK_FALSE(has(one.lease(now + boost::gregorian::days(300)), first_message));
  const auto letters = one.office.store->waiting("", 10, true).value();
  REQUIRE(letters.size() == 1);
  CHECK(letters.front().message_id == first_message);

  SUBCASE("until somebody has it tried again, with its failures counted anew and its attempts not") {
    one.office.store->retry(first_message).value();
    const auto leased = one.office.store->lease({.connector = "b", .now = now, .limit = 1000}).value();
    const auto again = std::find_if(leased.begin(), leased.end(),
                                    [](const store::Leased& each) { return each.message_id == first_message; });
    REQUIRE(again != leased.end());
    CHECK(again->attempt == 11);
    CHECK(one.office.store->waiting("", 10, true).value().empty());
    CHECK(one.office.store->failed({first_message, "b", now, "no-line", {}}).value().failures == 1);
  }
  SUBCASE("and it can have arrived all the same") {
    one.office.store->ack(first_message, "a").value();
    CHECK(one.office.store->waiting("", 10, true).value().empty());
  }
  CHECK(one.faults() == "");
}

TEST_CASE("pauses and the number of failures are the caller's to choose, within bounds") {
  OneCase one;
  one.lease(monday);
  const auto kind = [&](const store::Patience& patience) {
    const auto failed = one.fail(monday, "no-line", patience);
    return failed ? std::string("done") : std::string(to_string(failed.error().kind));
  };
  for (const store::Patience& patience :
       {store::Patience{0, 1, 1}, {1, 0, 1}, {1, 1, 0}, {86'401, 1, 1}, {1, 86'401, 1}, {1, 1, 1001}}) {
    CHECK(kind(patience) == "out-of-range");
  }
  CHECK(waiting_of(one.office, first_message).failures == 0);
  const auto failed = one.fail(monday, "no-line", {86'400, 600, 2}).value();
  CHECK(failed.until == to_string(minutes_later(10)));
  one.lease(minutes_later(10));
  CHECK(one.fail(minutes_later(10), "no-line", {1, 1, 2}).value().dead);
}

TEST_CASE("a reason is a code, and nothing that could tell about somebody") {
  OneCase one;
  one.lease(monday);
  for (const std::string reason : {"", "Timeout", "no line", "王小明", "7-up", "-x", "a-13800138000",
                                   "a330782199103120022", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    CAPTURE(reason);
    const auto failed = one.fail(monday, reason);
    REQUIRE_FALSE(failed.has_value());
    CHECK(failed.error().kind == ErrorKind::out_of_range);
    if (!reason.empty()) CHECK(describe(failed.error()).find(reason) == std::string::npos);
  }
  CHECK(one.fail(monday, "http-503").has_value());
}

TEST_CASE("a failure is told by who has the message, and telling it twice is telling it once") {
  OneCase one;
  store::Store& store = *one.office.store;
  const auto kind = [](const auto& result) {
    return result ? std::string("done") : std::string(to_string(result.error().kind));
  };
  CHECK(kind(one.fail(monday)) == "conflict");  // nobody was handed it
  one.lease(monday);
  CHECK(kind(store.failed({first_message, "b", monday, "no-line", {}})) == "conflict");
  CHECK(kind(store.failed({"yw-1:nothing#1:1", "a", monday, "no-line", {}})) == "unknown-name");
  CHECK(one.fail(monday).value().failures == 1);
  CHECK(one.fail(monday).value().failures == 1);
  CHECK(kind(store.renew(first_message, "a", monday, 60)) == "conflict");
  CHECK(kind(store.retry("yw-1:nothing#1:1")) == "unknown-name");
  store.ack(first_message, "a").value();
  CHECK(kind(one.fail(monday)) == "conflict");
  CHECK(kind(store.retry(first_message)) == "conflict");
  CHECK(one.faults() == "");
}

TEST_CASE("later messages of a step wait behind a dead letter, and are shown so; other steps go on") {
  OneCase one;
  Office& office = one.office;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  const std::string step = "birth-certificate#1";
  const commands::Answer failed{
      .message = office.state("yw-1").step(step)->message, .result = commands::AnswerKind::failed, .reason = "printer"};
  office.execute("yw-1", failed, monday).value();
  office.execute("yw-1", commands::Retry{step}, monday).value();
  office.execute("yw-1", commands::Dispatch{step}, monday).value();
  const std::string second = "yw-1:birth-certificate#1:2";
  CHECK(waiting_of(office, first_message).dead);
  CHECK_FALSE(waiting_of(office, first_message).behind_dead);
  CHECK(waiting_of(office, second).behind_dead);
  CHECK_FALSE(waiting_of(office, second).dead);
  const auto later = one.lease(minutes_later(5));
  CHECK_FALSE(has(later, first_message));
  CHECK_FALSE(has(later, second));
  office.store->retry(first_message).value();
  CHECK(one.lease(minutes_later(10)).front() == first_message);
  CHECK_FALSE(waiting_of(office, second).behind_dead);
  office.store->ack(first_message, "a").value();
  CHECK(has(one.lease(minutes_later(15)), second));
  CHECK(one.faults() == "");
}

TEST_CASE("a case with a dead letter is not erased") {
  OneCase one;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  one.office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  CHECK_FALSE(one.office.execute("yw-1", commands::Erase{}, monday).has_value());
}

TEST_CASE("a connector that always fails for one organisation keeps no other message back") {
  const Folder folder;
  Office office(folder.file());
  for (std::uint32_t number = 1; number <= 6; ++number) {
    const std::string id = "yw-" + std::to_string(number);
    office.take_in(id, number, monday);
    office.bring_to_its_end(id, number, monday);
  }
  office.take_in("yw-7", 7, monday);
  const std::string withdrawn = "yw-7:birth-certificate#1:1";
  const std::string cancellation = "yw-7:birth-certificate#1:2";
  const std::string closed = "public-security";
  std::map<std::string, std::string> organisation_of;  // of those that wait in the beginning
  for (const auto& each : office.store->waiting("", 1000).value()) {
    organisation_of[each.message_id] = each.organisation;
  }
  std::set<std::string> arrived;
  std::map<std::string, std::vector<DateTime>> tried;  // those to the closed one
  DateTime now = monday + boost::gregorian::days(1);
  for (int round = 0; round < 1200; ++round, now += boost::posix_time::minutes(1)) {
    for (const auto& each : office.store->lease({.connector = "a", .now = now, .limit = 1}).value()) {
      if (each.organisation == closed) {
        tried[each.message_id].push_back(now);
        office.store->failed({each.message_id, "a", now, "closed", {}}).value();
      } else if (each.message_id == withdrawn && !arrived.contains(cancellation)) {
        // Withdrawn while it is on its way: the cancellation waits its turn.
        office.execute("yw-7", commands::Withdraw{.reason = "x"}, now).value();
        organisation_of[cancellation] = each.organisation;
        office.store->ack(each.message_id, "a").value();
        arrived.insert(each.message_id);
      } else {
        office.store->ack(each.message_id, "a").value();
        arrived.insert(each.message_id);
      }
    }
  }
  std::set<std::string> others;
  for (const auto& [id, organisation] : organisation_of) {
    if (organisation != closed) others.insert(id);
  }
  CHECK(others.size() > 12);
  CHECK(arrived == others);
  REQUIRE(tried.size() > 3);
  for (const auto& each : tried) {
    const std::vector<DateTime>& moments = each.second;
    CAPTURE(each.first);
    REQUIRE(moments.size() == 10);
    for (std::size_t place = 1; place < moments.size(); ++place) {
      const auto pause = boost::posix_time::minutes(std::min(60, 1 << (place - 1)));
      CHECK(moments[place] - moments[place - 1] >= pause);
    }
  }
  const auto dead = office.store->waiting("", 1000, true).value();
  CHECK(dead.size() == tried.size());
  CHECK(office.desk.verify().value().breaks.empty());

  office.store->retry(dead.front().message_id).value();
  const auto again = office.store->lease({.connector = "b", .now = now, .limit = 1000}).value();
  CHECK(ids(again) == std::vector{dead.front().message_id});
}

TEST_CASE("a message that was withdrawn behind a dead letter is cancelled behind it") {
  OneCase one;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  one.office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  const std::string cancellation = "yw-1:birth-certificate#1:2";
  CHECK(waiting_of(one.office, cancellation).behind_dead);
  CHECK(one.lease(minutes_later(5)).empty());
  one.office.store->retry(first_message).value();
  CHECK(one.lease(minutes_later(5)) == std::vector{first_message});
  one.office.store->ack(first_message, "a").value();
  CHECK(one.lease(minutes_later(5)) == std::vector{cancellation});
  CHECK(one.faults() == "");
}

TEST_CASE("a message that ends its connector lets 64 younger ones pass each time, and comes again after them") {
  const Folder folder;
  Office office(folder.file());
  for (std::uint32_t number = 1; number <= 72; ++number) {
    office.take_in("yw-" + std::to_string(number), number, monday);
  }
  const std::string poisoned = office.store->waiting("", 1).value().front().message_id;
  DateTime now = monday;
  std::vector<std::string> order;
  while (order.size() < 70) {
    const auto leased = office.store->lease({.connector = "a", .now = now, .seconds = 1, .limit = 1}).value();
    REQUIRE(leased.size() == 1);
    order.push_back(leased.front().message_id);
    if (leased.front().message_id != poisoned) office.store->ack(leased.front().message_id, "a").value();
    now += boost::posix_time::seconds(2);
  }
  CHECK(order[0] == poisoned);
  CHECK(std::find(order.begin() + 1, order.end(), poisoned) - order.begin() == 64);
}

TEST_CASE("a pause that a wrong clock began lasts no longer than any pause can") {
  OneCase one;
  one.lease(monday);
  const DateTime wrong = monday + boost::gregorian::days(9000);
  CHECK_FALSE(one.fail(wrong).value().dead);
  CHECK(one.lease(minutes_later(1)) == std::vector{first_message});
  one.fail(monday, "no-line", {86'400, 86'400, 9}).value();
  CHECK(one.lease(monday + boost::posix_time::seconds(86'399)).empty());
  CHECK(one.faults() == "");
}

TEST_CASE("an erasure leaves nothing of why messages failed") {
  OneCase one;
  one.lease(monday);
  one.fail(monday, "no-line").value();
  one.office.store->ack(first_message, "a").value();
  one.office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  for (DateTime now = monday; !one.lease(now).empty(); now += boost::posix_time::minutes(2)) {
    for (const auto& each : one.office.store->waiting("", 1000).value()) {
      one.office.store->failed({each.message_id, "a", now, "refused", {1, 1, 1}}).value();
      one.office.store->ack(each.message_id, "a").value();
    }
  }
  Raw raw(one.folder.file());
  CHECK(raw.number("SELECT count(*) FROM outbox WHERE failure IN ('no-line', 'refused')") == 2);
  one.office.execute("yw-1", commands::Erase{}, monday).value();
  CHECK(raw.number("SELECT count(*) FROM outbox WHERE failures > 0 OR failure IS NOT NULL OR dead <> 0") == 0);
  CHECK(raw.number("SELECT count(*) FROM outbox WHERE attempts > 0") == 2);
  CHECK(one.faults() == "");
}

TEST_CASE("a dead letter that goes with its case to another store is tried anew there") {
  OneCase one;
  one.lease(monday);
  REQUIRE(one.fail(monday, "no-line", {1, 1, 1}).value().dead);
  const Folder folder;
  Office there(folder.file());
  there.store->import_case(one.office.store->export_case("yw-1").value()).value();
  CHECK(there.store->waiting("", 10, true).value().empty());
  const auto leased = there.store->lease({.connector = "b", .now = monday}).value();
  REQUIRE(ids(leased) == std::vector{first_message});
  CHECK(leased.front().attempt == 2);
  CHECK(there.desk.verify().value().breaks.empty());
}
