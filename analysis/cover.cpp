#include "analysis/cover.hpp"

#include "analysis/scope.hpp"
#include "feel/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace birthcase::analysis {
namespace {

constexpr std::size_t most_cubes = 12;    // of a description that is exact
constexpr std::size_t most_examples = 4;  // of one that is not

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

/// Finds prime implicants: cubes that imply what is wanted, and none of whose choices can be left out.
class Cover {
 public:
  Cover(const z3::expr& wanted, z3::solver& possible, Families& met, const MakeLike& make_like,
        const std::vector<Literal>& literals);

  /// The next one, or nothing if all is covered or nothing more can be found (`complete`).
  std::optional<Cube> next();
  bool complete() const noexcept { return complete_; }

  /// Whether, as far as is known, the literals tell all that are wanted from the others.
  bool determined() const noexcept { return determined_; }

  /// Takes out those that the others cover.
  void drop_covered(std::vector<Cube>& cubes);

  /// How many of the families that were met fit.
  std::size_t reach(const Cube& cube) { return (fitting(cube) & wanted_ones_).count(); }

 private:
  z3::expr name(const std::string& text) { return solver_.ctx().bool_const(text.c_str()); }
  z3::expr formula(const Choice& choice) const { return choice.yes ? names_[choice.literal] : !names_[choice.literal]; }
  z3::expr formula(const Cube& cube) const;
  FamilySet families_of(const Choice& choice);
  FamilySet fitting(const Cube& cube);
  z3::check_result ask(const z3::expr_vector& assumed);
  std::optional<std::size_t> uncovered();
  Cube all_of(std::size_t family);
  void add_like(std::size_t family);
  std::optional<Cube> needed_of(const Cube& cube);
  void shorten(Cube& cube);
  void widen(Cube& cube, const Cube& choices);
  z3::check_result ask_for_another(const Cube& cube);
  Cube guess(const Cube& choices);
  const Choice& best_choice(const Cube& choices, const FamilySet& others, const FamilySet& kept);
  void drop_needless(Cube& cube);

