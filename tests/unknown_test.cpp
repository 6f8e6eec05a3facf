// Unknown is not null: nothing is waived or demanded by guess, and the plan says what to ask.
#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace js = boost::json;

// The pointers of all facts: what the family told, without what it handed in and which profile it names.
void collect_facts(const js::value& value, const std::string& pointer, std::vector<std::string>& facts) {
  if (const js::object* object = value.if_object()) {
    for (const auto& member : *object) {
      const std::string key(member.key());
      if (pointer.empty() && (key == "evidence" || key == "profile")) continue;
      collect_facts(member.value(), pointer + "/" + key, facts);
    }
  } else if (const js::array* array = value.if_array(); array != nullptr && pointer != "/services") {
    for (std::size_t i = 0; i < array->size(); ++i) {
      collect_facts((*array)[i], pointer + "/" + std::to_string(i), facts);
    }
  } else {
    facts.push_back(pointer);
  }
}

using Key = std::pair<std::string, std::uint16_t>;

// Who answers for a document may change between those who are not the family: a product comes before a share.
std::string duty(EvidenceStatus status) {
  const bool familys = status == EvidenceStatus::bring || status == EvidenceStatus::not_required;
  return familys ? std::string(to_string(status)) : "answered for";
}

// What was decided about each requirement, as far as it was.
std::map<Key, std::string> decided_requirements(const Plan& plan) {
  std::map<Key, std::string> decided;
  for (const ServiceLane& each : plan.services) {
    if (!each.planned) continue;
    for (const Requirement& requirement : each.service->requirements) {
      decided[{requirement.id, each.newborn}] = duty(EvidenceStatus::not_required);
    }
  }
  for (const EvidenceUse& use : plan.uses) {
    const Key key{use.requirement->id, plan.services[use.lane].newborn};
    if (use.status == EvidenceStatus::undetermined || use.needed == Truth::unknown) {
      decided.erase(key);
    } else {
      decided[key] = duty(use.status);
    }
  }
  return decided;
}

std::map<Key, Lane> decided_lanes(const Plan& plan) {
  std::map<Key, Lane> decided;
  for (const ServiceLane& each : plan.services) {
    if (each.lane != Lane::undetermined) decided[{each.service->id, each.newborn}] = each.lane;
  }
  return decided;
}

std::map<Key, std::string> decided_deadlines(const Plan& plan) {
  std::map<Key, std::string> decided;
  for (const Step& each : plan.route) {
    if (each.due) decided[{each.service->id, each.newborn}] = to_string(*each.due);
  }
  return decided;
}

std::string text(Lane lane) { return std::string(to_string(lane)); }
const std::string& text(const std::string& answer) { return answer; }

// The same answer; a day may become a time of that day.
bool agrees(Lane before, Lane later) { return before == later; }
bool agrees(const std::string& before, const std::string& later) {
  return later == before || later.starts_with(before + "T");
}

template <class Answer>
void check_kept(const std::map<Key, Answer>& with_less, const std::map<Key, Answer>& with_more) {
  for (const auto& [key, answer] : with_less) {
    const auto later = with_more.find(key);
    CAPTURE(key.first);
    CAPTURE(key.second);
    REQUIRE(later != with_more.end());
    CHECK_MESSAGE(agrees(answer, later->second), text(answer), " became ", text(later->second));
  }
}

const Date some_day(2019, 6, 10);

}  // namespace

TEST_CASE("what is decided with few facts stays so when more are told") {
  std::mt19937 random(20190610);
  for (const std::string& name : Example::names()) {
    const Example whole = Example::named(name);
    const Profile& profile = built_in(std::string_view(whole.document().at("profile").as_string()));
    const Date day = whole.plan().as_of();
    std::vector<std::string> facts;
    collect_facts(whole.document(), "", facts);
    for (int round = 0; round < 40; ++round) {
      Example reduced = whole;
      std::string removed;
      std::bernoulli_distribution goes(round % 2 == 0 ? 0.05 : 0.4);
      for (const std::string& fact : facts) {
        if (!goes(random)) continue;
        reduced.remove(fact);
        removed += fact + " ";
      }
      CAPTURE(name);
      CAPTURE(removed);
      const Plan less = reduced.plan(profile, day);
      const Plan more = whole.plan(profile, day);
      check_kept(decided_lanes(less), decided_lanes(more));
      check_kept(decided_requirements(less), decided_requirements(more));
      check_kept(decided_deadlines(less), decided_deadlines(more));
    }
  }
}

