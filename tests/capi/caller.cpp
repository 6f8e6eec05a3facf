#include "caller.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace caller {

Session open_session(std::int32_t encoding, std::int32_t language) {
  Session session;
  REQUIRE(birthcase_session_new(encoding, language, session.out()) == BIRTHCASE_OK);
  return session;
}

Profile built_in(birthcase_session* session, std::string_view id) {
  Profile profile;
  REQUIRE(birthcase_profile_built_in(session, id.data(), size(id), profile.out()) == BIRTHCASE_OK);
  return profile;
}

Application new_application(birthcase_session* session, const birthcase_profile* profile) {
  Application application;
  REQUIRE(birthcase_application_new(session, profile, application.out()) == BIRTHCASE_OK);
  return application;
}

Plan make_plan(birthcase_session* session, const birthcase_profile* profile, const birthcase_application* application,
               std::string_view as_of) {
  Plan plan;
  REQUIRE(birthcase_plan_new(session, profile, application, as_of.data(), size(as_of), plan.out()) == BIRTHCASE_OK);
  return plan;
}

birthcase_status put(birthcase_session* session, birthcase_application* application, std::string_view name,
                     std::string_view value, std::int32_t newborn) {
  return birthcase_application_put(session, application, name.data(), size(name), newborn, value.data(), size(value));
}

Fact get(birthcase_session* session, const birthcase_application* application, std::string_view name,
         std::int32_t newborn) {
  Fact fact;
  auto [status, text] = text_of([&](const char** at, std::int64_t* length) {
    return birthcase_application_get(session, application, name.data(), size(name), newborn, &fact.state, at, length);
  });
  fact.status = status;
  fact.text = std::move(text);
  return fact;
}

namespace {

template <class Call>
std::string need_text(Call&& call) {
  auto [status, text] = text_of(call);
  REQUIRE(status == BIRTHCASE_OK);
  return text;
}

}  // namespace

std::string json_of(birthcase_session* session, const birthcase_application* application) {
  return need_text([&](const char** text, std::int64_t* length) {
    return birthcase_application_json(session, application, text, length);
  });
}

std::string json_of(birthcase_session* session, const birthcase_plan* plan) {
  return need_text(
      [&](const char** text, std::int64_t* length) { return birthcase_plan_json(session, plan, text, length); });
}

std::string text_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t attribute,
                    std::int32_t index) {
  return need_text([&](const char** text, std::int64_t* length) {
    return birthcase_plan_text(session, plan, attribute, index, text, length);
  });
}

std::int64_t number_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t attribute,
                       std::int32_t index) {
  std::int64_t number = 0;
  REQUIRE(birthcase_plan_number(session, plan, attribute, index, &number) == BIRTHCASE_OK);
  return number;
}

std::int32_t count_of(birthcase_session* session, const birthcase_plan* plan, std::int32_t list) {
  std::int32_t count = -1;
  REQUIRE(birthcase_plan_count(session, plan, list, &count) == BIRTHCASE_OK);
  return count;
}

std::string error_json(birthcase_session* session) {
  return need_text(
      [&](const char** text, std::int64_t* length) { return birthcase_session_error_json(session, text, length); });
}

std::string error_message(birthcase_session* session) {
  return need_text(
      [&](const char** text, std::int64_t* length) { return birthcase_session_error_message(session, text, length); });
}

std::string converted(birthcase_session* session, std::int32_t from, std::int32_t to, std::string_view bytes) {
  return need_text([&](const char** text, std::int64_t* length) {
    return birthcase_convert(session, from, to, bytes.data(), size(bytes), text, length);
  });
}

std::string example(std::string_view name) {
  std::ifstream file(std::filesystem::path(BIRTHCASE_EXAMPLES) / (std::string(name) + ".json"), std::ios::binary);
  REQUIRE(file.is_open());
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

std::vector<std::string> examples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(BIRTHCASE_EXAMPLES)) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace caller
