// One damaged row stops nobody: it is left out and named.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

using Rows = std::vector<store::Damaged>;

// Three cases under way, the one in the middle damaged by a statement.
struct Damaged {
  Folder folder;
  Office office{folder.file()};

  explicit Damaged(const std::string& sql) {
    for (std::uint32_t number = 1; number <= 3; ++number) {
      office.take_in("yw-" + std::to_string(number), number, monday);
    }
    Raw raw(folder.file());
    raw.ignore_constraints();
    raw.run(sql);
  }
};

}  // namespace

TEST_CASE("a case whose row cannot be read is left out of the list, and pages are filled all the same") {
  Damaged damaged("UPDATE cases SET status = 'asleep' WHERE id = 'yw-2'");
  const auto two = damaged.office.store->cases("", 2).value();
  REQUIRE(two.size() == 2);
  CHECK(two[1].case_id == "yw-3");
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "cases"}});
  CHECK(damaged.office.store->take_damaged().empty());
}

TEST_CASE("a moment of a case that is none leaves that case out alone") {
  Damaged damaged("UPDATE cases SET changed_at = 'yesterday' WHERE id = 'yw-1'");
  CHECK(damaged.office.store->cases("", 10).value().size() == 2);
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-1", "cases"}});
}

TEST_CASE("a deadline that cannot be read is left out of what is due") {
  const Due until(Date(2030, 1, 1));
  Damaged whole("SELECT 1");
  const auto all = whole.office.store->due(until, 1000).value();
  Damaged damaged("UPDATE deadlines SET standing = 'asleep' WHERE case_id = 'yw-2'");
  const auto others = damaged.office.store->due(until, 1000).value();
  CHECK(others.size() == static_cast<std::size_t>(std::count_if(
                             all.begin(), all.end(), [](const Deadline& each) { return each.case_id != "yw-2"; })));
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "deadlines"}});
  CHECK(damaged.office.store->due(until, static_cast<int>(others.size())).value().size() == others.size());
}

TEST_CASE("a birth that cannot be read is left out, also where a birth is opened that could be the same") {
  Damaged damaged(
      "UPDATE personal_texts SET text = 'x' WHERE number = (SELECT details FROM births WHERE case_id = 'yw-2')");
  CHECK(damaged.office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().size() == 2);
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "births"}});
  const auto opened = damaged.office.open("yw-9", 1, monday).value();
  REQUIRE(opened.alike.size() == 1);
  CHECK(opened.alike.front().case_id == "yw-1");
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "births"}});
}

TEST_CASE("a birth whose details are gone is left out and named") {
  Damaged damaged("DELETE FROM personal_texts WHERE number = (SELECT details FROM births WHERE case_id = 'yw-3')");
  CHECK(damaged.office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().size() == 2);
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-3", "births"}});
}

TEST_CASE("a case whose events cannot be read keeps nobody from opening a birth, though its look-ups are missing") {
  Damaged damaged(
      "UPDATE events SET type = 'asleep' WHERE case_id = 'yw-2' AND sequence = 2;"
      "UPDATE cases SET look_ups = 0 WHERE id = 'yw-2'");
  CHECK(damaged.office.open("yw-9", 9, monday).has_value());
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "events"}});
  CHECK(damaged.office.execute("yw-9", commands::Accept{}, monday).has_value());
}

TEST_CASE("a case of which an event is missing keeps nobody from opening a birth") {
  Damaged damaged("DELETE FROM events WHERE case_id = 'yw-2' AND sequence = 3; UPDATE cases SET look_ups = 0");
  CHECK(damaged.office.open("yw-9", 9, monday).has_value());
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "events"}});
}

TEST_CASE("a message that is not what its event made is handed to nobody, and the others go") {
  std::string change;
  SUBCASE("addressed to another organisation") {
    change = "UPDATE outbox SET organisation = 'bank' WHERE case_id = 'yw-1'";
  }
  SUBCASE("with another body") {
    change = "UPDATE personal_texts SET text = '{}' WHERE number IN (SELECT body FROM outbox WHERE case_id = 'yw-1')";
  }
  SUBCASE("with no body") {
    change = "DELETE FROM personal_texts WHERE number IN (SELECT body FROM outbox WHERE case_id = 'yw-1')";
  }
  SUBCASE("with the body of another message") {
    change = "UPDATE outbox SET body = (SELECT max(body) FROM outbox) WHERE case_id = 'yw-1'";
  }
  SUBCASE("under another id") { change = "UPDATE outbox SET message_id = message_id || 'x' WHERE case_id = 'yw-1'"; }
  Damaged damaged(change);
  const auto leased = damaged.office.store->lease({.connector = "a", .now = monday, .limit = 2}).value();
  CHECK(leased.size() == 2);
  CHECK(std::none_of(leased.begin(), leased.end(), [](const auto& each) { return each.case_id == "yw-1"; }));
  CHECK(damaged.office.store->take_damaged() == Rows{{"yw-1", "outbox"}});
}

