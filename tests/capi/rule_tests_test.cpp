// Tests of rules through the C interface: what they give, in each format, and whose profiles they are run against.
#include "caller.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace caller;

namespace {

// Two cases under a city's rules: the first passes, the second expects too few papers.
constexpr std::string_view tests = R"({
  "profile": "yiwu", "as_of": "2019-06-04",
  "base": {"channel": "hospital", "mother": {"name": "王𠮷", "id_type": "01"}, "father": null,
           "marriage": {"status": "20"}, "newborns": [{}]},
  "cases": [
    {"name": "the certificate is joint", "expect": {"lanes": {"birth-certificate": "joint"}}},
    {"name": "nothing to bring <𠮷>", "expect": {"evidence": {"exactly": []}, "facts": {"mother.name": "王一"}}}]})";

constexpr std::string_view of_files = R"({"profile": "village/rules.json", "as_of": "2019-06-04", "cases": [
  {"name": "posted at once", "expect": {"lanes": {"birth-certificate": "joint"}}, "given": {"channel": "hospital"}},
  {"name": "before the reform", "profile": "base", "expect": {"lanes": {"birth-certificate": "elsewhere"}}},
  {"name": "again", "profile": "village/rules.json", "expect": {"lanes": {"birth-certificate": "joint"}},
   "given": {"channel": "hospital"}}]})";

struct Run {
  birthcase_status status = BIRTHCASE_OK;
  std::int32_t passed = -1;
  std::int32_t failed = -1;
  std::string text{};
};

Run run(birthcase_session* session, std::string_view json, std::int32_t format,
        const std::vector<const birthcase_profile*>& profiles = {}) {
  Run result;
  const Answer answer = text_of([&](auto... out) {
    return birthcase_rule_tests_run(session, profiles.data(), static_cast<std::int64_t>(profiles.size()), json.data(),
                                    size(json), "my-city", BIRTHCASE_NUL_ENDED, format, &result.passed, &result.failed,
                                    out...);
  });
  result.status = answer.status;
  result.text = answer.text;
  return result;
}

std::string named(birthcase_session* session, std::string_view json, std::int32_t index) {
  return text_of([&](auto... out) {
           return birthcase_rule_tests_profile_named_in(session, json.data(), size(json), index, out...);
         })
      .text;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a case that fails is counted and told, and the call succeeds") {
  const Session session = open_session();
  const Run json = run(session, tests, BIRTHCASE_REPORT_JSON);
  CHECK(json.status == BIRTHCASE_OK);
  CHECK(json.passed == 1);
  CHECK(json.failed == 1);
  CHECK(json.text.starts_with(R"({"document":"my-city","passed":1,"failed":1,"results":[)"));
  CHECK(has(json.text, R"("path":"/cases/1","passed":false)"));
  const Run text = run(session, tests, BIRTHCASE_REPORT_TEXT);
  CHECK(text.text.starts_with("my-city: 1 passed, 1 failed\n"));
  CHECK(has(text.text, "FAILED nothing to bring <𠮷> at /cases/1"));
  CHECK(has(text.text, "王𠮷"));
  CHECK_FALSE(has(text.text, "the certificate is joint"));
}

TEST_CASE("JUnit's XML says in which encoding it is") {
  const Session session = open_session();
  const Run utf8 = run(session, tests, BIRTHCASE_REPORT_JUNIT);
  CHECK(utf8.text.starts_with(R"(<?xml version="1.0" encoding="UTF-8"?>)"));
  CHECK(has(utf8.text, "nothing to bring &lt;𠮷&gt;"));
  const Session gb = open_session(BIRTHCASE_GB18030_2000);
  const Run run_in_gb =
      run(gb, converted(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030_2000, tests), BIRTHCASE_REPORT_JUNIT);
  CHECK(run_in_gb.failed == 1);
  CHECK(run_in_gb.text.starts_with(R"(<?xml version="1.0" encoding="GB18030"?>)"));
  const std::string body = converted(session, BIRTHCASE_GB18030_2000, BIRTHCASE_UTF8, run_in_gb.text);
  CHECK(body.substr(body.find('\n')) == utf8.text.substr(utf8.text.find('\n')));
}

