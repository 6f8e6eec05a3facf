// Every function of the C interface when memory runs out.
#include "birthcase.h"
#include "c_function.hpp"
#include "out_of_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <sstream>

using namespace birthcase::tests;
using caller::size;

namespace {

constexpr std::string_view rare = "𠮷䶮㛃 and a text of some length";
constexpr std::string_view day = "2019-06-10";
constexpr std::string_view notices =
    R"({"year":2027,"notices":[{"number":"an invented one","announced":"2026-11-10","work":["2027-01-09"]}]})";
constexpr std::string_view codes = "# standard: invented\n# extends: gbt-2261-1\ncode\tzh\n7\tnone of the others\n";
constexpr std::size_t for_profiles = 397;  // loading one makes some 25 000 allocations

birthcase_status parse(World& world, std::string_view json) {
  return birthcase_application_parse(world.session, world.profile, json.data(), size(json),
                                     world.made_application.out());
}

const std::vector<CFunction> sessions{
    {"birthcase_version", [](World&) { return birthcase_version() == nullptr ? BIRTHCASE_INTERNAL : BIRTHCASE_OK; }},
    {"birthcase_abi_version", [](World&) { return birthcase_abi_version() == 1 ? BIRTHCASE_OK : BIRTHCASE_INTERNAL; }},
    {"birthcase_status_name",
     [](World&) { return birthcase_status_name(0) == nullptr ? BIRTHCASE_INTERNAL : BIRTHCASE_OK; }},
    {"birthcase_session_new",
     [](World& world) { return birthcase_session_new(world.encoding, BIRTHCASE_ENGLISH, world.made_session.out()); }},
    {"birthcase_session_free",
     [](World& world) {
       const auto status = birthcase_session_new(world.encoding, BIRTHCASE_ENGLISH, world.made_session.out());
       return status == BIRTHCASE_OK ? birthcase_session_free(world.made_session.out()) : status;
     }},
    {"birthcase_session_copy_text",
     [](World& world) {
       std::array<char, 64> buffer{};
       return birthcase_session_copy_text(world.session, buffer.data(), 64, &world.number);
     }},
    {"birthcase_session_error_message",
     [](World& world) { return birthcase_session_error_message(world.session, &world.text, &world.length); }},
    {"birthcase_session_error_json",
     [](World& world) { return birthcase_session_error_json(world.session, &world.text, &world.length); }},
    {"birthcase_convert",
     [](World& world) {
       return birthcase_convert(world.session, BIRTHCASE_UTF8, BIRTHCASE_GB18030_2005, rare.data(), size(rare),
                                &world.text, &world.length);
     }},
    {"birthcase_session_add_profile",
     [](World& world) {
       return birthcase_session_add_profile(world.session, world.village.data(), size(world.village));
     }},
    {"birthcase_session_add_calendar",
     [](World& world) { return birthcase_session_add_calendar(world.session, notices.data(), size(notices)); }},
    {"birthcase_session_add_codes",
     [](World& world) {
       return birthcase_session_add_codes(world.session, "gbt-2261-1", BIRTHCASE_NUL_ENDED, codes.data(), size(codes));
     }},
};

const std::vector<CFunction> profiles{
    {"birthcase_built_in_count", [](World& world) { return birthcase_built_in_count(world.session, &world.count); }},
    {"birthcase_built_in_id",
     [](World& world) { return birthcase_built_in_id(world.session, 1, &world.text, &world.length); }},
    {"birthcase_built_in_json",
     [](World& world) { return birthcase_built_in_json(world.session, "yiwu", 4, &world.text, &world.length); }},
    {"birthcase_profile_built_in",
     [](World& world) { return birthcase_profile_built_in(world.session, "base", 4, world.made_profile.out()); },
     for_profiles},
    {"birthcase_profile_parse",
     [](World& world) {
       return birthcase_profile_parse(world.session, world.village.data(), size(world.village),
                                      world.made_profile.out());
     },
     for_profiles},
    {"birthcase_profile_share",
     [](World& world) { return birthcase_profile_share(world.session, world.profile, world.made_profile.out()); }},
    {"birthcase_profile_free",
     [](World& world) {
       const auto status = birthcase_profile_share(world.session, world.profile, world.made_profile.out());
       return status == BIRTHCASE_OK ? birthcase_profile_free(world.made_profile.out()) : status;
     }},
    {"birthcase_profile_id",
     [](World& world) { return birthcase_profile_id(world.session, world.profile, &world.text, &world.length); }},
    {"birthcase_profile_title",
     [](World& world) { return birthcase_profile_title(world.session, world.profile, &world.text, &world.length); }},
    {"birthcase_profile_form",
     [](World& world) {
       return birthcase_profile_form(world.session, world.profile, "hukou-registration", BIRTHCASE_NUL_ENDED,
                                     &world.text, &world.length);
     }},
    {"birthcase_profile_application_schema",
     [](World& world) {
       return birthcase_profile_application_schema(world.session, world.profile, &world.text, &world.length);
     },
     7},
    {"birthcase_compare",
     [](World& world) {
       const birthcase_profile* const both[] = {world.profile, world.profile};
       return birthcase_compare(world.session, both, 2, day.data(), size(day), &world.text, &world.length);
     },
     7},
};

const std::vector<CFunction> applications{
    {"birthcase_application_new",
     [](World& world) {
       return birthcase_application_new(world.session, world.profile, world.made_application.out());
     }},
    {"birthcase_application_parse",
     [](World& world) { return parse(world, R"({"mother":{"name":"a name of some length, to be kept"}})"); }},
    {"birthcase_application_profile_named_in",
     [](World& world) {
       return birthcase_application_profile_named_in(world.session, R"({"profile":"yiwu"})", BIRTHCASE_NUL_ENDED,
                                                     &world.text, &world.length);
     }},
    {"birthcase_application_copy",
     [](World& world) {
       return birthcase_application_copy(world.session, world.application, world.made_application.out());
     }},
    {"birthcase_application_under",
     [](World& world) {
       return birthcase_application_under(world.session, world.application, world.profile,
                                          world.made_application.out());
     }},
    {"birthcase_application_free",
     [](World& world) {
       const auto status = birthcase_application_copy(world.session, world.application, world.made_application.out());
       return status == BIRTHCASE_OK ? birthcase_application_free(world.made_application.out()) : status;
     }},
    {"birthcase_application_put",
     [](World& world) {
       return birthcase_application_put(world.session, world.application, "father.hukou.division", BIRTHCASE_NUL_ENDED,
                                        BIRTHCASE_FAMILY, "000000", BIRTHCASE_NUL_ENDED);
     }},
    {"birthcase_application_put_none",
     [](World& world) {
       return birthcase_application_put_none(world.session, world.application, "mother", BIRTHCASE_NUL_ENDED,
                                             BIRTHCASE_FAMILY);
     }},
    {"birthcase_application_clear",
     [](World& world) {
       return birthcase_application_clear(world.session, world.application, "newborn.weight_g", BIRTHCASE_NUL_ENDED, 0);
     }},
    {"birthcase_application_get",
     [](World& world) {
       return birthcase_application_get(world.session, world.application, "mother.name", BIRTHCASE_NUL_ENDED,
                                        BIRTHCASE_FAMILY, &world.count, &world.text, &world.length);
     }},
    {"birthcase_application_newborn_count",
     [](World& world) { return birthcase_application_newborn_count(world.session, world.application, &world.count); }},
    {"birthcase_application_hand_in",
     [](World& world) {
       return birthcase_application_hand_in(world.session, world.application, "id-card", BIRTHCASE_NUL_ENDED, "father",
                                            BIRTHCASE_NUL_ENDED, BIRTHCASE_SCAN, BIRTHCASE_FAMILY);
     }},
    {"birthcase_application_validate",
     [](World& world) {
       return birthcase_application_validate(world.session, world.application, &world.count, &world.text,
                                             &world.length);
     }},
    {"birthcase_application_finding",
     [](World& world) {
       return birthcase_application_finding(world.session, world.application, BIRTHCASE_FINDING_MESSAGE, 0, &world.text,
                                            &world.length);
     }},
    {"birthcase_application_json",
     [](World& world) {
       return birthcase_application_json(world.session, world.application, &world.text, &world.length);
     }},
};

const std::vector<CFunction> plans{
    {"birthcase_plan_new",
     [](World& world) {
       return birthcase_plan_new(world.session, world.profile, world.application, day.data(), size(day),
                                 world.made_plan.out());
     }},
    {"birthcase_plan_free",
     [](World& world) {
       const auto status =
           birthcase_plan_new(world.session, world.profile, world.application, nullptr, 0, world.made_plan.out());
       return status == BIRTHCASE_OK ? birthcase_plan_free(world.made_plan.out()) : status;
     }},
    {"birthcase_plan_json",
     [](World& world) { return birthcase_plan_json(world.session, world.plan, &world.text, &world.length); }},
    {"birthcase_plan_json_parts",
     [](World& world) {
       return birthcase_plan_json_parts(world.session, world.plan, "form,route", BIRTHCASE_NUL_ENDED,
                                        BIRTHCASE_WITHOUT_LABELS, &world.text, &world.length);
     }},
    {"birthcase_plan_document_parts",
     [](World& world) {
       return birthcase_plan_document_parts(world.session, world.profile, R"({"newborns":[{}]})", BIRTHCASE_NUL_ENDED,
                                            day.data(), size(day), "findings,evidence", BIRTHCASE_NUL_ENDED,
                                            BIRTHCASE_WITHOUT_REASONS, &world.text, &world.length);
     }},
    {"birthcase_plan_document",
     [](World& world) {
       return birthcase_plan_document(world.session, world.profile, R"({"mother":{"id_type":"01"},"newborns":[{}]})",
                                      BIRTHCASE_NUL_ENDED, day.data(), size(day), &world.text, &world.length);
     }},
    {"birthcase_plan_columns",
     [](World& world) {
       static constexpr std::array<std::int32_t, 3> offsets{0, 38, 39};
       static constexpr std::array<std::int32_t, 4> attributes{BIRTHCASE_ROW_MESSAGE, BIRTHCASE_PLAN_AS_JSON,
                                                               BIRTHCASE_PLAN_SHEETS, BIRTHCASE_EVIDENCE_LABEL};
       return birthcase_plan_columns(world.session, world.profile, R"({"channel":"hospital","newborns":[{}]}!)",
                                     offsets.data(), 2, day.data(), size(day), attributes.data(), attributes.size(),
                                     &world.text, &world.length);
     }},
    {"birthcase_plan_count",
     [](World& world) { return birthcase_plan_count(world.session, world.plan, BIRTHCASE_STEPS, &world.count); }},
    {"birthcase_plan_text",
     [](World& world) {
       return birthcase_plan_text(world.session, world.plan, BIRTHCASE_STEP_PAYLOAD_FIELDS, 0, &world.text,
                                  &world.length);
     }},
    {"birthcase_plan_number",
     [](World& world) {
       return birthcase_plan_number(world.session, world.plan, BIRTHCASE_EVIDENCE_COPIES, 0, &world.number);
     }},
};

constexpr std::string_view tests = R"({"profile": "yiwu", "as_of": "2019-06-10", "cases": [
  {"name": "one that fails", "given": {"mother": {"id_type": "01"}}, "expect": {"evidence": {"exactly": []}}}]})";

