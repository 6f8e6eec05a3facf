// What a repaired clock does to the moments of a case.
#include "case/folding.hpp"
#include "plan_json/names.hpp"

#include <array>

namespace birthcase::cases {
namespace {

/// Puts moments right that a wrong clock has noted; nobody knows better than `to`.
struct Repair {
  const events::ClockRepaired& repaired;
  const DateTime& at;

  bool operator()(DateTime& moment) const {
    if (!repaired.concerns(moment, at)) return false;
    moment = repaired.to;
    return true;
  }
  bool operator()(std::optional<DateTime>& moment) const { return moment && (*this)(*moment); }
};

void repair_steps(Case& state, const Repair& repair) {
  for (CaseStep& step : state.steps) {
    for (auto* moment : {&step.suspended_since, &step.completed_at, &step.delivered_at, &step.returned_at,
                         &step.asked_at, &step.ready_at, &step.added_at}) {
      repair(*moment);
    }
    repair(step.due_said_at);
    if (step.last_pause) repair(step.last_pause->since);
  }
}

// When organisations answered, and when departments issued.
Result<void> repair_facts(Case& state, const Repair& repair) {
  const FactStore facts = *state.application.facts();
  for (LookUp look_up : facts.look_ups) {
    if (!repair(look_up.at)) continue;
    NamedLookUp named{.id = state.profile.rules().shares[look_up.share].id,
                      .newborn = look_up.newborn,
                      .state = look_up.state,
                      .at = look_up.at,
                      .reference = look_up.reference};
    for (const FoundFact& found : look_up.facts) {
      named.facts.push_back({fact_name(state.profile, found.fact), found.value});
    }
    if (auto done = state.application.look_up(named); !done) return done;
  }
  for (IssuedFact issued : facts.issued) {
    if (!repair(issued.at)) continue;
    state.application.note_issued(std::array{issued.fact}, issued.organisation, issued.at, issued.message);
  }
  return {};
}

}  // namespace

Result<void> Fold::operator()(const events::ClockRepaired& repaired) {
  if (state_.status == CaseStatus::absent) return impossible("a case begins with the event 'opened'");
  if (repaired.to.is_special() || repaired.to > event_.at) return impossible("a clock is repaired to a later moment");
  const Repair repair{repaired, event_.at};
  repair(state_.accepted_at);
  repair(state_.withdrawn_at);
  for (SentMessage& message : state_.messages) repair(message.at);
  repair_steps(state_, repair);
  return repair_facts(state_, repair);
}

}  // namespace birthcase::cases
