#include "caller.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstring>

using namespace caller;

TEST_CASE("a session has an encoding and a language, and no others than the header names") {
  for (const std::int32_t encoding :
       {BIRTHCASE_UTF8, BIRTHCASE_GB18030, BIRTHCASE_GB18030_2005, BIRTHCASE_GB18030_2000}) {
    for (const std::int32_t language : {BIRTHCASE_CHINESE, BIRTHCASE_ENGLISH}) open_session(encoding, language);
  }
  auto* session = reinterpret_cast<birthcase_session*>(0x10);
  CHECK(birthcase_session_new(4, BIRTHCASE_CHINESE, &session) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(session == nullptr);
  CHECK(birthcase_session_new(-1, BIRTHCASE_CHINESE, &session) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_new(BIRTHCASE_UTF8, 2, &session) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, nullptr) == BIRTHCASE_BAD_ARGUMENT);
}

TEST_CASE("freeing takes the handle away, and freeing nothing does nothing") {
  birthcase_session* session = nullptr;
  REQUIRE(birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session) == BIRTHCASE_OK);
  CHECK(birthcase_session_free(&session) == BIRTHCASE_OK);
  CHECK(session == nullptr);
  CHECK(birthcase_session_free(&session) == BIRTHCASE_OK);
  CHECK(birthcase_session_free(nullptr) == BIRTHCASE_BAD_HANDLE);
}

TEST_CASE("a text is copied whole or not at all, and the needed length is told either way") {
  const Session session = open_session();
  REQUIRE(birthcase_built_in_id(session, 0, nullptr, nullptr) == BIRTHCASE_OK);
  const Answer id = text_of([&](auto... out) { return birthcase_built_in_id(session, 0, out...); });

  std::int64_t needed = 0;
  std::array<char, 64> buffer{};
  buffer.fill('#');
  CHECK(birthcase_session_copy_text(session, nullptr, 0, &needed) == BIRTHCASE_BUFFER_TOO_SMALL);
  CHECK(needed == size(id.text) + 1);
  CHECK(birthcase_session_copy_text(session, buffer.data(), needed - 1, &needed) == BIRTHCASE_BUFFER_TOO_SMALL);
  CHECK(buffer[0] == '#');
  CHECK(birthcase_session_copy_text(session, buffer.data(), needed, &needed) == BIRTHCASE_OK);
  CHECK(buffer.data() == id.text);
  CHECK(buffer[static_cast<std::size_t>(needed)] == '#');
  CHECK(birthcase_session_copy_text(session, buffer.data(), -1, &needed) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_copy_text(session, nullptr, 8, &needed) == BIRTHCASE_BAD_ARGUMENT);
  CHECK(birthcase_session_copy_text(session, buffer.data(), 64, nullptr) == BIRTHCASE_OK);
}

TEST_CASE("the borrowed text ends with a NUL that the length does not count") {
  const Session session = open_session();
  const char* text = nullptr;
  std::int64_t length = 0;
  REQUIRE(birthcase_built_in_id(session, 0, &text, &length) == BIRTHCASE_OK);
  CHECK(std::strlen(text) == static_cast<std::size_t>(length));
}

TEST_CASE("the last error tells kind, place and what to do, and stays until the next failure") {
  const Session session = open_session();
  CHECK(error_json(session) == "null");
  CHECK(error_message(session).empty());

  const Profile yiwu = built_in(session, "yiwu");
  Application application;
  const std::string_view broken = "{\n  \"mother\": {\"nmae\": \"x\"}}";
  CHECK(birthcase_application_parse(session, yiwu, broken.data(), size(broken), application.out()) ==
        BIRTHCASE_UNKNOWN_NAME);
  CHECK(application == nullptr);
  CHECK(error_json(session) ==
        R"({"status":2,"kind":"unknown-name","message":"there is no key 'nmae'; did you mean 'name'?",)"
        R"("path":"/mother/nmae","line":2,"column":14})");
  CHECK(error_message(session) == "2:14: /mother/nmae: there is no key 'nmae'; did you mean 'name'?");
  CHECK(birthcase_built_in_count(session, nullptr) == BIRTHCASE_OK);
  CHECK(error_message(session) == "2:14: /mother/nmae: there is no key 'nmae'; did you mean 'name'?");
}

TEST_CASE("every status has a name of its own") {
  std::vector<std::string> names;
  for (birthcase_status status = BIRTHCASE_OK; status <= BIRTHCASE_STORAGE; ++status) {
    names.emplace_back(birthcase_status_name(status));
    CHECK(names.back() != "unknown-status");
    for (std::size_t i = 0; i + 1 < names.size(); ++i) CHECK(names[i] != names.back());
  }
  CHECK(names[BIRTHCASE_MISSING] == "missing");
  CHECK(names[BIRTHCASE_INTERNAL] == "internal");
  CHECK(birthcase_status_name(-1) == std::string("unknown-status"));
  CHECK(birthcase_status_name(16) == std::string("unknown-status"));
  CHECK(birthcase_abi_version() == BIRTHCASE_ABI_VERSION);
  CHECK(birthcase_version() == std::string("0.3.0"));
}
