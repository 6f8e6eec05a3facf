#include "caller.hpp"

#include <doctest/doctest.h>

using namespace caller;

TEST_CASE("a fact is unknown, then known, then none, then unknown again") {
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  CHECK(get(session, application, "father.name").state == BIRTHCASE_FACT_UNKNOWN);
  REQUIRE(put(session, application, "father.name", "王建国") == BIRTHCASE_OK);
  CHECK(get(session, application, "father.name").state == BIRTHCASE_FACT_KNOWN);
  CHECK(get(session, application, "father.name").text == "王建国");
  REQUIRE(birthcase_application_put_none(session, application, "father", BIRTHCASE_NUL_ENDED, BIRTHCASE_FAMILY) ==
          BIRTHCASE_OK);
  CHECK(get(session, application, "father.name").state == BIRTHCASE_FACT_NONE);
  REQUIRE(birthcase_application_clear(session, application, "father", BIRTHCASE_NUL_ENDED, BIRTHCASE_FAMILY) ==
          BIRTHCASE_OK);
  CHECK(get(session, application, "father.name").state == BIRTHCASE_FACT_UNKNOWN);
}

TEST_CASE("values of every type come back as they can be put again") {
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  REQUIRE(put(session, application, "newborn.name", "王小宝", 0) == BIRTHCASE_OK);
  struct Example {
    std::string_view name, value;
    std::int32_t newborn;
  };
  for (const auto& [name, value, newborn] :
       {Example{"applied_at", "2019-06-03T09:30:00", BIRTHCASE_FAMILY},
        Example{"marriage.status", "20", BIRTHCASE_FAMILY},
        Example{"services", "birth-certificate,hukou-registration", BIRTHCASE_FAMILY},
        Example{"birth.institution.licensed", "true", BIRTHCASE_FAMILY}, Example{"newborn.weight_g", "3200", 0},
        Example{"newborn.born_at", "2019-06-01T14:30:00", 0}}) {
    CAPTURE(name);
    REQUIRE(put(session, application, name, value, newborn) == BIRTHCASE_OK);
    const Fact fact = get(session, application, name, newborn);
    CHECK(fact.text == value);
    CHECK(put(session, application, name, fact.text, newborn) == BIRTHCASE_OK);
    CHECK(get(session, application, name, newborn).text == value);
  }
}