TEST_CASE("the profiles that a document names are told one by one, each once") {
  const Session session = open_session();
  CHECK(named(session, of_files, 0) == "village/rules.json");
  CHECK(named(session, of_files, 1) == "base");
  CHECK(named(session, of_files, 2).empty());
  CHECK(named(session, R"({"profile": 7, "cases": [3, {"profile": "x"}]})", 0) == "x");
  CHECK(named(session, "[]", 0).empty());
  const auto status = [&](std::string_view json, std::int32_t index) {
    return birthcase_rule_tests_profile_named_in(session, json.data(), size(json), index, nullptr, nullptr);
  };
  CHECK(status(of_files, -1) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(status("{", 0) == BIRTHCASE_SYNTAX);
  CHECK(status("{\"a\":\"\xff\"}", 0) == BIRTHCASE_ENCODING);
  CHECK(status(R"({"a":1,"a":2})", 0) == BIRTHCASE_CONTRADICTION);
}

TEST_CASE("a caller's profile stands for the name at its place, and the built-in one where there is none") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Profile ruian = built_in(session, "ruian");
  CHECK(run(session, of_files, BIRTHCASE_REPORT_JSON, {yiwu}).passed == 3);
  CHECK(run(session, of_files, BIRTHCASE_REPORT_JSON, {yiwu, nullptr}).passed == 3);
  CHECK(run(session, of_files, BIRTHCASE_REPORT_JSON, {yiwu, yiwu}).failed == 1);
  CHECK(run(session, R"({"profile": "base", "as_of": "2019-06-04", "cases": [{"name": "mine",
      "given": {"channel": "hospital"}, "expect": {"lanes": {"birth-certificate": "joint"}}}]})",
            BIRTHCASE_REPORT_JSON, {ruian})
            .passed == 1);
  CHECK(run(session, of_files, BIRTHCASE_REPORT_JSON, {yiwu, nullptr, ruian}).status == BIRTHCASE_OUT_OF_RANGE);
  CHECK(run(session, of_files, BIRTHCASE_REPORT_JSON).status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(has(error_json(session), R"("path":"/profile","line":1)"));
}

TEST_CASE("what is wrong with a document is an error with its place, and leaves the counts as they were") {
  const Session session = open_session();
  const Run wrong = run(session, R"({"profile": "yiwu", "as_of": "2019-06-04", "cases": [
    {"name": "a", "expect": {"lanes": {"birth-certificat": "joint"}}}]})",
                        BIRTHCASE_REPORT_JSON);
  CHECK(wrong.status == BIRTHCASE_UNKNOWN_NAME);
  CHECK(wrong.passed == -1);
  CHECK(wrong.failed == -1);
  CHECK(has(error_json(session), R"("path":"/cases/0/expect/lanes/birth-certificat","line":2)"));
  CHECK(has(error_message(session), "birth-certificate"));
  CHECK(run(session, "[]", BIRTHCASE_REPORT_JSON).status == BIRTHCASE_WRONG_TYPE);
  CHECK(run(session, "{}", BIRTHCASE_REPORT_JSON).status == BIRTHCASE_MISSING);
}

TEST_CASE("arguments that are none are told") {
  const Session session = open_session();
  const auto status = [&](const birthcase_profile* const* profiles, std::int64_t count, std::int32_t format) {
    return birthcase_rule_tests_run(session, profiles, count, tests.data(), size(tests), "", 0, format, nullptr,
                                    nullptr, nullptr, nullptr);
  };
  CHECK(status(nullptr, 0, BIRTHCASE_REPORT_TEXT) == BIRTHCASE_OK);
  CHECK(status(nullptr, 0, 3) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(status(nullptr, 0, -1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(status(nullptr, 1, BIRTHCASE_REPORT_TEXT) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(status(nullptr, -1, BIRTHCASE_REPORT_TEXT) == BIRTHCASE_BAD_ARGUMENT);
  alignas(16) const char no_profile[64] = {};
  const birthcase_profile* wrong[] = {reinterpret_cast<const birthcase_profile*>(no_profile)};
  CHECK(status(wrong, 1, BIRTHCASE_REPORT_TEXT) == BIRTHCASE_BAD_HANDLE);
}