TEST_CASE("a row whose counts cannot be is handed to nobody, and the others go") {
  const std::string largest = "9223372036854775807";
  const std::string smallest = "-9223372036854775807 - 1";
  std::vector<std::string> changes{"number = 0",
                                   "number = -7",
                                   "number = 9223372036854000000",
                                   "attempts = -1",
                                   "attempts = 1000001",
                                   "attempts = 4294967295",
                                   "failures = -1",
                                   "failures = 1000001",
                                   "failures = " + largest,
                                   "failures = " + smallest,
                                   "attempts = 144115188075855871",
                                   "number = " + largest};
  if (!on_server()) {  // which does not hold a sum that is too large for a number
    for (const std::string& value :
         {largest, smallest, std::string("144115188075855872"), std::string("288230376151711744")}) {
      changes.push_back("attempts = " + value);
      changes.push_back("attempts = " + value + ", number = " + largest);
      changes.push_back("attempts = " + value + ", number = " + smallest);
    }
    changes.push_back("attempts = 144115188075855872, number = -9223372036854773760");  // a turn like any other's
  }
  for (const std::string& change : changes) {
    CAPTURE(change);
    Damaged damaged("UPDATE outbox SET " + change + " WHERE case_id = 'yw-2'");
    for (const std::string organisation : {"midwifery-institution", ""}) {
      const auto leased =
          damaged.office.store->lease({.connector = "a", .organisation = organisation, .now = monday, .limit = 1})
              .value();
      REQUIRE(leased.size() == 1);
      CHECK(leased[0].case_id == (organisation.empty() ? "yw-3" : "yw-1"));
      CHECK(leased[0].attempt == 1);
    }
    CHECK(damaged.office.store->lease({.connector = "a", .now = monday}).value().empty());
    CHECK(damaged.office.store->take_damaged() == Rows{{"yw-2", "outbox"}});
    CHECK_FALSE(damaged.office.desk.verify().value().breaks.empty());
    CHECK(damaged.office.desk.repair("", monday).value().left.empty());
    CHECK(damaged.office.broken() == "");
    CHECK(damaged.office.store->lease({.connector = "a", .now = monday}).value().size() == 1);
  }
}

TEST_CASE("messages of a case whose numbers cannot be are numbered anew, in their order") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.bring_to_its_end("yw-1", 1, monday);
  office.take_in("yw-2", 2, monday);
  Raw raw(folder.file());
  REQUIRE(raw.number("SELECT count(*) FROM outbox WHERE case_id = 'yw-1'") > 3);
  const auto order = raw.rows("SELECT sequence FROM outbox WHERE case_id = 'yw-1' ORDER BY number");
  for (const std::string number : {"9223372036854775807", "-9223372036854775807 - 1", "9007199254740993", "0"}) {
    for (const std::string place : {"0", "1", "2"}) {
      CAPTURE(number);
      CAPTURE(place);
      raw.run("UPDATE outbox SET number = " + number +
              " WHERE number = (SELECT number FROM outbox WHERE case_id = 'yw-1' ORDER BY sequence LIMIT 1 OFFSET " +
              place + ")");
      CHECK(office.broken() != "");
      CHECK(office.desk.repair("", monday).value().left.empty());
      CHECK(office.broken() == "");
      CHECK(raw.rows("SELECT sequence FROM outbox WHERE case_id = 'yw-1' ORDER BY number") == order);
    }
  }
}

TEST_CASE("a message that was handed out as often as is counted is handed out all the same") {
  Damaged damaged("UPDATE outbox SET attempts = 999999 WHERE case_id = 'yw-2'");
  for (int day = 0; day < 3; ++day) {
    const DateTime now = monday + boost::gregorian::days(day);
    const auto leased = damaged.office.store->lease({.connector = "a", .now = now}).value();
    REQUIRE(leased.size() == 3);
    CHECK(leased[2].case_id == "yw-2");
    CHECK(leased[2].attempt == 1'000'000);
  }
  CHECK(damaged.office.store->take_damaged().empty());
  CHECK(damaged.office.broken() == "");
}

TEST_CASE("a row under an id that can be no case's is in no list") {
  const std::string name = "张三 330782198001010023";
  Damaged damaged("UPDATE cases SET id = '" + name + "' WHERE id = 'yw-2'; UPDATE deadlines SET case_id = '" + name +
                  "' WHERE case_id = 'yw-2'; UPDATE births SET case_id = '" + name + "' WHERE case_id = 'yw-2'");
  CHECK(damaged.office.store->cases("", 10).value().size() == 2);
  CHECK(damaged.office.store->take_damaged() == Rows{{"", "cases"}});
  for (const Deadline& each : damaged.office.store->due(Due(Date(2030, 1, 1)), 1000).value()) {
    CHECK(each.case_id.starts_with("yw-"));
  }
  CHECK(damaged.office.store->take_damaged() == Rows{{"", "deadlines"}});
  CHECK(damaged.office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value().size() == 2);
  CHECK(damaged.office.store->take_damaged() == Rows{{"", "births"}});
}

TEST_CASE("what is said of a damaged row is nothing that somebody wrote into it") {
  Damaged damaged(
      "UPDATE births SET case_id = '张三 330782198001010023' WHERE case_id = 'yw-2';"
      "UPDATE personal_texts SET text = 'x' WHERE number IN (SELECT details FROM births)");
  (void)damaged.office.store->births(at("2019-06-01T00:00"), at("2019-07-01T00:00")).value();
  for (const store::Damaged& row : damaged.office.store->take_damaged()) {
    CHECK((row.case_id.empty() || row.case_id.starts_with("yw-")));
  }
  for (const store::Break& each : damaged.office.desk.verify().value().breaks) {
    CHECK((each.case_id.empty() || each.case_id.starts_with("yw-")));
  }
}

TEST_CASE("a note of an unfinished erasure that no event speaks of stays through an opening, for verify to tell") {
  Damaged damaged("INSERT INTO unfinished_erasures (case_id) VALUES ('yw-2')");
  Office again(damaged.folder.file());
  const auto verified = again.store->verify().value();
  REQUIRE(verified.breaks.size() == 1);
  CHECK(verified.breaks[0].where == "unfinished_erasures");
  CHECK(again.desk.repair("", monday).value().left.empty());
  CHECK(again.store->verify().value().breaks.empty());
}
