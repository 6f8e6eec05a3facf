// Cases of which the calendar or the code tables have changed since they were accepted.
#include "../applications.hpp"
#include "files.hpp"
#include "office.hpp"

#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

const DateTime tuesday = at("2027-03-02T09:30");

ProfileData invented() {
  ProfileData data;
  data.add_calendar(source_file("tests/data/calendar/2027-invented.json")).value();
  return data;
}

store::ProfileById built_in_with(const ProfileData& data) {
  return [data](std::string_view id) { return Profile::built_in(id, data); };
}

store::ProfileById none() {
  return [](std::string_view) -> Result<Profile> { return Error{.kind = ErrorKind::unknown_name}; };
}

// A case of Yiwu, accepted on that day under these notices.
RulesVersion accept(store::Store& kept, const ProfileData& data) {
  store::Desk desk(kept, built_in_with(data), data);
  const Profile yiwu = Profile::built_in("yiwu", data).value();
  desk.open("yw-1", yiwu, {window, commands::Open{family(1, tuesday)}}, tuesday).value();
  desk.execute("yw-1", {window, commands::Accept{}}, tuesday).value();
  return desk.load("yw-1").value().rules;
}

Result<bool> knows_2027(const Case& state) {
  return state.profile.rules().calendar->working_day(Date(2027, 3, 2), Date(2027, 3, 2));
}

}  // namespace

TEST_CASE("an accepted case loads and goes on when the calendar has lost notices, and keeps its digests and dates") {
  const Folder folder;
  const auto kept = store::open(folder.file()).value();
  const RulesVersion rules = accept(*kept, invented());
  CHECK(rules.calendar == invented().calendar_digest());
  store::Desk without(*kept);
  const Case state = without.load("yw-1").value();
  CHECK(state.rules == rules);
  CHECK_FALSE(knows_2027(state).has_value());
  REQUIRE(state.steps.front().planned.due.has_value());
  CHECK(to_string(*state.steps.front().planned.due) == "2027-03-08");
  const auto sent = without.execute("yw-1", {window, commands::Dispatch{}}, at("2027-03-02T10:00"));
  REQUIRE(sent.has_value());
}

TEST_CASE("the notices of today are those of the profile that the desk has for the case, or else of the desk") {
  const Folder folder;
  const auto kept = store::open(folder.file()).value();
  const RulesVersion rules = accept(*kept, invented());
  store::Desk by_profile(*kept, built_in_with(invented()));
  CHECK(knows_2027(by_profile.load("yw-1").value()).has_value());
  store::Desk by_data(*kept, none(), invented());
  const Case state = by_data.load("yw-1").value();
  CHECK(knows_2027(state).has_value());
  CHECK(state.rules == rules);
  store::Desk neither(*kept, none());
  CHECK_FALSE(knows_2027(neither.load("yw-1").value()).has_value());
}
