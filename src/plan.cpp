#include <birthcase/plan.hpp>

#include "json/document.hpp"
#include "plan/acceptance.hpp"
#include "plan/agreement.hpp"
#include "plan/channel.hpp"
#include "plan/deadlines.hpp"
#include "plan/findings.hpp"
#include "plan/groundwork.hpp"
#include "plan/holders.hpp"
#include "plan/look_ups.hpp"
#include "plan/planning_tables.hpp"
#include "plan/shapes/plan_key.hpp"
#include "plan/shapes/shape.hpp"
#include "plan/sources.hpp"
#include "plan/told_values.hpp"
#include "plan/undetermined.hpp"

#include <fmt/format.h>

namespace birthcase {
namespace {

void add(std::vector<Finding>& findings, std::vector<Finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(findings));
}

/// What the last phases gave, to be put into the plan.
struct Worked {
  planning::Route route;
  planning::Deadlines deadlines;
};

// The phases of planning, each from what those before it gave. Findings are told in the order in which they stand here;
// conditions are tested in that order too, which shows where they take more work than a plan may take.
Worked work_out(const planning::Situation& situation, const FactTable& table, Plan& plan) {
  using namespace planning;
  const Rules& rules = situation.rules();
  const FactStore& store = plan.facts();
  const Told told{situation.profile(), store, table};

  Lanes lanes = choose_lanes(situation);
  Evidence evidence = collect_evidence(situation, lanes);
  PlannedForm form = collect_form(situation, lanes);
  plan.look_ups = plan_look_ups(situation, lanes, evidence, form);
  tell_values(table, form.fields);
  tell_states(rules, store, plan.look_ups);

  std::vector<Finding>& findings = plan.findings;
  findings = store.findings;
  add(findings, check_profile(situation));
  ChannelCheck channel = check_channel(situation, table);
  add(findings, std::move(channel.findings));
  add(findings, check_facts(situation));
  add(findings, find_disagreements(told));
  add(findings, find_missing_values(told, form));
  add(findings, find_future_dates(told));
  add(findings, check_found(situation.profile(), store, table));
  add(findings, check_look_ups(rules, plan.look_ups));

  Route route = lay_route(situation, lanes, evidence, form);
  have_records_told(situation, route, form.fields);
  Deadlines deadlines = set_deadlines(rules, plan.as_of(), moment_of_acceptance(rules, table, plan.as_of()), route);
  add(findings, deadlines.findings);
  add(findings, check_route(rules, lanes, route));
  add(findings, check_delivery_method(situation, table, lanes, route));

  const LeftOpen left{channel.open, form.open, route.open, deadlines.needs_time};
  plan.undetermined = collect_undetermined(situation, lanes, evidence, left);
  add(findings, find_unowned_documents(situation, evidence));
  add(findings, check_costs(rules, table));
  plan.acceptable = judge(situation, lanes, evidence, form, findings, plan.undetermined);

  plan.services = std::move(lanes.all);
  plan.evidence = std::move(evidence.items);
  plan.uses = std::move(evidence.uses);
  plan.form = {std::move(form.fields), form.counts};
  return {std::move(route), std::move(deadlines)};
}

void put_route(planning::Route route, const planning::Deadlines& deadlines, Plan& plan) {
  for (std::size_t i = 0; i < route.steps.size(); ++i) route.steps[i].due = deadlines.due[i];
  plan.route = std::move(route.steps);
  plan.places = std::move(route.places);
  plan.due = deadlines.last;
}

std::shared_ptr<const FactStore> facts_under(const Profile& profile, const Application& application) {
  return application.profile() == profile ? application.facts() : application.under(profile).facts();
}

// A plan of a known shape: its answers, with the values and days of this one. False where the days decide otherwise.
bool take(const Shape& shape, const FactTable& table, Plan& plan) {
  using namespace planning;
  const Rules& rules = plan.profile().rules();
  const auto deadlines =
      set_deadlines(rules, plan.as_of(), moment_of_acceptance(rules, table, plan.as_of()), shape.route);
  if (!deadlines.findings.empty() || deadlines.needs_time != shape.needs_time) return false;
  static_cast<PlanAnswers&>(plan) = shape.answers;
  tell_values(table, plan.form.fields);
  put_route(shape.route, deadlines, plan);
  return true;
}

}  // namespace

Plan::Plan(Profile profile, std::shared_ptr<const FactStore> facts, Date as_of)
    : profile_(std::move(profile)), facts_(std::move(facts)), as_of_(as_of) {}

