#include "analysis/outcomes.hpp"

#include "plan/fact_table.hpp"
#include "plan/planning_tables.hpp"
#include "text/counted.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::analysis {
namespace {

using Kind = Outcome::Kind;

bool is_about(const Rules& rules, const EvidenceItem& item, const Outcome& outcome, std::uint16_t newborn) {
  return item.type == &rules.evidence[outcome.evidence] &&
         (outcome.holder == no_index || item.holder == outcome.holder) &&
         (item.newborn == FactRef::family || item.newborn == newborn);
}

EvidenceStatus status_of(const Outcome& outcome, const Plan& plan, std::uint16_t newborn) {
  EvidenceStatus status = EvidenceStatus::not_required;
  for (const EvidenceItem& item : plan.evidence) {
    if (is_about(plan.profile().rules(), item, outcome, newborn)) status = std::min(status, item.status);
  }
  return status;
}

const ServiceLane* lane_of(const Plan& plan, ServiceId service, std::uint16_t newborn) {
  const Service* wanted = &plan.profile().rules().services[service];
  const auto lane = std::find_if(plan.services.begin(), plan.services.end(), [&](const ServiceLane& candidate) {
    return candidate.service == wanted && (candidate.newborn == FactRef::family || candidate.newborn == newborn);
  });
  return lane == plan.services.end() ? nullptr : &*lane;
}

const Step* step_of(const Plan& plan, ServiceId service, std::uint16_t newborn) {
  const Service* wanted = &plan.profile().rules().services[service];
  const auto step = std::find_if(plan.route.begin(), plan.route.end(), [&](const Step& candidate) {
    return candidate.service == wanted && (candidate.newborn == FactRef::family || candidate.newborn == newborn);
  });
  return step == plan.route.end() ? nullptr : &*step;
}

bool waits(const Outcome& outcome, const Plan& plan, std::uint16_t newborn) {
  const Step* step = step_of(plan, outcome.service, newborn);
  if (step == nullptr) return false;
  const auto after = plan.at(step->after);
  return std::any_of(after.begin(), after.end(), [&](std::uint16_t place) {
    return plan.route[place].service == &plan.profile().rules().services[outcome.other];
  });
}

bool is_sent(const Outcome& outcome, const Plan& plan, std::uint16_t newborn) {
  const Step* step = step_of(plan, outcome.service, newborn);
  if (step == nullptr) return false;
  const auto payload = plan.at(step->payload_fields);
  return std::any_of(payload.begin(), payload.end(), [&](std::uint16_t place) {
    const FormField& field = plan.form.fields[place];
    return field.field == &plan.profile().rules().fields[outcome.field] &&
           (field.newborn == FactRef::family || field.newborn == newborn);
  });
}

Value truth_value(Truth truth) { return truth == Truth::unknown ? Value() : Value::boolean(truth == Truth::yes); }

struct TermWords {
  std::string operator()(Immediately) const { return "at once"; }
  std::string operator()(WorkingDays days) const {
    return fmt::format("{0} working {0:day|days}", text::counted(days.count));
  }
  std::string operator()(OpenMinutes minutes) const {
    return fmt::format("{0} {0:minute|minutes} of opening hours", text::counted(minutes.count));
  }
  std::string operator()(StartOfNextMonth) const { return "the start of the next month"; }
};

// The rule that a step has of a table where the first counts: unknown while one before it perhaps applies.
template <class Table>
Value rule_of(const Table& table, const Outcome& outcome, const Plan& plan, const FactTable& facts,
              std::uint16_t newborn, Naming naming) {
  const Step* step = step_of(plan, outcome.service, newborn);
  if (step == nullptr) return Value::null();
  for (const auto& rule : table) {
    if (!rule.services.has(outcome.service)) continue;
    const Truth applies = facts.applies(rule, step->newborn);
    if (applies != Truth::no) return applies == Truth::unknown ? Value() : Value::text(name_of(rule, naming));
  }
  return Value::null();
}

}  // namespace

std::string name_of(const Promise& promise, Naming naming) {
  if (naming == Naming::by_id) return promise.id;
  std::string words = std::visit(TermWords(), promise.term);
  words += promise.from_ready ? " from when it is ready" : " from acceptance";
  if (promise.until_delivery) words += " to delivery";
  if (promise.clock_stops) words += ", not counting waits for the family";
  return words;
}

std::string name_of(const DeliveryRule& delivery, Naming naming) {
  return naming == Naming::by_id ? delivery.id : delivery.method;
}

bool is_question(Outcome::Kind kind) noexcept {
  return kind == Kind::brings || kind == Kind::done || kind == Kind::step || kind == Kind::waits ||
         kind == Kind::payload || kind == Kind::open || kind == Kind::found;
}

