// A service, a department and a data share that come with data alone: a child health record for a village base.
#include <birthcase/compare.hpp>
#include <birthcase/plan_json.hpp>

#include "applications.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

namespace js = boost::json;

const Profile& villages() {
  static const Profile profile = Profile::parse(source_file("tests/data/village-health-record.json")).value();
  return profile;
}

Example family_with_base() {
  return Example::named("wenling-hospital").set("/residence/child_health_base", "城西街道基地");
}

const FormField& field(const Plan& plan, std::string_view id) {
  const auto at = std::find_if(plan.form.fields.begin(), plan.form.fields.end(),
                               [id](const FormField& each) { return each.field->id == id; });
  REQUIRE_MESSAGE(at != plan.form.fields.end(), std::string(id));
  return *at;
}

bool on_form(const js::value& form, std::string_view id) {
  const js::array& fields = form.at("fields").as_array();
  return std::any_of(fields.begin(), fields.end(),
                     [id](const js::value& each) { return std::string_view(each.at("id").as_string()) == id; });
}

}  // namespace

TEST_CASE("a service added by data gets its step, after the services whose results it needs") {
  const Plan plan = family_with_base().plan(villages());
  const Step* record = step(plan, "child-health-record");
  REQUIRE(record != nullptr);
  CHECK(after(plan, *record) == "hukou-registration, vaccination-certificate");
  CHECK(villages().rules().organisations[record->organisation].id == "village-child-health-base");
  CHECK(plan.route.size() == 6);
}

TEST_CASE("a promise added by data counts for its service and for no other") {
  const Plan plan = family_with_base().plan(villages());
  CHECK(due(plan, "child-health-record") == "2019-05-15");
  CHECK(due(plan, "hukou-registration") == "2019-05-06");
}

TEST_CASE("a share added by data answers for those whom it covers, others bring the document") {
  const Plan local = family_with_base().plan(villages());
  CHECK(status(local, "antenatal-handbook") == "shared");
  CHECK(villages().rules().id_of(document(local, "antenatal-handbook").from) == "mch");
  const Plan other = family_with_base().set("/mother/hukou/division", "341226").plan(villages());
  CHECK(status(other, "antenatal-handbook") == "bring");
  CHECK(document(other, "antenatal-handbook").why.rule->id == "villages/antenatal-shared");
  const Plan open = family_with_base().remove("/mother/hukou/division").plan(villages());
  CHECK(status(open, "antenatal-handbook") == "undetermined");
  CHECK(asked_to_decide(open, "evidence/antenatal-handbook") == "mother.hukou.division");
}

TEST_CASE("what another service yields is not asked of the family for the added one") {
  const Plan plan = family_with_base().plan(villages());
  CHECK(status(plan, "vaccination-certificate") == "produced");
  CHECK(field(plan, "newborn.id_number").source == FieldSource::product);
  CHECK(brings(plan) == "id-card/father, id-card/mother");
}

TEST_CASE("the added service shares the one form and adds to it what only it asks") {
  Example family = Example::named("wenling-hospital");
  const Plan before = family.plan();
  const Plan after_adding = family.plan(villages());
  CHECK(field(after_adding, "residence.child_health_base").source == FieldSource::applicant);
  CHECK(field(after_adding, "residence.child_health_base").required);
  CHECK(after_adding.form.counts.asked == before.form.counts.asked + 1);
  CHECK(after_adding.form.counts.department_fields == before.form.counts.department_fields + 5);
  CHECK_FALSE(after_adding.acceptable.now);
  CHECK(family_with_base().plan(villages()).acceptable.now);
}

TEST_CASE("the added service is given what it requires, what its bringer needs, and nothing more") {
  const Plan plan = family_with_base().plan(villages());
  std::vector<std::string> given;
  for (const std::uint16_t place : plan.at(step(plan, "child-health-record")->payload_fields)) {
    given.push_back(plan.form.fields[place].field->id);
  }
  CHECK(joined(given) ==
        "delivery.address, delivery.addressee, delivery.phone, mother.phone, newborn.id_number, newborn.name, "
        "newborn.weight_g, residence.child_health_base");
}

TEST_CASE("the added service's form tightens the one form") {
  const Rules& rules = villages().rules();
  const UnifiedField* weight = rules.form.find(rules.schema.field("newborn.weight_g").value());
  REQUIRE(weight != nullptr);
  CHECK(weight->constraints.min == Number(500));
  CHECK(weight->constraints.max == Number(15000));
}

TEST_CASE("the added service is in the form of its department and in the form of the whole") {
  const js::value whole = js::parse(form_json(villages()).value());
  CHECK(on_form(whole, "residence.child_health_base"));
  CHECK(on_form(whole, "mother.id_number"));
  const js::value part = js::parse(form_json(villages(), "child-health-record").value());
  CHECK(on_form(part, "residence.child_health_base"));
  CHECK_FALSE(on_form(part, "mother.id_number"));
}

TEST_CASE("Wenling itself knows nothing of the added service") {
  const auto unknown = form_json(built_in("wenling"), "child-health-record");
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().kind == ErrorKind::unknown_name);
  CHECK_FALSE(built_in("wenling").rules().schema.field("residence.child_health_base").has_value());
}
