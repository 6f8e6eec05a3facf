#include <birthcase/plan.hpp>

#include "json/document.hpp"
#include "plan/agreement.hpp"
#include "plan/holders.hpp"
#include "plan/planner.hpp"

#include <fmt/format.h>

namespace birthcase {
namespace {

// The moment of acceptance as far as it is known: the application's, or any time of the day that is planned for.
Due moment_of_acceptance(const Rules& rules, const FactTable& table, Date as_of) {
  const auto slot = rules.schema.applied_at();
  const auto moment = slot ? table.value(*slot, 0).to_date_time() : std::nullopt;
  return moment ? Due(*moment) : Due(as_of);
}

}  // namespace

Plan::Plan(Profile profile, std::shared_ptr<const FactStore> facts, Date as_of)
    : profile_(std::move(profile)), facts_(std::move(facts)), as_of_(as_of) {}

Trace Plan::explain(const Why& why) const {
  if (why.rule == nullptr || why.rule->when == no_index) return {};
  return table_->explain(why.rule->when, why.newborn);
}

Truth Plan::applies(const Rule& rule, std::uint16_t newborn) const { return table_->applies(rule, newborn); }

Truth Plan::holds(Index condition, std::uint16_t newborn) const { return table_->test(condition, newborn); }

Facts Plan::facts_of(std::uint16_t newborn) const noexcept { return table_->facts(newborn); }

std::uint16_t Plan::newborns() const noexcept { return table_->newborns(); }

Index Plan::person(Index holder, std::uint16_t newborn) const noexcept { return table_->person(holder, newborn); }

bool Plan::is(const EvidenceItem& item, const HandedIn& document) const noexcept {
  const Rules& rules = profile_.rules();
  const bool same_type = rules.evidence.data() + document.evidence == item.type || document.evidence == item.asked;
  const bool same_holder = document.holder == no_index
                               ? !is_needed_of_another(*this, document, item.holder)
                               : table_->person(document.holder, FactRef::family) == item.holder;
  return same_type && same_holder && (document.newborn == FactRef::family || document.newborn == item.newborn);
}

Value Plan::evaluate(const Expression& expression) const { return expression.evaluate(table_->facts(FactRef::family)); }

const Value& Plan::value(FactRef fact) const { return table_->value(fact); }

Planner::Planner(const Profile& profile, const Application& application, Date as_of)
    : rules_(profile.rules()),
      store_(*application.facts()),
      table_(std::make_shared<FactTable>(rules_, store_, as_of)),
      plan_(profile, application.facts(), as_of),
      accepted_(moment_of_acceptance(rules_, *table_, as_of)) {
  plan_.table_ = table_;
}

Plan Planner::run() {
  choose_lanes();
  collect_evidence();
  collect_form();
  collect_look_ups();
  check_profile();
  check_channel();
  check_facts();
  find_disagreements(*table_, plan_);
  find_missing_values(*table_, plan_);
  find_future_dates(*table_, plan_);
  check_look_ups();
  lay_route();
  have_records_told();
  check_route();
  check_delivery_method();
  collect_undetermined();
  find_unowned_documents();
  check_costs();
  judge_acceptance();
  return std::move(plan_);
}

Plan plan(const Profile& profile, const Application& application, Date as_of) {
  if (application.profile() == profile) return Planner(profile, application, as_of).run();
  return Planner(profile, application.under(profile), as_of).run();
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
