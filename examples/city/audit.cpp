#include "audit.hpp"

#include <birthcase/deadlines.hpp>
#include <birthcase/duplicates.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace city {
namespace {

using birthcase::Case;
using birthcase::CaseStatus;
using birthcase::CaseStep;
using birthcase::Deadline;
using birthcase::StepState;
namespace events = birthcase::events;

// Whether a closed case did without the newborn's certificate: a child not yet named, for whom another case follows.
bool left_to_another(const Case& state, std::uint16_t newborn) {
  const std::string step = "birth-certificate#" + std::to_string(newborn + 1);
  const auto& before = state.done_before;
  return state.status == CaseStatus::closed && state.step(step) == nullptr &&
         std::find(before.begin(), before.end(), step) == before.end();
}

constexpr int longest_silence_days = 80;

// Why a case is open; empty where there is no good reason.
std::string reason_to_be_open(const Case& state, const Agenda& agenda) {
  const bool awaited = agenda.awaits(state.id);
  if (state.status == CaseStatus::draft) return awaited ? "the family is to come back" : "";
  const auto any_is = [&](auto holds) { return std::any_of(state.steps.begin(), state.steps.end(), holds); };
  if (!awaited) return "";
  if (any_is([](const CaseStep& step) { return step.under_way(); })) return "a department has it";
  if (any_is([](const CaseStep& step) { return step.state == StepState::returned; }))
    return "the family is to add something";
  if (any_is([](const CaseStep& step) { return step.state == StepState::failed; })) return "to be tried again";
  if (any_is([](const CaseStep& step) { return step.done() && !step.settled(); })) return "results are on their way";
  return "the family is to come back";
}

class Auditor {
 public:
  Auditor(Office& office, const Agenda& agenda, Tally& tally) : office_(office), agenda_(agenda), tally_(tally) {}

  Balance audit();

 private:
  void look_at(const std::string& id);
  void count_effects(const std::vector<birthcase::Event>& log, const std::string& id);
  void outcome(const Case& state);
  void promises(const Case& state);
  void births(const Case& state);
  void file();

  Office& office_;
  const Agenda& agenda_;
  Tally& tally_;
  Balance balance_{};
  std::map<std::tuple<std::string, DateTime, std::int64_t>, std::string> accepted_{};
};

Balance Auditor::audit() {
  std::string after;
  for (;;) {
    const auto page = office_.store().cases(after, 500).value();
    if (page.empty()) break;
    for (const store::Summary& each : page) look_at(after = each.case_id);
  }
  file();
  return std::move(balance_);
}

void Auditor::look_at(const std::string& id) {
  const auto stored = office_.store().load(id);
  const auto state = office_.desk().load(id);
  if (!stored || !state)
    return tally_.fault(id + ": cannot be loaded: " + describe((stored ? state.error() : stored.error())));
  balance_.events += stored->events.size();
  count_effects(stored->events, id);
  outcome(*state);
  promises(*state);
  births(*state);
}

// A message is answered once, whatever was said to it.
void Auditor::count_effects(const std::vector<birthcase::Event>& log, const std::string& id) {
  std::set<std::string> made;
  std::set<std::string> answered;
  std::set<std::string> acknowledged;
  const auto effect = [&](std::set<std::string>& seen, const std::string& message) {
    if (!made.contains(message)) tally_.fault(id + ": an answer to " + message + ", which nobody sent");
    if (!seen.insert(message).second) tally_.fault(id + ": " + message + " had an effect twice");
  };
  for (const birthcase::Event& event : log) {
    if (const auto* sent = std::get_if<events::StepDispatched>(&event.body)) {
      if (!made.insert(sent->message).second) tally_.fault(id + ": " + sent->message + " was made twice");
    } else if (const auto* yes = std::get_if<events::StepCompleted>(&event.body)) {
      effect(answered, yes->message);
    } else if (const auto* back = std::get_if<events::StepReturned>(&event.body)) {
      effect(answered, back->message);
    } else if (const auto* failed = std::get_if<events::StepFailed>(&event.body)) {
      effect(answered, failed->message);
    } else if (const auto* seen = std::get_if<events::StepAcknowledged>(&event.body)) {
      effect(acknowledged, seen->message);
    }
  }
  balance_.messages += made.size();
}

void Auditor::outcome(const Case& state) {
  if (state.erased) {
    ++balance_.cases[std::string(to_string(state.status)) + " and erased"];
  } else if (state.status == CaseStatus::closed || state.status == CaseStatus::withdrawn) {
    ++balance_.cases[std::string(to_string(state.status))];
  } else {
    const std::string reason = reason_to_be_open(state, agenda_);
    if (reason.empty()) tally_.fault(state.id + ": open, and nobody is waited for");
    if (agenda_.now() - state.changed_at > boost::posix_time::hours(24 * longest_silence_days)) {
      tally_.fault(state.id + ": open, and nothing has happened since " + birthcase::to_string(state.changed_at));
    }
    ++balance_.cases["open: " + reason];
  }
}

void Auditor::promises(const Case& state) {
  for (const Deadline& each : birthcase::deadlines(state, agenda_.now())) {
    const std::string standing(to_string(each.standing));
    if (each.what == Deadline::What::step) ++balance_.promises[each.id.substr(0, each.id.find('#'))][standing];
    if (each.what == Deadline::What::deferral) ++balance_.promises["deferred documents"][standing];
  }
}

// Not by the library's own likeness: the same mother, moment and order.
void Auditor::births(const Case& state) {
  if (state.erased || !state.accepted_at || state.status == CaseStatus::withdrawn) return;
  for (const birthcase::BirthKey& birth : birthcase::birth_keys(state)) {
    if (!birth.born_at || left_to_another(state, birth.newborn)) continue;
    const auto [known, sole] =
        accepted_.try_emplace({birth.mother_id_number, *birth.born_at, birth.order.value_or(0)}, state.id);
    if (!sole) tally_.fault(state.id + " and " + known->second + " have accepted the same birth");
  }
}

void Auditor::file() {
  const auto verified = office_.store().verify();
  if (!verified) return tally_.fault("verify: " + describe(verified.error()));
  for (const store::Break& each : verified->breaks) {
    tally_.fault("verify: " + each.case_id + "/" + std::to_string(each.sequence) + ": " + each.what);
  }
  if (verified->events != balance_.events) tally_.fault("verify counts other events than the cases have");
  if (verified->unfinished_erasures > 0) tally_.fault("verify: an erasure is not finished");
  balance_.digest = verified->digest;
  const DateTime next_day = agenda_.now() + boost::posix_time::hours(24);
  if (!office_.lease("connector-auditor", next_day).empty()) tally_.fault("the outbox is not drained");
  const auto without = office_.store().without_look_ups({}, 1);
  if (!without || !without->empty()) tally_.fault("a case has no look-ups");
}

}  // namespace

Balance audit(Office& office, const Agenda& agenda, Tally& tally) { return Auditor(office, agenda, tally).audit(); }

}  // namespace city
