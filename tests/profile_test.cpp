// Profiles: the built-in ones, and layers that add rules, change them by id or take them away.
#include "applications.hpp"
#include "profile/every_rule.hpp"
#include "profile_layers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

Profile load(std::string_view members) {
  auto profile = parse_layer(members);
  REQUIRE_MESSAGE(profile.has_value(), (profile ? std::string() : describe(profile.error())));
  return *profile;
}

template <class Table>
std::string ids(const Table& table) {
  std::string text;
  for (const auto& row : table) text += (text.empty() ? "" : ", ") + row.id;
  return text;
}

void check_head(const Rule& rule) {
  CAPTURE(rule.id);
  CHECK_FALSE(rule.id.empty());
  CHECK_FALSE(rule.source.empty());
}

const Rule* rule_named(const Rules& rules, std::string_view id) {
  const Rule* found = nullptr;
  profile::each_rule(rules, [&](const Rule& rule) {
    if (rule.id == id) found = &rule;
  });
  return found;
}

constexpr std::string_view two_lanes =
    R"("lanes": [{"id": "a", "services": ["certificate"], "lane": "elsewhere", "source": "T"},
                 {"id": "b", "services": ["benefit"], "lane": "elsewhere", "source": "T"}])";

}  // namespace

TEST_CASE("the built-in profiles are base, ruian, wenling and yiwu, and all load") {
  CHECK(Profile::built_in_ids() == std::vector<std::string_view>{"base", "ruian", "wenling", "yiwu"});
  for (const std::string_view id : Profile::built_in_ids()) {
    const auto profile = Profile::built_in(id);
    REQUIRE(profile.has_value());
    CHECK(profile->id() == id);
    CHECK(Profile::built_in_text(id).has_value());
    CHECK_FALSE(profile->rules().title.zh.empty());
    CHECK_FALSE(profile->rules().title.en.empty());
  }
}

TEST_CASE("a built-in profile that does not exist is an error") {
  const auto none = Profile::built_in("hangzhou");
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().kind == ErrorKind::unknown_name);
  CHECK_FALSE(Profile::built_in_text("hangzhou").has_value());
}

TEST_CASE("the places are those of GB/T 2260, and only the base profile has none") {
  CHECK(built_in("yiwu").rules().division == "330782");
  CHECK(built_in("ruian").rules().division == "330381");
  CHECK(built_in("wenling").rules().division == "331081");
  CHECK(built_in("base").rules().division.empty());
  CHECK_FALSE(built_in("base").rules().joint);
}

TEST_CASE("every rule of every built-in profile has an id and a source") {
  for (const std::string_view id : Profile::built_in_ids()) {
    CAPTURE(std::string(id));
    const Rules& rules = built_in(id).rules();
    profile::each_rule(rules, check_head);
    for (const Field& field : rules.fields) CHECK_MESSAGE(!field.source.empty(), field.id);
    for (const NamedHours& hours : rules.hours) CHECK_MESSAGE(!hours.source.empty(), hours.id);
    for (const Option& option : rules.options) CHECK_MESSAGE(!option.source.empty(), option.id);
    if (rules.valid.from) CHECK_FALSE(rules.valid_source.empty());
  }
}

TEST_CASE("a promise ends with the service and its clock runs on unless the profile says otherwise") {
  const auto promise = [](const std::string& members) {
    const auto profile =
        parse_layer(R"("promises": [{"id": "p", "within": {"working_days": 3}, "source": "T")" + members + "}]");
    REQUIRE(profile.has_value());
    return profile->rules().promises.front();
  };
  const Promise plain = promise("");
  CHECK_FALSE(plain.until_delivery);
  CHECK_FALSE(plain.clock_stops);
  CHECK(plain.clock_source.empty());
  CHECK_FALSE(promise(R"(, "counted_to": "completion")").until_delivery);
  CHECK(promise(R"(, "counted_to": "delivery")").until_delivery);
  const Promise stops = promise(R"(, "suspended": {"while": "waiting-for-family", "source": "law 1"})");
  CHECK(stops.clock_stops);
  CHECK(stops.clock_source == "law 1");
  CHECK_FALSE(stops.clock_interpretation);
  CHECK(promise(R"(, "suspended": {"while": "waiting-for-family", "source": "T", "interpretation": true})")
            .clock_interpretation);
}

TEST_CASE(
    "a promise of what is posted home or paid is kept when the family has it, any other when the service is done") {
  const std::set<std::string> to_the_family{"yiwu/posted-home", "ruian/paid-next-month", "wenling/paid-in-two-hours",
                                            "wenling/paid-in-three-days"};
  for (const std::string_view id : Profile::built_in_ids()) {
    for (const Promise& promise : built_in(id).rules().promises) {
      CAPTURE(promise.id);
      CHECK(promise.until_delivery == to_the_family.contains(promise.id));
    }
  }
}

TEST_CASE("every term stands still while the family is waited for, which is read into law") {
  for (const std::string_view id : Profile::built_in_ids()) {
    for (const Promise& promise : built_in(id).rules().promises) {
      CAPTURE(promise.id);
      CHECK(promise.clock_stops);
      CHECK(promise.clock_interpretation);
      CHECK(promise.clock_source.starts_with("行政许可法 32"));
    }
  }
}