TEST_CASE("an empty application is planned without guessing") {
  const Plan plan = Example(R"({"profile": "yiwu"})").plan(built_in("yiwu"), some_day);
  CHECK(brings(plan) == "none");
  CHECK(status(plan, "id-card", "mother") == "undetermined");
  CHECK(status(plan, "id-card", "applicant") == "undetermined");
  CHECK(evidence(plan, EvidenceStatus::not_required) == "none");
  CHECK(evidence(plan, EvidenceStatus::shared) == "none");
  CHECK(status(plan, "id-card", "father") == "undetermined");
  CHECK(status(plan, "marriage-certificate") == "undetermined");
  CHECK(status(plan, "late-statement") == "undetermined");
  CHECK(status(plan, "delivery-record") == "undetermined");
  CHECK(status(plan, "hukou-booklet", "settling-parent") == "undetermined");
  CHECK(lane(plan, "hukou-registration").lane == Lane::undetermined);
  CHECK(lane(plan, "birth-certificate").lane == Lane::joint);
  CHECK(lane(plan, "maternity-benefit").lane == Lane::not_offered);
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("an empty application can be planned everywhere, and is accepted nowhere") {
  for (const std::string_view id : Profile::built_in_ids()) {
    CAPTURE(std::string(id));
    const Plan plan = Example("{}").plan(built_in(id), some_day);
    CHECK(evidence(plan, EvidenceStatus::not_required) == "none");
    CHECK_FALSE(plan.acceptable.now);
    for (const FormField& field : plan.form.fields) {
      CHECK((field.source != FieldSource::applicant || field.value == nullptr));
    }
  }
}

TEST_CASE("every question of an empty application is about a fact that can be told") {
  for (const std::string_view id : Profile::built_in_ids()) {
    const Plan plan = Example("{}").plan(built_in(id), some_day);
    CHECK_FALSE(plan.undetermined.empty());
    for (const Undetermined& open : plan.undetermined) {
      const std::string name = fact_name(plan.profile(), open.fact);
      CAPTURE(name);
      CHECK(name != "jurisdiction.division");
      CHECK(name != "accepted_on");
      CHECK_FALSE(open.decides.empty());
      CHECK(plan.value(open.fact).is_unknown());
    }
  }
}

TEST_CASE("what follows from other facts is asked for by those facts") {
  const Plan role = Example::named("yiwu-local").remove("/applicant/role").plan();
  CHECK(asked_to_decide(role, "evidence/id-card") == "applicant.role");
  const Plan settling = Example::named("yiwu-local").remove("/father/hukou/division").plan();
  CHECK(asked_to_decide(settling, "evidence/hukou-booklet") == "father.hukou.division");
  const Plan birth = Example::named("yiwu-local").remove("/newborns/0/born_at").plan();
  CHECK(asked_to_decide(birth, "evidence/late-statement") == "newborns[0].born_at");
}

TEST_CASE("a fact that cannot change an answer any more is not asked for") {
  const Plan plan = Example::named("yiwu-unmarried-mother").remove("/mother/hukou/division").plan();
  CHECK(status(plan, "marriage-certificate") == "not_required");
  CHECK(asked_to_decide(plan, "evidence/marriage-certificate") == "none");
}

TEST_CASE("telling that there is no father answers what an unknown father leaves open") {
  Example family = Example::named("yiwu-unmarried-mother").remove("/father");
  CHECK(status(family.plan(), "id-card", "father") == "undetermined");
  CHECK(asked_to_decide(family.plan(), "evidence/id-card") == "father");
  CHECK(status(family.set("/father", nullptr).plan(), "id-card", "father") == "not_required");
}

TEST_CASE("a value that its check refuses is unknown to the rules, not taken at its word") {
  const Plan plan = Example::named("yiwu-local").set("/mother/hukou/division", "999999").plan();
  CHECK(finding(plan, "unknown-code") != nullptr);
  CHECK(status(plan, "marriage-certificate") == "undetermined");
  CHECK_FALSE(plan.acceptable.now);
}

TEST_CASE("while it is open which document does for somebody, nobody is told to bring one of them") {
  const Profile& yiwu = built_in("yiwu");
  Example born(
      R"({"channel": "hospital", "applicant": {"role": "mother"}, "father": null, "mother": {"alive": true}})");
  const auto asks = [&](const Example& example, std::string_view fact) {
    const Plan plan = example.plan(yiwu, some_day);
    return std::any_of(plan.undetermined.begin(), plan.undetermined.end(), [&](const Undetermined& open) {
      const auto& decides = open.decides;
      return fact_name(yiwu, open.fact) == fact &&
             std::find(decides.begin(), decides.end(), "evidence/id-card") != decides.end();
    });
  };
  CHECK(status(born.plan(yiwu, some_day), "id-card", "mother") == "undetermined");
  CHECK(asks(born, "mother.id_type"));
  CHECK_FALSE(born.plan(yiwu, some_day).acceptable.now);
  born.set("/mother/id_type", "03");
  CHECK(status(born.plan(yiwu, some_day), "passport", "mother") == "bring");
  born.set("/mother/id_type", "99");  // which of three it is shows in its number
  CHECK(status(born.plan(yiwu, some_day), "id-card", "mother") == "undetermined");
  CHECK(asks(born, "mother.id_number"));
  born.set("/mother/id_type", "01");
  CHECK(status(born.plan(yiwu, some_day), "id-card", "mother") == "bring");
  CHECK_FALSE(asks(born, "mother.id_type"));
}