  z3::solver& solver_;  // of what is possible
  Families& met_;
  const MakeLike& make_like_;
  const std::vector<Literal>& literals_;
  Scope scope_;
  z3::expr formula_;
  z3::expr wanted_;
  z3::expr rest_;  // wanted, and not covered yet
  std::vector<z3::expr> names_;
  FamilySet wanted_ones_;  // of those that were met
  FamilySet left_;         // of these, those that are not covered yet
  bool determined_ = true;
  bool complete_ = false;
};

// The solver works out formulas once; what is asked many times goes by names.
Cover::Cover(const z3::expr& wanted, z3::solver& possible, Families& met, const MakeLike& make_like,
             const std::vector<Literal>& literals)
    : solver_(possible),
      met_(met),
      make_like_(make_like),
      literals_(literals),
      scope_(possible),
      formula_(wanted),
      wanted_(name("wanted")),
      rest_(name("rest")),
      wanted_ones_(met.of(wanted)),
      left_(wanted_ones_) {
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

FamilySet Cover::families_of(const Choice& choice) {
  const FamilySet& yes = met_.of(literals_[choice.literal].yes);
  return choice.yes ? yes : ~yes;
}

FamilySet Cover::fitting(const Cube& cube) {
  FamilySet all(met_.size());
  all.set();
  for (const Choice& choice : cube) all &= families_of(choice);
  return all;
}

// Keeps the family that the solver finds.
z3::check_result Cover::ask(const z3::expr_vector& assumed) {
  z3::expr_vector copy = assumed;
  const z3::check_result found = solver_.check(copy);
  if (found != z3::sat) return found;
  const z3::model model = solver_.get_model();
  met_.add(model);
  const bool wanted = model.eval(wanted_, true).is_true();
  wanted_ones_.push_back(wanted);
  left_.push_back(wanted && model.eval(rest_, true).is_true());
  return found;
}

// A family that is wanted and not covered yet.
std::optional<std::size_t> Cover::uncovered() {
  if (left_.none() && determined_) {
    z3::expr_vector assumed(solver_.ctx());
    assumed.push_back(rest_);
    complete_ = ask(assumed) == z3::unsat;
  }
  if (left_.none()) return std::nullopt;
  return left_.find_first();
}

// Of the choices, that which leaves out most that are not wanted and yet few that are.
const Choice& Cover::best_choice(const Cube& choices, const FamilySet& others, const FamilySet& kept) {
  const Choice* best = &choices.front();
  std::size_t most = 0;
  for (const Choice& choice : choices) {
    const FamilySet& yes = met_.of(literals_[choice.literal].yes);
    const std::size_t left_out = (choice.yes ? others - yes : others & yes).count();
    const std::size_t still_there = (choice.yes ? kept & yes : kept - yes).count();
    if (left_out * still_there <= most) continue;
    most = left_out * still_there;
    best = &choice;
  }
  return *best;
}

// As few of the choices as leave out all families that were met and are not wanted. All of them do.
Cube Cover::guess(const Cube& choices) {
  FamilySet others = ~wanted_ones_;
  FamilySet kept = left_;
  Cube cube;
  while (others.any()) {
    cube.push_back(best_choice(choices, others, kept));
    const FamilySet fitting = families_of(cube.back());
    others &= fitting;
    kept &= fitting;
  }
  drop_needless(cube);
  std::sort(cube.begin(), cube.end(), [](const Choice& a, const Choice& b) { return a.literal < b.literal; });
  return cube;
}

// Leaves out choices without which the others still keep away all that are not wanted.
void Cover::drop_needless(Cube& cube) {
  for (std::size_t i = cube.size(); i-- > 0;) {
    Cube smaller = cube;
    smaller.erase(smaller.begin() + static_cast<std::ptrdiff_t>(i));
    if ((fitting(smaller) - wanted_ones_).none()) cube = std::move(smaller);
  }
}

// The choices by which the solver proves that a family that fits them is wanted; nothing if there is no proof.
std::optional<Cube> Cover::needed_of(const Cube& cube) {
  if ((fitting(cube) - wanted_ones_).any() || ask_for_another(cube) != z3::unsat) return std::nullopt;
  std::set<unsigned> core;
  for (const z3::expr& each : solver_.unsat_core()) core.insert(each.id());
  Cube needed;
  for (const Choice& choice : cube) {
    if (core.contains(formula(choice).id())) needed.push_back(choice);
  }
  return needed;
}

// For a family that fits the cube and is not wanted.
z3::check_result Cover::ask_for_another(const Cube& cube) {
  z3::expr_vector assumed(solver_.ctx());
  assumed.push_back(!wanted_);
  for (const Choice& choice : cube) assumed.push_back(formula(choice));
  return ask(assumed);
}

// All that holds of a family.
Cube Cover::all_of(std::size_t family) {
  Cube cube;
  for (std::size_t i = 0; i < literals_.size(); ++i) cube.push_back({i, met_.of(literals_[i].yes)[family]});
  return cube;
}

// Adds families that are like this one and not wanted: what keeps them away cannot be left out.
void Cover::add_like(std::size_t family) {
  const std::size_t first = met_.size();
  make_like_(family);
  met_.keep(!formula_, first);
  wanted_ones_.resize(met_.size());
  left_.resize(met_.size());
}

// Leaves out what can be left out. Each family that the solver finds on the way spares it questions later.
void Cover::shorten(Cube& cube) {
  if (const auto still = needed_of(guess(cube))) cube = *still;
  for (std::size_t i = cube.size(); i-- > 0;) {
    Cube smaller = cube;
    smaller.erase(smaller.begin() + static_cast<std::ptrdiff_t>(i));
    if (auto still = needed_of(smaller)) {
      cube = std::move(*still);
      i = std::min(i, cube.size());
    }
  }
}

// Takes, for a choice, one that holds of more families and will do as well: `x != y` for `x = null`.
void Cover::widen(Cube& cube, const Cube& choices) {
  for (std::size_t i = 0; i < cube.size(); ++i) {
    for (const Choice& choice : choices) {
      if (choice.literal == cube[i].literal || !families_of(cube[i]).is_proper_subset_of(families_of(choice))) continue;
      Cube wider = cube;
      wider[i] = choice;
      if (const auto still = needed_of(wider); still && still->size() == cube.size()) cube = *still;
    }
  }
  std::sort(cube.begin(), cube.end(), [](const Choice& a, const Choice& b) { return a.literal < b.literal; });
}

std::optional<Cube> Cover::next() {
  while (const auto family = uncovered()) {
    const Cube choices = all_of(*family);
    auto needed = needed_of(choices);
    if (!needed) {  // others look the same and are not wanted: so much for exactness
      determined_ = false;
      left_ -= fitting(choices);
      continue;
    }
    add_like(*family);
    shorten(*needed);
    widen(*needed, choices);
    left_ -= fitting(*needed);
    solver_.add(z3::implies(rest_, !formula(*needed)));
    return needed;
  }
  return std::nullopt;
}

void Cover::drop_covered(std::vector<Cube>& cubes) {
  for (std::size_t i = cubes.size(); i-- > 0;) {
    FamilySet alone = fitting(cubes[i]);
    for (std::size_t other = 0; other < cubes.size(); ++other) {
      if (other != i) alone -= fitting(cubes[other]);
    }
    if (alone.any()) continue;
    const Scope scope(solver_);
    z3::expr_vector assumed(solver_.ctx());
    for (const Choice& choice : cubes[i]) assumed.push_back(formula(choice));
    for (std::size_t other = 0; other < cubes.size(); ++other) {
      if (other != i) solver_.add(!formula(cubes[other]));
    }
    if (ask(assumed) == z3::unsat) cubes.erase(cubes.begin() + static_cast<std::ptrdiff_t>(i));
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

// Whether they are all. Of an incomplete list those stay that reach most families: more would be long and still not say
// for whom.
bool find_cubes(const z3::expr& wanted, z3::solver& possible, Families& met, const MakeLike& make_like,
                const std::vector<Literal>& atoms, std::vector<Cube>& cubes) {
  Cover cover(wanted, possible, met, make_like, atoms);
  while (cubes.size() < (cover.determined() ? most_cubes : most_examples)) {
    const auto cube = cover.next();
    if (!cube) break;
    cubes.push_back(*cube);
  }
  if (cover.complete()) {
    cover.drop_covered(cubes);
    return true;
  }
  std::stable_sort(cubes.begin(), cubes.end(),
                   [&](const Cube& a, const Cube& b) { return cover.reach(a) > cover.reach(b); });
  if (cubes.size() > most_examples) cubes.resize(most_examples);
  return false;
}

// Whether the text, read as a condition, is the formula. It asks nothing that its literals did not ask before, so that
// what is possible limits that already.
bool says(const std::string& text, const z3::expr& wanted, z3::solver& possible, Rulebook& rules) {
  const auto condition = Condition::compile(text, rules.rules().schema);
  if (!condition) return false;
  const auto& program = feel::program_of(condition->expression());
  const z3::expr yes = Reading(rules.formulas(), rules, program, 0).answer().yes;
  const Scope scope(possible);
  possible.add(yes != wanted);
  return possible.check() == z3::unsat;
}

}  // namespace

Description describe(const z3::expr& wanted, z3::solver& possible, Families& met, const MakeLike& make_like,
                     const std::vector<Literal>& literals, Rulebook& rules) {
  const std::vector<Literal> atoms = relevant(wanted, literals);
  std::vector<Cube> cubes;
  const bool complete = find_cubes(wanted, possible, met, make_like, atoms, cubes);
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