Trace Plan::explain(const Why& why) const {
  return why.condition() == no_index ? Trace() : table_->explain(why.condition(), why.newborn);
}

Truth Plan::applies(const Rule& rule, std::uint16_t newborn) const { return table_->applies(rule, newborn); }

Truth Plan::holds(ConditionId condition, std::uint16_t newborn) const { return table_->test(condition, newborn); }

Facts Plan::facts_of(std::uint16_t newborn) const noexcept { return table_->facts(newborn); }

std::uint16_t Plan::newborns() const noexcept { return table_->newborns(); }

HolderId Plan::person(HolderId holder, std::uint16_t newborn) const noexcept { return table_->person(holder, newborn); }

bool Plan::is(const EvidenceItem& item, const HandedIn& document) const noexcept {
  const HolderId stated = document.holder == no_index ? no_index : table_->person(document.holder, FactRef::family);
  return is_same(profile_.rules(), evidence, item, document, stated);
}

LookUpState Plan::look_up(ShareId share, std::uint16_t newborn) const noexcept {
  return planning::state_of_look_up(profile_.rules(), facts_->look_ups, share, newborn);
}

Value Plan::evaluate(const Expression& expression) const { return expression.evaluate(table_->facts(FactRef::family)); }

const Value& Plan::value(FactRef fact) const { return table_->value(fact); }

const Shape* planning::shape_of(const Plan& plan) noexcept { return plan.shape_; }

Plan planning::plan_anew(const Profile& profile, const Application& application, Date as_of) {
  Plan plan(profile, facts_under(profile, application), as_of);
  plan.table_ = std::make_shared<FactTable>(profile.rules(), plan.facts(), as_of);
  Worked worked = work_out(Situation(plan.profile(), plan.facts(), *plan.table_, as_of), *plan.table_, plan);
  put_route(std::move(worked.route), worked.deadlines, plan);
  return plan;
}

// Where the shape is known, the phases have nothing to do; else what they come to may be kept for the next. Costly
// rules are asked again in the order of the phases: who comes late gets less.
Plan plan(const Profile& profile, const Application& application, Date as_of) {
  Plan plan(profile, facts_under(profile, application), as_of);
  const auto ground = planning::lay_groundwork(plan.profile_, plan.facts_, as_of);
  plan.table_ = std::shared_ptr<const FactTable>(ground, &ground->table());
  const FactTable& table = *plan.table_;
  const planning::Situation situation(plan.profile(), plan.facts(), table, as_of);
  ShapeCache& shapes = planning_of(profile.rules()).shapes();
  const auto& key = ground->key();
  if (!key && planning::is_costly(table)) return planning::plan_anew(profile, application, as_of);
  plan.shape_ = key ? shapes.find(*key) : nullptr;
  if (plan.shape_ != nullptr && take(*plan.shape_, table, plan)) return plan;
  Worked worked = work_out(situation, table, plan);
  const bool by_key = key && plan.shape_ == nullptr && worked.deadlines.findings.empty();
  plan.shape_ = nullptr;
  if (by_key && shapes.wants(*key)) {
    std::unique_ptr<const Shape> shape(new Shape{plan, worked.route, worked.deadlines.needs_time});
    plan.shape_ = shapes.keep(*key, std::move(shape));
  }
  put_route(std::move(worked.route), worked.deadlines, plan);
  return plan;
}

void planning::observe(const Plan& plan, Observer& observer) {
  Plan again(plan.profile_, plan.facts_, plan.as_of_);
  const Situation situation(again.profile(), again.facts(), *plan.table_, again.as_of(), Witness(&observer));
  work_out(situation, *plan.table_, again);
}

std::string fact_name(const Profile& profile, FactRef fact) {
  const Schema& schema = profile.rules().schema;
  const std::string& name = schema.at(fact).name;
  if (fact.newborn == FactRef::family) return name;
  return fmt::format("newborns[{}].{}", fact.newborn, std::string_view(name).substr(Schema::newborn_prefix.size()));
}

std::string fact_path(const Profile& profile, FactRef fact) {
  const Schema& schema = profile.rules().schema;
  std::string_view name = schema.at(fact).name;
  std::string path;
  if (fact.newborn != FactRef::family) {
    path = fmt::format("/{}/{}", Schema::newborns, fact.newborn);
    name.remove_prefix(Schema::newborn_prefix.size());
  }
  while (!name.empty()) {
    const auto dot = name.find('.');
    path = json::append(path, name.substr(0, dot));
    name.remove_prefix(dot == std::string_view::npos ? name.size() : dot + 1);
  }
  return path;
}

}  // namespace birthcase
