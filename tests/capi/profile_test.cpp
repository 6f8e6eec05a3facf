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
