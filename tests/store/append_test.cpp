// What is kept, and what is not.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");

}  // namespace

TEST_CASE("a case that was kept is the same case when the file is opened again") {
  const Folder folder;
  std::vector<Event> events;
  {
    Office office(folder.file());
    for (const auto& event : office.open("yw-1", 1, monday).value().decision.events) events.push_back(event);
    for (const CommandBody& body : {CommandBody(commands::Accept{}), CommandBody(commands::Dispatch{})}) {
      for (const auto& event : office.execute("yw-1", body, monday).value().decision.events) events.push_back(event);
    }
  }
  Office again(folder.file());
  const store::Stored stored = again.store->load("yw-1").value();
  CHECK(stored.events == events);
  CHECK(stored.profile == "yiwu");
  CHECK(stored.layers.size() == 2);
  CHECK(again.state("yw-1").version == events.size());
  CHECK(again.state("yw-1").status == CaseStatus::accepted);
}

TEST_CASE("a whole case can be worked through, and what is kept of it is in order") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  office.bring_to_its_end("yw-1", 1, monday);
  CHECK(office.broken() == "");
  CHECK(office.store->cases("", 10).value().front().status == CaseStatus::closed);
}

TEST_CASE("of two connections that decided on the same version one is told of the other, and keeps nothing") {
  const Folder folder;
  Office first(folder.file());
  Office second(folder.file());
  first.open("yw-1", 1, monday).value();
  const Case seen = second.state("yw-1");
  first.execute("yw-1", commands::Accept{}, monday).value();

  const Decision late = decide(seen, {window, commands::Withdraw{.reason = "x"}}, monday).value();
  const auto before = first.store->load("yw-1").value().events.size();
  const auto clash = second.store->append({.case_id = "yw-1",
                                           .expected_version = seen.version,
                                           .events = late.events,
                                           .messages = late.messages,
                                           .profile = "yiwu",
                                           .layers = {}});
  REQUIRE_FALSE(clash.has_value());
  CHECK(clash.error().kind == ErrorKind::conflict);
  CHECK(second.store->load("yw-1").value().events.size() == before);
}

TEST_CASE("a case cannot be begun twice, nor continued before it is begun") {
  const Folder folder;
  Office office(folder.file());
  const Draft draft("yw-1", 1, monday);
  office.store->append(draft.change()).value();
  CHECK(office.store->append(draft.change()).error().kind == ErrorKind::conflict);

  Draft later("yw-2", 2, monday);
  later.events.front().body = events::Withdrawn{};
  later.events.front().sequence = 4;
  store::Change change = later.change();
  change.expected_version = 3;
  CHECK(office.store->append(change).error().kind == ErrorKind::unknown_name);
  CHECK(office.store->load("yw-2").error().kind == ErrorKind::unknown_name);
}

TEST_CASE("events that do not follow on each other, or are another case's, are refused") {
  const Folder folder;
  Office office(folder.file());
  const Draft draft("yw-1", 1, monday);
  const auto refused = [&](const store::Change& change) {
    const auto kept = office.store->append(change);
    REQUIRE_FALSE(kept.has_value());
    CHECK(office.store->cases("", 10).value().empty());
    return kept.error().kind;
  };

  Draft gap = draft;
  gap.events.front().sequence = 2;
  CHECK(refused(gap.change()) == ErrorKind::contradiction);

  store::Change of_another = draft.change();
  of_another.case_id = "yw-2";
  CHECK(refused(of_another) == ErrorKind::contradiction);

  store::Change other_profile = draft.change();
  other_profile.profile = "ruian";
  CHECK(refused(other_profile) == ErrorKind::contradiction);

  store::Change nameless = draft.change();
  nameless.case_id = "李 晓梅";
  CHECK(refused(nameless) == ErrorKind::out_of_range);

  store::Change empty = draft.change();
  empty.events = {};
  CHECK(refused(empty) == ErrorKind::missing);

  Draft backwards = draft;
  backwards.events.push_back({2, monday - boost::posix_time::minutes(1), window, events::Withdrawn{}});
  CHECK(refused(backwards.change()) == ErrorKind::contradiction);
}

TEST_CASE("an event of an earlier time than the last one that was kept is refused") {
  const Folder folder;
  Office office(folder.file());
  office.store->append(Draft("yw-1", 1, monday).change()).value();
  const std::vector<Event> early{{2, monday - boost::posix_time::minutes(1), window, events::Withdrawn{}}};
  store::Change change{.case_id = "yw-1", .expected_version = 1, .events = early, .profile = "yiwu", .layers = {}};
  CHECK(office.store->append(change).error().kind == ErrorKind::contradiction);
}

TEST_CASE("an event and the message that it made are kept together or not at all") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  office.execute("yw-1", commands::Accept{}, monday).value();
  const Case state = office.state("yw-1");
  const Decision decision = decide(state, {window, commands::Dispatch{}}, monday).value();
  REQUIRE_FALSE(decision.messages.empty());
  store::Change change{.case_id = "yw-1",
                       .expected_version = state.version,
                       .events = decision.events,
                       .messages = {},
                       .profile = "yiwu",
                       .layers = {}};
  CHECK(office.store->append(change).error().kind == ErrorKind::contradiction);

  std::vector<Message> too_many = decision.messages;
  too_many.push_back(too_many.front());
  change.messages = too_many;
  CHECK(office.store->append(change).error().kind == ErrorKind::contradiction);

  std::vector<Message> foreign = decision.messages;
  foreign.front().case_id = "yw-9";
  change.messages = foreign;
  CHECK(office.store->append(change).error().kind == ErrorKind::contradiction);

  CHECK(office.state("yw-1").version == state.version);
  CHECK(office.carry_all(monday).empty());
}

TEST_CASE("the texts of the rules are kept once, however many cases were accepted under them") {
  const Folder folder;
  {
    Office office(folder.file());
    office.take_in("yw-1", 1, monday);
    office.take_in("yw-2", 2, monday + boost::posix_time::minutes(2));
  }
  Raw raw(folder.file());
  CHECK(raw.number("SELECT count(*) FROM rules_texts") == 2);
  CHECK(raw.number("SELECT count(*) FROM layers") == 4);
}

TEST_CASE("what was answered is on the disk: the file has a write-ahead log, and every commit waits for it" *
          doctest::test_suite("sqlite")) {
  const Folder folder;
  Office office(folder.file());
  Raw raw(folder.file());
  CHECK(raw.text("PRAGMA journal_mode") == "wal");
  office.store->append(Draft("yw-1", 1, monday).change()).value();
  CHECK(raw.number("SELECT count(*) FROM events") == 1);
}