TEST_CASE("newborns are added one after the other, and counted") {
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  CHECK(put(session, application, "newborn.name", "二宝", 1) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(put(session, application, "newborn.name", "大宝", 0) == BIRTHCASE_OK);
  CHECK(put(session, application, "newborn.name", "二宝", 1) == BIRTHCASE_OK);
  std::int32_t count = 0;
  REQUIRE(birthcase_application_newborn_count(session, application, &count) == BIRTHCASE_OK);
  CHECK(count == 2);
  CHECK(put(session, application, "newborn.name", "x", -2) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(put(session, application, "newborn.name", "x", 1 << 20) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(put(session, application, "newborn.name", "x", BIRTHCASE_FAMILY) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(put(session, application, "mother.name", "x", 0) == BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("a refused put changes nothing and names the fact") {
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  REQUIRE(put(session, application, "mother.name", "李晓梅") == BIRTHCASE_OK);
  const std::string before = json_of(session, application);
  CHECK(put(session, application, "mother", "heavy") == BIRTHCASE_WRONG_TYPE);
  CHECK(error_json(session).find(R"("path":"/mother")") != std::string::npos);
  CHECK(error_json(session).find("heavy") == std::string::npos);
  CHECK(put(session, application, "mother.nmae", "x") == BIRTHCASE_UNKNOWN_NAME);
  CHECK(put(session, application, "mother", "x") == BIRTHCASE_WRONG_TYPE);
  CHECK(json_of(session, application) == before);
}

TEST_CASE("validation finds what a format refuses, item by item and as JSON") {
  const Session session = open_session(BIRTHCASE_UTF8, BIRTHCASE_ENGLISH);
  const Application application = new_application(session, built_in(session, "yiwu"));
  REQUIRE(put(session, application, "mother.phone", "12") == BIRTHCASE_OK);
  CHECK(get(session, application, "mother.phone").text == "12");
  std::int32_t count = 0;
  const Answer all =
      text_of([&](auto... out) { return birthcase_application_validate(session, application, &count, out...); });
  REQUIRE(count == 1);
  const auto finding = [&](std::int32_t attribute) {
    return text_of(
        [&](auto... out) { return birthcase_application_finding(session, application, attribute, 0, out...); });
  };
  CHECK(finding(BIRTHCASE_FINDING_PATH).text == "/mother/phone");
  CHECK(all.text == R"([{"severity":")" + finding(BIRTHCASE_FINDING_SEVERITY).text + R"(","code":")" +
                        finding(BIRTHCASE_FINDING_CODE).text + R"(","path":"/mother/phone","message":")" +
                        finding(BIRTHCASE_FINDING_MESSAGE).text + R"("}])");
  CHECK(all.text.find("\"12\"") == std::string::npos);
  CHECK(finding(BIRTHCASE_FINDING_MESSAGE + 1).status == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_application_finding(session, application, BIRTHCASE_FINDING_CODE, 1, nullptr, nullptr) ==
        BIRTHCASE_OUT_OF_RANGE);
}

TEST_CASE("a document is handed in once, with its holder, and counts in the plan") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  Application application;
  const std::string json = example("yiwu-local");
  REQUIRE(birthcase_application_parse(session, yiwu, json.data(), size(json), application.out()) == BIRTHCASE_OK);
  const auto hand_in = [&](std::string_view type, std::string_view holder, std::int32_t as) {
    return birthcase_application_hand_in(session, application, type.data(), size(type), holder.data(), size(holder), as,
                                         BIRTHCASE_FAMILY);
  };
  CHECK(hand_in("id-card", "mother", BIRTHCASE_ORIGINAL) == BIRTHCASE_OK);
  const std::string once = json_of(session, application);
  CHECK(hand_in("id-card", "mother", BIRTHCASE_ORIGINAL) == BIRTHCASE_OK);
  CHECK(json_of(session, application) == once);
  CHECK(hand_in("id-cart", "mother", BIRTHCASE_ORIGINAL) == BIRTHCASE_UNKNOWN_NAME);
  CHECK(hand_in("id-card", "mothr", BIRTHCASE_ORIGINAL) == BIRTHCASE_UNKNOWN_NAME);
  CHECK(hand_in("id-card", "mother", 3) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(json_of(session, application) == once);
}

TEST_CASE("an application read, written and read again is the same") {
  const Session session = open_session();
  for (const std::string& name : examples()) {
    CAPTURE(name);
    const std::string json = example(name);
    const Answer id = text_of(
        [&](auto... out) { return birthcase_application_profile_named_in(session, json.data(), size(json), out...); });
    const Profile profile = built_in(session, id.text);
    Application first, second;
    REQUIRE(birthcase_application_parse(session, profile, json.data(), size(json), first.out()) == BIRTHCASE_OK);
    const std::string written = json_of(session, first);
    REQUIRE(birthcase_application_parse(session, profile, written.data(), size(written), second.out()) == BIRTHCASE_OK);
    CHECK(json_of(session, second) == written);
    CHECK(json_of(session, make_plan(session, profile, second, "2019-06-10")) ==
          json_of(session, make_plan(session, profile, first, "2019-06-10")));
  }
}

TEST_CASE("a copy goes its own way, and outlives what it was made from") {
  const Session session = open_session();
  Application copy;
  {
    const Application application = new_application(session, built_in(session, "yiwu"));
    REQUIRE(put(session, application, "mother.name", "李晓梅") == BIRTHCASE_OK);
    REQUIRE(birthcase_application_copy(session, application, copy.out()) == BIRTHCASE_OK);
    REQUIRE(put(session, application, "mother.name", "张三") == BIRTHCASE_OK);
  }
  CHECK(get(session, copy, "mother.name").text == "李晓梅");
}

TEST_CASE("the same facts stand under another city's profile") {
  const Session session = open_session();
  const Profile ruian = built_in(session, "ruian");
  const Application application = new_application(session, built_in(session, "yiwu"));
  REQUIRE(put(session, application, "mother.name", "李晓梅") == BIRTHCASE_OK);
  Application other;
  REQUIRE(birthcase_application_under(session, application, ruian, other.out()) == BIRTHCASE_OK);
  CHECK(get(session, other, "mother.name").text == "李晓梅");
  CHECK(text_of(session, make_plan(session, ruian, other, "2019-06-10"), BIRTHCASE_PLAN_PROFILE) == "ruian");
}
