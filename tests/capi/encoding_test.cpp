#include "caller.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace caller;

namespace {

// 𠮷 is beyond the BMP, 䶮 in extension A, 㛃 in neither GBK nor GB 2312, the last one in the private use area.
constexpr std::string_view rare_name = "𠮷䶮㛃\uE000";

}  // namespace

TEST_CASE("rare and private-use characters survive every way in and out, in every encoding") {
  const Session utf8 = open_session();
  for (const std::int32_t encoding :
       {BIRTHCASE_UTF8, BIRTHCASE_GB18030, BIRTHCASE_GB18030_2005, BIRTHCASE_GB18030_2000}) {
    CAPTURE(encoding);
    const Session session = open_session(encoding);
    const Profile yiwu = built_in(session, "yiwu");
    const Application application = new_application(session, yiwu);
    const std::string name = converted(utf8, BIRTHCASE_UTF8, encoding, rare_name);
    REQUIRE(put(session, application, "mother.name", name) == BIRTHCASE_OK);
    CHECK(get(session, application, "mother.name").text == name);

    const std::string json = json_of(session, application);
    CHECK(json.find(name) != std::string::npos);
    Application again;
    REQUIRE(birthcase_application_parse(session, yiwu, json.data(), size(json), again.out()) == BIRTHCASE_OK);
    CHECK(get(session, again, "mother.name").text == name);

    const Plan plan = make_plan(session, yiwu, again, "2019-06-10");
    CHECK(json_of(session, plan).find(name) != std::string::npos);
    bool shown = false;
    for (std::int32_t i = 0; i < count_of(session, plan, BIRTHCASE_FIELDS); ++i) {
      shown = shown || text_of(session, plan, BIRTHCASE_FIELD_VALUE, i) == name;
    }
    CHECK(shown);
  }
}

TEST_CASE("a plan in GB18030 is the plan in UTF-8, converted") {
  const Session utf8 = open_session();
  const Session gb = open_session(BIRTHCASE_GB18030);
  const Profile yiwu = built_in(gb, "yiwu");
  const auto document = [&](birthcase_session* session, std::string_view json) {
    return text_of([&](auto... out) {
      return birthcase_plan_document(session, yiwu, json.data(), size(json), "2019-06-10", 10, out...);
    });
  };
  const std::string json = example("yiwu-twins");
  const Answer in_gb = document(gb, converted(utf8, BIRTHCASE_UTF8, BIRTHCASE_GB18030, json));
  REQUIRE(in_gb.status == BIRTHCASE_OK);
  CHECK(converted(utf8, BIRTHCASE_GB18030, BIRTHCASE_UTF8, in_gb.text) == document(utf8, json).text);
}

TEST_CASE("the editions read the same bytes as different characters, and each is readable") {
  const Session session = open_session();
  const std::string_view bytes = "\xA6\xD9";
  CHECK(converted(session, BIRTHCASE_GB18030, BIRTHCASE_UTF8, bytes) == "\uFE10");
  CHECK(converted(session, BIRTHCASE_GB18030_2005, BIRTHCASE_UTF8, bytes) == "\uE78D");
  CHECK(converted(session, BIRTHCASE_GB18030_2005, BIRTHCASE_UTF8, "\xA8\xBC") == "\u1E3F");
  CHECK(converted(session, BIRTHCASE_GB18030_2000, BIRTHCASE_UTF8, "\xA8\xBC") == "\uE7C7");
  CHECK(converted(session, BIRTHCASE_GB18030_2005, BIRTHCASE_GB18030, bytes) ==
        converted(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, "\uE78D"));
}

TEST_CASE("bytes that are no character are refused with the fact and the position, never replaced") {
  const Session gb = open_session(BIRTHCASE_GB18030);
  const Application application = new_application(gb, built_in(gb, "yiwu"));
  CHECK(put(gb, application, "mother.name", "\xC0\xEE\xFF\xFF") == BIRTHCASE_ENCODING);
  const std::string error = error_json(gb);
  CHECK(error.find(R"("path":"/mother/name")") != std::string::npos);
  CHECK(error.find(R"("column":2)") != std::string::npos);
  CHECK(get(gb, application, "mother.name").state == BIRTHCASE_FACT_UNKNOWN);

  const Session utf8 = open_session();
  const Application other = new_application(utf8, built_in(utf8, "yiwu"));
  CHECK(put(utf8, other, "newborn.name", "王\xFF", 0) == BIRTHCASE_ENCODING);
  CHECK(error_json(utf8).find(R"("path":"/newborns/0/name")") != std::string::npos);
}

TEST_CASE("bytes that are no character are refused without a fact where there is no such fact") {
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  for (const auto& [name, newborn] :
       {std::pair{"mother.name", 0}, std::pair{"newborn.name", BIRTHCASE_FAMILY}, std::pair{"newborns", 0}}) {
    CHECK(put(session, application, name, "王\xFF", newborn) == BIRTHCASE_ENCODING);
    CHECK(error_json(session).find("path") == std::string::npos);
  }
}

TEST_CASE("bytes that are no character in a JSON document are refused with the value and the position") {
  const auto refused = [](std::int32_t encoding, std::string_view json) {
    const Session session = open_session(encoding);
    Application application;
    CHECK(birthcase_application_parse(session, built_in(session, "yiwu"), json.data(), size(json), application.out()) ==
          BIRTHCASE_ENCODING);
    return error_json(session);
  };
  for (const std::int32_t encoding : {BIRTHCASE_UTF8, BIRTHCASE_GB18030}) {
    const std::string error = refused(encoding, "{\"mother\":{\"name\":\"ab\xFF\"}}");
    CAPTURE(error);
    CHECK(error.find(R"("path":"/mother/name")") != std::string::npos);
    CHECK(error.find(R"("line":1,"column":22)") != std::string::npos);
  }
}
