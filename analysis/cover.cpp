#include "analysis/cover.hpp"

#include <birthcase/plan.hpp>

#include "analysis/scope.hpp"
#include "feel/decision.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace birthcase::analysis {
namespace {

constexpr std::size_t most_cubes = 12;

/// A literal or its opposite.
struct Choice {
  std::size_t literal = 0;
  bool yes = true;
};
using Cube = std::vector<Choice>;

// The operators that turn into each other, as they are written.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> opposites{
    {{" != ", " = "}, {" = ", " != "}, {" <= ", " > "}, {" >= ", " < "}, {" < ", " >= "}, {" > ", " <= "}}};

// The opposite of an atom: `a = b` for `a != b`; `not(…)` where there is no operator to turn.
std::string opposite_of(const std::string& text) {
  const bool plain = std::none_of(text.begin(), text.end(), [](char c) { return c == '('; });
  for (const auto& [operation, turned] : opposites) {
    const auto at = text.find(operation);
    if (!plain || at == std::string::npos || text.find(operation, at + 1) != std::string::npos) continue;
    return text.substr(0, at) + std::string(turned) + text.substr(at + operation.size());
  }
  return "not(" + text + ")";
}

std::string text_of(const Cube& cube, const std::vector<Literal>& literals) {
  std::string text;
  for (const Choice& choice : cube) {
    if (!text.empty()) text += " and ";
    const Literal& literal = literals[choice.literal];
    const bool written = choice.yes || !literal.opposite.empty();
    const std::string& atom = choice.yes ? literal.text : literal.opposite;
    const bool open = atom.starts_with("some ") || atom.starts_with("every ") || atom.starts_with("if ");
    text += !written ? opposite_of(literal.text) : open ? '(' + atom + ')' : atom;
  }
  return text.empty() ? "true" : text;
}

/// Finds prime implicants.
class Cover {
 public:
  Cover(const z3::expr& wanted, z3::solver& possible, const std::vector<Literal>& literals);

  /// The next one, or nothing if all is covered or nothing more can be found (`complete`).
  std::optional<Cube> next();
  bool complete() const noexcept { return complete_; }

  /// Takes out those that the others cover.
  void drop_covered(std::vector<Cube>& cubes);

 private:
  /// What holds of one family, literal by literal.
  using Family = std::vector<bool>;

  z3::expr formula(const Choice& choice) const {
    const z3::expr& yes = names_[choice.literal];
    return choice.yes ? yes : !yes;
  }
  z3::expr formula(const Cube& cube) const;
  z3::expr name(const std::string& text) { return solver_.ctx().bool_const(text.c_str()); }
  Family family() const;
  bool takes_in_another(const Cube& cube) const;
  std::optional<Cube> needed_of(const Cube& cube);

  z3::solver& solver_;  // of what is possible
  Scope scope_;
  z3::expr wanted_;
  z3::expr rest_;  // wanted, and not covered yet
  std::vector<z3::expr> names_;
  std::vector<Family> others_;  // some that are possible and not wanted
  bool complete_ = false;
};

// The solver works out formulas once; what is asked many times goes by names.
Cover::Cover(const z3::expr& wanted, z3::solver& possible, const std::vector<Literal>& literals)
    : solver_(possible), scope_(possible), wanted_(name("wanted")), rest_(name("rest")) {
  solver_.add(wanted_ == wanted);
  solver_.add(z3::implies(rest_, wanted_));
  for (std::size_t i = 0; i < literals.size(); ++i) {
    names_.push_back(name(fmt::format("literal {}", i)));
    solver_.add(names_.back() == literals[i].yes);
  }
}

z3::expr Cover::formula(const Cube& cube) const {
  z3::expr all = solver_.ctx().bool_val(true);
  for (const Choice& choice : cube) all = all && formula(choice);
  return all;
}

// The one that the solver has just found.
Cover::Family Cover::family() const {
  const z3::model model = solver_.get_model();
  Family family;
  for (const z3::expr& literal : names_) family.push_back(model.eval(literal, true).is_true());
  return family;
}

// Whether a family that was met and is not wanted fits the cube: then the solver need not be asked.
bool Cover::takes_in_another(const Cube& cube) const {
  return std::any_of(others_.begin(), others_.end(), [&cube](const Family& family) {
    return std::all_of(cube.begin(), cube.end(),
                       [&family](const Choice& choice) { return family[choice.literal] == choice.yes; });
  });
}

