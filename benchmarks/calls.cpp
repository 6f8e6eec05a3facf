// Calls one function so many times, for a program that counts instructions: instructions.py.
#include <birthcase/birthcase.hpp>

#include "plan/fact_table.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

using namespace birthcase;

namespace {

std::string text_of(const std::string& file) {
  std::ifstream stream(file);
  std::ostringstream all;
  all << stream.rdbuf();
  return all.str();
}

// What can be called, by name. Shapes are kept when they are met twice, so each is called thrice before it counts.
std::map<std::string, std::function<void()>> calls(const Profile& profile, const std::string& text) {
  const Date as_of(2019, 6, 10);
  const Application application = Application::parse(profile, text).value();
  const PlanContents plain{.labels = false, .reasons = false};
  const PlanContents bare{.parts = {PlanPart::evidence, PlanPart::undetermined}, .labels = false, .reasons = false};
  const auto planned = [=] { return plan(profile, application, as_of); };
  for (int i = 0; i < 3; ++i) {
    for (const PlanContents& contents : {PlanContents(), plain, bare}) to_json(planned(), Language::zh, contents);
  }
  const Plan known = planned();
  const auto one_of_two = [=](std::string_view name, Value one, Value other, std::uint16_t newborn) {
    auto told = std::make_shared<std::array<Application, 2>>(std::array{application, application});
    (*told)[0].put(name, std::move(one), newborn).value();
    (*told)[1].put(name, std::move(other), newborn).value();
    auto held = std::make_shared<std::optional<Plan>>();
    auto turn = std::make_shared<std::size_t>(0);
    return [=] { *held = plan(profile, (*told)[++*turn % 2], as_of); };
  };
  plan(profile, Application(profile), as_of);  // so that nobody holds the plan that was made last
  return {
      {"parse", [=] { Application::parse(profile, text).value(); }},
      {"facts", [=] { FactTable(profile.rules(), *application.facts(), as_of); }},
      {"plan", [=] { planned(); }},
      {"plan-weight", one_of_two("newborn.weight_g", Value::number(3250), Value::number(3260), 0)},
      {"plan-name", one_of_two("mother.name", Value::text("李梅"), Value::text("王小梅"), FactRef::family)},
      {"plan-worked-out", [=] { planning::plan_anew(profile, application, as_of); }},
      {"json", [=] { to_json(known); }},
      {"json-plain", [=] { to_json(known, Language::zh, plain); }},
      {"json-bare", [=] { to_json(known, Language::zh, bare); }},
      {"text-to-text", [=] { plan_json(profile, text, as_of).value(); }},
      {"load", [=] { Profile::built_in("yiwu").value(); }},
  };
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: %s CALL APPLICATION.json TIMES\n", argv[0]);
    return EXIT_FAILURE;
  }
  const std::string text = text_of(argv[2]);
  const auto known = calls(Profile::built_in(profile_named_in(text).value().value()).value(), text);
  const auto call = known.find(argv[1]);
  if (call == known.end()) {
    std::fprintf(stderr, "there is no such call\n");
    return EXIT_FAILURE;
  }
  for (int i = std::atoi(argv[3]); i > 0; --i) call->second();
  return EXIT_SUCCESS;
}
