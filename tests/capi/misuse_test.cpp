#include "caller.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

using namespace caller;

namespace {

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("a handle of another kind, NULL or a misaligned one is told, not followed") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Application application = new_application(session, yiwu);
  const auto* wrong = reinterpret_cast<const birthcase_plan*>(static_cast<birthcase_application*>(application));
  const auto* odd = reinterpret_cast<const birthcase_plan*>(reinterpret_cast<std::uintptr_t>(wrong) + 1);
  std::int32_t count = 7;
  for (const birthcase_plan* plan : {static_cast<const birthcase_plan*>(nullptr), wrong, odd}) {
    CHECK(birthcase_plan_count(session, plan, BIRTHCASE_STEPS, &count) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_plan_json(session, plan, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
    CHECK(birthcase_plan_json_parts(session, plan, nullptr, 0, 0, nullptr, nullptr) == BIRTHCASE_BAD_HANDLE);
  }
  CHECK(count == 7);
  auto* no_session = reinterpret_cast<birthcase_session*>(static_cast<birthcase_application*>(application));
  CHECK(birthcase_built_in_count(no_session, &count) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_built_in_count(nullptr, &count) == BIRTHCASE_BAD_HANDLE);
  auto* wrong_kind = reinterpret_cast<birthcase_profile*>(static_cast<birthcase_application*>(application));
  CHECK(birthcase_profile_free(&wrong_kind) == BIRTHCASE_BAD_HANDLE);
  CHECK(put(session, application, "mother.name", "x") == BIRTHCASE_OK);
}

TEST_CASE("an out handle is NULL after a failure, whatever it was") {
  birthcase_profile* profile = reinterpret_cast<birthcase_profile*>(0x40);
  CHECK(birthcase_profile_built_in(nullptr, "yiwu", 4, &profile) == BIRTHCASE_BAD_HANDLE);
  CHECK(profile == nullptr);
  const Session session = open_session();
  profile = reinterpret_cast<birthcase_profile*>(0x40);
  CHECK(birthcase_profile_built_in(session, nullptr, 4, &profile) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(profile == nullptr);
  CHECK(birthcase_profile_built_in(session, "yiwu", 4, nullptr) == BIRTHCASE_BAD_ARGUMENT);
}

TEST_CASE("lengths that cannot be are refused before anything is read") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Application application = new_application(session, yiwu);
  Application other;
  const char* const end = "x";
  CHECK(birthcase_application_parse(session, yiwu, end, huge, other.out()) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_application_parse(session, yiwu, end, -2, other.out()) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_application_parse(session, yiwu, nullptr, BIRTHCASE_NUL_ENDED, other.out()) ==
        BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_application_put(session, application, end, huge, BIRTHCASE_FAMILY, end, 1) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_application_put(session, application, "mother.name", 11, BIRTHCASE_FAMILY, end, huge) ==
        BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_session_add_calendar(session, end, huge) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_session_add_calendar(session, nullptr, BIRTHCASE_NUL_ENDED) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_add_calendar(nullptr, end, 1) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_session_add_codes(session, end, 1, end, huge) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_session_add_codes(session, nullptr, 1, end, 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_add_codes(session, end, 1, nullptr, -2) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_add_codes(nullptr, end, 1, end, 1) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_convert(session, BIRTHCASE_UTF8, BIRTHCASE_GB18030, end, huge, nullptr, nullptr) ==
        BIRTHCASE_OUT_OF_RANGE);
  CHECK(birthcase_convert(session, 9, BIRTHCASE_GB18030, end, 1, nullptr, nullptr) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_application_parse(session, yiwu, nullptr, 0, other.out()) == BIRTHCASE_SYNTAX);
}

TEST_CASE("parts of what cannot be are refused") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const auto parts = [&](const char* names, std::int64_t length, std::int32_t without) {
    return birthcase_plan_document_parts(session, yiwu, "{}", 2, "2019-06-10", 10, names, length, without, nullptr,
                                         nullptr);
  };
  CHECK(parts(nullptr, 0, 0) == BIRTHCASE_OK);
  CHECK(parts("due", BIRTHCASE_NUL_ENDED, 0) == BIRTHCASE_OK);
  CHECK(parts(nullptr, 1, 0) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(parts("due", -2, 0) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(parts("due", huge, 0) == BIRTHCASE_OUT_OF_RANGE);
  CHECK(parts("due\0", 4, 0) == BIRTHCASE_UNKNOWN_NAME);
  CHECK(parts("\xff", 1, 0) == BIRTHCASE_UNKNOWN_NAME);
  for (const std::int32_t without : {-1, 4, 7, std::numeric_limits<std::int32_t>::min()}) {
    CHECK(parts("due", 3, without) == BIRTHCASE_BAD_ARGUMENT);
  }
}

TEST_CASE("columns of what cannot be are refused before anything is read") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const std::array<std::int32_t, 3> offsets{0, 2, 4};
  const std::array<std::int32_t, 3> falling{0, 4, 2};
  const std::array<std::int32_t, 3> negative{-2, 0, 2};
  const std::array<std::int32_t, 1> sheets{BIRTHCASE_PLAN_SHEETS};
  const auto columns = [&](const char* json, const std::int32_t* places, std::int64_t count, std::string_view day,
                           const std::int32_t* attributes, std::int64_t attribute_count) {
    return birthcase_plan_columns(session, yiwu, json, places, count, day.data(), size(day), attributes,
                                  attribute_count, nullptr, nullptr);
  };
  CHECK(columns("{}{}", offsets.data(), 2, "2019-06-10", sheets.data(), 1) == BIRTHCASE_OK);
  CHECK(columns(nullptr, nullptr, 0, "", nullptr, 0) == BIRTHCASE_OK);
  CHECK(columns("{}{}", falling.data(), 2, "2019-06-10", sheets.data(), 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", negative.data(), 2, "2019-06-10", sheets.data(), 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", offsets.data(), -1, "2019-06-10", sheets.data(), 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", nullptr, 2, "2019-06-10", sheets.data(), 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns(nullptr, offsets.data(), 2, "2019-06-10", sheets.data(), 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", offsets.data(), 2, "10.6.2019", sheets.data(), 1) == BIRTHCASE_SYNTAX);
  CHECK(columns("{}{}", offsets.data(), 2, "2019-06-10", nullptr, 1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", offsets.data(), 2, "2019-06-10", sheets.data(), -1) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(columns("{}{}", offsets.data(), 2, "2019-06-10", sheets.data(), 257) == BIRTHCASE_OUT_OF_RANGE);
  for (const std::int32_t none : {-1, 0, 17, 100, 112, 316, 1000, 1006, 1101}) {
    CAPTURE(none);
    CHECK(columns("{}{}", offsets.data(), 2, "2019-06-10", &none, 1) == BIRTHCASE_BAD_ARGUMENT);
  }
  CHECK(birthcase_plan_columns(session, nullptr, "{}", offsets.data(), 1, nullptr, 0, sheets.data(), 1, nullptr,
                               nullptr) == BIRTHCASE_BAD_HANDLE);
  CHECK(birthcase_plan_columns(nullptr, yiwu, "{}", offsets.data(), 1, nullptr, 0, sheets.data(), 1, nullptr,
                               nullptr) == BIRTHCASE_BAD_HANDLE);
}

TEST_CASE("out parameters may stand anywhere in memory") {
  const Session session = open_session();
  std::array<unsigned char, 64> memory{};
  auto* odd_count = reinterpret_cast<std::int32_t*>(memory.data() + 1);
  CHECK(birthcase_built_in_count(session, odd_count) == BIRTHCASE_OK);
  CHECK(memory[1] >= 4);
  auto* odd_length = reinterpret_cast<std::int64_t*>(memory.data() + 9);
  CHECK(birthcase_built_in_id(session, 0, nullptr, odd_length) == BIRTHCASE_OK);
  CHECK(memory[9] > 0);
}

TEST_CASE("a NUL inside a text is a character like others") {
  using namespace std::string_view_literals;
  const Session session = open_session();
  const Application application = new_application(session, built_in(session, "yiwu"));
  CHECK(put(session, application, "mother.name\0x"sv, "x") == BIRTHCASE_UNKNOWN_NAME);
  REQUIRE(put(session, application, "mother.hukou.address", "a\0b"sv) == BIRTHCASE_OK);
  CHECK(get(session, application, "mother.hukou.address").text == "a\0b"sv);
}

TEST_CASE("an error tells nothing of what a person typed") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const std::string_view secret = "330782199103120022";
  for (const std::string& json :
       {R"({"mother":{"phone":")" + std::string(secret) + R"("},"mother":1})",
        R"({"mother":")" + std::string(secret) + "\"}", R"({"newborns":[")" + std::string(secret) + R"("]})",
        R"({"evidence":[{"type":")" + std::string(secret) + R"("}]})"}) {
    Application application;
    CHECK(birthcase_application_parse(session, yiwu, json.data(), size(json), application.out()) != BIRTHCASE_OK);
    CHECK(error_json(session).find(secret) == std::string::npos);
    CHECK(error_message(session).find(secret) == std::string::npos);
  }
}

TEST_CASE("no function that takes a text quotes what looks like nobody's name of ours") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const Application application = new_application(session, yiwu);
  constexpr auto nul = BIRTHCASE_NUL_ENDED;
  for (const std::string secret :
       {"330782199103120022", "13800138000", "138-0013-8000", "王小明", "tel-138-0013-8000"}) {
    CAPTURE(secret);
    const char* text = secret.c_str();
    const auto refused = [&](birthcase_status status) {
      CHECK(status != BIRTHCASE_OK);
      CHECK(error_json(session).find(secret) == std::string::npos);
      CHECK(error_message(session).find(secret) == std::string::npos);
    };
    Profile profile;
    Application other;
    Plan plan;
    refused(birthcase_profile_built_in(session, text, nul, profile.out()));
    refused(birthcase_application_parse(session, yiwu, text, nul, other.out()));
    refused(birthcase_application_put(session, application, text, nul, BIRTHCASE_FAMILY, "x", nul));
    refused(birthcase_application_hand_in(session, application, text, nul, "mother", nul, BIRTHCASE_ORIGINAL,
                                          BIRTHCASE_FAMILY));
    refused(birthcase_application_hand_in(session, application, "id-card", nul, text, nul, BIRTHCASE_ORIGINAL,
                                          BIRTHCASE_FAMILY));
    refused(birthcase_plan_new(session, yiwu, application, text, nul, plan.out()));
    refused(birthcase_session_add_codes(session, text, nul, "x", nul));
    refused(birthcase_session_add_calendar(session, text, nul));
  }
}
