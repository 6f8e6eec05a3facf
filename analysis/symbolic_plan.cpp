#include "analysis/symbolic_plan.hpp"

#include "plan/planning_tables.hpp"

#include <algorithm>
#include <array>

namespace birthcase::analysis {

SymbolicPlan::SymbolicPlan(Formulas& formulas, Birth& birth, const OutcomeNames& names, Date as_of, Naming naming)
    : names_(names),
      naming_(naming),
      formulas_(formulas),
      rulebook_(formulas, birth, names.profile(), as_of),
      rules_(names.profile().rules()) {
  choose_lanes();
}

std::vector<std::uint16_t> SymbolicPlan::copies(bool per_newborn) const {
  if (!per_newborn) return {family};
  std::vector<std::uint16_t> all;
  for (std::uint16_t newborn = 0; newborn < newborns(); ++newborn) all.push_back(newborn);
  return all;
}

SymbolicPlan::Choice& SymbolicPlan::lane(ServiceId service, std::uint16_t newborn) {
  return lanes_.at({service, rules_.services[service].per_newborn ? newborn : family});
}

void SymbolicPlan::choose_lanes() {
  for (const ServiceId service : links_of(rules_).order) {
    for (const std::uint16_t newborn : copies(rules_.services[service].per_newborn)) {
      Choice choice = chosen(service, newborn);
      if (rules_.joint) follow_producers(service, newborn, choice);
      lanes_.emplace(std::pair(service, newborn), choice);
    }
  }
}

// What was done before is not done again. Else a rule that says that the service is offered nowhere; else the
// first rule that applies, or that perhaps does; without one the window handles the service.
SymbolicPlan::Choice SymbolicPlan::chosen(ServiceId service, std::uint16_t newborn) {
  const auto fixed = [&](Lane lane, bool planned, bool done) {
    return Choice{formulas_.truth(lane == Lane::joint),
                  formulas_.truth(lane == Lane::elsewhere),
                  formulas_.truth(lane == Lane::not_offered),
                  formulas_.truth(lane == Lane::undetermined),
                  formulas_.truth(planned),
                  formulas_.truth(done)};
  };
  const auto either = [](const z3::expr& condition, const Choice& a, const Choice& b) {
    return Choice{z3::ite(condition, a.joint, b.joint),
                  z3::ite(condition, a.elsewhere, b.elsewhere),
                  z3::ite(condition, a.not_offered, b.not_offered),
                  z3::ite(condition, a.undetermined, b.undetermined),
                  z3::ite(condition, a.planned, b.planned),
                  z3::ite(condition, a.already_done, b.already_done)};
  };
  Choice choice = fixed(rules_.joint ? Lane::joint : Lane::elsewhere, true, false);
  for (auto rule = rules_.lanes.rbegin(); rule != rules_.lanes.rend(); ++rule) {
    if (!rule->services.has(service)) continue;
    const Answer applies = rulebook_.applies(*rule, newborn);
    const bool away = rule->lane == Lane::elsewhere || rule->lane == Lane::not_offered;
    choice = either(applies.unknown, fixed(Lane::undetermined, false, false), choice);
    choice = either(applies.yes, fixed(rule->lane, rule->lane == Lane::joint, away && rule->already_done), choice);
  }
  for (const LaneRule& rule : rules_.lanes) {
    if (!rule.is_pointless() || !rule.services.has(service)) continue;
    choice = either(rulebook_.applies(rule, newborn).yes, fixed(rule.lane, false, rule.already_done), choice);
  }
  z3::expr done = has_its_product(service, newborn);
  const DoneId rule = links_of(rules_).done[service];
  if (rule != no_index) done = done || rulebook_.applies(rules_.done[rule], newborn).yes;
  return either(done, fixed(Lane::elsewhere, false, true), choice);
}

// A service leaves the joint lane with one whose product it needs, unless the product is at hand some other way.
void SymbolicPlan::follow_producers(ServiceId service, std::uint16_t newborn, Choice& lane) {
  z3::expr elsewhere = formulas_.truth(false);
  z3::expr undetermined = formulas_.truth(false);
  for (const Supply& supply : links_of(rules_).supplies[service]) {
    const auto& shares = links_of(rules_).shares_of(supply.product);
    const Answer answered = shared(shares, service, newborn);
    const z3::expr needed = !needs(service, supply, newborn).no;
    for (const std::uint16_t other : copies(rules_.services[supply.producer].per_newborn)) {
      if (newborn != family && other != family && newborn != other) continue;
      const Choice& producer = lanes_.at({supply.producer, other});
      const z3::expr follows =
          !producer.joint && !producer.already_done && !at_hand(supply, other) && needed && !answered.yes;
      const z3::expr open = producer.undetermined || answered.unknown;
      elsewhere = elsewhere || (follows && !open);
      undetermined = undetermined || (follows && open);
    }
  }
  const z3::expr planned = lane.planned;
  lane.elsewhere = lane.elsewhere || (planned && elsewhere);
  lane.undetermined = lane.undetermined || (planned && !elsewhere && undetermined);
  lane.joint = lane.joint && !(planned && (elsewhere || undetermined));
  lane.planned = planned && !elsewhere && !undetermined;
}

z3::expr SymbolicPlan::at_hand(const Supply& supply, std::uint16_t newborn) {
  if (const auto* const field = std::get_if<FieldId>(&supply.product)) {
    const Slot slot = rules_.fields[*field].slot;
    if (slot.newborn && newborn == family) return formulas_.truth(false);
    const Term value = rulebook_.fact(slot.of(newborn));
    return !value.unknown && !value.null;
  }
  return at_hand(std::get<EvidenceId>(supply.product), newborn);
}

z3::expr SymbolicPlan::at_hand(EvidenceId evidence, std::uint16_t newborn) {
  const EvidenceType& type = rules_.evidence[evidence];
  if (type.per_newborn && newborn == family) return formulas_.truth(false);
  return rulebook_.birth().handed_in(type.id, type.per_newborn ? newborn : family);
}

// Whether a document that the service yields was handed in, for each newborn that the lane is about.
z3::expr SymbolicPlan::has_its_product(ServiceId service, std::uint16_t newborn) {
  z3::expr any = formulas_.truth(false);
  for (const Product& product : rules_.services[service].outputs) {
    const auto* const evidence = std::get_if<EvidenceId>(&product);
    if (evidence == nullptr) continue;
    z3::expr all = formulas_.truth(true);
    for (const std::uint16_t copy : copies(rules_.evidence[*evidence].per_newborn)) {
      if (newborn == family || copy == family || copy == newborn) all = all && at_hand(*evidence, copy);
    }
    any = any || all;
  }
  return any;
}

Answer SymbolicPlan::shared(std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn) {
  Answer covers = formulas_.answer(false);
  for (const ShareId index : shares) {
    const DataShare& share = rules_.shares[index];
    if (share.services.has(service)) covers = formulas_.either(covers, rulebook_.applies(share, newborn));
  }
  return covers;
}

// Whether the first share that covers the family is the hospital's.
z3::expr SymbolicPlan::shared_by_hospital(std::span<const ShareId> shares, ServiceId service, std::uint16_t newborn) {
  z3::expr hospital = formulas_.truth(false);
  for (auto index = shares.rbegin(); index != shares.rend(); ++index) {
    const DataShare& share = rules_.shares[*index];
    if (!share.services.has(service)) continue;
    hospital = z3::ite(rulebook_.applies(share, newborn).yes, formulas_.truth(share.hospital), hospital);
  }
  return hospital;
}

Term SymbolicPlan::fact(FactRef wanted) {
  const Slot slot = wanted.slot();
  const Outcome* outcome = names_.at(slot);
  return outcome == nullptr ? rulebook_.fact(wanted) : value(*outcome, wanted.newborn);
}

Term SymbolicPlan::value(const Outcome& outcome, std::uint16_t newborn) {
  const auto key = std::pair(static_cast<std::size_t>(&outcome - names_.outcomes().data()), newborn);
  if (const auto known = values_.find(key); known != values_.end()) return known->second;
  return values_.emplace(key, made(outcome, newborn)).first->second;
}

Term SymbolicPlan::made(const Outcome& outcome, std::uint16_t newborn) {
  switch (outcome.kind) {
    case Outcome::Kind::brings:
      return brings(outcome, newborn);
    case Outcome::Kind::evidence:
      return status_of(outcome, newborn);
    case Outcome::Kind::lane:
      return lane_of(outcome, newborn);
    case Outcome::Kind::done:
      return question(lane(outcome.service, newborn).already_done);
    case Outcome::Kind::step:
      return question(lane(outcome.service, newborn).planned);
    case Outcome::Kind::waits:
      return question(waits(outcome.service, outcome.other, newborn));
    case Outcome::Kind::payload:
      return question(is_sent(outcome.service, outcome.field, newborn));
    case Outcome::Kind::promise:
      return first_that_applies(rules_.promises, outcome, newborn);
    case Outcome::Kind::delivery:
      return first_that_applies(rules_.deliveries, outcome, newborn);
    case Outcome::Kind::competent:
      return while_planned(outcome, newborn, competent(outcome, newborn));
    case Outcome::Kind::operated:
      return while_planned(outcome, newborn, operated_by(outcome, newborn));
    case Outcome::Kind::open:
      return formulas_.term(rulebook_.applies(rules_.channels[outcome.channel], family));
    case Outcome::Kind::found:
      return formulas_.term(rulebook_.applies(rules_.checks[outcome.check], outcome.per_newborn ? newborn : family));
  }
  return formulas_.null_term(birthcase::Kind::null);
}

Term SymbolicPlan::question(const z3::expr& yes) {
  return {birthcase::Kind::boolean, formulas_.truth(false), formulas_.truth(false), yes};
}

Term SymbolicPlan::lane_of(const Outcome& outcome, std::uint16_t newborn) {
  const Choice& choice = lane(outcome.service, newborn);
  const std::array<std::pair<std::string_view, z3::expr>, 4> cases{
      {{to_string(Lane::joint), choice.joint},
       {to_string(Lane::elsewhere), choice.elsewhere},
       {to_string(Lane::not_offered), choice.not_offered},
       {to_string(Lane::undetermined), choice.undetermined}}};
  return text_of(cases);
}

Term SymbolicPlan::text_of(std::span<const std::pair<std::string_view, z3::expr>> cases) {
  Term text = formulas_.null_term(birthcase::Kind::text);
  for (const auto& [id, holds] : cases) {
    text = formulas_.choice(holds, formulas_.constant(Value::text(std::string(id))), text);
  }
  return text;
}

// The rule that a step has of a table where the first counts, unknown while one perhaps applies; null where there is no
// step or no rule.
template <class Table>
Term SymbolicPlan::first_that_applies(const Table& table, const Outcome& outcome, std::uint16_t newborn) {
  const std::uint16_t asked = rules_.services[outcome.service].per_newborn ? newborn : family;
  const Term none = formulas_.null_term(birthcase::Kind::text);
  Term rule_id = none;
  for (auto rule = table.rbegin(); rule != table.rend(); ++rule) {
    if (!rule->services.has(outcome.service)) continue;
    const Answer applies = rulebook_.applies(*rule, asked);
    rule_id = formulas_.choice(applies.unknown, formulas_.unknown_term(birthcase::Kind::text), rule_id);
    rule_id = formulas_.choice(applies.yes, formulas_.constant(Value::text(name_of(*rule, naming_))), rule_id);
  }
  return formulas_.choice(lane(outcome.service, newborn).planned, rule_id, none);
}

// The organisation that the first rule that applies names, else `who`. One that perhaps applies leaves it open, unless
// what comes after it says the same.
template <class Table>
Term SymbolicPlan::first_to_name(const Table& table, ServiceId service, std::uint16_t newborn, Term who) {
  for (auto rule = table.rbegin(); rule != table.rend(); ++rule) {
    if (!rule->services.has(service)) continue;
    const Answer applies = rulebook_.applies(*rule, rules_.services[service].per_newborn ? newborn : family);
    const Term says = formulas_.constant(Value::text(rules_.organisations[rule->organisation].id));
    const z3::expr differs = applies.unknown && !formulas_.equal(who, says).yes;
    who = formulas_.choice(applies.yes, says,
                           formulas_.choice(differs, formulas_.unknown_term(birthcase::Kind::text), who));
  }
  return who;
}

Term SymbolicPlan::competent(const Outcome& outcome, std::uint16_t newborn) {
  const OrganisationId own = rules_.services[outcome.service].organisation;
  return first_to_name(rules_.competences, outcome.service, newborn,
                       formulas_.constant(Value::text(rules_.organisations[own].id)));
}

Term SymbolicPlan::operated_by(const Outcome& outcome, std::uint16_t newborn) {
  return first_to_name(rules_.operators, outcome.service, newborn, competent(outcome, newborn));
}

Term SymbolicPlan::while_planned(const Outcome& outcome, std::uint16_t newborn, Term who) {
  return formulas_.choice(lane(outcome.service, newborn).planned, who, formulas_.null_term(birthcase::Kind::text));
}

// The lines of the service's own form, and what every rule needs that may say how its result comes.
z3::expr SymbolicPlan::is_sent(ServiceId index, FieldId field, std::uint16_t newborn) {
  const Service& service = rules_.services[index];
  const std::uint16_t asked = service.per_newborn ? newborn : family;
  z3::expr sent = formulas_.truth(false);
  for (auto rule = rules_.deliveries.rbegin(); rule != rules_.deliveries.rend(); ++rule) {
    if (!rule->services.has(index)) continue;
    const Answer applies = rulebook_.applies(*rule, asked);
    const bool needs = std::find(rule->fields.begin(), rule->fields.end(), field) != rule->fields.end();
    sent = z3::ite(applies.yes, formulas_.truth(needs), z3::ite(applies.no, sent, formulas_.truth(needs) && sent));
  }
  for (const FormLine& line : lines_of(rules_, service).all) {
    if (line.field != field) continue;
    sent = sent || (line.when == no_index ? formulas_.truth(true) : rulebook_.test(line.when, asked).yes);
  }
  return lane(index, newborn).planned && sent;
}

z3::expr SymbolicPlan::waits(ServiceId service, ServiceId other, std::uint16_t newborn) {
  const bool each = rules_.services[service].per_newborn;
  z3::expr needed = formulas_.truth(false);
  for (const Supply& supply : links_of(rules_).supplies[service]) {
    if (supply.producer == other) needed = needed || needs(service, supply, each ? newborn : family).yes;
  }
  z3::expr planned = formulas_.truth(false);
  for (const std::uint16_t copy : copies(rules_.services[other].per_newborn)) {
    if (each && copy != family && copy != newborn) continue;
    planned = planned || lane(other, copy).planned;
  }
  return lane(service, newborn).planned && planned && needed;
}

}  // namespace birthcase::analysis
