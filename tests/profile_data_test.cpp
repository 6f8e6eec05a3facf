// Holiday notices and code tables that are loaded besides the library's own.
#include <birthcase/plan_json.hpp>
#include <birthcase/profile_data.hpp>

#include "applications.hpp"

#include <doctest/doctest.h>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

std::string notices(int year, const std::string& number, const std::string& announced, const std::string& off) {
  return R"({"year": )" + std::to_string(year) + R"(, "notices": [{"number": ")" + number + R"(", "announced": ")" +
         announced + R"(", "off": [)" + off + "]}]}";
}

ProfileData with(const std::string& calendar) {
  ProfileData data;
  REQUIRE(data.add_calendar(calendar).has_value());
  return data;
}

ProfileData invented() { return with(source_file("tests/data/calendar/2027-invented.json")); }

Date day(std::string_view text) { return parse_date(text).value(); }

std::string until(const Calendar& calendar, std::string_view from, std::string_view as_of) {
  const auto last = calendar.known_until(day(from), day(as_of));
  return last ? to_string(*last) : "unknown";
}

Profile yiwu_with(const ProfileData& data) { return Profile::built_in("yiwu", data).value(); }

// A family of Yiwu whose newborn is a day old when it applies.
Example family_of_2027() {
  Example family = Example::named("yiwu-local");
  family.set("/newborns/0/born_at", "2027-03-01T08:00").set("/applied_at", "2027-03-02T09:30");
  return family;
}

std::string whole(const Plan& plan) { return plan.due ? to_string(*plan.due) : "open"; }

Error error_of(const Result<void>& result) {
  REQUIRE_FALSE(result.has_value());
  return result.error();
}

Error refused_calendar(const std::string& json) {
  ProfileData data;
  const std::string before = data.calendar_digest();
  const Error error = error_of(data.add_calendar(json));
  CHECK(data.calendar_digest() == before);
  CHECK(error.document == "calendar");
  return error;
}

Error refused_codes(std::string_view id, std::string_view tsv) {
  ProfileData data;
  const std::string before = data.codes_digest();
  const Error error = error_of(data.add_codes(id, tsv));
  CHECK(data.codes_digest() == before);
  return error;
}

}  // namespace

TEST_CASE("a year without a notice has no dates, and the notice brings them") {
  Example family = family_of_2027();
  const Plan without = family.plan();
  CHECK(whole(without) == "open");
  CHECK(finding(without, "calendar-missing") != nullptr);
  const Plan with_notice = family.plan(yiwu_with(invented()));
  CHECK(finding(with_notice, "calendar-missing") == nullptr);
  CHECK(whole(with_notice) == "2027-03-08");  // three working days; the invented 2027-03-04 is off
}

TEST_CASE("a notice counts from the day of its announcement") {
  const Profile yiwu = yiwu_with(with(notices(2027, "x", "2027-03-03", "")));
  Example family = family_of_2027();
  CHECK(whole(family.plan(yiwu, Date(2027, 3, 2))) == "open");
  CHECK(whole(family.plan(yiwu, Date(2027, 3, 3))) == "2027-03-05");
}

TEST_CASE("the last day that can be counted to is that of the years announced by then, without a gap") {
  const Calendar& built_in = ProfileData().calendar();
  CHECK(until(built_in, "2026-11-30", "2026-11-30") == "2026-12-31");
  CHECK(until(built_in, "2019-04-29", "2019-04-29") == "2019-12-31");
  CHECK(until(built_in, "2019-11-25", "2019-11-25") == "2020-12-31");
  CHECK(until(built_in, "2027-03-02", "2027-03-02") == "unknown");
  CHECK(until(built_in, "2017-01-02", "2026-11-30") == "unknown");
  const ProfileData data = invented();
  CHECK(until(data.calendar(), "2026-11-30", "2026-11-30") == "2027-12-31");
  CHECK(until(data.calendar(), "2026-11-09", "2026-11-09") == "2026-12-31");
  CHECK(until(with(notices(2028, "x", "2026-11-11", "")).calendar(), "2026-11-30", "2026-11-30") == "2026-12-31");
}

