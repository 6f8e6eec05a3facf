// Data minimisation: each step is given exactly what its service requires, worked out here from the profile's tables.
#include "applications.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace birthcase;
using namespace birthcase::tests;

namespace {

/// The facts of a plan for conditions to be tested over, without the planner.
class FactView {
 public:
  explicit FactView(const Plan& plan) : plan_(plan) {
    const Schema& schema = plan.profile().rules().schema;
    const std::size_t newborns = std::max<std::size_t>(plan.facts().newborns.size(), 1);
    add(schema.family_slots(), FactRef::family, family_);
    rows_.resize(newborns);
    for (std::size_t i = 0; i < newborns; ++i) {
      add(schema.newborn_slots(), static_cast<std::uint16_t>(i), rows_[i]);
      newborns_.emplace_back(rows_[i]);
    }
  }

  std::uint16_t newborns() const { return static_cast<std::uint16_t>(rows_.size()); }

  /// Of a newborn, or of any for the family.
  bool holds(ConditionId condition, std::uint16_t newborn) const {
    if (condition == no_index) return true;
    const SharedCondition& shared = plan_.profile().rules().conditions[condition];
    const bool of_all = shared.per_newborn && newborn == FactRef::family;
    for (std::uint16_t each = 0; each < (of_all ? newborns() : 1); ++each) {
      const Facts facts{family_, newborns_, of_all ? each : newborn};
      if (shared.condition.test(facts) == Truth::yes) return true;
    }
    return false;
  }

 private:
  void add(std::size_t count, std::uint16_t newborn, std::vector<const Value*>& row) {
    for (std::size_t i = 0; i < count; ++i) row.push_back(&plan_.value({static_cast<std::uint16_t>(i), newborn}));
  }

  const Plan& plan_;
  std::vector<const Value*> family_;
  std::vector<std::vector<const Value*>> rows_;
  std::vector<std::span<const Value* const>> newborns_;
};

using Names = std::set<std::string>;

std::string named(const std::string& id, std::uint16_t newborn) {
  return newborn == FactRef::family ? id : id + "#" + std::to_string(newborn);
}

std::vector<std::uint16_t> newborns_of(bool per_newborn, std::uint16_t newborn, std::uint16_t all) {
  if (!per_newborn || newborn != FactRef::family) return {per_newborn ? newborn : FactRef::family};
  std::vector<std::uint16_t> each(all);
  for (std::uint16_t i = 0; i < all; ++i) each[i] = i;
  return each;
}

template <class Match>
bool yields(const Service& service, const Match& match) {
  return std::any_of(service.outputs.begin(), service.outputs.end(), match);
}

// A value that a department issues, on a form that can do without it: it is passed on only once it is there.
bool may_be_absent(const Rules& rules, const FormEntry& entry) {
  return !entry.required && std::any_of(rules.services.begin(), rules.services.end(), [&](const Service& service) {
    return yields(service, [&](const Product& product) { return product == Product(entry.field); });
  });
}

struct Expected {
  Names must;
  Names may;
};

Expected fields_of(const Plan& plan, const FactView& facts, const Step& step) {
  const Rules& rules = plan.profile().rules();
  Expected expected;
  for (const FormEntry& entry : step.service->form) {
    const bool own = yields(*step.service, [&](const Product& product) { return product == Product(entry.field); });
    if (own || !facts.holds(entry.when, step.newborn)) continue;
    const Field& field = rules.fields[entry.field];
    for (const std::uint16_t newborn : newborns_of(field.per_newborn(), step.newborn, facts.newborns())) {
      expected.may.insert(named(field.id, newborn));
      if (!may_be_absent(rules, entry)) expected.must.insert(named(field.id, newborn));
    }
  }
  if (step.delivery == nullptr) return expected;
  for (const FieldId index : step.delivery->fields) {
    const Field& field = rules.fields[index];
    for (const std::uint16_t newborn : newborns_of(field.per_newborn(), step.newborn, facts.newborns())) {
      expected.may.insert(named(field.id, newborn));
      expected.must.insert(named(field.id, newborn));
    }
  }
  return expected;
}

bool absorbed(const Rules& rules, const FactView& facts, EvidenceId evidence, std::uint16_t newborn) {
  return std::any_of(rules.absorptions.begin(), rules.absorptions.end(), [&](const Absorption& absorption) {
    const auto& types = absorption.evidence;
    return std::find(types.begin(), types.end(), evidence) != types.end() && facts.holds(absorption.when, newborn);
  });
}

Names evidence_of(const Plan& plan, const FactView& facts, const Step& step) {
  const Rules& rules = plan.profile().rules();
  Names names;
  for (const Requirement& requirement : step.service->requirements) {
    if (!requirement.valid.includes(plan.as_of()) || !facts.holds(requirement.when, step.newborn)) continue;
    if (absorbed(rules, facts, requirement.evidence, step.newborn)) continue;
    const EvidenceType& type = rules.evidence[requirement.evidence];
    for (const std::uint16_t newborn : newborns_of(type.per_newborn, step.newborn, facts.newborns())) {
      names.insert(named(type.id, newborn));
    }
  }
  return names;
}

void check_fields(const Plan& plan, const FactView& facts, const Step& step) {
  const Expected expected = fields_of(plan, facts, step);
  Names given;
  for (const std::uint16_t place : plan.at(step.payload_fields)) {
    const FormField& field = plan.form.fields[place];
    CHECK_MESSAGE(given.insert(named(field.field->id, field.newborn)).second, "twice: ", field.field->id);
  }
  for (const std::string& name : given) CHECK_MESSAGE(expected.may.contains(name), "not asked for: ", name);
  for (const std::string& name : expected.must) CHECK_MESSAGE(given.contains(name), "missing: ", name);
}

void check_evidence(const Plan& plan, const FactView& facts, const Step& step) {
  const Names expected = evidence_of(plan, facts, step);
  Names given;
  for (const std::uint16_t place : plan.at(step.payload_evidence)) {
    const EvidenceItem& item = plan.evidence[place];
    given.insert(named(plan.profile().rules().evidence[item.asked].id, item.newborn));
  }
  for (const std::string& name : given) CHECK_MESSAGE(expected.contains(name), "not asked for: ", name);
  for (const std::string& name : expected) CHECK_MESSAGE(given.contains(name), "missing: ", name);
}

void check_payloads(const Plan& plan) {
  const FactView facts(plan);
  for (const Step& step : plan.route) {
    CAPTURE(step.service->id);
    CAPTURE(step.newborn);
    check_fields(plan, facts, step);
    check_evidence(plan, facts, step);
  }
}

}  // namespace

