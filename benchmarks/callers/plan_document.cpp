// The same plan through C++ and through C, timed like the other callers.
//   plan_document APPLICATION.json ROUNDS
#include <birthcase/birthcase.hpp>

#include "birthcase.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

[[noreturn]] void stop(const char* why) {
  std::fprintf(stderr, "plan_document: %s\n", why);
  std::exit(2);
}

void need(bool done, const char* why) {
  if (!done) stop(why);
}

// Prints the nanoseconds that one call takes, on average over the rounds.
template <class Call>
void report(const char* what, long rounds, const Call& call) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  for (long i = 0; i < rounds; ++i) call();
  const std::chrono::duration<double, std::nano> took = Clock::now() - start;
  std::printf("%s %.1f\n", what, took.count() / static_cast<double>(rounds));
}

std::string text_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  need(file.is_open(), "the application cannot be read");
  return (std::ostringstream() << file.rdbuf()).str();
}

void measure_cpp(const std::string& json, long rounds) {
  const auto yiwu = birthcase::Profile::built_in("yiwu").value();
  const auto application = birthcase::Application::parse(yiwu, json).value();
  std::size_t sum = 0;
  report("C++/document", rounds, [&] { sum += birthcase::plan_json(yiwu, json).value().size(); });
  report("C++/call", rounds * 100, [&] { sum += application.newborn_count(); });
  need(sum > 0, "no plan came out");
}

void measure_c(const std::string& json, long rounds) {
  birthcase_session* session = nullptr;
  birthcase_profile* yiwu = nullptr;
  birthcase_application* application = nullptr;
  const auto length = static_cast<std::int64_t>(json.size());
  need(birthcase_session_new(BIRTHCASE_UTF8, BIRTHCASE_CHINESE, &session) == BIRTHCASE_OK &&
           birthcase_profile_built_in(session, "yiwu", BIRTHCASE_NUL_ENDED, &yiwu) == BIRTHCASE_OK &&
           birthcase_application_parse(session, yiwu, json.data(), length, &application) == BIRTHCASE_OK,
       "the application cannot be read");
  report("C/document", rounds, [&] {
    need(birthcase_plan_document(session, yiwu, json.data(), length, nullptr, 0, nullptr, nullptr) == BIRTHCASE_OK,
         "no plan came out");
  });
  std::int32_t count = 0;
  report("C/call", rounds * 100, [&] { birthcase_application_newborn_count(session, application, &count); });
  birthcase_application_free(&application);
  birthcase_profile_free(&yiwu);
  birthcase_session_free(&session);
}

}  // namespace

int main(int argc, char** argv) {
  need(argc == 3, "give an application and a number of rounds");
  const std::string json = text_of(argv[1]);
  const long rounds = std::atol(argv[2]);
  measure_cpp(json, rounds);
  measure_c(json, rounds);
}