const std::vector<CFunction> rule_tests{
    {"birthcase_rule_tests_profile_named_in",
     [](World& world) {
       return birthcase_rule_tests_profile_named_in(world.session, tests.data(), size(tests), 0, &world.text,
                                                    &world.length);
     }},
    {"birthcase_rule_tests_run",
     [](World& world) {
       const birthcase_profile* const own[] = {world.profile};
       return birthcase_rule_tests_run(world.session, own, 1, tests.data(), size(tests), day.data(), size(day),
                                       BIRTHCASE_REPORT_JUNIT, nullptr, &world.count, &world.text, &world.length);
     },
     7},
};

void check_all(const std::vector<CFunction>& functions) {
  if (skipped()) return;
  for (const CFunction& function : functions) check_out_of_memory(function);
}

std::string headers() {
  std::ostringstream all;
  for (const char* name : {"birthcase.h", "birthcase_case.h", "birthcase_store.h"}) {
    std::ifstream file(std::string(BIRTHCASE_SOURCE_DIR "/capi/") + name);
    REQUIRE(file);
    all << file.rdbuf();
  }
  return all.str();
}

std::vector<std::string> declared_functions() {
  const std::string header = headers();
  const std::regex declaration(R"(BIRTHCASE_CALL\s+(birthcase_\w+)\()");
  std::vector<std::string> names;
  for (std::sregex_iterator at(header.begin(), header.end(), declaration), end; at != end; ++at) {
    names.push_back((*at)[1]);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE("sessions out of memory") { check_all(sessions); }
TEST_CASE("profiles out of memory") { check_all(profiles); }
TEST_CASE("applications out of memory") { check_all(applications); }
TEST_CASE("plans out of memory") { check_all(plans); }
TEST_CASE("rule tests out of memory") { check_all(rule_tests); }

TEST_CASE("cases out of memory") { check_all(case_functions()); }
TEST_CASE("stores out of memory") { check_all(store_functions()); }

TEST_CASE("every function of the headers has its loop") {
  std::vector<std::string> looped;
  for (const auto* functions :
       {&sessions, &profiles, &applications, &plans, &rule_tests, &case_functions(), &store_functions()}) {
    for (const CFunction& function : *functions) looped.push_back(function.name);
  }
  std::sort(looped.begin(), looped.end());
  CHECK(looped == declared_functions());
}
