// What the outbox says of messages that could not be carried, changed by hand.
#include "files.hpp"
#include "office.hpp"
#include "raw.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

// Messages of five cases: one waits after a failure, one is dead, one is leased, one was dead and has arrived all the
// same, and one was handed to nobody.
struct FiveStates {
  Folder folder{};
  Office office{folder.file()};
  Raw raw{folder.file()};

  FiveStates() {
    for (std::uint32_t number = 1; number <= 5; ++number) {
      office.take_in("yw-" + std::to_string(number), number, monday);
    }
    office.store->lease({.connector = "a", .now = monday, .limit = 4}).value();
    office.store->failed({"yw-1:birth-certificate#1:1", "a", monday, "no-line", {}}).value();
    for (const std::string id : {"yw-2", "yw-4"}) {
      office.store->failed({id + ":birth-certificate#1:1", "a", monday, "no-line", {1, 1, 1}}).value();
    }
    office.store->ack("yw-4:birth-certificate#1:1", "a").value();
    raw.ignore_constraints();
    raw.run("CREATE TEMPORARY TABLE saved AS SELECT * FROM outbox");
  }

  void restore() { raw.run("DELETE FROM outbox; INSERT INTO outbox SELECT * FROM saved"); }
};

}  // namespace

TEST_CASE("what cannot be of a message's failures and pauses is named, and repaired") {
  const std::vector<std::string> all{"yw-1", "yw-2", "yw-3", "yw-4", "yw-5"};
  const std::vector<std::pair<std::string, std::vector<std::string>>> changes{
      {"failures = -1", all},
      {"failures = attempts + 1", all},
      {"failures = 5000000000", all},
      {"failures = 0", {"yw-1", "yw-2", "yw-4"}},
      {"failure = 'x y'", all},
      {"failure = NULL", {"yw-1", "yw-2", "yw-4"}},
      {"dead = 7", all},
      {"dead = 1 - dead", all},
      {"connector = NULL", {"yw-1", "yw-2", "yw-3", "yw-4"}},
      {"leased_until = NULL", {"yw-1", "yw-3"}},
      {"leased_until = '2019-06-10T09:31'", {"yw-2", "yw-4", "yw-5"}},
      {"attempts = 1000001", all},
      {"connector = ''", all},
      {"connector = '王小明'", all},
      {"connector = 'link 1'", {"yw-1", "yw-3"}},
      {"connector = '13800138000'", {"yw-2", "yw-4"}},
      {"leased_at = ''", all},
      {"leased_until = ''", all},
      {"failure = ''", all},
      {"attempts = 0", {"yw-1", "yw-2", "yw-3", "yw-4"}},
  };
  FiveStates five;
  REQUIRE(five.office.desk.verify().value().breaks.empty());
  for (const auto& change : changes) {
    for (const std::string& id : change.second) {
      CAPTURE(change.first);
      CAPTURE(id);
      five.raw.run("UPDATE outbox SET " + change.first + " WHERE case_id = '" + id + "'");
      const auto breaks = five.office.desk.verify().value().breaks;
      CHECK_FALSE(breaks.empty());
      for (const store::Break& each : breaks) {
        CHECK(each.case_id == id);
        CHECK(each.where.starts_with("outbox."));
      }
      CHECK(five.office.store->waiting("", 10).value().size() >= 3);  // whatever it is, the others are listed
      CHECK(five.office.desk.repair("", monday).value().left.empty());
      CHECK(five.office.desk.verify().value().breaks.empty());
      five.restore();
    }
  }
  CHECK(five.office.desk.verify().value().breaks.empty());
}

TEST_CASE("a damaged row is left out of what waits, and named; pages are filled all the same") {
  FiveStates five;
  five.raw.run("UPDATE outbox SET organisation = '王小明' WHERE case_id = 'yw-2'");
  five.raw.run("UPDATE outbox SET failure = '13800138000' WHERE case_id = 'yw-1'");
  const auto page = five.office.store->waiting("", 2).value();
  REQUIRE(page.size() == 2);
  CHECK(page[0].case_id == "yw-3");
  CHECK(page[1].case_id == "yw-5");
  CHECK(five.office.store->take_damaged() == std::vector<store::Damaged>{{"yw-1", "outbox"}, {"yw-2", "outbox"}});
  CHECK(five.office.store->waiting(page[1].message_id, 2).value().empty());
  CHECK(five.office.store->waiting("yw-9:nothing#1:1", 2).error().kind == ErrorKind::unknown_name);
}