TEST_CASE("a notice takes the place of one of its year with its number or its day, any other is added") {
  const auto works = [](const ProfileData& data, std::string_view text) {
    return data.calendar().working_day(day(text), Date(2027, 6, 1)).value();
  };
  ProfileData data = with(notices(2027, "1", "2026-11-10", R"(["2027-03-04", "2027-03-04"])"));
  const std::size_t count = data.calendar().notices().size();
  REQUIRE(data.add_calendar(notices(2027, "1", "2026-11-12", R"(["2027-03-05", "2027-03-05"])")).has_value());
  CHECK(data.calendar().notices().size() == count);
  CHECK(works(data, "2027-03-04"));
  CHECK_FALSE(works(data, "2027-03-05"));
  REQUIRE(data.add_calendar(notices(2027, "other", "2026-11-12", "")).has_value());
  CHECK(data.calendar().notices().size() == count);
  CHECK(works(data, "2027-03-05"));
  REQUIRE(data.add_calendar(notices(2027, "2", "2027-02-01", R"(["2027-03-09", "2027-03-09"])")).has_value());
  CHECK(data.calendar().notices().size() == count + 1);
  CHECK(works(data, "2027-03-05"));
  CHECK_FALSE(works(data, "2027-03-09"));
}

TEST_CASE("what is added to a copy stays there") {
  const ProfileData before;
  ProfileData after = before;
  REQUIRE(after.add_calendar(notices(2027, "1", "2026-11-10", "")).has_value());
  CHECK(before.calendar().years().back() == 2026);
  CHECK(after.calendar().years().back() == 2027);
  CHECK(yiwu_with(after).data().calendar_digest() == after.calendar_digest());
}

TEST_CASE("the same notices have the same digest, in whatever order they came and whoever had them") {
  const std::string first = notices(2027, "1", "2026-11-10", "");
  const std::string second = notices(2028, "2", "2026-11-11", "");
  ProfileData one = with(first);
  ProfileData other = with(second);
  CHECK(one.calendar_digest() != other.calendar_digest());
  REQUIRE(one.add_calendar(second).has_value());
  REQUIRE(other.add_calendar(first).has_value());
  CHECK(one.calendar_digest() == other.calendar_digest());
  CHECK(with(source_file("profiles/calendar/2020.json")).calendar_digest() == ProfileData().calendar_digest());
  CHECK(one.codes_digest() == ProfileData().codes_digest());
}

TEST_CASE("the version of the rules tells of loaded notices and tables apart") {
  const RulesVersion plain = yiwu_with({}).rules().version;
  const RulesVersion with_notice = yiwu_with(invented()).rules().version;
  CHECK(with_notice.calendar != plain.calendar);
  CHECK(with_notice.codes == plain.codes);
  CHECK(with_notice.profile == plain.profile);
  ProfileData codes;
  REQUIRE(codes.add_codes("gbt-2260", source_file("tests/data/codes/gbt-2260.tsv")).has_value());
  const RulesVersion with_codes = yiwu_with(codes).rules().version;
  CHECK(with_codes.calendar == plain.calendar);
  CHECK(with_codes.codes != plain.codes);
}

TEST_CASE("a plan names the versions of its rules and the last day that can be counted to") {
  Example family = family_of_2027();
  const Profile yiwu = yiwu_with(invented());
  const auto& version = yiwu.rules().version;
  CHECK(to_json(family.plan(yiwu))
            .ends_with(R"("rules":{"profile":")" + version.profile + R"(","codes":")" + version.codes +
                       R"(","calendar":")" + version.calendar + R"(","counted_until":"2027-12-31"}})"));
  CHECK(to_json(family.plan()).ends_with(R"("counted_until":null}})"));
}

TEST_CASE("notices that are wrong are refused with document, place and line") {
  const Error misspelt = refused_calendar("{\"year\": 2027,\n \"notice\": []}");
  CHECK(misspelt.kind == ErrorKind::unknown_name);
  CHECK(misspelt.path == "/notice");
  CHECK(misspelt.line == 2);
  CHECK(misspelt.message.find("notices") != std::string::npos);
  CHECK(refused_calendar("{").kind == ErrorKind::syntax);
  CHECK(refused_calendar(R"({"year": 2027, "notices": [{"number": "1", "announced": "2026-11-10"},
                             {"number": "2", "announced": "2026-11-10"}]})")
            .kind == ErrorKind::contradiction);
  CHECK(refused_calendar(R"({"year": 2027, "notices": [{"number": "1", "announced": "2026-11-10", "verified": 1}]})")
            .path == "/notices/0/verified");
  CHECK(refused_calendar(R"({"year": 2027, "notices": [{"number": "1", "announced": "2026-11-10", "signed": "x"}]})")
            .path == "/notices/0/signed");
  CHECK(refused_calendar(R"({"year": 2027, "source": 1, "notices": [{"number": "1", "announced": "2026-11-10"}]})")
            .path == "/source");
}

