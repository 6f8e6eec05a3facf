// What has to be seen of a profile's rules, and what plans show of it.
#include <birthcase/coverage.hpp>

#include "profile_layers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

constexpr std::string_view conditional_requirement = R"json(
  "services": [{"id": "benefit", "evidence": [
    {"id": "benefit/card", "evidence": "id-card", "holder": "mother", "original": 1, "source": "T",
     "when": "settlement.with = \"mother\" and (birth.licensed or father = null)"}]}])json";

const Date any_day(2020, 5, 4);

Profile top(std::string_view members) {
  auto profile = parse_layer(members);
  REQUIRE(profile.has_value());
  return *profile;
}

Plan plan_of(const Profile& profile, std::string_view application, Date as_of = any_day) {
  return plan(profile, Application::parse(profile, application).value(), as_of);
}

// `what` of each obligation of a rule, those that have been seen or the others.
std::vector<std::string> whats(const Coverage& coverage, std::string_view rule, bool seen) {
  std::vector<std::string> found;
  for (const Obligation& obligation : coverage.obligations()) {
    if (obligation.rule == rule && obligation.seen == seen) found.push_back(obligation.what);
  }
  return found;
}

std::vector<std::string> demanded(const Profile& profile, std::string_view rule) {
  Coverage coverage;
  coverage.expect(profile);
  return whats(coverage, rule, false);
}

std::vector<std::string> shown(const Profile& profile, std::string_view application, std::string_view rule,
                               Date as_of = any_day) {
  Coverage coverage;
  coverage.see(plan_of(profile, application, as_of));
  return whats(coverage, rule, true);
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a conditional rule has to be seen in three ways, and each part of its condition both ways and deciding") {
  CHECK(demanded(top(conditional_requirement), "benefit/card") ==
        Strings{"applying", "not applying", "undetermined", "true and deciding: settlement.with = \"mother\"",
                "false and deciding: settlement.with = \"mother\"", "true and deciding: birth.licensed",
                "false and deciding: birth.licensed", "true and deciding: father = null",
                "false and deciding: father = null"});
}

TEST_CASE("a key that counts for some families only is a condition to be seen, where something is looked up") {
  const Profile profile = top(R"json("shares": [{"id": "hukou", "organisation": "office", "fields": ["newborn.name"],
      "source": "T", "when": "father != null", "keys": ["mother.name", "father.name"],
      "keys_when": {"father.name": "settlement.with = \"father\""}}])json");
  CHECK(demanded(profile, "hukou/father.name") == Strings{"applying", "not applying", "undetermined"});
  CHECK(demanded(profile, "hukou/mother.name").empty());
  constexpr std::string_view with_father = R"({"father": {"name": "甲"}, "settlement": {"with": "father"}})";
  CHECK(shown(profile, with_father, "hukou/father.name") == Strings{"applying"});
  constexpr std::string_view with_mother = R"({"father": {"name": "甲"}, "settlement": {"with": "mother"}})";
  CHECK(shown(profile, with_mother, "hukou/father.name") == Strings{"not applying"});
  CHECK(shown(profile, R"({"father": {"name": "甲"}})", "hukou/father.name") == Strings{"undetermined"});
  CHECK(shown(profile, R"({"father": null, "settlement": {"with": "father"}})", "hukou/father.name").empty());
}

TEST_CASE("a plan shows what its rules answered, and which parts of the conditions decided") {
  const Profile profile = top(conditional_requirement);
  CHECK(shown(profile, "{}", "benefit/card") == Strings{"undetermined"});
  CHECK(shown(profile, R"({"settlement": {"with": "mother"}, "birth": {"licensed": true}, "father": {"name": "甲"}})",
              "benefit/card") ==
        Strings{"applying", "true and deciding: settlement.with = \"mother\"", "true and deciding: birth.licensed"});
  CHECK(shown(profile, R"({"settlement": {"with": "mother"}, "birth": {"licensed": true}, "father": null})",
              "benefit/card") == Strings{"applying", "true and deciding: settlement.with = \"mother\""});
  CHECK(shown(profile, R"({"settlement": {"with": "father"}, "birth": {"licensed": false}, "father": {"name": "甲"}})",
              "benefit/card") == Strings{"not applying"});
}

