// Applications written as JSON and read back.
#include <birthcase/plan_json.hpp>

#include "application_profile.hpp"
#include "applications.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>

using namespace birthcase;
using birthcase::tests::built_in;
using birthcase::tests::Example;
using birthcase::tests::small_profile;

namespace {

Value text(std::string_view words) { return Value::text(std::string(words)); }

Application read_back(const Application& application) {
  const auto read = Application::parse(application.profile(), to_json(application));
  REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : describe(read.error())));
  return *read;
}

void check_same(const FactStore& facts, const FactStore& wanted) {
  CHECK(facts.family == wanted.family);
  CHECK(facts.newborns == wanted.newborns);
  CHECK(facts.evidence == wanted.evidence);
  CHECK(facts.findings == wanted.findings);
  CHECK(facts.found_at == wanted.found_at);
  CHECK(facts.refused == wanted.refused);
  CHECK(facts.asked_for == wanted.asked_for);
}

void check_round_trip(const Application& application) {
  const Application again = read_back(application);
  CAPTURE(to_json(application));
  check_same(*again.facts(), *application.facts());
  CHECK(to_json(again) == to_json(application));
}

// Changes an application at random: every kind of value for every name, most of them refused in one way or another.
class RandomChanges {
 public:
  RandomChanges(const Profile& profile, unsigned seed)
      : rules_(profile.rules()), names_(rules_.schema.names()), random_(seed) {}

  void apply(Application& application) {
    const std::string& name = names_[any(names_.size())];
    const bool of_newborn = name.starts_with(Schema::newborn_prefix);
    const auto newborn = of_newborn ? static_cast<std::uint16_t>(any(3)) : FactRef::family;
    switch (any(10)) {
      case 0:
        (void)application.clear(name, newborn);
        break;
      case 1:
        hand_in(application);
        break;
      default:
        (void)application.put(name, value(), newborn);
        break;
    }
  }

 private:
  std::size_t any(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  Value value() {
    constexpr std::array<std::string_view, 16> texts{"",
                                                     "王芳",
                                                     "㛃𠮷䶮\uE000",
                                                     " 2019-05-06 ",
                                                     "2019-05-06T14:30",
                                                     "2019-02-30",
                                                     "330782",
                                                     "mother",
                                                     "true",
                                                     "-0.50e1",
                                                     "1e400",
                                                     "a\x01\"\\/\n",
                                                     "a,b, c",
                                                     "e 1234",
                                                     "13800138000 ",
                                                     "110105194912310021"};
    switch (any(8)) {
      case 0:
        return Value::null();
      case 1:
        return Value::boolean(any(2) == 0);
      case 2:
        return Value::number(*Number::parse("12345678901234567890.12345678901234"));
      case 3:
        return Value::date(CivilDate{static_cast<std::int32_t>(any(12'000)), 2, 29});
      case 4:
        return Value::date_time(CivilDateTime{CivilDate{2019, 5, 6}, CivilTime{14, 30, 15, 999, {}}});
      case 5:
        return Value::list({text(rules_.services.data()[any(rules_.services.size())].id), text("𠮷,")});
      default:
        return text(texts[any(texts.size())]);
    }
  }

  void hand_in(Application& application) {
    const std::string& type = rules_.evidence.data()[any(rules_.evidence.size())].id;
    const std::string& holder = rules_.holders.data()[any(rules_.holders.size())].id;
    const auto as = std::array{HandedInAs::original, HandedInAs::copy, HandedInAs::scan}[any(3)];
    const auto newborn = any(2) == 0 ? FactRef::family : static_cast<std::uint16_t>(any(3));
    (void)application.hand_in(type, any(2) == 0 ? std::string_view() : holder, as, newborn);
  }

  const Rules& rules_;
  std::vector<std::string> names_;
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("every example is read back from its own JSON with the same facts, in the same bytes") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Example example = Example::named(name);
    check_round_trip(example.read(built_in(std::string_view(example.document().at("profile").get_string()))));
  }
}

TEST_CASE("whatever is put into an application is read back from its JSON") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const Profile profile = seed % 2 == 0 ? small_profile() : built_in("yiwu");
    Application application(profile);
    RandomChanges changes(profile, seed);
    for (int i = 0; i < 120; ++i) changes.apply(application);
    check_round_trip(application);
  }
}

TEST_CASE("an application about which nothing is known is the name of its profile") {
  CHECK(to_json(Application(small_profile())) == R"({"profile":"small"})");
}

TEST_CASE("the JSON of an application tells null, empty and unknown groups apart") {
  const auto application = Application::parse(small_profile(), R"({"newborns": [{"card": {}}, {"card": null}, {}],
      "father": null, "mother": {"hukou": null, "name": null}, "services": []})");
  REQUIRE(application.has_value());
  CHECK(to_json(*application) ==
        R"({"profile":"small","father":null,"mother":{"hukou":null,"name":null},"services":[],)"
        R"("newborns":[{"card":{}},{"card":null},{}]})");
  check_round_trip(*application);
}

TEST_CASE("the JSON of an application has numbers exactly, beyond a double in quotes, and refused values as put") {
  Application application(small_profile());
  application.put("newborn.length_cm", Value::number(*Number::parse("50.1000000000000000000000000000001")), 0).value();
  application.put("newborn.length_cm", Value::number(*Number::parse("1e6000")), 1).value();
  application.put("father.birth_date", text("02/28/1990")).value();
  CHECK(to_json(application) == R"({"profile":"small","father":{"birth_date":"02/28/1990"},"newborns":[)"
                                R"({"length_cm":50.1000000000000000000000000000001},{"length_cm":"1e+6000"}]})");
  check_round_trip(application);
}

TEST_CASE("the JSON of an application has the documents handed in, in their order") {
  Application application(small_profile());
  application.put("newborn.name", text("王一"), 0).value();
  application.hand_in("id-card", "mother", HandedInAs::copy).value();
  application.hand_in("birth-certificate").value();
  CHECK(to_json(application) ==
        R"({"profile":"small","newborns":[{"name":"王一"}],"evidence":[{"type":"id-card","holder":"mother",)"
        R"("as":"copy"},{"type":"birth-certificate","newborn":0,"as":"original"}]})");
  check_round_trip(application);
}

TEST_CASE("a date that is no day of the calendar is refused, however it is put") {
  Application application(small_profile());
  application.put("father.birth_date", Value::date(CivilDate{2019, 2, 29})).value();
  application.put("newborn.born_at", Value::date_time(CivilDateTime{CivilDate{12'000, 1, 1}, {}}), 0).value();
  CHECK(application.facts()->refused.size() == 2);
  CHECK(application.get("father.birth_date").value() == text("2019-02-29"));
  check_round_trip(application);
}

TEST_CASE("items of a list that are not UTF-8 and texts that are too long are not put") {
  Application application(small_profile());
  const auto put = application.put("services", Value::list({text("benefit"), text("\xCD\xF5")}));
  REQUIRE_FALSE(put.has_value());
  CHECK(put.error().kind == ErrorKind::encoding);
  CHECK(put.error().path == "/services/1");
  CHECK(application.put("mother.hukou.address", text(std::string(Application::max_text_bytes + 1, 'a'))).error().kind ==
        ErrorKind::out_of_range);
  CHECK(application.put("mother.hukou.address", text(std::string(Application::max_text_bytes, 'a'))));
}