TEST_CASE("rows extend a code table, and a place that came with them can have a profile") {
  const std::string place =
      R"({"id": "new-city", "title": {"zh": "新", "en": "new"}, "extends": "base",
          "jurisdiction": {"division": "330799", "label": {"zh": "虚构区", "en": "invented"}}})";
  CHECK(Profile::parse(place).error().path == "/jurisdiction/division");
  ProfileData data;
  REQUIRE(data.add_codes("gbt-2260", source_file("tests/data/codes/gbt-2260.tsv")).has_value());
  const auto none = [](std::string_view) { return std::optional<std::string_view>(); };
  const auto profile = Profile::parse(place, none, data);
  REQUIRE(profile.has_value());
  CHECK(profile->rules().codes->find("gbt-2260")->find("330799")->zh == "虚构区");
  CHECK(profile->rules().codes->find("gbt-2260")->find("330782")->zh == "义乌市");
}

TEST_CASE("a row of a code and year that are there takes their place") {
  ProfileData data;
  const auto known = data.codes().find("gbt-2260")->history("330782");
  REQUIRE_FALSE(known.empty());
  const std::string from = known.back().first_year == 0 ? "" : std::to_string(known.back().first_year);
  REQUIRE(
      data.add_codes("gbt-2260", "# standard: GB/T 2260\n# extends: gbt-2260\ncode\tzh\tfrom\tuntil\n330782\t义乌市\t" +
                                     from + "\t2026\n330782\t新义乌市\t2026\t\n")
          .has_value());
  const CodeTable& table = *data.codes().find("gbt-2260");
  CHECK(table.find("330782")->zh == "新义乌市");
  CHECK(table.find("330782", 2025)->zh == "义乌市");
  CHECK(table.history("330782").size() == known.size() + 1);
}

TEST_CASE("rows that are there already change nothing, whatever the number of times they are added") {
  const std::string rows = source_file("tests/data/codes/gbt-2260.tsv");
  ProfileData data;
  REQUIRE(data.add_codes("gbt-2260", rows).has_value());
  const std::string digest = data.codes_digest();
  CHECK(digest != ProfileData().codes_digest());
  const std::size_t count = data.codes().find("gbt-2260")->entries().size();
  REQUIRE(data.add_codes("gbt-2260", rows).has_value());
  CHECK(data.codes_digest() == digest);
  CHECK(data.codes().find("gbt-2260")->entries().size() == count);
}

TEST_CASE("a table that does not extend another takes its place") {
  ProfileData data;
  REQUIRE(data.add_codes("gbt-2261-1", "# standard: x\ncode\tzh\n1\t男\n2\t女\n").has_value());
  CHECK(data.codes().find("gbt-2261-1")->codes() == std::vector<std::string>{"1", "2"});
  CHECK(ProfileData().codes().find("gbt-2261-1")->codes().size() == 4);
}

TEST_CASE("code tables that are wrong are refused with document and line") {
  const Error no_name = refused_codes("gbt-2260", "# standard: x\ncode\tzh\n330782\t\n");
  CHECK(no_name.kind == ErrorKind::missing);
  CHECK(no_name.document == "codes/gbt-2260");
  CHECK(no_name.line == 3);
  const Error twice =
      refused_codes("gbt-2260", "# standard: x\n# extends: gbt-2260\ncode\tzh\tfrom\n330783\t东阳市\t2026\n");
  CHECK(twice.kind == ErrorKind::contradiction);
  CHECK(twice.line == 4);
  CHECK(refused_codes("none", "# standard: x\n# extends: none\ncode\tzh\n1\ta\n").kind == ErrorKind::unknown_name);
  CHECK(refused_codes("a", "# standard: x\n# extends: gbt-2260\ncode\tzh\n1\ta\n").kind == ErrorKind::contradiction);
  for (const std::string id : {"", "A", "a--b", "-a", "a-", "a/b", "../a", "a b"}) {
    CAPTURE(id);
    CHECK(refused_codes(id, "# standard: x\ncode\tzh\n1\ta\n").kind == ErrorKind::syntax);
  }
}