OutcomeNames::OutcomeNames(const Profile& profile) : profile_(profile) {
  for (const Lane lane : {Lane::elsewhere, Lane::joint, Lane::not_offered, Lane::undetermined}) {
    lanes_.emplace_back(to_string(lane));
  }
  for (int i = 0; i <= static_cast<int>(EvidenceStatus::not_required); ++i) {
    statuses_.emplace_back(to_string(static_cast<EvidenceStatus>(i)));
  }
  const Rules& rules = profile_.rules();
  for (const Organisation& organisation : rules.organisations) organisations_.push_back(organisation.id);
  for (auto* codes : {&lanes_, &statuses_, &organisations_}) std::sort(codes->begin(), codes->end());
  add_evidence();
  add_services();
  for (const ChannelId channel : rules.channels.ids()) {
    add({.kind = Kind::open, .name = "open." + rules.channels[channel].id, .channel = channel});
  }
  for (const Id<Check> check : rules.checks.ids()) {
    const ConditionId when = rules.checks[check].when;
    const bool each = when != no_index && rules.conditions[when].per_newborn;
    add({.kind = Kind::found, .name = "found." + rules.checks[check].id, .per_newborn = each, .check = check});
  }
}

void OutcomeNames::add_evidence() {
  const Rules& rules = profile_.rules();
  for (const EvidenceId evidence : rules.evidence.ids()) {
    const EvidenceType& type = rules.evidence[evidence];
    const auto add_of = [&](HolderId holder) {
      const std::string name = holder == no_index ? type.id : type.id + '.' + rules.holders[holder].id;
      for (const Kind kind : {Kind::brings, Kind::evidence}) {
        add({.kind = kind,
             .name = (kind == Kind::brings ? "brings." : "evidence.") + name,
             .per_newborn = type.per_newborn,
             .evidence = evidence,
             .holder = holder});
      }
    };
    add_of(no_index);
    for (const HolderId holder : rules.holders.ids()) add_of(holder);
  }
}

void OutcomeNames::add_services() {
  const Rules& rules = profile_.rules();
  constexpr std::pair<Kind, const char*> of_each[] = {
      {Kind::lane, "lane."},         {Kind::done, "done."},          {Kind::step, "step."},
      {Kind::promise, "promise."},   {Kind::delivery, "delivered."}, {Kind::competent, "competent."},
      {Kind::operated, "operated."},
  };
  for (const ServiceId service : rules.services.ids()) {
    const auto& [id, per_newborn] = std::pair(rules.services[service].id, rules.services[service].per_newborn);
    for (const auto& [kind, prefix] : of_each) {
      add({.kind = kind, .name = prefix + id, .per_newborn = per_newborn, .service = service});
    }
    add_delivery_fields(service);
    for (const ServiceId other : rules.services.ids()) {
      if (other == service) continue;
      add({.kind = Kind::waits,
           .name = fmt::format("waits.{}.{}", id, rules.services[other].id),
           .per_newborn = per_newborn || rules.services[other].per_newborn,
           .service = service,
           .other = other});
    }
  }
}

// What a department issues comes when it comes; all else is sent or not, by the rules alone.
void OutcomeNames::add_delivery_fields(ServiceId service) {
  const Rules& rules = profile_.rules();
  for (const DeliveryRule& rule : rules.deliveries) {
    for (const FieldId index : rule.fields) {
      const Field& field = rules.fields[index];
      const std::string name = fmt::format("payload.{}.{}", rules.services[service].id, field.id);
      const bool issued = !links_of(rules).field_sources[index].producers.empty();
      if (!rule.services.has(service) || issued || by_name_.contains(name)) continue;
      add({.kind = Kind::payload,
           .name = name,
           .per_newborn = rules.services[service].per_newborn || field.per_newborn(),
           .service = service,
           .field = index});
    }
  }
}

void OutcomeNames::add(Outcome outcome) {
  const Schema& schema = profile_.rules().schema;
  auto& slots = outcome.per_newborn ? newborn_ : family_;
  const std::size_t facts = outcome.per_newborn ? schema.newborn_slots() : schema.family_slots();
  outcome.slot = {static_cast<std::uint16_t>(facts + slots.size()), outcome.per_newborn};
  slots.push_back(outcomes_.size());
  by_name_.emplace(outcome.name, outcomes_.size());
  outcomes_.push_back(std::move(outcome));
}

