#include "analysis/rulebook.hpp"

#include "plan/planning_tables.hpp"

namespace birthcase::analysis {

Rulebook::Rulebook(Formulas& formulas, Birth& birth, Profile profile, Date as_of)
    : formulas_(formulas), birth_(birth), profile_(std::move(profile)), as_of_(as_of) {}

Term Rulebook::fact(FactRef wanted) {
  if (const auto known = facts_.find(wanted); known != facts_.end()) return known->second;
  const Schema& schema = rules().schema;
  const Slot slot = wanted.slot();
  const auto result = [&] {
    if (slot == schema.jurisdiction()) {
      const std::string& division = rules().division;
      return formulas_.constant(division.empty() ? Value::null() : Value::text(division));
    }
    if (slot == schema.accepted_on()) return day_of_acceptance();
    const FieldId field = schema.at(slot).field;
    const DerivedId derivations = field == no_index ? no_index : links_of(rules()).field_sources[field].derived;
    const Term known = derivations != no_index ? derived(wanted, links_of(rules()).derived[derivations])
                                               : birth_.told(profile_, wanted);
    const auto refused = refused_none(wanted);
    return refused ? formulas_.choice(*refused, formulas_.unknown_term(known.kind), known) : known;
  }();
  facts_.emplace(wanted, result);
  return result;
}

// Whether a fact was told as none that cannot be none: it is unknown then, and nothing follows in its place. With its
// whole group it may be none.
std::optional<z3::expr> Rulebook::refused_none(FactRef fact) {
  const Schema& schema = rules().schema;
  const Schema::Node& node = schema.at(fact);
  if (node.field == no_index || !rules().fields[node.field].never_none) return std::nullopt;
  const z3::expr none = birth_.told(profile_, fact).null;
  const Index parent = node.parent;
  if (parent == no_index || parent == Schema::family_root || parent == Schema::newborn_root) return none;
  return none && !birth_.told(profile_, {schema.node(parent).slot.index, fact.newborn}).null;
}

// The day of the application where that is told, else the day that is planned for.
Term Rulebook::day_of_acceptance() {
  const Term day = formulas_.constant(Value::date(as_of_));
  const auto slot = rules().schema.applied_at();
  if (!slot) return day;
  const Term moment = birth_.told(profile_, {slot->index, FactRef::family});
  const Term told{Kind::date, moment.unknown, moment.null, moment.value / seconds_a_day};
  return formulas_.choice(moment.unknown || moment.null, day, told);
}

// What was told is never overruled. The first derivation that applies counts; one that perhaps does has to give the
// same as the one that surely does.
Term Rulebook::derived(FactRef wanted, const DerivedField& field) {
  const Term told = birth_.told(profile_, wanted);
  return formulas_.choice(told.unknown, follows(wanted, field, &Rulebook::holds), told);
}

Term Rulebook::follows(FactRef wanted, const DerivedField& field, Holds decides) {
  const Kind kind = birth_.told(profile_, wanted).kind;
  std::vector<Possible> all;
  for (const DerivationId index : field.derivations) {
    const Derivation& derivation = rules().derivations[index];
    Answer holds = (this->*decides)(derivation, wanted.newborn);
    const Term value = value_of(derivation, wanted.newborn, kind);
    if (derivation.if_known) {
      const Slot source = *derivation.alias;
      const auto refused = refused_none(source.of(wanted.newborn));
      const z3::expr passed = refused ? value.unknown && !*refused : value.unknown;
      holds = {holds.yes && !passed, holds.no || passed, holds.unknown && !passed};
    }
    all.push_back({holds, value});
  }
  const Term nothing = formulas_.unknown_term(kind);
  Term result = nothing;
  for (std::size_t i = all.size(); i-- > 0;) {
    const z3::expr agreed = all[i].holds.yes || (all[i].holds.unknown && agree(all, i));
    const Term value = formulas_.choice(agreed, all[i].value, nothing);
    result = formulas_.choice(all[i].holds.yes || all[i].holds.unknown, value, result);
  }
  return result;
}

Answer Rulebook::holds(const Derivation& derivation, std::uint16_t newborn) {
  Answer holds = answered(derivation, newborn);
  for (const FieldId field : derivation.together) {
    const DerivedId derived = links_of(rules()).field_sources[field].derived;
    if (derived == no_index) continue;
    const Slot slot = rules().fields[field].slot;
    const FactRef known_by = slot.of(newborn);
    const Term told = birth_.told(profile_, known_by);
    const Term expected = follows(known_by, links_of(rules()).derived[derived], &Rulebook::answered_alone);
    const Answer same = formulas_.equal(told, expected);
    const z3::expr open = refused_none(known_by).value_or(formulas_.truth(false));
    holds = formulas_.both(holds, {!open && (told.unknown || same.yes), !open && !told.unknown && same.no,
                                   open || (!told.unknown && same.unknown)});
  }
  return holds;
}

// Where nothing follows the value is unknown.
Term Rulebook::value_of(const Derivation& derivation, std::uint16_t newborn, Kind kind) {
  Term value = derivation.alias ? fact(derivation.alias->of(newborn))
                                : Reading(formulas_, *this, feel::program_of(*derivation.value), newborn).term();
  if (value.kind != kind) return formulas_.unknown_term(kind);
  value.unknown = value.unknown || value.null;
  value.null = formulas_.truth(false);
  return value;
}

// Whether a derivation after this one surely applies, and all that perhaps do until there give the same as this one.
z3::expr Rulebook::agree(std::span<const Possible> all, std::size_t first) {
  z3::expr agreed = formulas_.truth(false);
  for (std::size_t i = all.size(); --i > first;) {
    const z3::expr same = formulas_.equal(all[i].value, all[first].value).yes;
    agreed = z3::ite(all[i].holds.yes, same, z3::ite(all[i].holds.unknown, same && agreed, agreed));
  }
  return agreed;
}

std::vector<std::string> Rulebook::codes(FactRef fact) const {
  const FieldId field = rules().schema.at(fact).field;
  const bool coded = field != no_index && rules().fields[field].type == FieldType::code;
  return coded ? codes_of(rules(), field) : std::vector<std::string>();
}

z3::expr Rulebook::listed(FactRef list, std::string_view item) {
  birth_.told(profile_, list);
  const Slot slot = list.slot();
  return birth_.listed(list, rules().schema.at(slot).name, item);
}

Answer Rulebook::test(ConditionId condition, std::uint16_t newborn) {
  asked_by_rules_.insert(condition);
  return tested(condition, newborn);
}

Answer Rulebook::tested(ConditionId condition, std::uint16_t newborn) {
  const SharedCondition& shared = rules().conditions[condition];
  const auto asked = std::pair(condition, shared.per_newborn ? newborn : FactRef::family);
  if (const auto known = tested_.find(asked); known != tested_.end()) return known->second;
  const feel::Program& program = feel::program_of(shared.condition.expression());
  Answer result = formulas_.answer(false);
  if (shared.per_newborn && newborn == FactRef::family) {
    for (std::uint16_t each = 0; each < newborns(); ++each) result = formulas_.either(result, tested(condition, each));
  } else {
    result = formulas_.plain(Reading(formulas_, *this, program, newborn).answer());
  }
  tested_.emplace(asked, result);
  return result;
}

Answer Rulebook::applies(const Rule& rule, std::uint16_t newborn) {
  if (rule.when != no_index && rule.valid.includes(as_of_)) asked_by_rules_.insert(rule.when);
  return answered(rule, newborn);
}

Answer Rulebook::answered(const Rule& rule, std::uint16_t newborn) {
  if (!rule.valid.includes(as_of_)) return formulas_.answer(false);
  return rule.when == no_index ? formulas_.answer(true) : tested(rule.when, newborn);
}

z3::expr Rulebook::everything_known() {
  std::vector<z3::expr> known;
  for (const auto& [fact, term] : facts_) known.push_back(!term.unknown);
  return formulas_.all(known);
}

}  // namespace birthcase::analysis
