#include "analysis/difference.hpp"

#include "analysis/cover.hpp"
#include "analysis/scope.hpp"
#include "analysis/symbolic_plan.hpp"
#include "analysis/witness.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

namespace birthcase::analysis {
namespace {

constexpr std::size_t most_values = 16;  // ways in which one outcome can differ
constexpr std::size_t most_met = 4000;   // families, before no more are made up
constexpr int most_witnesses = 10;       // families that the plans do not confirm

/// One of the two profiles.
struct Side {
  Side(Formulas& formulas, Birth& birth, const Profile& profile, Date as_of)
      : names(profile), plan(formulas, birth, names, as_of, Naming::by_content) {}

  const Outcome* find(const std::string& name) const {
    const auto binding = names.find(name);
    return binding ? names.at(binding->slot) : nullptr;
  }

  OutcomeNames names;
  SymbolicPlan plan;
};

// Whether two profiles take the same documents in the place of this one, for the same people.
bool same_alternatives(const EvidenceType& a, const Rules& of_a, const EvidenceType& b, const Rules& of_b) {
  const auto text = [](const Rules& rules, ConditionId condition) {
    return condition == no_index ? std::string() : rules.conditions[condition].condition.text();
  };
  return std::equal(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(), b.alternatives.end(),
                    [&](const EvidenceType::Alternative& one, const EvidenceType::Alternative& other) {
                      return of_a.evidence[one.evidence].id == of_b.evidence[other.evidence].id &&
                             std::equal(one.when.begin(), one.when.end(), other.when.begin(), other.when.end(),
                                        [&](ConditionId x, ConditionId y) { return text(of_a, x) == text(of_b, y); });
                    });
}

const EvidenceType* evidence_in(const Rules& rules, std::string_view id) {
  const auto found = std::find_if(rules.evidence.begin(), rules.evidence.end(),
                                  [id](const EvidenceType& type) { return type.id == id; });
  return found == rules.evidence.end() ? nullptr : &*found;
}

class Comparer {
 public:
  Comparer(const Profile& before, const Profile& after, Date as_of)
      : as_of_(as_of),
        birth_(formulas_, 1),
        before_(formulas_, birth_, before, as_of),
        after_(formulas_, birth_, after, as_of),
        compared_(formulas_.truth(true)),
        possible_(patient_solver(formulas_.context())) {}

  Difference run();

 private:
  /// One way in which an outcome differs, and for whom.
  struct Case {
    Value before;
    Value after;
    z3::expr wanted;
  };

  /// An outcome of both profiles.
  struct Compared {
    std::string name;
    Term before;
    Term after;
    z3::expr differs;
    z3::expr open;  ///< that it differs in a way that is not among the cases
    std::vector<Case> cases;
  };

  struct Described {
    z3::expr wanted;
    Description description;
  };

  std::vector<std::string> outcomes() const;
  std::set<std::string> brought(const Rules& rules) const;
  bool is_one_document(const EvidenceType& type) const;
  std::vector<const Outcome*> meant(const Side& side, const std::string& name) const;
  Term value(Side& side, const std::string& name);
  std::vector<Compared> compared_outcomes();
  bool find_cases(std::vector<Compared>& all);
  bool add_cases(Compared& each, std::size_t first);
  void add_neighbours(std::size_t family);
  std::vector<Families::Changes> other_values(const Birth::Fact& fact, std::size_t family);
  Change change(const std::string& name, const Case& way);
  const Description& description(const z3::expr& wanted);
  bool are_the_same(const z3::expr& some, const z3::expr& others);
  std::optional<Application> witness(const Change& change, const z3::expr& wanted);
  bool shows(const Change& change, const Application& application) const;
  bool confirmed(const Side& side, const Application& application, const std::string& name,
                 const Value& expected) const;
  Value value_for(const Term& term, std::size_t family);
  z3::expr is(const Term& term, const Value& value);

