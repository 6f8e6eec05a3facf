// Plans of one shape: worked out once, and the same as if each had been.
#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "plan/shapes/shape.hpp"

#include <doctest/doctest.h>

namespace {

using namespace birthcase;

const Date day(2019, 6, 10);

Application mother_and_child(const Profile& profile, const std::string& name,
                             const std::string& address = "北门街1号") {
  Application application(profile);
  REQUIRE(application.put("mother.name", Value::text(name)));
  REQUIRE(application.put("mother.hukou.address", Value::text(address)));
  REQUIRE(application.put("marriage.status", Value::text("20")));
  REQUIRE(application.put("newborn.name", Value::text("王小满"), 0));
  return application;
}

}  // namespace

TEST_CASE("a plan of a shape that was met twice is put together from it, and says the same") {
  const Profile profile = Profile::built_in("yiwu").value();
  const Application application = mother_and_child(profile, "李梅");
  const std::string anew = to_json(planning::plan_anew(profile, application, day));
  CHECK(planning::shape_of(plan(profile, application, day)) == nullptr);
  for (int time = 0; time < 3; ++time) {
    const Plan again = plan(profile, application, day);
    CHECK(planning::shape_of(again) != nullptr);
    CHECK(to_json(again) == anew);
    CHECK(to_json(again, Language::en) == to_json(planning::plan_anew(profile, application, day), Language::en));
  }
}

TEST_CASE("plans that differ in what was told have one shape, and each says its own") {
  const Profile profile = Profile::built_in("yiwu").value();
  const Application first = mother_and_child(profile, "李梅");
  const Application second = mother_and_child(profile, "赵兰", "\"北门街\"2号\\3室");
  plan(profile, first, day);
  const Plan of_first = plan(profile, first, day);
  to_json(of_first);
  const Plan of_second = plan(profile, second, day + boost::gregorian::days(1));
  CHECK(planning::shape_of(of_second) != nullptr);
  CHECK(planning::shape_of(of_second) == planning::shape_of(of_first));
  CHECK(to_json(of_second) == to_json(planning::plan_anew(profile, second, day + boost::gregorian::days(1))));
}

TEST_CASE("what decides otherwise has another shape") {
  const Profile profile = Profile::built_in("yiwu").value();
  Application married = mother_and_child(profile, "李梅");
  Application single = married;
  REQUIRE(single.put("marriage.status", Value::text("10")));
  for (const Application* each : {&married, &single}) plan(profile, *each, day);
  const Plan one = plan(profile, married, day);
  const Plan other = plan(profile, single, day);
  REQUIRE(planning::shape_of(one) != nullptr);
  CHECK(planning::shape_of(one) != planning::shape_of(other));
}
