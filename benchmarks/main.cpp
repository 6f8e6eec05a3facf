// What one plan costs, beside what merely reading and writing its JSON costs, in one run.
#include <birthcase/birthcase.hpp>
#include <birthcase/json.hpp>

#include "allocations.hpp"

#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>

namespace {

using namespace birthcase;

/// One example application with everything that is made of it.
struct Subject {
  explicit Subject(const std::string& name)
      : text(read(name)),
        profile(Profile::built_in(profile_named_in(text).value().value()).value()),
        application(Application::parse(profile, text).value()),
        plan_text(plan_json(profile, text, as_of).value()),
        plan_document(boost::json::parse(plan_text)) {}

  static std::string read(const std::string& name) {
    std::ifstream file(std::string(BIRTHCASE_EXAMPLES "/") + name + ".json");
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }

  Date as_of{2019, 6, 10};
  std::string text;
  Profile profile;
  Application application;
  std::string plan_text;
  boost::json::value plan_document;
};

/// Runs `work` under the benchmark and notes what it allocates.
template <class Work>
void measure(benchmark::State& state, Work&& work) {
  const std::size_t before = bench::allocations();
  for (auto _ : state) benchmark::DoNotOptimize(work());
  state.counters["allocations"] =
      benchmark::Counter(static_cast<double>(bench::allocations() - before), benchmark::Counter::kAvgIterations);
}

void add(const std::string& name, auto work) {
  benchmark::RegisterBenchmark(name.c_str(), [work](benchmark::State& state) { measure(state, work); });
}

void add_subject(const std::string& who, const Subject& subject) {
  add(who + "/boost_json_parse", [&subject] { return boost::json::parse(subject.text); });
  add(who + "/boost_json_serialize", [&subject] { return boost::json::serialize(subject.plan_document); });
  add(who + "/application_parse", [&subject] { return Application::parse(subject.profile, subject.text); });
  add(who + "/plan", [&subject] { return plan(subject.profile, subject.application, subject.as_of); });
  add(who + "/plan_to_json",
      [&subject, planned = plan(subject.profile, subject.application, subject.as_of)] { return to_json(planned); });
  add(who + "/plan_worked_out",
      [&subject] { return planning::plan_anew(subject.profile, subject.application, subject.as_of); });
  add(who + "/plan_after_one_fact", [&subject, edited = std::make_shared<Application>(subject.application),
                                     held = std::make_shared<std::optional<Plan>>()] {
    const auto weight = edited->get("newborn.weight_g", 0)->as_number() == Number(3250) ? 3260 : 3250;
    edited->put("newborn.weight_g", Value::number(weight), 0).value();
    *held = plan(subject.profile, *edited, subject.as_of);
    return (*held)->evidence.size();
  });
  add(who + "/text_to_text", [&subject] { return plan_json(subject.profile, subject.text, subject.as_of); });
  const PlanContents bare{.parts = {PlanPart::evidence, PlanPart::undetermined}, .labels = false, .reasons = false};
  add(who + "/text_to_text_bare",
      [&subject, bare] { return plan_json(subject.profile, subject.text, subject.as_of, Language::zh, bare); });
}

/// Prints as usual and keeps the times for the summary.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration) nanoseconds_[run.benchmark_name()] = run.GetAdjustedCPUTime();
    }
    ConsoleReporter::ReportRuns(runs);
  }

  void summarise(const std::string& who, const Subject& subject) const {
    const double merely = at(who + "/boost_json_parse") + at(who + "/boost_json_serialize");
    const double all = at(who + "/text_to_text");
    if (merely <= 0 || all <= 0) return;
    std::printf(
        "%-9s plan() %.2f us; text to text %.1f us = %.2f x merely parsing and serialising (%.1f us); "
        "%zu bytes in, %zu bytes out\n",
        who.c_str(), at(who + "/plan") / 1000, all / 1000, all / merely, merely / 1000, subject.text.size(),
        subject.plan_text.size());
  }

  double at(const std::string& name) const {
    const auto found = nanoseconds_.find(name);
    return found == nanoseconds_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, double> nanoseconds_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const Subject one("yiwu-local");
  const Subject twins("yiwu-twins");
  add_subject("one_child", one);
  add_subject("twins", twins);
  for (const std::string_view id : Profile::built_in_ids()) {
    add("profile_load/" + std::string(id), [id] { return Profile::built_in(id); });
  }
  add("profile_load_all", [] {
    for (const std::string_view id : Profile::built_in_ids()) benchmark::DoNotOptimize(Profile::built_in(id));
    return 0;
  });
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  std::printf("\n");
  reporter.summarise("one_child", one);
  reporter.summarise("twins", twins);
  if (const double all = reporter.at("profile_load_all"); all > 0) {
    std::printf("all built-in profiles loaded in %.2f ms\n", all / 1e6);
  }
  return EXIT_SUCCESS;
}
