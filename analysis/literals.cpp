#include "analysis/literals.hpp"

#include <birthcase/plan.hpp>

#include "feel/decision.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace birthcase::analysis {
namespace {

std::string replaced(std::string text, std::string_view what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

// `channel = "hospital"` for `channel in ("hospital")`.
std::string as_equality(std::string text) {
  constexpr std::string_view in = " in (\"";
  const auto at = text.find(in);
  if (at == std::string::npos || !text.ends_with("\")") || text.find(',', at) != std::string::npos) return text;
  return text.substr(0, at) + " = \"" + text.substr(at + in.size(), text.size() - at - in.size() - 1);
}

bool says_the_same(const z3::expr& yes, const z3::expr& no, const Literal& literal) {
  return z3::eq(yes, literal.yes) && z3::eq(no, literal.no);
}

// Of atoms that say the same, or the opposite, the first alone is a literal. With all of them it would be up to the
// solver which one a description has, and at which place.
void add_literal(std::vector<Literal>& literals, Literal literal) {
  for (Literal& known : literals) {
    if (known.text == literal.text || says_the_same(literal.yes, literal.no, known)) return;
    if (!says_the_same(literal.no, literal.yes, known)) continue;
    if (known.opposite.empty()) known.opposite = std::move(literal.text);
    return;
  }
  literals.push_back(std::move(literal));
}

// Who a role means: `applicant.role = "mother"`.
void add_roles(std::vector<Literal>& literals, Rulebook& rules) {
  for (const Holder& holder : rules.rules().holders) {
    if (!holder.decided_by) continue;
    const FactRef fact{holder.decided_by->index, holder.decided_by->newborn ? std::uint16_t{0} : FactRef::family};
    const std::string& name = rules.rules().schema.at(*holder.decided_by).name;
    for (const auto& [code, person] : holder.people) {
      const Answer is_it = rules.formulas().equal(rules.fact(fact), rules.formulas().constant(Value::text(code)));
      add_literal(literals, {fmt::format("{} = \"{}\"", name, code), is_it.yes, is_it.no});
    }
  }
}

// Which way a family comes in: `channel = "hospital"`.
void add_channels(std::vector<Literal>& literals, Rulebook& rules) {
  const auto slot = rules.rules().schema.channel();
  if (!slot) return;
  const FactRef fact{slot->index, FactRef::family};
  for (const Channel& channel : rules.rules().channels) {
    const Answer is_it = rules.formulas().equal(rules.fact(fact), rules.formulas().constant(Value::text(channel.id)));
    add_literal(literals,
                {fmt::format("{} = \"{}\"", fact_name(rules.profile(), fact), channel.id), is_it.yes, is_it.no});
  }
}

// What counts as at hand because it was told: `newborn.id_number != null`.
void add_products(std::vector<Literal>& literals, Rulebook& rules) {
  for (const auto& supplies : links_of(rules.rules()).supplies) {
    for (const Supply& supply : supplies) {
      const auto* const yielded = std::get_if<FieldId>(&supply.product);
      if (yielded == nullptr) continue;
      const Field& field = rules.rules().fields[*yielded];
      const Term value = rules.fact({field.slot.index, field.per_newborn() ? std::uint16_t{0} : FactRef::family});
      add_literal(literals, {field.id + " != null", !value.unknown && !value.null, value.null});
    }
  }
}

}  // namespace

void add_literals_of(Rulebook& rules, std::vector<Literal>& literals) {
  for (const ConditionId index : rules.asked_by_rules()) {
    const feel::Decision decision(rules.rules().conditions[index].condition);
    for (const feel::Atom& atom : decision.atoms()) {
      const Answer answer = Reading(rules.formulas(), rules, decision.program(), 0).answer(atom.node);
      const std::string division = '"' + rules.rules().division + '"';
      add_literal(literals,
                  {as_equality(replaced(atom.text, "jurisdiction.division", division)), answer.yes, answer.no});
    }
  }
  add_roles(literals, rules);
  add_channels(literals, rules);
  add_products(literals, rules);
}

}  // namespace birthcase::analysis