// The choices of a cube that by themselves imply what is wanted, as the solver's proof needed them; nothing if not even
// all of them do.
std::optional<Cube> Cover::needed_of(const Cube& cube) {
  if (takes_in_another(cube)) return std::nullopt;
  z3::expr_vector assumed(solver_.ctx());
  assumed.push_back(!wanted_);
  std::vector<unsigned> ids;
  for (const Choice& choice : cube) {
    assumed.push_back(formula(choice));
    ids.push_back(assumed.back().id());
  }
  const z3::check_result found = solver_.check(assumed);
  if (found == z3::sat) others_.push_back(family());
  if (found != z3::unsat) return std::nullopt;
  std::set<unsigned> core;
  for (const z3::expr& each : solver_.unsat_core()) core.insert(each.id());
  Cube needed;
  for (std::size_t i = 0; i < cube.size(); ++i) {
    if (core.contains(ids[i])) needed.push_back(cube[i]);
  }
  return needed;
}

std::optional<Cube> Cover::next() {
  z3::expr_vector assumed(solver_.ctx());
  assumed.push_back(rest_);
  const z3::check_result left = solver_.check(assumed);
  if (left != z3::sat) {
    complete_ = left == z3::unsat;
    return std::nullopt;
  }
  const Family found = family();
  Cube cube;
  for (std::size_t i = 0; i < found.size(); ++i) cube.push_back({i, found[i]});
  auto needed = needed_of(cube);
  if (!needed) return std::nullopt;
  cube = std::move(*needed);
  for (std::size_t i = cube.size(); i-- > 0;) {
    Cube smaller = cube;
    smaller.erase(smaller.begin() + static_cast<std::ptrdiff_t>(i));
    if (auto still = needed_of(smaller)) {
      cube = std::move(*still);
      i = std::min(i, cube.size());
    }
  }
  solver_.add(z3::implies(rest_, !formula(cube)));
  return cube;
}

void Cover::drop_covered(std::vector<Cube>& cubes) {
  for (std::size_t i = cubes.size(); i-- > 0;) {
    const Scope scope(solver_);
    solver_.add(formula(cubes[i]));
    for (std::size_t other = 0; other < cubes.size(); ++other) {
      if (other != i) solver_.add(!formula(cubes[other]));
    }
    if (solver_.check() == z3::unsat) cubes.erase(cubes.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// The nodes of a formula.
void collect(const z3::expr& formula, std::set<unsigned>& seen) {
  if (!seen.insert(formula.id()).second || !formula.is_app()) return;
  for (unsigned i = 0; i < formula.num_args(); ++i) collect(formula.arg(i), seen);
}

// Only atoms that occur in the formula can matter.
std::vector<Literal> relevant(const z3::expr& wanted, const std::vector<Literal>& literals) {
  std::set<unsigned> nodes;
  collect(wanted, nodes);
  std::vector<Literal> relevant;
  for (const Literal& literal : literals) {
    if (nodes.contains(literal.yes.id()) || nodes.contains(literal.no.id())) relevant.push_back(literal);
  }
  return relevant;
}

// Whether they are all.
bool find_cubes(const z3::expr& wanted, z3::solver& possible, const std::vector<Literal>& atoms,
                std::vector<Cube>& cubes) {
  Cover cover(wanted, possible, atoms);
  while (cubes.size() < most_cubes) {
    const auto cube = cover.next();
    if (!cube) break;
    cubes.push_back(*cube);
  }
  cover.drop_covered(cubes);
  return cover.complete();
}

// Whether the text, read as a condition, is the formula.
bool says(const std::string& text, const z3::expr& wanted, z3::solver& possible, Rulebook& rules) {
  const auto condition = Condition::compile(text, rules.rules().schema);
  if (!condition) return false;
  const auto& program = feel::program_of(condition->expression());
  const z3::expr yes = Reading(rules.formulas(), rules, program, 0).answer().yes;
  const Scope scope(possible);
  possible.add(rules.birth().limits() && yes != wanted);
  return possible.check() == z3::unsat;
}

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

Description describe(const z3::expr& wanted, z3::solver& possible, const std::vector<Literal>& literals,
                     Rulebook& rules) {
  const std::vector<Literal> atoms = relevant(wanted, literals);
  std::vector<Cube> cubes;
  const bool complete = find_cubes(wanted, possible, atoms, cubes);
  std::vector<std::string> texts;  // in an order of their own: the solver finds them in any
  for (const Cube& cube : cubes) {
    const std::string text = text_of(cube, atoms);
    texts.push_back(cube.size() > 1 && cubes.size() > 1 ? '(' + text + ')' : text);
  }
  std::sort(texts.begin(), texts.end());
  std::string condition = fmt::format("{}", fmt::join(texts, " or "));
  const bool one_literal = cubes.size() == 1 && cubes.front().size() == 1;
  if (one_literal && condition.starts_with('(')) condition = condition.substr(1, condition.size() - 2);
  return {condition, complete && says(condition, wanted, possible, rules)};
}

}  // namespace birthcase::analysis
