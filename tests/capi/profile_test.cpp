#include "caller.hpp"

#include <doctest/doctest.h>

using namespace caller;

namespace {

constexpr std::string_view village = R"({"id":"village","title":{"zh":"测试村","en":"Test village"},"extends":"yiwu"})";
constexpr std::string_view hamlet = R"({"id":"hamlet","title":{"zh":"测试庄","en":"Test hamlet"},"extends":"village"})";

birthcase_status parse(birthcase_session* session, std::string_view json, Profile& profile) {
  return birthcase_profile_parse(session, json.data(), size(json), profile.out());
}

}  // namespace

TEST_CASE("the built-in profiles are counted, named and read by their ids") {
  const Session session = open_session(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH);
  std::int32_t count = 0;
  REQUIRE(birthcase_built_in_count(session, &count) == BIRTHCASE_OK);
  REQUIRE(count >= 4);
  for (std::int32_t i = 0; i < count; ++i) {
    const Answer id = text_of([&](auto... out) { return birthcase_built_in_id(session, i, out...); });
    const Profile profile = built_in(session, id.text);
    CHECK(text_of([&](auto... out) { return birthcase_profile_id(session, profile, out...); }).text == id.text);
    CHECK_FALSE(text_of([&](auto... out) { return birthcase_profile_title(session, profile, out...); }).text.empty());
    const Answer json =
        text_of([&](auto... out) { return birthcase_built_in_json(session, id.text.data(), size(id.text), out...); });
    CHECK(json.text.find("\"" + id.text + "\"") != std::string::npos);
  }
  CHECK(birthcase_built_in_id(session, count, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_built_in_id(session, -1, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("the version of a profile is that of its plans, and another for each profile") {
  const Session session = open_session();
  const auto version = [&](const birthcase_profile* profile) {
    return text_of([&](auto... out) { return birthcase_profile_version(session, profile, out...); }).text;
  };
  const Profile yiwu = built_in(session, "yiwu");
  const Application nobody = new_application(session, yiwu);
  CHECK(version(yiwu).size() == 64);
  CHECK(version(yiwu) ==
        text_of(session, make_plan(session, yiwu, nobody, "2019-06-10"), BIRTHCASE_PLAN_RULES_VERSION));
  CHECK(version(yiwu) == version(built_in(open_session(BIRTHCASE_GB18030), "yiwu")));
  Profile layer;
  REQUIRE(parse(session, village, layer) == BIRTHCASE_OK);
  CHECK(version(layer) != version(yiwu));
}

TEST_CASE("a profile that does not exist is refused with those that do") {
  const Session session = open_session();
  Profile profile;
  CHECK(birthcase_profile_built_in(session, "yiwwu", BIRTHCASE_NUL_ENDED, profile.out()) == BIRTHCASE_UNKNOWN_NAME);
  CHECK(profile == nullptr);
  CHECK(error_message(session) == "no built-in profile has this id; there are base, ruian, wenling, yiwu");
  CHECK(birthcase_built_in_json(session, "yiwwu", BIRTHCASE_NUL_ENDED, nullptr, nullptr) == BIRTHCASE_UNKNOWN_NAME);
}

TEST_CASE("a profile extends a built-in one, or one whose text the session knows") {
  const Session session = open_session();
  Profile profile;
  CHECK(parse(session, hamlet, profile) != BIRTHCASE_OK);
  REQUIRE(birthcase_session_add_profile(session, village.data(), size(village)) == BIRTHCASE_OK);
  REQUIRE(parse(session, hamlet, profile) == BIRTHCASE_OK);
  CHECK(text_of([&](auto... out) { return birthcase_profile_title(session, profile, out...); }).text == "测试庄");
}

TEST_CASE("holiday notices of a session count for the profiles that it loads next") {
  constexpr std::string_view notices = R"({"year":2027,"notices":[{"number":"1","announced":"2026-11-10"}]})";
  const Session session = open_session();
  const Profile before = built_in(session, "yiwu");
  REQUIRE(birthcase_session_add_calendar(session, notices.data(), size(notices)) == BIRTHCASE_OK);
  const Profile after = built_in(session, "yiwu");
  const auto until = [&](const birthcase_profile* profile) {
    const Application application = new_application(session, profile);
    const Plan plan = make_plan(session, profile, application, "2027-03-02");
    return text_of(session, plan, BIRTHCASE_PLAN_COUNTED_UNTIL);
  };
  CHECK(until(before).empty());
  CHECK(until(after) == "2027-12-31");
  CHECK(until(built_in(open_session(), "yiwu")).empty());
  Profile parsed;
  REQUIRE(parse(session, village, parsed) == BIRTHCASE_OK);
  CHECK(until(parsed) == "2027-12-31");
}

TEST_CASE("code tables of a session count for the profiles that it loads next, in the encoding of the session") {
  const std::string_view place =
      R"({"id":"place","title":{"zh":"a","en":"a"},"extends":"base",
          "jurisdiction":{"division":"330799","label":{"zh":"a","en":"a"}}})";
  const std::string_view rows = "# standard: GB/T 2260\n# extends: gbt-2260\ncode\tzh\n330799\t\xD0\xE9\xB9\xB9\n";
  const Session session = open_session(BIRTHCASE_GB18030);
  Profile profile;
  CHECK(parse(session, place, profile) == BIRTHCASE_UNKNOWN_NAME);
  REQUIRE(birthcase_session_add_codes(session, "gbt-2260", BIRTHCASE_NUL_ENDED, rows.data(), size(rows)) ==
          BIRTHCASE_OK);
  CHECK(parse(session, place, profile) == BIRTHCASE_OK);
}

TEST_CASE("notices and code tables that are wrong are refused with their place, and nothing is added") {
  const Session session = open_session();
  const auto calendar = [&](std::string_view json) {
    return birthcase_session_add_calendar(session, json.data(), size(json));
  };
  const auto codes = [&](std::string_view id, std::string_view tsv) {
    return birthcase_session_add_codes(session, id.data(), size(id), tsv.data(), size(tsv));
  };
  CHECK(calendar("{") == BIRTHCASE_SYNTAX);
  CHECK(calendar("[]") == BIRTHCASE_WRONG_TYPE);
  CHECK(calendar("{\"year\":2027,\n\"notice\":[]}") == BIRTHCASE_UNKNOWN_NAME);
  CHECK(error_json(session).find(R"("document":"calendar","path":"/notice","line":2,)") != std::string::npos);
  CHECK(calendar(R"({"year":2027})") == BIRTHCASE_MISSING);
  CHECK(calendar(R"({"year":20270,"notices":[]})") == BIRTHCASE_OUT_OF_RANGE);
  CHECK(calendar("{\"year\":\"\xff\"}") == BIRTHCASE_ENCODING);
  CHECK(codes("a", "code\tzh\n1\ta\n") == BIRTHCASE_MISSING);
  CHECK(codes("a", "# standard: x\ncode\tzh\n1\n") == BIRTHCASE_MISSING);
  CHECK(error_json(session).find(R"("document":"codes/a","line":3})") != std::string::npos);
  CHECK(codes("a/b", "# standard: x\ncode\tzh\n1\ta\n") == BIRTHCASE_SYNTAX);
  CHECK(codes("a", "# standard: x\ncode\tname\n") == BIRTHCASE_UNKNOWN_NAME);
  const Profile profile = built_in(session, "yiwu");
  const Application application = new_application(session, profile);
  const Plan plan = make_plan(session, profile, application, "2027-03-02");
  CHECK(text_of(session, plan, BIRTHCASE_PLAN_COUNTED_UNTIL).empty());
}

TEST_CASE("only a profile with an id can be made known") {
  const Session session = open_session();
  const auto add = [&](std::string_view json) {
    return birthcase_session_add_profile(session, json.data(), size(json));
  };
  CHECK(add("[1]") == BIRTHCASE_WRONG_TYPE);
  CHECK(add("{}") == BIRTHCASE_MISSING);
  CHECK(add(R"({"id":1})") == BIRTHCASE_WRONG_TYPE);
  CHECK(add("{") == BIRTHCASE_SYNTAX);
  CHECK(add("{\"id\":\"\xff\"}") == BIRTHCASE_ENCODING);
}

TEST_CASE("an error in a profile names the document and the place") {
  const Session session = open_session();
  Profile profile;
  CHECK(parse(session, R"({"id":"v","extends":"yiwu","servces":[]})", profile) == BIRTHCASE_UNKNOWN_NAME);
  CHECK(error_json(session).find(R"("document":"v","path":"/servces")") != std::string::npos);
}

TEST_CASE("another handle of a profile outlives the first") {
  const Session session = open_session();
  Profile other;
  {
    const Profile profile = built_in(session, "ruian");
    REQUIRE(birthcase_profile_share(session, profile, other.out()) == BIRTHCASE_OK);
  }
  CHECK(text_of([&](auto... out) { return birthcase_profile_id(session, other, out...); }).text == "ruian");
}

TEST_CASE("the form, a service's part of it and the schema are JSON") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const auto form = [&](std::string_view service) {
    return text_of(
        [&](auto... out) { return birthcase_profile_form(session, yiwu, service.data(), size(service), out...); });
  };
  const Answer all = form("");
  const Answer part = form("hukou-registration");
  CHECK(all.text.starts_with("{"));
  CHECK(part.text.starts_with("{"));
  CHECK(part.text.size() < all.text.size());
  CHECK(form("hukou").status == BIRTHCASE_UNKNOWN_NAME);
  const Answer fields = text_of([&](auto... out) { return birthcase_profile_fields(session, yiwu, out...); });
  CHECK(fields.text.find(R"("id":"applicant.role")") != std::string::npos);
  const Answer schema =
      text_of([&](auto... out) { return birthcase_profile_application_schema(session, yiwu, out...); });
  CHECK(schema.text.find("https://json-schema.org/draft/2020-12/schema") != std::string::npos);
}

TEST_CASE("profiles are compared side by side, on a day") {
  const Session session = open_session();
  const Profile base = built_in(session, "base");
  const Profile yiwu = built_in(session, "yiwu");
  const birthcase_profile* const both[] = {base, yiwu};
  const auto compare = [&](std::int64_t count, std::string_view as_of) {
    return text_of(
        [&](auto... out) { return birthcase_compare(session, both, count, as_of.data(), size(as_of), out...); });
  };
  const Answer comparison = compare(2, "2019-06-10");
  CHECK(comparison.status == BIRTHCASE_OK);
  CHECK(comparison.text.find("yiwu") != std::string::npos);
  CHECK(compare(0, "2019-06-10").status == BIRTHCASE_MISSING);
  CHECK(compare(-1, "2019-06-10").status == BIRTHCASE_BAD_ARGUMENT);
  CHECK(compare(65, "2019-06-10").status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(compare(2, "2019-6-10").status == BIRTHCASE_SYNTAX);
}
