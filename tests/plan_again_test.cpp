// An application that is planned again and again while facts are put in: what is taken over from the plan before is
// what planning from nothing says.
#include <birthcase/plan_json.hpp>

#include "applications.hpp"
#include "plan/groundwork.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace birthcase;
using planning::Groundwork;

const Date planned_on(2019, 6, 10);

/// Changes an application at random: a fact as another family tells it, one that is odd, one taken back.
class RandomChanges {
 public:
  RandomChanges(const Profile& profile, std::uint32_t seed) : profile_(profile), random_(seed) {
    for (const std::string& name : tests::Example::names()) {
      const tests::Example example = tests::Example::named(name);
      if (name.starts_with("yiwu")) families_.push_back(example.read(profile));
    }
  }

  const Application& any_family() { return any(families_); }

  void change(Application& application) {
    const Field& field = profile_.rules().fields[FieldId(static_cast<Index>(upto(profile_.rules().fields.size())))];
    const auto count = static_cast<std::uint16_t>(std::max<std::size_t>(application.newborn_count(), 1));
    const std::uint16_t newborn = field.per_newborn() ? static_cast<std::uint16_t>(upto(count)) : FactRef::family;
    switch (upto(8)) {
      case 0:
        static_cast<void>(application.clear(field.id, newborn));
        return;
      case 1:
        static_cast<void>(application.put(field.id, Value::null(), newborn));
        return;
      case 2:
        static_cast<void>(application.put(any(groups_), Value::null()));
        return;
      case 3:
        static_cast<void>(application.put(field.id, Value::text(any(odd_)), newborn));
        return;
      default:
        tell_as(any_family(), field.id, newborn, application);
    }
  }

 private:
  static void tell_as(const Application& other, const std::string& name, std::uint16_t newborn,
                      Application& application) {
    const auto told = other.get(name, newborn == FactRef::family ? newborn : std::uint16_t{0});
    if (told && told->kind() != Kind::unknown) static_cast<void>(application.put(name, *told, newborn));
  }

  std::size_t upto(std::size_t count) { return random_() % count; }
  template <class Item>
  const Item& any(const std::vector<Item>& items) {
    return items[upto(items.size())];
  }

  const Profile& profile_;
  std::mt19937 random_;
  std::vector<Application> families_;
  std::vector<std::string> groups_{"father", "mother.hukou", "residence", "settlement", "benefit"};
  std::vector<std::string> odd_{"x", "2031-01-01", "110101199003070011", "30", "father", "agent", "330782", "01", "99"};
};

template <class Items>
bool is_equal(const Items& a, const Items& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

// Whether both stand on the same: also which leaves of conditions were asked, so that they have one shape.
void check_same(const Groundwork& again, const Groundwork& anew) {
  REQUIRE(again.key().has_value());
  REQUIRE(anew.key().has_value());
  CHECK(is_equal(again.table().classes(), anew.table().classes()));
  CHECK(is_equal(again.table().derived(), anew.table().derived()));
  CHECK(is_equal(again.table().refused(), anew.table().refused()));
  CHECK(is_equal(again.key()->bytes(), anew.key()->bytes()));
}

}  // namespace

TEST_CASE("what is taken over from the plan before is what planning from nothing says") {
  const Profile& profile = tests::built_in("yiwu");
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    RandomChanges changes(profile, seed);
    Application application = changes.any_family();
    std::optional<Plan> held;
    for (int step = 0; step < 60; ++step) {
      CAPTURE(step);
      for (std::uint32_t count = 0; count <= seed % 3; ++count) changes.change(application);
      const auto before = planning::lay_groundwork(profile, application.facts(), planned_on);
      check_same(*before, Groundwork(profile, application.facts(), planned_on));
      held = plan(profile, application, planned_on);
      CHECK(to_json(*held) == to_json(planning::plan_anew(profile, application, planned_on)));
    }
  }
}

TEST_CASE("an application that did not change is not worked out again while its plan is held") {
  const Profile& profile = tests::built_in("yiwu");
  const Application application = tests::Example::named("yiwu-local").read(profile);
  const auto first = planning::lay_groundwork(profile, application.facts(), planned_on);
  CHECK(planning::lay_groundwork(profile, application.facts(), planned_on) == first);
  CHECK(planning::lay_groundwork(profile, application.facts(), planned_on + boost::gregorian::days(1)) != first);
}

TEST_CASE("a plan leaves nothing behind that the next could take over") {
  const Profile& profile = tests::built_in("yiwu");
  std::weak_ptr<const FactStore> facts;
  {
    const Application application = tests::Example::named("yiwu-local").read(profile);
    facts = application.facts();
    plan(profile, application, planned_on);
  }
  CHECK(facts.expired());
}
