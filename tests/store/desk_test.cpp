// The desk: deciding on what is kept, and keeping what was decided.
#include "../applications.hpp"
#include "files.hpp"
#include "office.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime monday_in_april = at("2019-04-29T09:15");

std::string example(const std::string& name) { return source_file("examples/applications/" + name + ".json"); }

const DateTime monday = at("2019-06-10T09:30");

DateTime minutes_later(int minutes) { return monday + boost::posix_time::minutes(minutes); }

// The same mother and the same minute as family `number`, in an application of its own.
store::Executed open_again(Office& office, std::string_view id, std::uint32_t number) {
  return office.open(id, number, monday);
}

std::string code_of(const store::Executed& executed) { return executed ? "executed" : executed.error().code; }

}  // namespace

TEST_CASE("a case of an id that is there already is refused") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  CHECK(code_of(office.open("yw-1", 2, monday)) == "case-exists");
  CHECK(office.state("yw-1").version == 1);
}

TEST_CASE("a command for a case that is not there is refused as an unknown name") {
  const Folder folder;
  Office office(folder.file());
  const auto executed = office.execute("yw-1", commands::Accept{}, monday);
  REQUIRE_FALSE(executed.has_value());
  CHECK(executed.error().kind == ErrorKind::unknown_name);
  CHECK(executed.error().code == "unknown-name");
}

TEST_CASE("with an expected version, a case that has moved on is a refusal; without, the command is decided anew") {
  const Folder folder;
  Office office(folder.file());
  const auto version = office.open("yw-1", 1, monday).value().version;
  Office colleague(folder.file());
  colleague.execute("yw-1", commands::HandIn{{{.type = "marriage-certificate"}}}, monday).value();

  const Command accept{window, commands::Accept{}};
  const auto refused = office.desk.execute("yw-1", accept, monday, version);
  CHECK(code_of(refused) == "case-moved-on");
  CHECK(refused.error().kind == ErrorKind::conflict);
  CHECK(office.state("yw-1").status == CaseStatus::draft);
  CHECK(code_of(office.desk.execute("yw-1", accept, monday, version + 1)) == "executed");

  CHECK(code_of(office.execute("yw-1", commands::Dispatch{}, monday)) == "executed");
}

TEST_CASE("a command that changes nothing keeps nothing, and says at which version the case is") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto message = open_message(office.state("yw-1"))->id;
  const commands::Answer answer{.message = message};
  const auto first = office.execute("yw-1", answer, monday).value();
  const auto second = office.execute("yw-1", answer, monday).value();
  CHECK(second.decision.events.empty());
  CHECK(second.version == first.version);
}

TEST_CASE("a clock that has jumped back is refused, and nothing is kept") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  const auto executed = office.execute("yw-1", commands::Accept{}, minutes_later(-60));
  CHECK(code_of(executed) == "clock-went-back");
  CHECK(office.state("yw-1").version == 1);
  CHECK(office.state("yw-1").status == CaseStatus::draft);
  CHECK(office.broken() == "");
}

TEST_CASE("an accepted case goes by the rules of its acceptance, whatever the city's profile says later") {
  const Folder folder;
  auto document = built_in_document("yiwu");
  const Profile of_today = profile_of(document);
  document.as_object()["promises"].as_array().front().as_object()["within"].as_object()["working_days"] = 9;
  const Profile of_tomorrow = profile_of(document);
  Profile current = of_today;
  const auto store = store::open(folder.file()).value();
  store::Desk desk(*store, [&](std::string_view) -> Result<Profile> { return current; });
  for (const std::uint32_t number : {1u, 2u}) {
    const std::string id = "yw-" + std::to_string(number);
    desk.open(id, of_today, {window, commands::Open{family(number, monday)}}, monday).value();
  }
  desk.execute("yw-1", {window, commands::Accept{}}, monday).value();
  current = of_tomorrow;
  desk.execute("yw-2", {window, commands::Accept{}}, monday).value();

  const auto due = [](store::Desk& at_desk, std::string_view id) {
    return to_string(*at_desk.load(id).value().step("birth-certificate#1")->planned.due);
  };
  CHECK(due(desk, "yw-1") != due(desk, "yw-2"));
  const auto again = store::open(folder.file()).value();
  store::Desk elsewhere(*again, [](std::string_view) -> Result<Profile> {
    return Error{.kind = ErrorKind::unknown_name, .message = "no profile of this id"};
  });
  CHECK(elsewhere.load("yw-1").value().rules == of_today.rules().version);
  CHECK(elsewhere.load("yw-2").value().rules == of_tomorrow.rules().version);
  CHECK(elsewhere.execute("yw-1", {window, commands::Dispatch{}}, monday).has_value());
}

