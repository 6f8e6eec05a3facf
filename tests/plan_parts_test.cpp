// As much of a plan's document as is wanted.
#include "plan_parts.hpp"

#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "plan/shapes/shape.hpp"

#include <doctest/doctest.h>

#include <array>
#include <thread>
#include <vector>

namespace {

using namespace birthcase;

// Each part alone, all of them, none, and two that stand apart; with and without words and reasons.
std::vector<PlanContents> choices() {
  std::vector<PlanParts> sets{PlanParts::all(), {}, {PlanPart::undetermined, PlanPart::evidence}};
  PlanParts::all().each([&](PlanPart part) { sets.push_back({part}); });
  std::vector<PlanContents> made;
  for (const PlanParts parts : sets) {
    for (const bool labels : {true, false}) {
      for (const bool reasons : {true, false}) made.push_back({.parts = parts, .labels = labels, .reasons = reasons});
    }
  }
  return made;
}

void check_choices(const Plan& plan, const Plan& anew, Language language) {
  const std::string whole = to_json(anew, language);
  for (const PlanContents& contents : choices()) {
    const std::string chosen = to_json(anew, language, contents);
    CHECK(tests::rewritten(chosen) == tests::chosen_of(whole, contents));
    CHECK(to_json(plan, language, contents) == chosen);
    CHECK(to_json(plan, language, contents) == chosen);  // now from what was kept
  }
  CHECK(to_json(plan, language) == whole);
}

}  // namespace

TEST_CASE("what is chosen of a document is the whole one without the rest, of a known shape and anew") {
  for (const std::string& name : tests::Example::names()) {
    CAPTURE(name);
    const auto example = tests::Example::named(name);
    // A profile of its own: what one example has kept is not there for the next.
    const Profile profile = Profile::built_in(std::string_view(example.document().at("profile").as_string())).value();
    const Application application = example.read(profile);
    const Date day = applied_on(application).value_or(Date(2019, 6, 10));
    for (int times = 0; times < 2; ++times) plan(profile, application, day);
    const Plan of_shape = plan(profile, application, day);
    REQUIRE(planning::shape_of(of_shape) != nullptr);
    const Plan anew = planning::plan_anew(profile, application, day);
    REQUIRE(planning::shape_of(anew) == nullptr);
    for (const Language language : {Language::zh, Language::en}) check_choices(of_shape, anew, language);
  }
}

TEST_CASE("without words a document is the same in all languages") {
  const Plan plan = tests::Example::named("yiwu-half-filled").plan();
  const PlanContents wordless{.labels = false};
  CHECK(to_json(plan, Language::zh, wordless) == to_json(plan, Language::en, wordless));
  CHECK(to_json(plan, Language::zh) != to_json(plan, Language::en));
}

TEST_CASE("threads that ask a shape for different parts at once get what each asks for") {
  const auto example = tests::Example::named("yiwu-twins");
  const Profile profile = Profile::built_in("yiwu").value();
  const Application application = example.read(profile);
  const Date day(2019, 6, 10);
  for (int times = 0; times < 2; ++times) plan(profile, application, day);
  const Plan of_shape = plan(profile, application, day);
  const Plan anew = planning::plan_anew(profile, application, day);
  const std::vector<PlanContents> all = choices();
  std::vector<std::string> expected;
  for (const PlanContents& contents : all) expected.push_back(to_json(anew, Language::zh, contents));
  std::array<std::size_t, 4> differing{};
  std::vector<std::thread> threads;
  for (std::size_t& count : differing) {
    threads.emplace_back([&] {
      for (std::size_t i = 0; i < all.size(); ++i) {
        count += to_json(of_shape, Language::zh, all[i]) == expected[i] ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(differing == std::array<std::size_t, 4>{});
}

TEST_CASE("one call from JSON to JSON gives as much of the plan as is wanted") {
  const auto text = tests::source_file("examples/applications/yiwu-local.json");
  const PlanContents contents{.parts = {PlanPart::as_of}};
  const auto made = plan_json(tests::built_in("yiwu"), text, Date(2019, 6, 10), Language::zh, contents);
  CHECK(made.value() == R"({"as_of":"2019-06-10"})");
}

TEST_CASE("parts are read by their keys, in any order, and one that there is not is told with those that there are") {
  PlanParts::all().each([](PlanPart part) { CHECK(parse_plan_parts(to_string(part)).value() == PlanParts{part}); });
  CHECK(parse_plan_parts("undetermined,evidence,evidence").value() ==
        PlanParts{PlanPart::evidence, PlanPart::undetermined});
  for (const char* wrong : {"", ",", "evidence,", "evidence, due", "Evidence", "why", "evidences"}) {
    CAPTURE(wrong);
    const auto read = parse_plan_parts(wrong);
    REQUIRE(read.has_error());
    CHECK(read.error().kind == ErrorKind::unknown_name);
  }
  CHECK(parse_plan_parts("due,papers").error().message ==
        "a plan has no such part; it has profile, as_of, services, form, evidence, look_ups, route, undetermined, "
        "findings, acceptable, due, rules");
}
