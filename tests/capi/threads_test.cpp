#include "caller.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace caller;

TEST_CASE("sixteen threads plan with one profile, each in a session of its own") {
  const Session session = open_session();
  const Profile yiwu = built_in(session, "yiwu");
  const std::string json = example("yiwu-twins");
  const auto plan_it = [&yiwu, &json](birthcase_session* own) {
    return text_of([&](auto... out) {
      return birthcase_plan_document(own, yiwu, json.data(), size(json), "2019-06-10", 10, out...);
    });
  };
  const std::string expected = plan_it(session).text;
  std::vector<std::string> answers(16);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      birthcase_session* own = nullptr;
      if (birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &own) != BIRTHCASE_OK) return;
      for (int i = 0; i < 20; ++i) answer = plan_it(own).text;
      birthcase_session_free(&own);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) CHECK(answer == expected);
}
