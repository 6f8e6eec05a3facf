// The same plan through C++ and through C, timed like the other callers.
//   plan_document APPLICATION.json ROUNDS
#include <birthcase/birthcase.hpp>

#include "birthcase.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
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

constexpr long batches = 100;

template <class Call>
double batch(long rounds, const Call& call) {
  const std::clock_t start = std::clock();
  for (long i = 0; i < rounds; ++i) call();
  return 1e9 / CLOCKS_PER_SEC * static_cast<double>(std::clock() - start) / static_cast<double>(rounds);
}

// Prints the nanoseconds of processor time that one call takes, in the batch that took the least.
template <class Call>
void report(const char* what, long rounds, const Call& call) {
  double least = batch(rounds / batches, call);
  for (long i = 1; i < batches; ++i) least = std::min(least, batch(rounds / batches, call));
  std::printf("%s %.1f\n", what, least);
}

std::string text_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  need(file.is_open(), "the application cannot be read");
  return (std::ostringstream() << file.rdbuf()).str();
}

// Touches what a counter shows of every document.
std::size_t read_documents(const birthcase::Plan& plan) {
  std::size_t sum = 0;
  for (const birthcase::EvidenceItem& item : plan.evidence) {
    const bool held = item.holder != birthcase::no_index;
    sum += item.type->id.size() + to_string(item.status).size() + item.original + item.copies;
    sum += held ? plan.profile().rules().holders[item.holder].id.size() : 0;
    sum += birthcase::reason_of(item.why, birthcase::Language::zh).size();
  }
  return sum;
}

void measure_cpp(const std::string& json, long rounds) {
  const auto yiwu = birthcase::Profile::built_in("yiwu").value();
  const auto application = birthcase::Application::parse(yiwu, json).value();
  std::size_t sum = 0;
  report("C++/document", rounds, [&] { sum += birthcase::plan_json(yiwu, json).value().size(); });
  const birthcase::Date day = birthcase::day_to_plan(application, std::nullopt).value();
  report("C++/plan", rounds, [&] { sum += birthcase::plan(yiwu, application, day).evidence.size(); });
  report("C++/read", rounds, [&] { sum += read_documents(birthcase::plan(yiwu, application, day)); });
  report("C++/call", rounds * 100, [&] { sum += application.newborn_count(); });
  need(sum > 0, "no plan came out");
}

// The same through C, attribute by attribute.
void read_documents(birthcase_session* session, const birthcase_plan* plan) {
  constexpr std::int32_t texts[] = {BIRTHCASE_EVIDENCE_TYPE, BIRTHCASE_EVIDENCE_STATUS, BIRTHCASE_EVIDENCE_HOLDER,
                                    BIRTHCASE_EVIDENCE_REASON};
  std::int32_t count = 0;
  birthcase_plan_count(session, plan, BIRTHCASE_EVIDENCE, &count);
  for (std::int32_t i = 0; i < count; ++i) {
    std::int64_t number = 0;
    for (const std::int32_t text : texts) birthcase_plan_text(session, plan, text, i, nullptr, nullptr);
    birthcase_plan_number(session, plan, BIRTHCASE_EVIDENCE_ORIGINAL, i, &number);
    birthcase_plan_number(session, plan, BIRTHCASE_EVIDENCE_COPIES, i, &number);
  }
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
  const auto plan_with = [&](const auto& body) {
    birthcase_plan* plan = nullptr;
    need(birthcase_plan_new(session, yiwu, application, nullptr, 0, &plan) == BIRTHCASE_OK, "no plan came out");
    body(plan);
    birthcase_plan_free(&plan);
  };
  report("C/plan", rounds, [&] { plan_with([](const birthcase_plan*) {}); });
  report("C/read", rounds, [&] { plan_with([&](const birthcase_plan* plan) { read_documents(session, plan); }); });
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
