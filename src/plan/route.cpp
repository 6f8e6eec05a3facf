#include <birthcase/route.hpp>

#include "plan/planner.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase {
void Planner::lay_route() {
  plan_.route.reserve(plan_.services.size());
  plan_.places.reserve(plan_.form.counts.department_fields + 4 * plan_.services.size() + plan_.uses.size());
  for (const Index service : rules_.order) {
    for (const ServiceLane& lane : lanes_of(service)) {
      if (lane.planned) add_step(lane);
    }
  }
  bool all_known = !plan_.route.empty();
  for (const Step& step : plan_.route) {
    all_known = all_known && step.due.has_value();
    if (step.due && (!plan_.due || later(*plan_.due, *step.due))) plan_.due = step.due;
  }
  if (!all_known) plan_.due.reset();
}

void Planner::add_step(const ServiceLane& lane) {
  const auto service = rules_.index_of(*lane.service);
  Step step{.service = lane.service, .newborn = lane.newborn};
  set_operator(step, service);
  set_delivery(step);
  add_predecessors(step);
  add_payload(step);
  set_deadline(step);
  plan_.route.push_back(step);
}

// The organisation that the first rule that applies names, else `otherwise`. One that perhaps applies leaves it open,
// unless what comes after it says the same.
template <class Table>
Index Planner::named_by(const Table& rules, Index service, std::uint16_t newborn, Index otherwise,
                        std::string_view decides) {
  boost::container::small_vector<const typename Table::value_type*, 4> perhaps;
  for (const auto& rule : rules) {
    if (!rule.services.has(service)) continue;
    const Truth applies = table_->applies(rule, newborn);
    if (applies == Truth::unknown) perhaps.push_back(&rule);
    if (applies != Truth::yes) continue;
    otherwise = rule.organisation;
    break;
  }
  const auto other = std::find_if(perhaps.begin(), perhaps.end(),
                                  [otherwise](const auto* rule) { return rule->organisation != otherwise; });
  if (other == perhaps.end()) return otherwise;
  open_.push_back({{*other, Truth::unknown, newborn}, fmt::format("{}/{}", decides, rules_.services[service].id)});
  return no_index;
}

// Who decides and issues: the service's own organisation, unless a rule says another.
Index Planner::competent(Index service, std::uint16_t newborn) {
  return named_by(rules_.competences, service, newborn, rules_.services[service].organisation, "organisation");
}

// Who stands at the window, else whoever is competent.
void Planner::set_operator(Step& step, Index service) {
  step.organisation = competent(service, step.newborn);
  step.operated_by = named_by(rules_.operators, service, step.newborn, step.organisation, "operator");
}

void Planner::add_predecessors(Step& step) {
  const auto service = rules_.index_of(*step.service);
  step.after.first = static_cast<std::uint32_t>(plan_.places.size());
  for (std::uint16_t i = 0; i < plan_.route.size(); ++i) {
    const Step& earlier = plan_.route[i];
    if (earlier.newborn != family && step.newborn != family && earlier.newborn != step.newborn) continue;
    const auto producer = rules_.index_of(*earlier.service);
    for (const Supply& supply : rules_.supplies[service]) {
      if (supply.producer != producer || needs(service, supply, step.newborn) != Truth::yes) continue;
      plan_.places.push_back(i);
      break;
    }
  }
  step.after.count = static_cast<std::uint32_t>(plan_.places.size()) - step.after.first;
}

// An optional field that another step yields is there only if this step waits for that one anyway.
bool Planner::arrives_in_time(const Step& step, const FormLine& line, const FormField& field) const {
  if (line.required || field.source != FieldSource::product || field.value != nullptr) return true;
  const auto& waits_for = plan_.at(step.after);
  return std::any_of(waits_for.begin(), waits_for.end(), [&](std::uint16_t place) {
    const auto producer = rules_.index_of(*plan_.route[place].service);
    return rules_.field_sources[line.field].producers.has(producer);
  });
}

// What the service asks for and whoever delivers its result has to know, and nothing more; not what it issues itself.
void Planner::add_payload(Step& step) {
  step.payload_fields.first = static_cast<std::uint32_t>(plan_.places.size());
  for (const FormLine& line : step.service->lines) {
    if (line.own || (line.when != no_index && table_->test(line.when, step.newborn) != Truth::yes)) continue;
    each_newborn(line.per_newborn, step.newborn, [&](std::uint16_t newborn) {
      const std::uint16_t place = places_[place_of(line.field, newborn)];
      if (place != no_index && arrives_in_time(step, line, plan_.form.fields[place])) plan_.places.push_back(place);
    });
  }
  add_delivery_fields(step);
  step.payload_fields.count = static_cast<std::uint32_t>(plan_.places.size()) - step.payload_fields.first;
  step.payload_evidence.first = static_cast<std::uint32_t>(plan_.places.size());
  for (const EvidenceUse& use : plan_.uses) {
    const ServiceLane& lane = plan_.services[use.lane];
    const bool counts = use.needed == Truth::yes && use.status != EvidenceStatus::absorbed;
    if (lane.service == step.service && lane.newborn == step.newborn && counts) plan_.places.push_back(use.evidence);
  }
  step.payload_evidence.count = static_cast<std::uint32_t>(plan_.places.size()) - step.payload_evidence.first;
}

// When it is due by what was promised, yet never before what it waits for.
void Planner::set_deadline(Step& step) {
  std::optional<Due> ready;
  step.due = promised(step, ready);
  for (const std::uint16_t place : plan_.at(step.after)) {
    const auto& input = plan_.route[place].due;
    if (step.due && input && later(*step.due, *input)) step.due = input;
    if (ready && ready_[place] && later(*ready, *ready_[place])) ready = ready_[place];
  }
  ready_.push_back(ready);
}

// The first promise for this service that applies. One that perhaps applies leaves the deadline open: none is guessed.
std::optional<Due> Planner::promised(Step& step, std::optional<Due>& ready) {
  const auto service = rules_.index_of(*step.service);
  for (const Promise& promise : rules_.promises) {
    if (!promise.services.has(service)) continue;
    const Truth applies = table_->applies(promise, step.newborn);
    if (applies == Truth::no) continue;
    step.promise = &promise;
    if (applies == Truth::unknown) {
      open_.push_back({{&promise, applies, step.newborn}, "due"});
      return std::nullopt;
    }
    const auto start = start_of(step, promise);
    if (!start) return std::nullopt;
    if (std::holds_alternative<OpenMinutes>(promise.term) && !start->time) {
      needs_time_ = true;
      return std::nullopt;
    }
    const OpeningHours* hours = promise.hours == no_index ? nullptr : &rules_.hours[promise.hours].hours;
    auto when = due(promise.term, *start, hours, *rules_.calendar, plan_.as_of());
    if (!when) {
      report_calendar(when.error());
      return std::nullopt;
    }
    ready = std::holds_alternative<Immediately>(promise.term) ? *start : *when;
    return *when;
  }
  return std::nullopt;
}

// From acceptance, or from when the last result is there that this step waits for.
std::optional<Due> Planner::start_of(const Step& step, const Promise& promise) const {
  Due start = accepted_;
  if (!promise.from_ready) return start;
  for (const std::uint16_t place : plan_.at(step.after)) {
    const auto& ready = ready_[place];
    if (!ready) return std::nullopt;
    if (later(start, *ready)) start = *ready;
  }
  return start;
}

bool Planner::later(const Due& a, const Due& b) noexcept {
  if (a.date != b.date) return a.date < b.date;
  return a.time && (!b.time || *a.time < *b.time);  // a day without a time ends with the day
}

}  // namespace birthcase