  Date as_of_;
  Formulas formulas_;
  Birth birth_;
  Side before_;
  Side after_;
  z3::expr compared_;    // the families that are
  z3::solver possible_;  // these again
  Families met_;         // some of them
  std::vector<Literal> literals_;
  std::deque<Described> described_;
};

// Whether a person's document and those that stand in for it (the ID card, the passport of a foreigner) are compared as
// one: they are where both profiles choose among them alike.
bool Comparer::is_one_document(const EvidenceType& type) const {
  const Rules& before = before_.names.profile().rules();
  const Rules& after = after_.names.profile().rules();
  const EvidenceType* const old_type = evidence_in(before, type.id);
  const EvidenceType* const new_type = evidence_in(after, type.id);
  return old_type == nullptr || new_type == nullptr || same_alternatives(*old_type, before, *new_type, after);
}

// The documents that families bring to this profile's services, by whom: `brings.id-card.mother`.
std::set<std::string> Comparer::brought(const Rules& rules) const {
  std::set<std::string> names;
  for (const Service& service : rules.services) {
    for (const Requirement& requirement : service.requirements) {
      std::vector<HolderId> people{requirement.holder};
      if (requirement.holder != no_index) {
        for (const auto& [code, person] : rules.holders[requirement.holder].people) people.push_back(person);
      }
      const EvidenceType& type = rules.evidence[requirement.evidence];
      std::vector<EvidenceId> types{requirement.evidence};
      if (!is_one_document(type)) {
        for (const auto& other : type.alternatives) types.push_back(other.evidence);
      }
      for (const EvidenceId each : types) {
        for (const HolderId person : people) {
          const std::string holder = person == no_index ? "" : '.' + rules.holders[person].id;
          names.insert("brings." + rules.evidence[each].id + holder);
        }
      }
    }
  }
  return names;
}

// The outcomes that a name stands for on one side: a document is brought too where another is in its place.
std::vector<const Outcome*> Comparer::meant(const Side& side, const std::string& name) const {
  const Outcome* const outcome = side.find(name);
  if (outcome == nullptr) return {};
  std::vector<const Outcome*> all{outcome};
  if (outcome->kind != Outcome::Kind::brings) return all;
  const Rules& rules = side.names.profile().rules();
  const EvidenceType& type = rules.evidence[outcome->evidence];
  if (!is_one_document(type)) return all;
  const std::string holder = name.substr(std::string_view("brings.").size() + type.id.size());
  for (const auto& other : type.alternatives) {
    if (const Outcome* instead = side.find("brings." + rules.evidence[other.evidence].id + holder)) {
      all.push_back(instead);
    }
  }
  return all;
}

// By name, as the new profile has them; then those that only the old one has.
std::vector<std::string> Comparer::outcomes() const {
  std::set<std::string> documents = brought(after_.names.profile().rules());
  documents.merge(brought(before_.names.profile().rules()));
  const bool both_joint = before_.names.profile().rules().joint && after_.names.profile().rules().joint;
  std::vector<std::string> names;
  for (const Side* side : {&after_, &before_}) {
    for (const Outcome& outcome : side->names.outcomes()) {
      if (outcome.kind == Outcome::Kind::evidence || outcome.kind == Outcome::Kind::payload) continue;
      if (outcome.kind == Outcome::Kind::done || (outcome.kind == Outcome::Kind::step && both_joint)) {
        continue;  // the lane says as much
      }
      if (outcome.kind == Outcome::Kind::brings && !documents.contains(outcome.name)) continue;
      if (side == &before_ && after_.find(outcome.name) != nullptr) continue;
      names.push_back(outcome.name);
    }
  }
  return names;
}

// What a profile does not know is not brought, not done and not open.
Term Comparer::value(Side& side, const std::string& name) {
  const auto value_of_one = [&side](const Outcome& outcome) {
    return side.plan.value(outcome, outcome.per_newborn ? 0 : FactRef::family);
  };
  const auto all = meant(side, name);
  if (all.size() == 1) return value_of_one(*all.front());
  if (!all.empty()) {
    Answer any = formulas_.answer(false);
    for (const Outcome* each : all) any = formulas_.either(any, formulas_.answer(value_of_one(*each)));
    return formulas_.term(any);
  }
  const Side& other = &side == &before_ ? after_ : before_;
  return is_question(other.find(name)->kind) ? formulas_.constant(Value::boolean(false))
                                             : formulas_.null_term(Kind::text);
}

z3::expr Comparer::is(const Term& term, const Value& value) {
  return formulas_.equal(term, formulas_.constant(value)).yes;
}

Value Comparer::value_for(const Term& term, std::size_t family) {
  if (met_.holds(term.null, family)) return Value::null();
  if (term.kind == Kind::boolean) return Value::boolean(met_.holds(term.value, family));
  const std::string* text = formulas_.texts().find(met_.value(term.value, family).get_numeral_int());
  return text == nullptr ? Value::null() : Value::text(*text);
}

Difference Comparer::run() {
  std::vector<Compared> all = compared_outcomes();
  for (Side* side : {&after_, &before_}) add_literals_of(side->plan.rulebook(), literals_);
  compared_ = birth_.limits() && birth_.nothing_handed_in();
  for (Side* side : {&before_, &after_}) compared_ = compared_ && side->plan.rulebook().everything_known();
  possible_.add(compared_);
  Difference difference;
  difference.undecided = !find_cases(all);
  for (Compared& each : all) {
    std::sort(each.cases.begin(), each.cases.end(), [](const Case& a, const Case& b) {
      return std::pair(to_string(a.before), to_string(a.after)) < std::pair(to_string(b.before), to_string(b.after));
    });
    for (const Case& way : each.cases) {
      const bool brings = each.name.starts_with("brings.");
      difference.asks_for_more = difference.asks_for_more || (brings && way.after.is_true());
      difference.changes.push_back(change(each.name, way));
    }
  }
  return difference;
}

// Those that the profiles do not write alike. Whatever they ask comes into being before it is said to be known.
std::vector<Comparer::Compared> Comparer::compared_outcomes() {
  std::vector<Compared> all;
  for (const std::string& name : outcomes()) {
    const Term before = value(before_, name);
    const Term after = value(after_, name);
    if (z3::eq(before.unknown, after.unknown) && z3::eq(before.null, after.null) && z3::eq(before.value, after.value)) {
      continue;
    }
    const z3::expr differs = !before.unknown && !after.unknown && !formulas_.equal(before, after).yes;
    const z3::expr open = formulas_.context().bool_const(("differs in " + name).c_str());
    all.push_back({name, before, after, differs, open, {}});
  }
  return all;
}

// Asks for a family for whom any of them differs in a way that is not known yet, until there is none. Whether they are
// all.
bool Comparer::find_cases(std::vector<Compared>& all) {
  const Scope scope(possible_);
  std::vector<z3::expr> open;
  for (const Compared& each : all) {
    possible_.add(z3::implies(each.open, each.differs));
    open.push_back(each.open);
  }
  possible_.add(formulas_.any(open));
  for (const Compared& each : all) {
    for (const z3::expr& part : {each.before.null, each.before.value, each.after.null, each.after.value}) {
      if (part.is_bool()) met_.of(part);
    }
  }
  bool complete = true;
  for (;;) {
    const z3::check_result found = possible_.check();
    if (found != z3::sat) return complete && found == z3::unsat;
    const std::size_t first = met_.size();
    met_.add(possible_.get_model());
    for (Compared& each : all) complete = add_cases(each, first) && complete;
    if (met_.size() < most_met) add_neighbours(first);
    for (Compared& each : all) complete = add_cases(each, first) && complete;
  }
}

// Of the families from this one on. False if there are more than are told.
bool Comparer::add_cases(Compared& each, std::size_t first) {
  const FamilySet& differing = met_.of(each.differs);
  const auto from = first == 0 ? differing.find_first() : differing.find_next(first - 1);
  for (auto family = from; family != FamilySet::npos; family = differing.find_next(family)) {
    const auto known = [&](const Case& way) { return met_.of(way.wanted)[family]; };
    if (std::any_of(each.cases.begin(), each.cases.end(), known)) continue;
    if (each.cases.size() == most_values) {
      possible_.add(!each.open);
      return false;
    }
    Case way{value_for(each.before, family), value_for(each.after, family), formulas_.truth(true)};
    way.wanted = is(each.before, way.before) && is(each.after, way.after);
    possible_.add(z3::implies(each.open, !way.wanted));
    each.cases.push_back(std::move(way));
  }
  return true;
}

// Adds families that differ from this one in one fact alone: they show on which facts something hangs, and the solver
// need not be asked for them.
void Comparer::add_neighbours(std::size_t family) {
  const std::size_t first = met_.size();
  for (const Birth::Fact& fact : birth_.facts()) met_.add_like(family, other_values(fact, family));
  met_.keep(compared_, first);
}

// The fact told as none, told with each value that rules ask for, and each item in the list or not.
std::vector<Families::Changes> Comparer::other_values(const Birth::Fact& fact, std::size_t family) {
  const z3::expr yes = formulas_.truth(true);
  const z3::expr no = formulas_.truth(false);
  const Term& term = fact.term;
  std::vector<Families::Changes> all;
  const bool none = met_.value(term.null, family).is_true();
  if (!none) all.push_back({{term.null, yes}});
  const z3::expr own = met_.value(term.value, family);
  for (const z3::expr& value : met_.values_asked_of(term.value)) {
    if (none || !z3::eq(value, own)) all.push_back({{term.null, no}, {term.value, value}});
  }
  for (const auto& [item, there] : fact.items) {
    all.push_back({{there, met_.value(there, family).is_true() ? no : yes}});
  }
  return all;
}

Change Comparer::change(const std::string& name, const Case& way) {
  Change change{.outcome = name, .before = way.before, .after = way.after, .who = {}};
  const Description& families = description(way.wanted);
  change.who = families.condition;
  change.exact = families.exact;
  change.witness = witness(change, way.wanted);
  return change;
}

// Many outcomes differ for the same families: these are described once.
const Description& Comparer::description(const z3::expr& wanted) {
  for (const Described& known : described_) {
    if (are_the_same(known.wanted, wanted)) return known.description;
  }
  described_.push_back({wanted, describe(
                                    wanted, possible_, met_, [this](std::size_t family) { add_neighbours(family); },
                                    literals_, after_.plan.rulebook())});
  return described_.back().description;
}

bool Comparer::are_the_same(const z3::expr& some, const z3::expr& others) {
  if (z3::eq(some, others)) return true;
  if (FamilySet(met_.of(some)) != met_.of(others)) return false;
  const Scope scope(possible_);
  possible_.add(some != others);
  const z3::check_result found = possible_.check();
  if (found == z3::sat) met_.add(possible_.get_model());
  return found == z3::unsat;
}

std::optional<Application> Comparer::witness(const Change& change, const z3::expr& wanted) {
  const auto shows = [&](const Application& each) { return this->shows(change, each); };
  const FamilySet families = met_.of(wanted);
  int attempts = 0;
  for (auto family = families.find_first(); family != FamilySet::npos; family = families.find_next(family)) {
    if (++attempts > most_witnesses) break;
    const auto value = [&](const z3::expr& constant) { return met_.value(constant, family); };
    for (const Side* side : {&after_, &before_}) {
      const auto application = application_of(birth_, formulas_, value, side->names.profile());
      if (application && shows(*application)) return with_few_facts(birth_, *application, shows);
    }
  }
  return std::nullopt;
}

bool Comparer::shows(const Change& change, const Application& application) const {
  return confirmed(before_, application, change.outcome, change.before) &&
         confirmed(after_, application, change.outcome, change.after);
}

bool Comparer::confirmed(const Side& side, const Application& application, const std::string& name,
                         const Value& expected) const {
  const auto all = meant(side, name);
  if (all.empty()) return true;
  const Plan plan = birthcase::plan(side.names.profile(), application, as_of_);
  const auto value = [&plan](const Outcome* each) { return value_of(*each, plan, 0, Naming::by_content); };
  if (all.size() == 1) return value(all.front()) == expected;
  const bool any = std::any_of(all.begin(), all.end(), [&](const Outcome* each) { return value(each).is_true(); });
  return Value::boolean(any) == expected;
}

}  // namespace

Difference difference(const Profile& before, const Profile& after, Date as_of) {
  return Comparer(before, after, as_of).run();
}

}  // namespace birthcase::analysis
