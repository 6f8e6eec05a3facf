#include "plan/shapes/plan_key.hpp"

#include "feel/functions.hpp"
#include "plan/deadlines.hpp"
#include "plan/planning_tables.hpp"
#include "plan/shapes/fact_key.hpp"

namespace birthcase::planning {
namespace {

void add_handed_in(ShapeKey& key, const FactStore& store) {
  key.add_plain(static_cast<std::uint16_t>(store.evidence.size()));
  for (const HandedIn& document : store.evidence) {
    key.add_plain(document.evidence.place());
    key.add_plain(document.holder.place());
    key.add_plain(document.newborn);
    key.add_plain(document.as);
  }
  key.add_plain(static_cast<std::uint16_t>(store.completed.size()));
  for (const CompletedService& service : store.completed) {
    key.add_plain(service.service.place());
    key.add_plain(service.newborn);
  }
  key.add_plain(store.asked_for.count());
  store.asked_for.each([&key](ServiceId service) { key.add_plain(service.place()); });
}

// The few texts that a plan compares itself.
void add_text(ShapeKey& key, const FactTable& facts, const std::optional<Slot>& slot) {
  const bool is_text = slot && facts.value(*slot, family).is(Kind::text);
  key.add(is_text ? std::string_view(facts.value(*slot, family).as_text()) : std::string_view());
}

void add_findings(ShapeKey& key, const std::vector<Finding>& findings) {
  key.add_plain(static_cast<std::uint16_t>(findings.size()));
  for (const Finding& finding : findings) {
    key.add_plain(finding.severity);
    for (const std::string* text : {&finding.code, &finding.path, &finding.message.zh, &finding.message.en}) {
      key.add(std::string_view(*text));
    }
  }
}

}  // namespace

bool is_under_way(const FactStore& store) noexcept {
  return !store.look_ups.empty() || !store.issued.empty() || store.told_on;
}

std::optional<ShapeKey> key_of(const Situation& situation, const Told& told, const ShapeKey* alike) {
  if (is_under_way(told.store) || !told.table.program().is_traceable()) return std::nullopt;
  const Rules& rules = situation.rules();
  const PlanningTables& tables = planning_of(rules);
  std::optional<ShapeKey> key(std::in_place);
  key->add_plain(tables.periods().of(situation.as_of()));
  key->add_plain(moment_of_acceptance(rules, told.table, situation.as_of()).time.has_value());
  add_text(*key, told.table, rules.schema.channel());
  add_text(*key, told.table, tables.delivery_method());
  add_handed_in(*key, told.store);
  add_findings(*key, told.store.findings);
  add_answers(*key, rules, told.table);
  key->begin_values();
  if (alike != nullptr) {
    key->add(alike->values());
  } else {
    add_values(*key, rules, told.table);
    add_findings(*key, find_disagreements(told));
    add_findings(*key, find_future_dates(told));
  }
  if (is_costly(told.table)) return std::nullopt;
  return key;
}

// Built-in profiles take a hundredth of what a plan may take.
bool is_costly(const FactTable& facts) noexcept { return facts.work() > feel::Budget::steps_of_plan / 10; }

}  // namespace birthcase::planning
