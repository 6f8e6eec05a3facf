#include "analysis/lint.hpp"

#include "analysis/cover.hpp"
#include "analysis/scope.hpp"
#include "analysis/symbolic_plan.hpp"
#include "feel/program.hpp"
#include "profile/every_rule.hpp"
#include "texts/lint.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

namespace birthcase::analysis {
namespace {

constexpr unsigned patience_ms = 10'000;

// What the comparison of rules may take: so many questions to the solver, or formulas of so many rules put together,
// and so much of the solver's own count of its work, in all and for one question.
constexpr std::size_t most_questions = 4000;
constexpr std::uint64_t most_effort = 40'000'000;
constexpr unsigned effort_per_question = 10'000'000;
constexpr std::size_t rules_per_question = 50;
constexpr std::size_t most_compared_rules = 1500;
constexpr std::size_t most_compared_values = 1500;

// The day on which most is in force: the last on which something begins.
Date last_beginning(const Rules& rules) {
  Date last = rules.valid.from.value_or(Date(2000, 1, 1));
  profile::each_rule(rules, [&last](const Rule& rule) { last = std::max(last, rule.valid.from.value_or(last)); });
  return last;
}

class Linter {
 public:
  explicit Linter(const Profile& profile)
      : profile_(profile),
        rules_(profile.rules()),
        names_(profile),
        birth_(formulas_, 1),
        plan_(formulas_, birth_, names_, last_beginning(rules_)),
        known_(formulas_.context()),
        solver_(formulas_.context()) {}

  std::vector<LintRemark> run();

 private:
  void ask_everything();
  void look_at_conditions();
  void look_at_condition(const Rule& rule);
  template <class Table>
  void look_at_order(const Table& table);
  void look_at_requirements();
  void look_at_shares();
  void look_at_promises();
  void look_for_promises();
  void look_for_channels();

  bool own(const Rule& rule) const { return rule.document == profile_.id(); }
  bool possible(const z3::expr& formula);

  // Counts the work before it is done; false where there has been enough of it, and then nothing more is said.
  bool pay(std::size_t rules = rules_per_question) {
    work_left_ -= std::min(work_left_, rules);
    return work_left_ > 0;
  }
  bool is_tired() const noexcept { return work_left_ == 0; }
  bool implies(const Rule& a, const Rule& b) { return !possible(yes(a) && !yes(b)); }
  z3::expr yes(const Rule& rule) { return plan_.rulebook().applies(rule, newborn_of(rule)).yes; }
  std::uint16_t newborn_of(const Rule& rule) const {
    return rule.when != no_index && rules_.conditions[rule.when].per_newborn ? std::uint16_t{0} : FactRef::family;
  }
  void remark(std::string_view code, const Rule& rule, Label message, Label suggestion);
  void remark_on_families(std::string_view code, std::string path, const z3::expr& who, const Label& what,
                          Label suggestion);