TEST_CASE("every label of every built-in profile exists in both languages") {
  const auto complete = [](const Label& label) { return !label.zh.empty() && !label.en.empty(); };
  for (const std::string_view id : Profile::built_in_ids()) {
    const Rules& rules = built_in(id).rules();
    for (const auto& row : rules.fields) CHECK_MESSAGE(complete(row.label), row.id);
    for (const auto& row : rules.services) CHECK_MESSAGE(complete(row.label), row.id);
    for (const auto& row : rules.evidence) CHECK_MESSAGE(complete(row.label), row.id);
    for (const auto& row : rules.organisations) CHECK_MESSAGE(complete(row.label), row.id);
    for (const auto& row : rules.channels) CHECK_MESSAGE(complete(row.label), row.id);
    for (const auto& row : rules.checks) CHECK_MESSAGE(complete(row.reason), row.id);
    for (const auto& row : rules.lanes) CHECK_MESSAGE(complete(row.reason), row.id);
  }
}

TEST_CASE("what the sources do not say in so many words is marked as an interpretation") {
  const std::pair<const char*, const char*> interpretations[] = {{"yiwu", "yiwu/marriage-shared"},
                                                                 {"wenling", "wenling/marriage-shared"},
                                                                 {"yiwu", "yiwu/settles-elsewhere"},
                                                                 {"ruian", "ruian/settles-elsewhere"},
                                                                 {"yiwu", "yiwu/one-form"},
                                                                 {"ruian", "ruian/one-form"},
                                                                 {"wenling", "wenling/one-form"},
                                                                 {"ruian", "ruian/hukou-15-minutes"},
                                                                 {"wenling", "wenling/two-hours"},
                                                                 {"ruian", "ruian/paid-next-month"},
                                                                 {"wenling", "mobile"}};
  for (const auto& [profile, id] : interpretations) {
    CAPTURE(std::string(id));
    const Rule* rule = rule_named(built_in(profile).rules(), id);
    REQUIRE(rule != nullptr);
    CHECK(rule->interpretation);
  }
  for (const std::string_view profile : {"ruian", "wenling"}) {
    for (const NamedHours& hours : built_in(profile).rules().hours) CHECK(hours.interpretation);
  }
}

TEST_CASE("Wenling's rules and its mobile channel have the first days that the newspaper gives") {
  const Rules& rules = built_in("wenling").rules();
  CHECK(rules.valid.from == Date(2019, 4, 29));
  CHECK(rule_named(rules, "mobile")->valid.from == Date(2019, 7, 1));
  CHECK_FALSE(rules.valid.until.has_value());
}

TEST_CASE("a layer adds to what it extends") {
  const Profile profile = load(R"("organisations": [{"id": "other", "label": {"zh": "他", "en": "other"}}])");
  CHECK(profile.id() == "top");
  CHECK(ids(profile.rules().organisations) == "office, other");
  CHECK(profile.rules().services.size() == small_profile().rules().services.size());
}

TEST_CASE("a layer changes a row by its id, member by member") {
  const Profile profile = load(R"("services": [{"id": "benefit", "optional": false, "label": {"zh": "津贴"}}])");
  const Service& benefit = profile.rules().services[ServiceId(1)];
  CHECK(benefit.id == "benefit");
  CHECK_FALSE(benefit.optional);
  CHECK(benefit.label == Label{"津贴", "benefit"});
}

TEST_CASE("a layer changes a form entry by its field") {
  const Profile profile = load(R"("services": [{"id": "certificate", "form": [
      {"field": "newborn.name", "max_length": 4}, {"field": "mother.name", "label": "母亲", "required": true}]}])");
  const auto& form = profile.rules().services[ServiceId(0)].form;
  REQUIRE(form.size() == 2);
  CHECK(form[0].constraints.max_length == 4);
  CHECK(form[0].required);
}

TEST_CASE("a layer takes a row away") {
  const Profile profile = load(R"("services": [{"id": "benefit", "remove": true}])");
  CHECK(ids(profile.rules().services) == "certificate");
}

TEST_CASE("in tables where the first match decides, a layer's rules come before those below") {
  Texts texts{{"small", std::string(small_profile_text)}};
  texts["middle"] = R"({"id": "middle", "extends": "small", )" + std::string(two_lanes) + "}";
  const auto profile = parse_over(R"({"id": "top", "extends": "middle", "lanes": [
      {"id": "c", "lane": "joint", "source": "T"}, {"id": "b", "lane": "not_offered"}]})",
                                  texts);
  REQUIRE(profile.has_value());
  CHECK(ids(profile->rules().lanes) == "c, a, b");
  CHECK(profile->rules().lanes[Id<LaneRule>(2)].lane == Lane::not_offered);
}

TEST_CASE("a city changes whose hukou counts with one line") {
  const auto profile = Profile::parse(R"({"id": "yiwu-settling", "extends": "yiwu", "shares": [
      {"id": "yiwu/marriage-shared", "when": "settlement.division = jurisdiction.division"}]})");
  REQUIRE(profile.has_value());
  const Example family = Example::named("yiwu-non-local-applicant");
  CHECK(status(family.plan(), "marriage-certificate") == "bring");
  CHECK(status(family.plan(*profile), "marriage-certificate") == "shared");
}

TEST_CASE("a text given for a profile comes before the built-in one of the same id") {
  const auto profile = parse_over(R"({"id": "top", "extends": "base"})", {{"base", std::string(small_profile_text)}});
  REQUIRE(profile.has_value());
  CHECK(profile->rules().services.size() == 2);
}

TEST_CASE("copies of a profile are the same profile, two readings are not") {
  const Profile first = built_in("yiwu");
  const Profile copy = first;
  CHECK(copy == first);
  CHECK_FALSE(Profile::built_in("yiwu").value() == first);
}