TEST_CASE("an accepted case finds its rules again where a profile extends another of its own id") {
  const Folder folder;
  Office office(folder.file());
  const Profile own = Profile::parse(R"({"id": "yiwu", "extends": "yiwu"})").value();
  office.desk.open("yw-1", own, {window, commands::Open{family(1, monday)}}, monday).value();
  const auto store = store::open(folder.file()).value();
  store::Desk with_own(*store, [&](std::string_view) -> Result<Profile> { return own; });
  with_own.execute("yw-1", {window, commands::Accept{}}, monday).value();
  CHECK(office.state("yw-1").rules == own.rules().version);
}

TEST_CASE("a birth that another case has is reported when the case is opened, and refused at acceptance") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto opened = open_again(office, "yw-2", 1).value();
  REQUIRE(opened.alike.size() == 1);
  CHECK(opened.alike.front().case_id == "yw-1");

  const auto accepted = office.execute("yw-2", commands::Accept{}, monday);
  REQUIRE(code_of(accepted) == "duplicate-birth");
  REQUIRE(accepted.error().findings.size() == 1);
  CHECK(accepted.error().findings.front().path == "/newborns/0");
  CHECK(accepted.error().findings.front().message.en.find("yw-1") != std::string::npos);
  CHECK(office.state("yw-2").status == CaseStatus::draft);

  SUBCASE("unless the other case is withdrawn") {
    office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
    CHECK(office.execute("yw-2", commands::Accept{}, monday).value().alike.empty());
  }
}

TEST_CASE("of two windows that accept the same birth at once, one is refused") {
  const Folder folder;
  Office first(folder.file());
  Office second(folder.file());
  open_again(first, "yw-1", 1).value();
  // The second window's case is decided on before the first one's has its birth: what the desk saw is out of date.
  second.open("yw-2", 2, monday).value();
  const auto version = second.state("yw-2").version;
  const auto kept = accept_as_child_of(second, "yw-2", mother_of(1));
  REQUIRE_FALSE(kept.has_value());
  CHECK(kept.error().kind == ErrorKind::conflict);
  CHECK(second.state("yw-2").version == version);
}

TEST_CASE("a birth that is nearly another one is reported, and does not stand in the way") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto opened = office.open("yw-2", 1, minutes_later(180)).value();  // born three hours later
  REQUIRE(opened.alike.size() == 1);
  CHECK(opened.alike.front().case_id == "yw-1");
  const auto accepted = office.execute("yw-2", commands::Accept{}, minutes_later(180));
  REQUIRE(accepted.has_value());
  CHECK(accepted.value().alike.size() == 1);
  // Three days later no other child can have been born to the same mother; after nine months one can.
  const auto too_near = office.open("yw-3", 1, minutes_later(60 * 24 * 3)).value();
  CHECK(too_near.alike.size() == 2);
  REQUIRE(too_near.decision.findings.size() == 2);
  CHECK(too_near.decision.findings.front().code == "births-too-near");
  CHECK(office.open("yw-4", 1, minutes_later(60 * 24 * (3 + 274))).value().alike.empty());
}

TEST_CASE("births of a case are found by their time, those of a withdrawn one are not") {
  const Folder folder;
  Office office(folder.file());
  office.open("yw-1", 1, monday).value();
  const auto born = monday - boost::posix_time::hours(24);
  const auto found = [&](const DateTime& from, const DateTime& until) {
    return office.store->births(from, until).value().size();
  };
  CHECK(found(born, born) == 1);
  CHECK(found(born + boost::posix_time::minutes(1), born + boost::posix_time::hours(24)) == 0);
  CHECK(found(born - boost::posix_time::hours(24), born - boost::posix_time::minutes(1)) == 0);
  const BirthKey birth = office.store->births(born, born).value().front();
  CHECK(birth.mother_id_number == mother_of(1));
  CHECK(birth.born_at == born);
  CHECK(birth.order == 1);
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  CHECK(found(born, born) == 0);
}

TEST_CASE("facts that are set later are looked up too") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.open("yw-2", 2, monday).value();
  const auto set =
      office.execute("yw-2", commands::SetFacts{{{"mother.id_number", Value::text(mother_of(1))}}}, monday);
  REQUIRE(set.has_value());
  REQUIRE(set.value().alike.size() == 1);
  CHECK(set.value().alike.front().case_id == "yw-1");
}