  const Profile& profile_;
  const Rules& rules_;
  OutcomeNames names_;
  Formulas formulas_;
  Birth birth_;
  SymbolicPlan plan_;
  z3::expr known_;
  z3::solver solver_;  // of families whose facts are known
  std::vector<Literal> literals_;
  std::vector<LintRemark> remarks_;
  std::size_t work_left_ = most_questions * rules_per_question;
  std::uint64_t effort_ = 0;
};

// The solver's own count of its work, which is the same on every machine.
unsigned effort_of(const z3::solver& solver) {
  const z3::stats counts = solver.statistics();
  for (unsigned i = 0; i < counts.size(); ++i) {
    if (counts.is_uint(i) && counts.key(i) == "rlimit count") return counts.uint_value(i);
  }
  return 0;
}

// Where there has been enough work, everything is: then no rule is said to be superfluous.
bool Linter::possible(const z3::expr& formula) {
  if (!pay()) return true;
  solver_.push();
  solver_.add(formula);
  const unsigned before = effort_of(solver_);
  const z3::check_result found = solver_.check();
  effort_ += effort_of(solver_) - before;  // modulo 2^32, as the solver counts
  if (effort_ > most_effort) work_left_ = 0;
  solver_.pop();
  return found != z3::unsat;
}

void Linter::remark(std::string_view code, const Rule& rule, Label message, Label suggestion) {
  const auto codes = lint_codes();
  const auto known =
      std::find_if(codes.begin(), codes.end(), [code](const LintCode& each) { return each.code == code; });
  remarks_.push_back({.severity = known->severity,
                      .code = std::string(code),
                      .rule = rule.id,
                      .document = profile_.id(),
                      .path = rule.path,
                      .message = std::move(message),
                      .suggestion = std::move(suggestion)});
}

// Whatever is asked later has its formulas before it is said that every fact is known.
void Linter::ask_everything() {
  profile::each_rule(rules_, [this](const Rule& rule) { yes(rule); });
  for (const Outcome& outcome : names_.outcomes()) {
    const bool needed = outcome.kind == Outcome::Kind::step || outcome.kind == Outcome::Kind::promise;
    if (needed) plan_.value(outcome, outcome.per_newborn ? 0 : FactRef::family);
  }
  if (const auto slot = rules_.schema.channel()) plan_.rulebook().fact({slot->index, FactRef::family});
  add_literals_of(plan_.rulebook(), literals_);
  known_ = birth_.limits() && plan_.rulebook().everything_known();
  known_ = known_ && birth_.nothing_handed_in();
  z3::params parameters(formulas_.context());
  parameters.set("timeout", patience_ms);
  parameters.set("rlimit", effort_per_question);
  solver_.set(parameters);
  solver_.add(known_);
}

void Linter::look_at_conditions() {
  profile::each_rule(rules_, [this](const Rule& rule) {
    if (own(rule) && rule.when != no_index) look_at_condition(rule);
  });
}

// What holds for births of one child says nothing about conditions that count the children.
bool counts_newborns(const Condition& condition) {
  const auto& nodes = feel::program_of(condition.expression()).nodes;
  return std::any_of(nodes.begin(), nodes.end(), [](const feel::Node& node) {
    return node.operation == feel::Operation::newborns || node.operation == feel::Operation::newborn_count;
  });
}

void Linter::look_at_condition(const Rule& rule) {
  if (counts_newborns(rules_.conditions[rule.when].condition)) return;
  const z3::expr holds = plan_.rulebook().test(rule.when, newborn_of(rule)).yes;
  if (!possible(holds)) {
    return remark("rule-never-applies", rule, texts::lint::rule_never_applies, texts::lint::correct_or_drop);
  }
  if (!possible(!holds)) {
    remark("rule-always-applies", rule, texts::lint::rule_always_applies, texts::lint::drop_condition);
  }
}

// In tables where the first rule that applies decides: a rule whose families others have taken, service by service.
template <class Table>
void Linter::look_at_order(const Table& table) {
  const std::span rules(table.data(), table.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (is_tired()) return;
    if (!own(rules[i]) || !possible(yes(rules[i]))) continue;
    bool reached = false;
    bool by_condition = false;  // an unconditional rule before it is told without a solver
    rules[i].services.each([&](ServiceId service) {
      if (!pay(i)) reached = true;
      if (reached) return;
      z3::expr left = yes(rules[i]);
      for (std::size_t j = 0; j < i; ++j) {
        if (!rules[j].services.has(service)) continue;
        by_condition = by_condition || rules[j].when != no_index;
        left = left && !yes(rules[j]);
      }
      reached = reached || possible(left);
    });
    if (reached || !by_condition) continue;
    remark("rule-never-reached", rules[i], texts::lint::rule_never_reached, texts::lint::move_up);
  }
}

void Linter::look_at_requirements() {
  for (const Service& service : rules_.services) {
    for (const Requirement& one : service.requirements) {
      for (const Requirement& other : service.requirements) {
        if (is_tired()) return;
        const bool same = &one != &other && one.evidence == other.evidence && one.holder == other.holder &&
                          one.original <= other.original && one.copies <= other.copies;
        if (!same || !own(one) || one.when == no_index || !implies(one, other)) continue;
        if (implies(other, one) && &one < &other) continue;  // of two that say the same the later is one too many
        remark("rule-swallowed", one, texts::message(texts::lint::asked_anyway, other.id),
               texts::lint::drop_one_or_correct);
      }
    }
  }
}

void Linter::look_at_shares() {
  const auto within = [](const auto& small, const auto& large) {
    return std::all_of(small.begin(), small.end(),
                       [&large](auto each) { return std::find(large.begin(), large.end(), each) != large.end(); });
  };
  for (const DataShare& one : rules_.shares) {
    for (const DataShare& other : rules_.shares) {
      if (is_tired()) return;
      const bool same = &one != &other && (one.services - other.services).empty() &&
                        within(one.evidence, other.evidence) && within(one.fields, other.fields);
      if (!same || !own(one) || one.when == no_index || !implies(one, other)) continue;
      if (implies(other, one) && &one < &other) continue;
      remark("rule-swallowed", one, texts::message(texts::lint::shared_anyway, other.id),
             texts::lint::drop_one_or_correct);
    }
  }
}

// Two promises of different length that both apply to somebody, where neither is an exception to the other.
void Linter::look_at_promises() {
  const std::span promises(rules_.promises.data(), rules_.promises.size());
  for (std::size_t i = 0; i < promises.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const bool common = !(promises[i].services & promises[j].services).empty();
      if (!common || !own(promises[i]) || promises[i].term == promises[j].term) continue;
      if (!possible(yes(promises[i]) && yes(promises[j]))) continue;
      if (is_tired()) return;
      if (implies(promises[i], promises[j]) || implies(promises[j], promises[i])) continue;
      if (is_tired()) return;
      remark("promises-overlap", promises[i], texts::message(texts::lint::promises_overlap, promises[j].id),
             texts::lint::exclude_each_other);
    }
  }
}

void Linter::remark_on_families(std::string_view code, std::string path, const z3::expr& who, const Label& what,
                                Label suggestion) {
  z3::solver possible = patient_solver(formulas_.context());
  possible.add(known_);
  Families met;
  const Description families = describe(
      who, possible, met, [](std::size_t) {}, literals_, plan_.rulebook());
  const std::string condition = families.condition.empty() ? "…" : families.condition;
  remark(code, Rule{}, texts::message(texts::lint::families, what, condition), std::move(suggestion));
  remarks_.back().path = std::move(path);
}

// Families that come by an open channel and are promised nothing, all services with the same families in one remark.
void Linter::look_for_promises() {
  const bool promises = std::any_of(rules_.promises.begin(), rules_.promises.end(),
                                    [this](const Promise& promise) { return own(promise); });
  const auto slot = rules_.schema.channel();
  if (!promises || !slot) return;
  const Term channel = plan_.rulebook().fact({slot->index, FactRef::family});
  z3::expr served = formulas_.truth(rules_.channels.empty());
  for (const Channel& each : rules_.channels) {
    served = served || (formulas_.equal(channel, formulas_.constant(Value::text(each.id))).yes && yes(each));
  }
  z3::expr unpromised = formulas_.truth(false);
  std::string services;
  for (const Outcome& outcome : names_.outcomes()) {
    if (outcome.kind != Outcome::Kind::promise) continue;
    const auto concerns = [&](const Promise& promise) { return promise.services.has(outcome.service); };
    if (std::none_of(rules_.promises.begin(), rules_.promises.end(), concerns)) continue;
    const std::uint16_t newborn = outcome.per_newborn ? std::uint16_t{0} : FactRef::family;
    const Outcome* step = names_.at(names_.find("step." + rules_.services[outcome.service].id)->slot);
    if (!possible(served && plan_.value(*step, newborn).value && plan_.value(outcome, newborn).null)) continue;
    z3::expr without = served;
    for (const Promise& promise : rules_.promises) {
      if (concerns(promise)) without = without && !yes(promise);
    }
    unpromised = unpromised || without;
    services += (services.empty() ? "" : ", ") + rules_.services[outcome.service].id;
  }
  if (services.empty() || is_tired()) return;
  remark_on_families("families-without-promise", "/promises", unpromised,
                     texts::message(texts::lint::families_without_promise, services), texts::lint::add_promise);
}

void Linter::look_for_channels() {
  const bool channels = std::any_of(rules_.channels.begin(), rules_.channels.end(),
                                    [this](const Channel& channel) { return own(channel); });
  if (!channels) return;
  z3::expr closed = formulas_.truth(true);
  for (const Channel& channel : rules_.channels) closed = closed && !yes(channel);
  if (!possible(closed) || is_tired()) return;
  remark_on_families("families-without-channel", "/channels", closed, texts::lint::families_without_channel,
                     texts::lint::widen_channel);
}

// Of a profile of so many rules only the structure is looked at; and of one that compares facts with so many values,
// since every two values of a fact exclude each other.
bool is_too_much(const Rules& rules) {
  std::size_t count = 0;
  profile::each_rule(rules, [&count](const Rule&) { ++count; });
  std::size_t values = 0;
  for (const SharedCondition& shared : rules.conditions) {
    values += feel::program_of(shared.condition.expression()).constants.size();
  }
  return count > most_compared_rules || values > most_compared_values;
}

LintRemark not_compared(const std::string& profile) {
  return {.severity = Severity::info,
          .code = "rules-not-compared",
          .rule = {},
          .document = profile,
          .path = {},
          .message = texts::lint::rules_not_compared,
          .suggestion = texts::lint::split_profile};
}

std::vector<LintRemark> Linter::run() {
  ask_everything();
  look_at_conditions();
  profile::for_each_table(rules_, [this](const auto& table, const auto& rows) {
    if (table.decides != profile::Decides::first) return;
    if constexpr (requires { rows.front().services; }) look_at_order(rows);
  });
  look_at_requirements();
  look_at_shares();
  look_at_promises();
  look_for_promises();
  look_for_channels();
  if (is_tired()) remarks_.push_back(not_compared(profile_.id()));  // else a part would look like all of it
  return std::move(remarks_);
}

}  // namespace

std::vector<LintRemark> semantic_lint(const Profile& profile) {
  if (is_too_much(profile.rules())) return {not_compared(profile.id())};
  return Linter(profile).run();
}

}  // namespace birthcase::analysis
