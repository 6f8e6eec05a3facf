#include "plan/form_needs.hpp"

#include "plan/delivery.hpp"
#include "plan/planning_tables.hpp"

namespace birthcase::planning {
namespace {

void sum_up(const Rules& rules, const ServiceLane& lane, FormNeeds& needs) {
  const ServiceSet service = ServiceSet::of(rules.id_of(*lane.service));
  for (std::size_t row = 0; row < needs.planned.size(); ++row) {
    if (row != 0 && lane.newborn != family && lane.newborn + 1u != row) continue;
    (lane.planned ? needs.planned[row].surely : needs.planned[row].perhaps) |= service;
  }
}

void add_conditional_lines(const Situation& situation, const ServiceLane& lane, FormNeeds& needs) {
  const Rules& rules = situation.rules();
  const ServiceSet service = ServiceSet::of(rules.id_of(*lane.service));
  for (const FormLine& line : lines_of(rules, *lane.service).conditional) {
    const Truth on_form = situation.holds(line.when, lane.newborn);
    if (lane.planned) situation.witness().asked_for_line(line, lane.newborn, on_form);
    if (on_form == Truth::no) continue;
    situation.each_newborn(line.per_newborn, lane.newborn, [&](std::uint16_t newborn) {
      Need& need = needs.conditional[place_of(rules, line.field, newborn)];
      const bool sure = lane.planned && on_form == Truth::yes;
      (sure ? need.by : need.perhaps_by) |= service;
      if (sure && line.required) need.required_by |= service;
    });
  }
}

void add_delivery(const Situation& situation, const ServiceLane& lane, FormNeeds& needs) {
  const Rules& rules = situation.rules();
  const auto index = rules.id_of(*lane.service);
  const Deliveries deliveries = deliveries_of(situation, index, lane.newborn);
  for (const DeliveryRule* rule : deliveries.rules) {
    for (const FieldId field : rule->fields) {
      const bool sure = lane.planned && deliveries.surely_need(field);
      situation.each_newborn(rules.fields[field].per_newborn(), lane.newborn, [&](std::uint16_t newborn) {
        Need& need = needs.conditional[place_of(rules, field, newborn)];
        (sure ? need.by : need.perhaps_by) |= ServiceSet::of(index);
        if (sure) need.required_by |= ServiceSet::of(index);
      });
    }
  }
}

}  // namespace

Need FormNeeds::of(const Rules& rules, FieldId field, std::uint16_t newborn) const {
  Need need = conditional[place_of(rules, field, newborn)];
  const UnifiedField* const row = unified[field];
  if (row == nullptr) return need;
  const Planned& services = planned_for(newborn);
  need.by |= row->always_on_form_of & services.surely;
  need.perhaps_by |= row->always_on_form_of & services.perhaps;
  need.required_by |= row->always_required_by & services.surely;
  return need;
}

void FormNeeds::add(std::size_t place, const Need& more) {
  Need& need = conditional[place];
  need.by |= more.by;
  need.perhaps_by |= more.perhaps_by;
  need.required_by |= more.required_by;
}

FormNeeds needs_of_forms(const Situation& situation, const Lanes& lanes) {
  FormNeeds needs;
  needs.planned.resize(situation.newborns() + 1u);
  needs.conditional.resize(situation.rules().fields.size() * (situation.newborns() + 1u));
  needs.unified = Column<Field, const UnifiedField*>(situation.rules().fields.size());
  for (const UnifiedField& row : situation.rules().form.fields) needs.unified[row.field] = &row;
  for (const ServiceLane& lane : lanes.all) {
    if (!lane.planned && lane.lane != Lane::undetermined) continue;
    sum_up(situation.rules(), lane, needs);
    add_conditional_lines(situation, lane, needs);
    add_delivery(situation, lane, needs);
  }
  return needs;
}

std::size_t lines_of_departments(const Situation& situation, const Lanes& lanes) {
  std::size_t count = 0;
  for (const ServiceLane& lane : lanes.all) {
    if (!lane.planned) continue;
    for (const FormLine& line : lines_of(situation.rules(), *lane.service).all) {
      if (situation.holds(line.when, lane.newborn) != Truth::yes) continue;
      count += line.per_newborn && lane.newborn == family ? situation.newborns() : 1u;
    }
  }
  return count;
}

}  // namespace birthcase::planning
