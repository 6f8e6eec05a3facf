#include "analysis/difference.hpp"

#include "analysis/cover.hpp"
#include "analysis/least.hpp"
#include "analysis/scope.hpp"
#include "analysis/symbolic_plan.hpp"
#include "analysis/witness.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace birthcase::analysis {
namespace {

constexpr int most_values = 16;  // ways in which one outcome can differ
constexpr std::size_t most_with_neighbours = 24;
constexpr int most_witnesses = 10;  // witnesses that the plans do not confirm

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
        possible_(patient_solver(formulas_.context())),
        applications_(patient_solver(formulas_.context())) {}

  Difference run();

 private:
  /// What one outcome is before and after.
  struct Values {
    Value before;
    Value after;
  };

  /// One way in which an outcome differs, and for whom.
  struct Case {
    std::string name;
    Values values;
    z3::expr wanted;
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
  void add_neighbours();
  std::vector<Families::Changes> other_values(const Birth::Fact& fact, std::size_t family, std::size_t met);
  std::vector<Case> cases(const std::string& name, Difference& difference);
  std::vector<Values> different_values(const Term& before, const Term& after, Difference& difference);
  Change change(const Case& each);
  const Description& description(const z3::expr& wanted);
  bool are_the_same(const z3::expr& some, const z3::expr& others);
  std::optional<Application> witness(const Change& change, const z3::expr& wanted);
  bool shows(const Change& change, const Application& application) const;
  bool confirmed(const Side& side, const Application& application, const std::string& name,
                 const Value& expected) const;
  Value value_in(const z3::model& model, const Term& term);
  z3::expr is(const Term& term, const Value& value);

