#include "plan/route.hpp"

#include "plan/competence.hpp"
#include "plan/delivery.hpp"
#include "plan/needs.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::planning {
namespace {

// Appends to the route's places what `add` finds.
Places placed(Route& route, auto&& add) {
  const std::size_t first = route.places.size();
  add(route.places);
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(route.places.size() - first)};
}

// The earlier steps whose product this one needs.
Places predecessors(const Situation& situation, const Step& step, Route& route) {
  const Rules& rules = situation.rules();
  const auto service = rules.id_of(*step.service);
  return placed(route, [&](std::vector<std::uint16_t>& places) {
    for (std::uint16_t i = 0; i < route.steps.size(); ++i) {
      const Step& earlier = route.steps[i];
      if (!concerns(earlier.newborn, step.newborn)) continue;
      const auto producer = rules.id_of(*earlier.service);
      for (const Supply& supply : links_of(rules).supplies[service]) {
        if (supply.producer != producer || needs(situation, service, supply, step.newborn) != Truth::yes) continue;
        places.push_back(i);
        break;
      }
    }
  });
}

// An optional field that another step yields is there only if this step waits for that one anyway.
bool arrives_in_time(const Situation& situation, const Route& route, const Step& step, const FormLine& line,
                     const FormField& field) {
  if (line.required || field.source != FieldSource::product) return true;
  if (!situation.is_unknown({field.field->slot.index, field.newborn})) return true;
  const auto waits_for = route.at(step.after);
  return std::any_of(waits_for.begin(), waits_for.end(), [&](std::uint16_t place) {
    const auto producer = situation.rules().id_of(*route.steps[place].service);
    return links_of(situation.rules()).field_sources[line.field].producers.has(producer);
  });
}

// What the bringer needs goes with the step, once, also where the service's own form has it.
void add_delivery_fields(const Situation& situation, const PlannedForm& form, const Step& step, std::size_t first,
                         std::vector<std::uint16_t>& places) {
  const Rules& rules = situation.rules();
  const Deliveries deliveries = deliveries_of(situation, rules.id_of(*step.service), step.newborn);
  if (deliveries.rules.empty()) return;
  for (const FieldId field : deliveries.rules.front()->fields) {
    if (!deliveries.surely_need(field)) continue;
    situation.each_newborn(rules.fields[field].per_newborn(), step.newborn, [&](std::uint16_t newborn) {
      const std::uint16_t place = form.place(rules, field, newborn);
      const auto payload = std::span(places).subspan(first);
      const bool there = std::find(payload.begin(), payload.end(), place) != payload.end();
      if (place != no_index && !there) places.push_back(place);
    });
  }
}

// What the service asks for and the deliverer of its result must know, and nothing more; not what it issues itself.
Places fields_sent(const Situation& situation, const PlannedForm& form, const Step& step, Route& route) {
  const Rules& rules = situation.rules();
  return placed(route, [&](std::vector<std::uint16_t>& places) {
    const std::size_t first = places.size();
    for (const FormLine& line : lines_of(rules, *step.service).all) {
      if (line.own || situation.holds(line.when, step.newborn) != Truth::yes) continue;
      situation.each_newborn(line.per_newborn, step.newborn, [&](std::uint16_t newborn) {
        const std::uint16_t place = form.place(rules, line.field, newborn);
        if (place == no_index || !arrives_in_time(situation, route, step, line, form.fields[place])) return;
        places.push_back(place);
      });
    }
    add_delivery_fields(situation, form, step, first, places);
  });
}

Places documents_sent(const Lanes& lanes, const Evidence& evidence, const Step& step, Route& route) {
  return placed(route, [&](std::vector<std::uint16_t>& places) {
    for (const EvidenceUse& use : evidence.uses) {
      const ServiceLane& lane = lanes.all[use.lane];
      const bool counts = use.needed == Truth::yes && use.status != EvidenceStatus::absorbed;
      if (lane.service == step.service && lane.newborn == step.newborn && counts) places.push_back(use.evidence);
    }
  });
}

void set_delivery(const Situation& situation, Step& step, Open& open) {
  const auto service = situation.rules().id_of(*step.service);
  const Deliveries deliveries = deliveries_of(situation, service, step.newborn, situation.witness());
  step.delivery = deliveries.decided();
  if (step.delivery != nullptr) situation.witness().chose(*step.delivery, service);
  if (step.delivery == nullptr && !deliveries.rules.empty()) leave_delivery_open(situation, deliveries, step, open);
}

// The first promise for this service that applies. One that perhaps applies leaves the deadline open: none is guessed.
const Promise* set_promise(const Situation& situation, Step& step, Open& open) {
  const auto service = situation.rules().id_of(*step.service);
  for (const Promise& promise : situation.rules().promises) {
    if (!promise.services.has(service)) continue;
    const Truth applies = situation.applies(promise, step.newborn);
    situation.witness().asked(promise, step.newborn, applies);
    if (applies == Truth::no) continue;
    step.promise = &promise;
    if (applies == Truth::yes) {
      situation.witness().chose(promise, service);
      return &promise;
    }
    open.rules.push_back({{&promise, applies, step.newborn}, "due"});
    return nullptr;
  }
  return nullptr;
}

}  // namespace

Route lay_route(const Situation& situation, const Lanes& lanes, const Evidence& evidence, const PlannedForm& form) {
  const Rules& rules = situation.rules();
  Route route;
  route.steps.reserve(lanes.all.size());
  route.promised.reserve(lanes.all.size());
  route.places.reserve(form.counts.department_fields + 4 * lanes.all.size() + evidence.uses.size());
  for (const ServiceId service : links_of(rules).order) {
    for (const ServiceLane& lane : lanes.of(service)) {
      if (!lane.planned) continue;
      Step step{.service = lane.service, .newborn = lane.newborn};
      step.organisation = competent(situation, service, step.newborn, route.open, situation.witness());
      step.operated_by = operator_of(situation, service, step.newborn, step.organisation, route.open);
      set_delivery(situation, step, route.open);
      step.after = predecessors(situation, step, route);
      step.payload_fields = fields_sent(situation, form, step, route);
      step.payload_evidence = documents_sent(lanes, evidence, step, route);
      route.promised.push_back(set_promise(situation, step, route.open));
      route.steps.push_back(step);
    }
  }
  return route;
}

void have_records_told(const Situation& situation, const Route& route, std::vector<FormField>& fields) {
  for (const Step& step : route.steps) {
    for (const std::uint16_t place : route.at(step.payload_fields)) {
      FormField& field = fields[place];
      const bool of_the_hospital =
          field.from == SuppliedBy(step.organisation) || field.from == SuppliedBy(step.operated_by);
      if (field.source != FieldSource::hospital || !field.awaited || of_the_hospital) continue;
      const auto index = situation.rules().id_of(*field.field);
      if (needs_on_form(situation, *step.service, index, step.newborn) == Truth::yes) field.awaited = false;
    }
  }
}

}  // namespace birthcase::planning
