#include "desk/replaying.hpp"

#include <birthcase/desk.hpp>

#include "case/made_again.hpp"
#include "desk/births.hpp"
#include "desk/rules.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace birthcase::store {
namespace {

// Before and after each thing is due, from the last event on: at one of these each deadline has each of its standings.
std::set<DateTime> moments_that_count(const DateTime& changed_at, const std::vector<Deadline>& deadlines) {
  const DateTime first = changed_at - boost::posix_time::seconds(clock_tolerance_seconds);
  std::set<DateTime> moments{first};
  for (const Deadline& each : deadlines) {
    if (!each.due || each.due->date.is_special() || each.due->date >= Date(9999, 12, 30)) continue;
    const DateTime soon(each.due->date, each.due->time ? *each.due->time - boost::posix_time::minutes(1) : Duration());
    const DateTime over(each.due->date + boost::gregorian::days(1), Duration(0, 1, 0));
    for (const DateTime& moment : {soon, over}) {
      if (moment > first) moments.insert(moment);
    }
  }
  return moments;
}

std::vector<std::vector<Standing>> standings_of(const Case& state, const std::vector<Deadline>& now) {
  std::vector<std::set<Standing>> seen(now.size());
  for (const DateTime& moment : moments_that_count(state.changed_at, now)) {
    const auto then = deadlines(state, moment);
    for (std::size_t place = 0; place < seen.size() && place < then.size(); ++place) {
      seen[place].insert(then[place].standing);
    }
  }
  std::vector<std::vector<Standing>> standings;
  for (const auto& each : seen) standings.emplace_back(each.begin(), each.end());
  return standings;
}

}  // namespace

Result<Replayed> replayed(const Stored& stored, const Profile& profile, std::optional<DateTime> now) {
  auto again = cases::replay_with_messages(profile, stored.events);
  if (!again) return again.error();
  const Case& state = again->state;
  Replayed all{.profile = std::string(profile.id()),
               .status = state.status,
               .changed_at = state.changed_at,
               .erased = state.erased,
               .births = births_to_find(state),
               .deadlines = deadlines(state, now.value_or(state.changed_at))};
  all.standings = standings_of(state, all.deadlines);
  if (state.accepted_at) all.layers = profile.rules().layers;
  const bool same_codes = state.accepted_at && state.rules.codes == profile.rules().version.codes;
  for (cases::MadeAgain& each : again->messages) {
    all.messages.push_back({each.sequence, std::move(each.message), same_codes && !each.in_draft});
  }
  return all;
}

Replay Desk::replaying(std::optional<DateTime> now) {
  return [this, now](const Stored& stored) -> Result<Replayed> {
    const auto profile = rules_of(stored);
    if (profile) return replayed(stored, *profile, now);
    Error error = profile.error();
    if (pinned_by(stored.events) == nullptr) {
      error = {.kind = ErrorKind::unknown_name, .message = "the profile of this draft is not known here"};
      error.path = profile_path;
    }
    return error;
  };
}

Result<Verification> Desk::verify(std::string_view case_id) { return store_.verify_replayed(case_id, replaying({})); }

Result<Repair> Desk::repair(std::string_view case_id, const DateTime& now) {
  return store_.repair(case_id, replaying(now));
}

Result<std::string> Desk::import_case(std::string_view json) { return store_.import_replayed(json, replaying({})); }

}  // namespace birthcase::store