  Date as_of_;
  Formulas formulas_;
  Birth birth_;
  Side before_;
  Side after_;
  z3::expr compared_;        // the families that are
  z3::solver possible_;      // these again
  z3::solver applications_;  // whatever may have been told of a family
  Families met_;             // some of those that are possible
  std::vector<Literal> literals_;
  std::deque<Described> described_;
  std::map<unsigned, Application> witnesses_;  // by the formula of those who are wanted
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

Value Comparer::value_in(const z3::model& model, const Term& term) {
  if (model.eval(term.null, true).is_true()) return Value::null();
  if (term.kind == Kind::boolean) return Value::boolean(model.eval(term.value, true).is_true());
  const std::string* text = formulas_.texts().find(model.eval(term.value, true).get_numeral_int());
  return text == nullptr ? Value::null() : Value::text(*text);
}

Difference Comparer::run() {
  const auto names = outcomes();
  for (const std::string& name : names) {  // whatever they ask comes into being before it is said to be known
    value(before_, name);
    value(after_, name);
  }
  for (Side* side : {&after_, &before_}) add_literals_of(side->plan.rulebook(), literals_);
  compared_ = birth_.limits() && birth_.nothing_handed_in();
  for (Side* side : {&before_, &after_}) compared_ = compared_ && side->plan.rulebook().everything_known();
  possible_.add(compared_);
  applications_.add(birth_.limits());
  Difference difference;
  std::vector<Case> all;
  for (const std::string& name : names) {
    for (Case& each : cases(name, difference)) all.push_back(std::move(each));
  }
  add_neighbours();
  for (const Case& each : all) {
    const bool brings = each.name.starts_with("brings.");
    difference.asks_for_more = difference.asks_for_more || (brings && each.values.after.is_true());
    difference.changes.push_back(change(each));
  }
  return difference;
}

// Adds families that differ from one that was met in one fact alone: they show on which facts something hangs, and the
// solver need not be asked for them.
void Comparer::add_neighbours() {
  const std::size_t first = met_.size();
  const std::size_t step = std::max<std::size_t>(1, first / most_with_neighbours);
  for (std::size_t family = 0; family < first; family += step) {
    for (const Birth::Fact& fact : birth_.facts()) met_.add_like(family, other_values(fact, family, first));
  }
  met_.keep(compared_, first);
}

// The fact told as none, told with the value of the next family that has another, and each item in the list or not.
std::vector<Families::Changes> Comparer::other_values(const Birth::Fact& fact, std::size_t family, std::size_t met) {
  const z3::expr yes = formulas_.context().bool_val(true);
  const z3::expr no = formulas_.context().bool_val(false);
  const Term& term = fact.term;
  std::vector<Families::Changes> all;
  const bool none = met_.value(term.null, family).is_true();
  if (!none) all.push_back({{term.null, yes}});
  const z3::expr own = met_.value(term.value, family);
  for (std::size_t other = (family + 1) % met; other != family; other = (other + 1) % met) {
    const z3::expr value = met_.value(term.value, other);
    if (met_.value(term.null, other).is_true() || (!none && z3::eq(value, own))) continue;
    all.push_back({{term.null, no}, {term.value, value}});
    break;
  }
  for (const auto& [item, there] : fact.items) {
    all.push_back({{there, met_.value(there, family).is_true() ? no : yes}});
  }
  return all;
}

// The solver finds the values in any order; they are told in that of what was before, so that a difference reads the
// same whenever it is made.
std::vector<Comparer::Case> Comparer::cases(const std::string& name, Difference& difference) {
  const Term before = value(before_, name);
  const Term after = value(after_, name);
  if (z3::eq(before.unknown, after.unknown) && z3::eq(before.null, after.null) && z3::eq(before.value, after.value)) {
    return {};  // both profiles write the same
  }
  std::vector<Values> all = different_values(before, after, difference);
  std::sort(all.begin(), all.end(), [](const Values& a, const Values& b) {
    return std::pair(to_string(a.before), to_string(a.after)) < std::pair(to_string(b.before), to_string(b.after));
  });
  std::vector<Case> cases;
  for (const Values& values : all) {
    cases.push_back({name, values, is(before, values.before) && is(after, values.after)});
  }
  return cases;
}

std::vector<Comparer::Values> Comparer::different_values(const Term& before, const Term& after,
                                                         Difference& difference) {
  const Scope scope(possible_);
  possible_.add(!before.unknown && !after.unknown && !formulas_.equal(before, after).yes);
  std::vector<Values> all;
  for (int i = 0; i < most_values; ++i) {
    const z3::check_result found = possible_.check();
    difference.undecided = difference.undecided || found == z3::unknown;
    if (found != z3::sat) return all;
    const z3::model model = possible_.get_model();
    met_.add(model);
    all.push_back({value_in(model, before), value_in(model, after)});
    possible_.add(!(is(before, all.back().before) && is(after, all.back().after)));
  }
  difference.undecided = true;
  return all;
}

Change Comparer::change(const Case& each) {
  Change change{.outcome = each.name, .before = each.values.before, .after = each.values.after, .who = {}};
  const Description& families = description(each.wanted);
  change.who = families.condition;
  change.exact = families.exact;
  change.witness = witness(change, each.wanted);
  return change;
}

// Many outcomes differ for the same families: these are described once.
const Description& Comparer::description(const z3::expr& wanted) {
  for (const Described& known : described_) {
    if (are_the_same(known.wanted, wanted)) return known.description;
  }
  described_.push_back({wanted, describe(wanted, possible_, met_, literals_, after_.plan.rulebook())});
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

// Where another outcome differs for the same families, the family that shows it there is tried first.
std::optional<Application> Comparer::witness(const Change& change, const z3::expr& wanted) {
  const auto known = witnesses_.find(wanted.id());
  if (known != witnesses_.end() && shows(change, known->second)) return known->second;
  Least families(applications_, birth_, wanted);
  for (int attempt = 0; attempt < most_witnesses; ++attempt) {
    const auto model = families.next();
    if (!model) break;
    const auto application = application_of(birth_, formulas_, *model, after_.names.profile());
    if (application && shows(change, *application)) {
      witnesses_.emplace(wanted.id(), *application);
      return *application;
    }
    families.leave_out(*model);
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
