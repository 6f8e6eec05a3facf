#include "case/decider.hpp"

#include "case/fold.hpp"
#include "case/names.hpp"

#include <algorithm>
#include <stdexcept>

namespace birthcase {

Decided decide(const Case& state, const Command& command, const DateTime& now) {
  return cases::Decider(state, command, now).run();
}

namespace cases {
namespace {

std::vector<Finding> findings_of(const FactStore& facts, FactRef fact) {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < facts.findings.size(); ++i) {
    if (facts.found_at[i] == fact) found.push_back(facts.findings[i]);
  }
  return found;
}

// What would lie after the moment of the application, where that changes. A plan of an accepted case goes by the
// acceptance and does not look at it.
std::vector<Finding> ahead_of_application(const Case& state, const Application& changed) {
  const auto slot = state.profile.rules().schema.applied_at();
  if (!slot) return {};
  const Value& applied = given(changed, {slot->index, FactRef::family});
  const auto day = applied.to_date();
  if (!day || applied == given(state.application, {slot->index, FactRef::family})) return {};
  Application then = changed;
  then.told_on(*day);
  auto found = birthcase::plan(state.profile, then, *day).findings;
  std::erase_if(found, [](const Finding& finding) { return finding.code != "in-the-future"; });
  return found;
}

// Whether the family is asked for a fact that its department has taken back: then nobody has issued on it.
bool is_asked_anew(const Case& state, FactRef fact) {
  const Value& known = given(state.application, fact);
  if (!known.is_null() && !known.is_unknown()) return false;
  const std::string name = fact_name(state.profile, fact);
  return std::any_of(state.steps.begin(), state.steps.end(), [&](const CaseStep& step) {
    const auto has = [&](const std::vector<std::string>& facts) {
      return std::find(facts.begin(), facts.end(), name) != facts.end();
    };
    return has(step.asked_facts) || has(step.wanted_facts);
  });
}

}  // namespace

Decider::Decider(const Case& state, const Command& command, const DateTime& now)
    : state_(state), command_(command), now_(now) {
  for (const CaseStep& step : state.steps) {
    if (step.suspended_since) paused_.emplace_back(step.planned.step, *step.suspended_since);
  }
}

Decided Decider::run() {
  if (auto objection = check_call()) return std::move(*objection);
  if (auto objection = std::visit(*this, command_.body)) return std::move(*objection);
  if (state_.status == CaseStatus::accepted && !decision_.events.empty()) settle_clocks();
  return std::move(decision_);
}

// What holds for every command: who acts, and when.
Objection Decider::check_call() {
  if (!is_actor(command_.by)) return refuse(refusals::bad_actor, "/by");
  if (now_.is_special()) return refuse(refusals::no_moment);
  if (state_.version == 0 || now_ >= state_.changed_at) return std::nullopt;
  if (std::holds_alternative<commands::RepairClock>(command_.body)) return std::nullopt;
  if (state_.changed_at - now_ > boost::posix_time::seconds(clock_tolerance_seconds)) {
    const std::string last = to_string(state_.changed_at);
    return refuse(refusals::clock_went_back, {}, texts::message(case_findings::last_event, last));
  }
  now_ = state_.changed_at;
  return std::nullopt;
}

Objection Decider::only_while(CaseStatus status) const {
  if (state_.status == status) return std::nullopt;
  if (state_.status == CaseStatus::absent) return refuse(refusals::case_not_open);
  if (state_.status == CaseStatus::draft) return refuse(refusals::not_accepted);
  return refuse(state_.status == CaseStatus::accepted ? refusals::accepted_already : refusals::case_over);
}

// An event that cannot be applied to the case that it was decided for is a defect of ours, never of the caller's.
void Decider::emit(EventBody body) {
  Event event{.sequence = state_.version + 1, .at = now_, .by = command_.by, .body = std::move(body)};
  if (auto done = fold(state_, event); !done) throw std::logic_error(describe(done.error()));
  decision_.events.push_back(std::move(event));
}

void Decider::remark(Severity severity, std::string code, Label message, std::string path) {
  decision_.findings.push_back({severity, std::move(code), std::move(path), std::move(message)});
}

boost::system::result<Application, Refusal> Decider::with(const std::vector<NamedFact>& facts,
                                                          std::string_view under) const {
  Application changed = state_.application;
  if (auto done = put(changed, facts); !done) return refuse(done.error(), under);
  for (const NamedFact& fact : facts) {
    const auto ref = fact_named(state_.profile, fact.fact).value();
    const auto& refused = changed.facts()->refused;
    if (std::find(refused.begin(), refused.end(), ref) == refused.end()) continue;
    return refuse(refusals::bad_value, fact_path(state_.profile, ref), findings_of(*changed.facts(), ref));
  }
  return changed;
}

Objection Decider::check_locks(const Application& changed, std::string_view authority) const {
  const Plan before = plan_accepted(state_.profile, state_.application, *state_.accepted_at);
  const Plan after = plan_accepted(state_.profile, changed, *state_.accepted_at);
  for (const Field& field : state_.profile.rules().fields) {
    const std::size_t newborns = field.per_newborn() ? state_.application.newborn_count() : 1;
    for (std::uint16_t i = 0; i < newborns; ++i) {
      const FactRef fact{field.slot.index, field.per_newborn() ? i : FactRef::family};
      const bool told = given(changed, fact) != given(state_.application, fact);
      const Value& known = before.value(fact);  // also what follows from other facts
      const bool follows = !known.is_unknown() && after.value(fact) != known;
      if (field.locked_after.empty() || (!told && !follows)) continue;
      const Organisation* issuer = locked_by(state_, fact);
      if (issuer == nullptr || issuer->id == authority) continue;
      if (authority.empty() && is_asked_anew(state_, fact)) continue;
      const std::string path = fact_path(state_.profile, fact);
      return refuse(refusals::field_locked, path,
                    {{Severity::error, "issued-by", path, texts::message(case_findings::issued_by, issuer->label)}});
    }
  }
  return std::nullopt;
}

Objection Decider::check_consistency(const Application& changed) const {
  if (auto ahead = ahead_of_application(state_, changed); !ahead.empty()) {
    return refuse(refusals::contradicts, {}, std::move(ahead));
  }
  Application told_now = changed;
  told_now.told_on(now_.date());
  auto errors = errors_of(plan_accepted(state_.profile, told_now, *state_.accepted_at));
  if (errors.empty()) return std::nullopt;
  // What contradicts already, such as a look-up, is nobody's doing who does something else.
  const auto standing = errors_of(birthcase::plan(state_, now_.date()));
  std::erase_if(errors, [&standing](const Finding& error) {
    return std::any_of(standing.begin(), standing.end(),
                       [&error](const Finding& other) { return other.code == error.code && other.path == error.path; });
  });
  // A case under way goes on to its end, also where nothing of it is left to do.
  std::erase_if(errors, [](const Finding& finding) { return finding.code == "nothing-joint"; });
  if (errors.empty()) return std::nullopt;
  return refuse(refusals::contradicts, {}, std::move(errors));
}

}  // namespace cases
}  // namespace birthcase