TEST_CASE("for every example each step is given exactly the fields and documents that its service requires") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    check_payloads(Example::named(name).plan());
  }
}

TEST_CASE("for every example under every other place's rules each step is given exactly what its service requires") {
  for (const std::string& name : Example::names()) {
    for (const std::string_view place : Profile::built_in_ids()) {
      CAPTURE(name);
      CAPTURE(std::string(place));
      check_payloads(Example::named(name).plan(built_in(place)));
    }
  }
}

TEST_CASE("the vaccination certificate is not given the parents' ID numbers, the bank not the weight") {
  const Plan plan = Example::named("yiwu-local").plan();
  const auto given = [&plan](std::string_view service, std::string_view field) {
    const auto places = plan.at(step(plan, service)->payload_fields);
    return std::any_of(places.begin(), places.end(),
                       [&](std::uint16_t place) { return plan.form.fields[place].field->id == field; });
  };
  CHECK(given("birth-certificate", "mother.id_number"));
  CHECK_FALSE(given("vaccination-certificate", "mother.id_number"));
  CHECK(given("birth-certificate", "newborn.weight_g"));
  CHECK_FALSE(given("social-security-card", "newborn.weight_g"));
  CHECK_FALSE(given("hukou-registration", "card.debit_account"));
}

TEST_CASE("a twin's step is given nothing of the other twin") {
  const Plan plan = Example::named("yiwu-twins").plan();
  for (const Step& each : plan.route) {
    for (const std::uint16_t place : plan.at(each.payload_fields)) {
      const std::uint16_t newborn = plan.form.fields[place].newborn;
      CHECK((newborn == FactRef::family || newborn == each.newborn));
    }
    for (const std::uint16_t place : plan.at(each.payload_evidence)) {
      const std::uint16_t newborn = plan.evidence[place].newborn;
      CHECK((newborn == FactRef::family || newborn == each.newborn));
    }
  }
}

TEST_CASE("no step is handed a value that only a later step yields") {
  for (const std::string& name : Example::names()) {
    CAPTURE(name);
    const Plan plan = Example::named(name).plan();
    Names issued;
    for (const Step& each : plan.route) {
      for (const std::uint16_t place : plan.at(each.payload_fields)) {
        const FormField& field = plan.form.fields[place];
        if (field.source != FieldSource::product || field.value != nullptr) continue;
        CHECK_MESSAGE(issued.contains(named(field.field->id, field.newborn)), each.service->id, ": ", field.field->id);
      }
      for (const Product& product : each.service->outputs) {
        const auto* const yielded = std::get_if<FieldId>(&product);
        if (yielded == nullptr) continue;
        const Field& field = plan.profile().rules().fields[*yielded];
        issued.insert(named(field.id, field.per_newborn() ? each.newborn : FactRef::family));
      }
    }
  }
}