TEST_CASE("a rule without condition only has to apply; an inherited one counts once and names who has it") {
  const std::string lower = layer(R"("services": [{"id": "benefit", "evidence": [
      {"id": "benefit/card", "evidence": "id-card", "holder": "mother", "original": 1, "source": "T"}]}])");
  const auto over = [&](std::string_view json) {
    return parse_over(json, {{"small", std::string(small_profile_text)}, {"top", lower}}).value();
  };
  Coverage coverage;
  coverage.expect(over(lower));
  coverage.expect(over(R"({"id": "east", "extends": "top"})"));
  coverage.expect(over(R"({"id": "west", "extends": "top", "services": [{"id": "benefit", "evidence": [
      {"id": "benefit/card", "copies": 1}]}]})"));
  std::vector<Strings> profiles;
  for (const Obligation& obligation : coverage.obligations()) {
    CHECK(obligation.rule == "benefit/card");
    CHECK(obligation.what == "applying");
    profiles.push_back(obligation.profiles);
  }
  CHECK(profiles == std::vector<Strings>{{"top", "east"}, {"west"}});
}

TEST_CASE("what profiles below bring along can be left out; what they changed themselves counts") {
  const std::string lower = layer(R"("services": [{"id": "benefit", "evidence": [
      {"id": "benefit/card", "evidence": "id-card", "holder": "mother", "original": 1, "source": "T"},
      {"id": "benefit/other-card", "evidence": "id-card", "holder": "father", "original": 1, "source": "T"}]}])");
  Coverage coverage;
  coverage.expect(parse_over(R"({"id": "west", "extends": "top", "services": [{"id": "benefit", "evidence": [
                                {"id": "benefit/card", "copies": 1}]}]})",
                             {{"small", std::string(small_profile_text)}, {"top", lower}})
                      .value());
  CHECK(coverage.total().demanded == 2);
  coverage.leave_out_inherited();
  CHECK(coverage.total().demanded == 1);
  CHECK(to_json(coverage).find("benefit/card") != std::string::npos);
  CHECK(to_json(coverage).find("benefit/other-card") == std::string::npos);
  CHECK(suggest(coverage, {.as_of = any_day}).covered.size() == 1);
}

TEST_CASE("dates in force are seen where the day alone decides") {
  const Profile profile = top(R"("promises": [{"id": "fast", "within": {"working_days": 1}, "source": "T",
      "valid": {"from": "2020-01-06", "until": "2020-12-31"}, "when": "birth.licensed"}])");
  const std::string licensed = R"({"birth": {"licensed": true}})";
  const auto dates = [&](const std::string& application, Date day) {
    Strings seen = shown(profile, application, "fast", day);
    std::erase_if(seen, [](const std::string& what) { return what.find("appl") != std::string::npos; });
    return seen;
  };
  CHECK(dates(licensed, Date(2020, 1, 5)) == Strings{"before 2020-01-06"});
  CHECK(dates(licensed, Date(2020, 1, 6)) == Strings{"in force"});
  CHECK(dates(licensed, Date(2021, 1, 1)) == Strings{"after 2020-12-31"});
  CHECK(dates(R"({"birth": {"licensed": false}})", Date(2021, 1, 1)) == Strings{});
}

TEST_CASE("a rule that lists services has to be seen for each; where one before it decides it is not demanded") {
  const Profile profile = top(R"("lanes": [
      {"id": "alone", "services": ["certificate"], "when": "birth.licensed", "lane": "not_offered", "source": "T"},
      {"id": "closed", "services": ["benefit"], "lane": "not_offered", "source": "T"},
      {"id": "dead", "services": ["benefit"], "when": "birth.licensed", "lane": "not_offered", "source": "T"}],
    "deliveries": [{"id": "posted", "method": "mail", "label": {"zh": "邮", "en": "mail"}, "source": "T"}],
    "shares": [{"id": "told", "organisation": "office", "fields": ["newborn.name"], "evidence": ["id-card"],
                "source": "T"}])");
  CHECK(demanded(profile, "alone") == Strings{"applying", "not applying", "undetermined"});
  CHECK(demanded(profile, "closed") == Strings{"applying"});
  CHECK(demanded(profile, "dead") == Strings{});
  CHECK(demanded(profile, "posted") == Strings{"applying"});
  CHECK(demanded(profile, "told") == Strings{"applying", "applying for newborn.name"});  // nobody asks for the card
  CHECK(shown(profile, "{}", "told") == Strings{"applying", "applying for newborn.name"});
}

