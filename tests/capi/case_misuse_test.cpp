#include "story.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace caller;

namespace {

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
constexpr const char* now = "2019-04-29T09:20";
constexpr auto nul = BIRTHCASE_NUL_ENDED;

}  // namespace

TEST_CASE("a handle that is no case is told, not followed") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  auto* wrong = reinterpret_cast<birthcase_case*>(static_cast<birthcase_profile*>(wenling));
  auto* odd = reinterpret_cast<birthcase_case*>(reinterpret_cast<std::uintptr_t>(wrong) + 1);
  std::int64_t version = 7;
  for (birthcase_case* none : {static_cast<birthcase_case*>(nullptr), wrong, odd}) {
    CHECK(birthcase_case_id(session, none, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_version(session, none, &version) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_do(session, none, "{}", nul, now, nul, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_json(session, none, now, nul, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_events(session, none, 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_due(session, none, now, nul, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_case_paper(session, none, "receipt", nul, "", 0, "2019-04-29", nul, "text", nul, nullptr,
                               nullptr) == BIRTHCASE_BAD_HANDLE);
    birthcase_plan* plan = reinterpret_cast<birthcase_plan*>(0x40);
    CHECK(birthcase_case_plan(session, none, "2019-04-29", nul, &plan) == BIRTHCASE_BAD_HANDLE);
    CHECK(plan == nullptr);
    birthcase_profile* profile = reinterpret_cast<birthcase_profile*>(0x40);
    CHECK(birthcase_case_profile(session, none, &profile) == BIRTHCASE_BAD_HANDLE);
    CHECK(profile == nullptr);
  }
  CHECK(version == 7);
  CHECK(birthcase_case_free(&wrong) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_case_free(nullptr) == BIRTHCASE_BAD_HANDLE);
}

TEST_CASE("a case is made of a profile, and freed once") {
  const Session session = open_session();
  birthcase_case* made = reinterpret_cast<birthcase_case*>(0x40);
  CHECK(birthcase_case_new(session, nullptr, "x", nul, &made) == BIRTHCASE_BAD_HANDLE);
  CHECK(made == nullptr);
  const Profile wenling = built_in(session, "wenling");
  CHECK(birthcase_case_new(nullptr, wenling, "x", nul, &made) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_case_new(session, wenling, "x", nul, nullptr) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_case_replay(session, wenling, "[]", nul, nullptr) == BIRTHCASE_BAD_ARGUMENT);
  REQUIRE(birthcase_case_new(session, wenling, "x", nul, &made) == BIRTHCASE_OK);
  CHECK(birthcase_case_free(&made) == BIRTHCASE_OK);
  CHECK(made == nullptr);
  CHECK(birthcase_case_free(&made) == BIRTHCASE_OK);
}

TEST_CASE("lengths that cannot be are refused before anything of a case is read") {
  const Session session = open_session();
  const Profile wenling = built_in(session, "wenling");
  const Case known = told_case(session, wenling, accepted);
  Case made;
  CHECK(birthcase_case_new(session, wenling, "x", huge, made.out()) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_case_new(session, wenling, "x", -2, made.out()) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_case_replay(session, wenling, "x", huge, made.out()) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_case_replay(session, wenling, nullptr, 2, made.out()) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_case_do(session, known, "x", huge, now, nul, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_case_do(session, known, nullptr, nul, now, nul, nullptr, nullptr) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_case_do(session, known, "{}", nul, nullptr, nul, nullptr, nullptr) != BIRTHCASE_OK);
  CHECK(birthcase_case_json(session, known, now, huge, nullptr, nullptr) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_case_due(session, known, now, -7, nullptr, nullptr) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(version_of(session, known) == 3);
}

TEST_CASE("who wants no answer passes NULL and can copy it") {
  const Session session = open_session();
  const Case known = told_case(session, built_in(session, "wenling"), accepted);
  REQUIRE(birthcase_case_do(session, known, story()[accepted].command.data(), size(story()[accepted].command), now, nul,
                            nullptr, nullptr) == BIRTHCASE_OK);
  std::int64_t needed = 0;
  CHECK(birthcase_session_copy_text(session, nullptr, 0, &needed) == BIRTHCASE_BUFFER_TOO_SMALL);
  CHECK(needed > 1000);
  CHECK(birthcase_case_version(session, known, nullptr) == BIRTHCASE_OK);
}

TEST_CASE("no refusal and no error tells what a person typed") {
  const Session session = open_session();
  Case known = told_case(session, built_in(session, "wenling"), accepted);
  const std::string secret = "330782199103120022";
  for (const std::string& command :
       {R"({"do":"answer","by":"x","message":")" + secret + R"(","result":"completed"})",
        R"({"do":"dispatch","by":"x","step":")" + secret + R"("})",
        R"({"do":"supplement","by":"x","facts":{"mother.phone":")" + secret + R"(x"}})",
        R"({"do":"correct","by":"x","facts":{"mother.id_number":")" + secret + R"(9"},"reason":"r","document":"d"})",
        R"({"do":"record-death","by":"x","newborn":")" + secret + R"("})", R"({"do":"accept","by":")" + secret}) {
    INFO(command);
    CHECK(perform(session, known, command, now).status != BIRTHCASE_OK);
    CHECK_FALSE(has(error_json(session) + error_message(session), secret));
  }
}
