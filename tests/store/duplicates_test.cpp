// Births that come to be another case's after the acceptance: by a correction.
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday = at("2019-06-10T09:30");
const std::string born = "2019-06-09T09:30";  // of every family that applies on this Monday

DateTime minutes_later(int minutes) { return monday + boost::posix_time::minutes(minutes); }

std::string code_of(const store::Executed& executed) { return executed ? "executed" : executed.error().code; }

commands::Correct correction(std::vector<NamedFact> facts) {
  return {.facts = std::move(facts), .reason = "误填", .document = "id-card"};
}

NamedFact mother(std::uint32_t number) { return {"mother.id_number", Value::text(mother_of(number))}; }

NamedFact born_at(std::string_view moment) { return {"newborns[0].born_at", Value::date_time(at(moment))}; }

// Families 1 and 2, both accepted; those of an hour later are born an hour later.
struct TwoCases {
  Folder folder{};
  Office office{folder.file()};

  explicit TwoCases(std::uint32_t second = 2, int minutes = 0) {
    office.open("yw-1", 1, monday).value();
    office.execute("yw-1", commands::Accept{}, monday).value();
    office.open("yw-2", second, minutes_later(minutes)).value();
    office.execute("yw-2", commands::Accept{}, minutes_later(minutes)).value();
  }

  store::Executed correct(std::vector<NamedFact> facts) {
    return office.execute("yw-2", correction(std::move(facts)), minutes_later(90));
  }
};

}  // namespace

TEST_CASE("a correction that makes of a birth exactly another case's is refused as at acceptance") {
  std::uint32_t second = 2;
  int minutes = 0;
  std::vector<NamedFact> facts{mother(1)};
  SUBCASE("by the mother's number") {}
  SUBCASE("by the time of birth") {
    second = 1;
    minutes = 60;
    facts = {born_at(born)};
  }
  TwoCases cases(second, minutes);
  const auto version = cases.office.state("yw-2").version;
  const auto corrected = cases.correct(facts);
  REQUIRE(code_of(corrected) == "duplicate-birth");
  REQUIRE(corrected.error().findings.size() == 1);
  const Finding finding = corrected.error().findings.front();
  CHECK(finding.code == "duplicate-birth");
  CHECK(finding.path == "/newborns/0");
  CHECK(finding.message.en == "case yw-1 is about the same birth");
  CHECK(cases.office.state("yw-2").version == version);

  SUBCASE("and kept once the other case is withdrawn") {
    cases.office.execute("yw-1", commands::Withdraw{.reason = "x"}, minutes_later(60)).value();
    CHECK(code_of(cases.correct(facts)) == "executed");
  }
}

TEST_CASE("a draft stands in a correction's way too") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  office.take_in("yw-2", 2, monday);
  CHECK(code_of(office.execute("yw-2", correction({mother(1)}), monday)) == "duplicate-birth");
}

TEST_CASE("a correction that brings a birth near another case's is kept, and a person is told to look") {
  TwoCases cases(2, 60);
  const auto corrected = cases.correct({mother(1)}).value();
  REQUIRE(corrected.alike.size() == 1);
  CHECK(corrected.alike.front().case_id == "yw-1");
  std::size_t told = 0;
  for (const Finding& finding : corrected.decision.findings) told += finding.code == "birth-alike" ? 1 : 0;
  CHECK(told == 1);
  CHECK(cases.office.state("yw-2").version > 3);
}

TEST_CASE("a correction of something else is told of no birth, although one is near") {
  TwoCases cases(1, 60);
  const auto corrected = cases.correct({{"mother.phone", Value::text("13900000009")}}).value();
  CHECK(corrected.alike.empty());
}

TEST_CASE("where two cases have one birth already, neither is held up by corrections of something else") {
  const Folder folder;
  Office here(folder.file("here.db"));
  Office there(folder.file("there.db"));
  here.take_in("yw-1", 1, monday);
  there.take_in("yw-2", 1, monday);
  here.store->import_case(there.store->export_case("yw-2").value()).value();
  const auto correct = [&](std::vector<NamedFact> facts) {
    return code_of(here.execute("yw-2", correction(std::move(facts)), minutes_later(5)));
  };
  CHECK(correct({{"mother.phone", Value::text("13900000009")}}) == "executed");
  CHECK(correct({mother(2)}) == "executed");
  CHECK(correct({mother(1)}) == "duplicate-birth");
}

TEST_CASE("of two windows that make the same birth at once, one by a correction, one is refused") {
  TwoCases cases;
  Office& office = cases.office;
  const Case before = office.state("yw-2");
  const Decision decision = decide(before, {window, correction({mother(1)})}, minutes_later(5)).value();
  Case after = before;
  for (const Event& event : decision.events) apply(after, event).value();
  const std::vector<BirthKey> births = birth_keys(after);
  // As a desk would keep it that did not see the other case.
  const auto kept = office.store->append({.case_id = "yw-2",
                                          .expected_version = before.version,
                                          .events = decision.events,
                                          .messages = decision.messages,
                                          .profile = "yiwu",
                                          .layers = {},
                                          .status = after.status,
                                          .births = births,
                                          .sole = births});
  REQUIRE_FALSE(kept.has_value());
  CHECK(kept.error().kind == ErrorKind::conflict);
  CHECK(office.state("yw-2").version == before.version);
}