const Outcome* OutcomeNames::at(Slot slot) const noexcept {
  const Schema& schema = profile_.rules().schema;
  const std::size_t facts = slot.newborn ? schema.newborn_slots() : schema.family_slots();
  return slot.index < facts ? nullptr : &outcomes_[(slot.newborn ? newborn_ : family_)[slot.index - facts]];
}

std::optional<Binding> OutcomeNames::find(std::string_view name) const {
  if (const auto fact = profile_.rules().schema.find(name)) return fact;
  const auto place = by_name_.find(name);
  if (place == by_name_.end()) return std::nullopt;
  const Outcome& outcome = outcomes_[place->second];
  return Binding{.slot = outcome.slot,
                 .kind = is_question(outcome.kind) ? birthcase::Kind::boolean : birthcase::Kind::text,
                 .codes = codes_of(outcome)};
}

const std::vector<std::string>* OutcomeNames::codes_of(const Outcome& outcome) const noexcept {
  switch (outcome.kind) {
    case Kind::lane:
      return &lanes_;
    case Kind::evidence:
      return &statuses_;
    case Kind::competent:
    case Kind::operated:
      return &organisations_;
    default:
      return nullptr;
  }
}

std::vector<std::string> OutcomeNames::names() const {
  std::vector<std::string> names = profile_.rules().schema.names();
  for (const auto& [name, place] : by_name_) names.push_back(name);
  return names;
}

const DomainFunction* OutcomeNames::function(std::string_view name) const {
  return profile_.rules().schema.function(name);
}

Value value_of(const Outcome& outcome, const Plan& plan, std::uint16_t newborn, Naming naming) {
  const Rules& rules = plan.profile().rules();
  const FactTable facts(rules, plan.facts(), plan.as_of());
  switch (outcome.kind) {
    case Kind::brings: {
      const EvidenceStatus status = status_of(outcome, plan, newborn);
      return status == EvidenceStatus::undetermined ? Value() : Value::boolean(status == EvidenceStatus::bring);
    }
    case Kind::evidence:
      return Value::text(std::string(to_string(status_of(outcome, plan, newborn))));
    case Kind::lane: {
      const ServiceLane* lane = lane_of(plan, outcome.service, newborn);
      return lane == nullptr ? Value::null() : Value::text(std::string(to_string(lane->lane)));
    }
    case Kind::done: {
      const ServiceLane* lane = lane_of(plan, outcome.service, newborn);
      return Value::boolean(lane != nullptr && lane->already_done);
    }
    case Kind::step:
      return Value::boolean(step_of(plan, outcome.service, newborn) != nullptr);
    case Kind::waits:
      return Value::boolean(waits(outcome, plan, newborn));
    case Kind::payload:
      return Value::boolean(is_sent(outcome, plan, newborn));
    case Kind::promise:
      return rule_of(rules.promises, outcome, plan, facts, newborn, naming);
    case Kind::delivery:
      return rule_of(rules.deliveries, outcome, plan, facts, newborn, naming);
    case Kind::competent:
    case Kind::operated: {
      const Step* step = step_of(plan, outcome.service, newborn);
      if (step == nullptr) return Value::null();
      const OrganisationId who = outcome.kind == Kind::competent ? step->organisation : step->operated_by;
      return who == no_index ? Value() : Value::text(rules.organisations[who].id);
    }
    case Kind::open:
      return truth_value(facts.applies(rules.channels[outcome.channel], FactRef::family));
    case Kind::found:
      return truth_value(facts.applies(rules.checks[outcome.check], outcome.per_newborn ? newborn : FactRef::family));
  }
  return Value::null();
}

Truth test(const Condition& property, const OutcomeNames& names, const Plan& plan, std::uint16_t newborn) {
  const Rules& rules = plan.profile().rules();
  const FactTable table(rules, plan.facts(), plan.as_of());
  const Facts facts = table.facts(newborn);
  std::deque<Value> outcomes;  // pointers go into it
  std::vector<const Value*> family(facts.family.begin(), facts.family.end());
  std::vector<std::vector<const Value*>> newborns;
  for (const auto& each : facts.newborns) newborns.emplace_back(each.begin(), each.end());
  for (const Outcome& outcome : names.outcomes()) {
    if (!outcome.per_newborn) {
      family.push_back(&outcomes.emplace_back(value_of(outcome, plan, FactRef::family)));
      continue;
    }
    for (std::uint16_t each = 0; each < newborns.size(); ++each) {
      newborns[each].push_back(&outcomes.emplace_back(value_of(outcome, plan, each)));
    }
  }
  std::vector<std::span<const Value* const>> views(newborns.begin(), newborns.end());
  return property.test(Facts{family, views, newborn});
}

}  // namespace birthcase::analysis
