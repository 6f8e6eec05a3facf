// Births of other cases, and look-ups that must be worked out first.
#include <birthcase/desk.hpp>

#include "alike_within.hpp"
#include "desk/births.hpp"
#include "desk/rules.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace birthcase::store {
namespace {

constexpr int page = 256;

bool known_already(const std::vector<BirthKey>& found, const BirthKey& birth) {
  return std::any_of(found.begin(), found.end(), [&](const BirthKey& other) {
    return other.case_id == birth.case_id && other.newborn == birth.newborn;
  });
}

}  // namespace

Result<std::vector<BirthKey>> Desk::births_alike(const std::vector<BirthKey>& ours, int spacing_days,
                                                 const DateTime& now) {
  std::vector<BirthKey> alike;
  if (ours.empty()) return alike;
  if (auto done = refill_look_ups(now); !done) return done.error();
  for (const BirthKey& birth : ours) {
    const AlikeWithin a_day = alike_within(*birth.born_at);
    const AlikeWithin spacing = alike_within(*birth.born_at, spacing_days);
    const auto others = store_.births(a_day.from, a_day.until);
    if (!others) return others.error();
    const auto hers = store_.births_of(birth.mother_id_number, spacing.from, spacing.until);
    if (!hers) return hers.error();
    for (const auto* found : {&*others, &*hers}) {
      for (const BirthKey& other : *found) {
        if (other.case_id == birth.case_id || likeness(birth, other, spacing_days) == Likeness::different) continue;
        if (!known_already(alike, other)) alike.push_back(other);
      }
    }
  }
  std::sort(alike.begin(), alike.end(), [](const BirthKey& a, const BirthKey& b) {
    return std::tie(*a.born_at, a.case_id, a.newborn) < std::tie(*b.born_at, b.case_id, b.newborn);
  });
  return alike;
}

// Whether it could be done; not, where this desk does not have the case's rules, or the case is damaged.
Result<bool> Desk::refill(std::string_view case_id, const DateTime& now) {
  const auto stored = store_.load(case_id);
  if (!stored && stored.error().kind == ErrorKind::storage && !stored.error().path.starts_with("/events")) {
    return stored.error();
  }
  const auto profile = stored ? rules_of(*stored) : Result<Profile>(stored.error());
  const auto state = profile ? replay(*profile, stored->events) : Result<Case>(profile.error());
  if (!state) {
    if (!stored || profile || pinned_by(stored->events) != nullptr) {
      store_.leave_out({std::string(case_id), !stored || profile ? "events" : "layers"});
    }
    not_refilled_.emplace(case_id);
    return false;
  }
  const auto births = births_to_find(*state);
  const auto due = deadlines(*state, now);
  if (auto done = store_.keep_look_ups({case_id, state->version, births, due}); !done) return done.error();
  return true;
}

Result<std::uint64_t> Desk::refill_look_ups(const DateTime& now) {
  std::uint64_t refilled = 0;
  std::string after;
  for (;;) {
    const auto cases = store_.without_look_ups(after, page);
    if (!cases) return cases.error();
    if (cases->empty()) return refilled;
    for (const Summary& summary : *cases) {
      after = summary.case_id;
      if (not_refilled_.contains(summary.case_id)) continue;
      const auto done = refill(summary.case_id, now);
      if (!done) return done.error();
      refilled += *done ? 1 : 0;
    }
  }
}

}  // namespace birthcase::store