TEST_CASE("a mistyped year of birth, at either end of all dates, is a birth like any other") {
  const Folder folder;
  Office office(folder.file());
  for (const std::string year : {"1400-01-01T00:00", "1400-01-02T00:00", "9999-12-31T23:59", "9999-12-30T23:59"}) {
    CAPTURE(year);
    std::string application = family(1, monday);
    const std::string born = to_string(monday - boost::posix_time::hours(24));
    application.replace(application.find(born), born.size(), year);
    const Command open{window, commands::Open{application}};
    CHECK(office.desk.open("yw-" + year.substr(0, 10), built_in("yiwu"), open, monday).has_value());
    CHECK(office.store->births(at(year), at(year)).value().size() == 1);
  }
}

TEST_CASE("a child not yet named is taken in anew at the service centre, once its first case is closed") {
  const Folder folder;
  Office office(folder.file());
  const Profile wenling = Profile::built_in("wenling").value();
  const auto open = [&](std::string_view id, const std::string& application) {
    REQUIRE(office.desk.open(id, wenling, {window, commands::Open{application}}, monday_in_april).has_value());
  };
  std::string named = example("wenling-hospital");
  named.replace(named.find("\"hospital\""), 10, "\"service-centre\"");
  open("wl-1", example("wenling-unnamed"));
  REQUIRE(office.execute("wl-1", commands::Accept{}, monday_in_april).has_value());
  open("wl-2", named);
  CHECK(code_of(office.execute("wl-2", commands::Accept{}, monday_in_april)) == "duplicate-birth");

  for (CommandBody next : std::initializer_list<CommandBody>{
           commands::Dispatch{},
           commands::Answer{.message = "wl-1:vaccination-certificate#1:1", .result = commands::AnswerKind::completed},
           commands::Deliver{}, commands::Close{}}) {
    REQUIRE(office.execute("wl-1", std::move(next), monday_in_april).has_value());
  }
  CHECK(office.execute("wl-2", commands::Accept{}, monday_in_april).has_value());
}

TEST_CASE(
    "a case that a wrong clock wrote into the future is repaired, withdrawn, closed and erased, and the chain holds") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const DateTime far = at("2091-03-01T08:00");
  const auto message = open_message(office.state("yw-1"))->id;
  office.execute("yw-1", commands::Answer{.message = message}, far).value();
  const DateTime now = minutes_later(60);
  CHECK(code_of(office.execute("yw-1", commands::Withdraw{.reason = "x"}, now)) == "clock-went-back");
  office.execute("yw-1", commands::RepairClock{.reason = "the clock was ahead"}, now).value();
  CHECK(office.state("yw-1").changed_at == now);
  const std::string document = office.store->export_case("yw-1").value();
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, now).value();
  office.execute("yw-1", commands::Close{}, now).value();
  CHECK(office.store->verify().value().breaks.empty());
  const Folder elsewhere;
  Office other(elsewhere.file());
  CHECK(other.store->import_case(document).value() == "yw-1");
  CHECK(other.state("yw-1").changed_at == now);
  CHECK(other.store->verify().value().breaks.empty());
}

TEST_CASE("two births of one mother within nine months are remarked on, and refused nowhere") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  const auto later = monday + boost::gregorian::days(200);
  const auto again = office.open("yw-2", 1, later).value();
  REQUIRE(again.decision.findings.size() == 1);
  const Finding& finding = again.decision.findings.front();
  CHECK(finding.code == "births-too-near");
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.message.zh.find("yw-1") != std::string::npos);
  CHECK(finding.message.zh.find(mother_of(1)) == std::string::npos);
  REQUIRE(again.alike.size() == 1);
  CHECK(again.alike.front().case_id == "yw-1");
  const auto a_year_later = office.open("yw-3", 1, monday + boost::gregorian::days(600)).value();
  CHECK(a_year_later.alike.empty());
}

TEST_CASE("a withdrawn case stands in nobody's way, also once it is closed") {
  const Folder folder;
  Office office(folder.file());
  office.take_in("yw-1", 1, monday);
  office.execute("yw-1", commands::Withdraw{.reason = "x"}, monday).value();
  office.execute("yw-1", commands::Close{}, monday).value();
  const auto again = office.open("yw-2", 1, monday).value();
  CHECK(again.alike.empty());
  CHECK(code_of(office.execute("yw-2", commands::Accept{}, monday)) == "executed");
}