TEST_CASE("what is always known is never demanded to be unknown") {
  const Profile profile = top(R"json("derivations": [
      {"id": "licensed", "field": "birth.licensed", "value": "true", "source": "T"}],
    "checks": [
      {"id": "unlicensed", "when": "not(birth.licensed)", "path": "birth.licensed", "source": "T",
       "message": {"zh": "无", "en": "none"}},
      {"id": "late", "when": "accepted_on > @\"2020-05-04\"", "path": "birth.licensed", "source": "T",
       "message": {"zh": "晚", "en": "late"}}])json");
  CHECK(demanded(profile, "unlicensed") == Strings{"applying", "not applying"});
  CHECK(demanded(profile, "late") == Strings{"applying", "not applying"});
  CHECK(shown(profile, "{}", "licensed") == Strings{"applying"});
  CHECK(shown(profile, R"({"birth": {"licensed": true}})", "licensed") == Strings{});  // told: the rule is not asked
  CHECK(shown(profile, R"({"birth": {"licensed": false}})", "unlicensed") == Strings{"applying"});
}

TEST_CASE("of twins each shows what is said of the newborn at hand") {
  const Profile profile = top(R"("checks": [{"id": "long", "path": "newborn.length_cm", "source": "T",
      "when": "newborn.length_cm > 60 and birth.licensed", "message": {"zh": "长", "en": "long"}}])");
  const auto seen =
      shown(profile, R"({"birth": {"licensed": true}, "newborns": [{"length_cm": 50}, {"length_cm": 61}]})", "long");
  CHECK(seen == Strings{"applying", "not applying", "true and deciding: newborn.length_cm > 60",
                        "false and deciding: newborn.length_cm > 60", "true and deciding: birth.licensed"});
}

TEST_CASE("an excuse takes an obligation out of the count; one for nothing or for what is seen is an error") {
  Coverage coverage;
  coverage.expect(top(conditional_requirement));
  CHECK(coverage.total().demanded == 9);
  CHECK(coverage.percent() == 0);
  CHECK(coverage.excuse({"benefit/card", "undetermined", "asked first", "/uncovered/0"}).has_value());
  CHECK(coverage.total().demanded == 8);
  CHECK(coverage.total().excused == 1);

  const auto no_rule = coverage.excuse({"benefit/crad", "undetermined", "x", "/uncovered/1"});
  REQUIRE(no_rule.has_error());
  CHECK(no_rule.error().path == "/uncovered/1/rule");
  CHECK(no_rule.error().message == "there is no rule 'benefit/crad' to cover; did you mean 'benefit/card'?");
  const auto no_what = coverage.excuse({"benefit/card", "undetermind", "x", "/uncovered/2"});
  REQUIRE(no_what.has_error());
  CHECK(no_what.error().path == "/uncovered/2/what");

  CHECK(coverage.needless_excuses().empty());
  coverage.see(plan_of(top(conditional_requirement), "{}"));  // the same rules, loaded once more
  REQUIRE(coverage.needless_excuses().size() == 1);
  CHECK(coverage.needless_excuses().front().path == "/uncovered/0");
}

TEST_CASE("what several runs have seen is joined") {
  const Profile profile = top(conditional_requirement);
  Coverage all;
  Coverage one;
  Coverage other;
  one.see(plan_of(profile, "{}"));
  other.see(plan_of(profile, R"({"settlement": {"with": "father"}})"));
  all.merge(one);
  all.merge(other);
  CHECK(whats(all, "benefit/card", true) == Strings{"not applying", "undetermined"});
}

TEST_CASE("excuses are read strictly from a test document") {
  const auto read = [](std::string_view json) { return excuses_in(json); };
  const auto good = read(R"({"profile": "x", "uncovered": [{"//": "so", "rule": "a", "what": "b", "reason": "c"}]})");
  REQUIRE(good.has_value());
  REQUIRE(good->size() == 1);
  CHECK(good->front().path == "/uncovered/0");
  CHECK(good->front().reason == "c");
  CHECK(read("{}")->empty());
  CHECK(read(R"({"uncovered": {}})").error().path == "/uncovered");
  CHECK(read(R"({"uncovered": [{"rule": "a", "what": "b"}]})").error().message == "'reason' is missing here");
  CHECK(read(R"({"uncovered": [{"rule": "a", "waht": "b", "reason": "c"}]})").error().message ==
        "unknown key 'waht'; did you mean 'what'?");
}
