#include <birthcase/desk.hpp>

#include "case/names.hpp"
#include "case/refusals.hpp"
#include "desk/births.hpp"
#include "desk/rules.hpp"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace birthcase::store {
namespace {

constexpr int most_attempts = 100;

bool conflicts(const Executed& executed) noexcept { return !executed && executed.error().kind == ErrorKind::conflict; }

bool erases(const std::vector<Event>& events) noexcept {
  return !events.empty() && std::holds_alternative<events::Erased>(events.back().body);
}

// Each is parsed once: it takes longer than all the rest of a command.
ProfileById built_in_profiles() {
  return [known = std::map<std::string, Profile, std::less<>>()](std::string_view id) mutable -> Result<Profile> {
    if (const auto found = known.find(id); found != known.end()) return found->second;
    auto profile = Profile::built_in(id);
    if (profile) known.emplace(id, *profile);
    return profile;
  };
}

Refusal moved_on() {
  Refusal refusal = cases::refuse(texts::refusals::case_moved_on);
  refusal.kind = ErrorKind::conflict;
  return refusal;
}

Refusal not_loaded(const Error& error) {
  if (error.kind != ErrorKind::contradiction || error.path != rules_path) return cases::refuse(error);
  Refusal refusal = cases::refuse(texts::refusals::rules_differ, std::string(rules_path));
  refusal.kind = error.kind;
  return refusal;
}

}  // namespace

Desk::Desk(Store& store) : Desk(store, built_in_profiles()) {}

Desk::Desk(Store& store, ProfileById profiles, ProfileData data)
    : store_(store), profiles_(std::move(profiles)), data_(std::move(data)) {}

Executed Desk::open(std::string_view case_id, const Profile& profile, const Command& command, const DateTime& now,
                    const BeforeKeeping& before_keeping) {
  auto executed = attempt(Case(profile, std::string(case_id)), command, now, before_keeping);
  if (conflicts(executed)) return cases::refuse(texts::refusals::case_exists);
  return executed;
}

Executed Desk::execute(std::string_view case_id, const Command& command, const DateTime& now,
                       std::optional<std::uint64_t> expected_version, const BeforeKeeping& before_keeping) {
  const bool erases = std::holds_alternative<commands::Erase>(command.body);
  for (int count = 0; count < most_attempts; ++count) {
    const auto before = load(case_id);
    if (erases) {
      const auto damaged = is_damaged(case_id, before);
      if (!damaged) return cases::refuse(damaged.error());
      if (*damaged) return erase_unread(case_id, command, now, expected_version, before_keeping);
    }
    if (!before) return not_loaded(before.error());
    if (expected_version && before->version != *expected_version) return moved_on();
    if (erases && before->erased && cases::is_actor(command.by)) {
      return erase_again(case_id, before->version);
    }
    auto executed = attempt(*before, command, now, before_keeping);
    if (!conflicts(executed)) return executed;
  }
  return moved_on();
}

Executed Desk::attempt(const Case& before, const Command& command, const DateTime& now,
                       const BeforeKeeping& before_keeping) {
  auto decided = decide(before, command, now);
  if (!decided) return std::move(decided.error());
  Outcome outcome{before.version, std::move(*decided), {}};
  if (outcome.decision.events.empty()) return outcome;
  Case after = before;
  for (const Event& event : outcome.decision.events) {
    if (auto done = apply(after, event); !done) return cases::refuse(done.error());
  }
  const BirthsNow births = births_now(before, after, outcome.decision.events);
  if (!births.looked_up.empty()) {
    auto alike = births_alike(births.looked_up, after.profile.rules().birth_spacing.days, now);
    if (!alike) return cases::refuse(alike.error());
    outcome.alike = std::move(*alike);
    remark_on(births.looked_up, outcome.alike, outcome.decision.findings);
  }
  if (auto refusal = duplicate(births.sole, outcome.alike)) return std::move(*refusal);
  return keep(before, after, births, std::move(outcome), now, before_keeping);
}

Executed Desk::keep(const Case& before, const Case& after, const BirthsNow& births, Outcome outcome,
                    const DateTime& now, const BeforeKeeping& before_keeping) {
  outcome.version = after.version;
  const auto due = deadlines(after, now);
  Change change{.case_id = after.id,
                .expected_version = before.version,
                .events = outcome.decision.events,
                .messages = outcome.decision.messages,
                .profile = after.profile.id(),
                .layers = {},
                .status = after.status,
                .births = births.all,
                .deadlines = due,
                .sole = births.sole};
  if (accepts(outcome.decision.events)) change.layers = after.profile.rules().layers;
  const bool erasing = erases(outcome.decision.events);
  if (erasing) outcome.erasure = Erasure::finished;
  if (before_keeping) before_keeping(outcome);
  const auto kept = erasing ? store_.erase(change) : store_.append(change);
  if (!kept) return cases::refuse(kept.error());
  if (!erasing) return outcome;
  if (auto told = tell_unfinished(after.id, outcome); !told) return cases::refuse(told.error());
  return outcome;
}

}  // namespace birthcase::store
