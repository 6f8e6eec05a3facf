#include "analysis/difference.hpp"

#include "analysis/cover.hpp"
#include "analysis/symbolic_plan.hpp"
#include "analysis/witness.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace birthcase::analysis {
namespace {

constexpr int most_values = 16;     // ways in which one outcome can differ
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
        possible_(formulas_.context()),
        solver_(formulas_.context()) {}

  Difference run();

 private:
  std::vector<std::string> outcomes() const;
  std::set<std::string> brought(const Rules& rules) const;
  bool is_one_document(const EvidenceType& type) const;
  std::vector<const Outcome*> meant(const Side& side, const std::string& name) const;
  Term value(Side& side, const std::string& name);
  void compare(const std::string& name, Difference& difference);
  void find_changes(const std::string& name, Difference& difference);
  Change change(const std::string& name, const Value& before, const Value& after, const z3::expr& wanted);
  std::optional<Application> witness(const Change& change, const z3::expr& wanted);
  bool confirmed(const Side& side, const Application& application, const std::string& name,
                 const Value& expected) const;
  Value value_in(const z3::model& model, const Term& term);
  z3::expr is(const Term& term, const Value& value);

  Date as_of_;
  Formulas formulas_;
  Birth birth_;
  Side before_;
  Side after_;
  z3::expr possible_;
  z3::solver solver_;  // of the families that are compared
  std::vector<Literal> literals_;
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
  possible_ =
      birth_.limits() && before_.plan.rulebook().everything_known() && after_.plan.rulebook().everything_known();
  possible_ = possible_ && birth_.nothing_handed_in();
  solver_.add(possible_);
  Difference difference;
  for (const std::string& name : names) {
    solver_.push();
    compare(name, difference);
    solver_.pop();
  }
  return difference;
}

// The solver finds the values in any order; they are told in the order of the earlier profile, so that a difference
// reads the same whenever it is made.
void Comparer::compare(const std::string& name, Difference& difference) {
  const auto first = static_cast<std::ptrdiff_t>(difference.changes.size());
  find_changes(name, difference);
  std::sort(difference.changes.begin() + first, difference.changes.end(), [](const Change& a, const Change& b) {
    return std::pair(to_string(a.before), to_string(a.after)) < std::pair(to_string(b.before), to_string(b.after));
  });
}

void Comparer::find_changes(const std::string& name, Difference& difference) {
  const Term before = value(before_, name);
  const Term after = value(after_, name);
  solver_.add(!before.unknown && !after.unknown && !formulas_.equal(before, after).yes);
  for (int i = 0; i < most_values; ++i) {
    const z3::check_result found = solver_.check();
    difference.undecided = difference.undecided || found == z3::unknown;
    if (found != z3::sat) return;
    const z3::model model = solver_.get_model();
    const Value old_value = value_in(model, before);
    const Value new_value = value_in(model, after);
    const z3::expr wanted = is(before, old_value) && is(after, new_value);
    difference.changes.push_back(change(name, old_value, new_value, wanted));
    const bool brings = name.starts_with("brings.");
    difference.asks_for_more = difference.asks_for_more || (brings && new_value.is_true());
    solver_.add(!wanted);
  }
  difference.undecided = true;
}

Change Comparer::change(const std::string& name, const Value& before, const Value& after, const z3::expr& wanted) {
  Change change{.outcome = name, .before = before, .after = after, .who = {}};
  const Description description = describe(wanted, possible_, literals_, after_.plan.rulebook());
  change.who = description.condition;
  change.exact = description.exact;
  change.witness = witness(change, wanted);
  return change;
}

std::optional<Application> Comparer::witness(const Change& change, const z3::expr& wanted) {
  z3::optimize solver(formulas_.context());
  solver.add(wanted && birth_.limits());
  birth_.prefer_little(solver);
  for (int attempt = 0; attempt < most_witnesses && solver.check() == z3::sat; ++attempt) {
    const z3::model model = solver.get_model();
    const auto application = application_of(birth_, formulas_, model, after_.names.profile());
    if (application && confirmed(before_, *application, change.outcome, change.before) &&
        confirmed(after_, *application, change.outcome, change.after)) {
      return *application;
    }
    solver.add(birth_.differs_from(model));
  }
  return std::nullopt;
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
