#include "analysis/prove.hpp"

#include "analysis/property.hpp"
#include "analysis/symbolic_plan.hpp"
#include "analysis/witness.hpp"
#include "texts/command-line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::analysis {
namespace {

constexpr int most_attempts = 25;  // counterexamples that the plan does not confirm, before giving up

struct Conditions {
  Condition property;
  std::vector<Condition> given;
};

Result<Condition> compile(const std::string& text, const OutcomeNames& names, std::string path) {
  auto condition = compile_property(text, names);
  if (condition) return condition;
  Error error = condition.error();
  error.path = std::move(path);
  return error;
}

Result<Conditions> compile(const Question& question, const OutcomeNames& names) {
  auto property = compile(question.property, names, "/property");
  if (!property) return property.error();
  Conditions conditions{*property, {}};
  for (std::size_t i = 0; i < question.given.size(); ++i) {
    auto given = compile(question.given[i], names, fmt::format("/given/{}", i));
    if (!given) return given.error();
    conditions.given.push_back(*given);
  }
  return conditions;
}

/// The search for a counterexample among births of so many children.
class Search {
 public:
  Search(const Profile& profile, const Question& question, const OutcomeNames& names, const Conditions& conditions,
         std::uint16_t newborns)
      : profile_(profile),
        question_(question),
        names_(names),
        conditions_(conditions),
        birth_(formulas_, newborns),
        plan_(formulas_, birth_, names, question.as_of) {}

  Proof run();

 private:
  z3::expr violated(std::uint16_t newborn);
  z3::expr yes(const Condition& condition, std::uint16_t newborn);
  bool confirmed(const Application& application, Proof& proof) const;

  const Profile& profile_;
  const Question& question_;
  const OutcomeNames& names_;
  const Conditions& conditions_;
  Formulas formulas_;
  Birth birth_;
  SymbolicPlan plan_;
};

z3::expr Search::yes(const Condition& condition, std::uint16_t newborn) {
  return Reading(formulas_, plan_, feel::program_of(condition.expression()), newborn).answer().yes;
}

z3::expr Search::violated(std::uint16_t newborn) {
  const auto& program = feel::program_of(conditions_.property.expression());
  const Answer property = Reading(formulas_, plan_, program, newborn).answer();
  z3::expr violated = !property.yes && !property.unknown;
  for (const Condition& given : conditions_.given) violated = violated && yes(given, newborn);
  return violated;
}

bool Search::confirmed(const Application& application, Proof& proof) const {
  const Plan made = plan(profile_, application, question_.as_of);
  for (std::uint16_t newborn = 0; newborn < birth_.newborns(); ++newborn) {
    const bool given = std::all_of(conditions_.given.begin(), conditions_.given.end(), [&](const Condition& condition) {
      return test(condition, names_, made, newborn) == Truth::yes;
    });
    if (!given || test(conditions_.property, names_, made, newborn) != Truth::no) continue;
    proof.newborn = newborn;
    for (const Slot slot : conditions_.property.mentions()) {
      if (const Outcome* outcome = names_.at(slot)) {
        proof.because.emplace_back(outcome->name, value_of(*outcome, made, newborn));
        continue;
      }
      const FactRef fact = slot.of(newborn);
      proof.because.emplace_back(fact_name(profile_, fact), made.value(fact));
    }
    return true;
  }
  return false;
}

Proof Search::run() {
  std::vector<z3::expr> violations;
  for (std::uint16_t newborn = 0; newborn < birth_.newborns(); ++newborn) violations.push_back(violated(newborn));
  z3::optimize solver(formulas_.context());
  z3::params parameters(formulas_.context());
  parameters.set("timeout", static_cast<unsigned>(question_.patience.count()));
  solver.set(parameters);
  solver.add(formulas_.any(violations) && birth_.limits());
  birth_.prefer_little(solver);
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const z3::check_result result = solver.check();
    if (result == z3::unsat) return {.verdict = Proof::Verdict::holds};
    if (result == z3::unknown) return {.reason = texts::command_line::proof_gave_up};
    const z3::model model = solver.get_model();
    Proof proof{.verdict = Proof::Verdict::fails};
    const auto value = [&model](const z3::expr& constant) { return model.eval(constant, true); };
    const auto application = application_of(birth_, formulas_, value, profile_);
    if (application && confirmed(*application, proof)) {
      proof.counterexample = *application;
      return proof;
    }
    solver.add(birth_.differs_from(model));
  }
  return {.reason =
              formulas_.used_opaque() ? texts::command_line::proof_opaque : texts::command_line::proof_unconfirmed};
}

Proof decide(const Profile& profile, const Question& question, const OutcomeNames& names,
             const Conditions& conditions) {
  Proof proof;
  for (std::uint16_t newborns = 1; newborns <= question.most_newborns; ++newborns) {
    proof = Search(profile, question, names, conditions, newborns).run();
    if (proof.verdict != Proof::Verdict::holds) return proof;
  }
  return proof;
}

// Whether no application is as given; then anything at all would hold.
bool is_for_nobody(const Profile& profile, const Question& question, const OutcomeNames& names, Conditions conditions) {
  conditions.property = Condition::compile("false", names).value();
  return decide(profile, question, names, conditions).verdict == Proof::Verdict::holds;
}

}  // namespace

Result<Proof> prove(const Profile& profile, const Question& question) {
  const OutcomeNames names(profile);
  const auto conditions = compile(question, names);
  if (!conditions) return conditions.error();
  Proof proof = decide(profile, question, names, *conditions);
  if (proof.verdict == Proof::Verdict::holds && !question.given.empty()) {
    proof.for_nobody = is_for_nobody(profile, question, names, *conditions);
  }
  return proof;
}

}  // namespace birthcase::analysis
