#include "desk/births.hpp"

#include "case/refusals.hpp"
#include "texts/case-findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace birthcase::store {
namespace {

template <class... Bodies>
bool any_is(const std::vector<Event>& events) noexcept {
  return std::any_of(events.begin(), events.end(),
                     [](const Event& event) { return (std::holds_alternative<Bodies>(event.body) || ...); });
}

// Whether the plan sent the family to another way in for this newborn: one not named yet is taken in there again.
bool goes_on_elsewhere(const Plan& plan, std::uint16_t newborn) {
  return std::any_of(plan.services.begin(), plan.services.end(), [newborn](const ServiceLane& lane) {
    return lane.newborn == newborn && lane.lane == Lane::elsewhere && lane.channel != no_index;
  });
}

bool same_key(const BirthKey& a, const BirthKey& b) {
  return std::tie(a.newborn, a.mother_id_number, a.born_at, a.order) ==
         std::tie(b.newborn, b.mother_id_number, b.born_at, b.order);
}

// Those of the births now that were not there before.
std::vector<BirthKey> others_than(const std::vector<BirthKey>& before, std::vector<BirthKey> now) {
  std::erase_if(now, [&](const BirthKey& birth) {
    return std::any_of(before.begin(), before.end(), [&](const BirthKey& was) { return same_key(was, birth); });
  });
  return now;
}

Finding same_birth(const BirthKey& ours, const std::string& other_case) {
  return {Severity::error, "duplicate-birth", fmt::format("/newborns/{}", ours.newborn),
          texts::message(texts::case_findings::duplicate_birth, other_case)};
}

}  // namespace

std::vector<BirthKey> births_to_find(const Case& state) {
  if (state.withdrawn_at || state.erased) return {};
  std::vector<BirthKey> births = birth_keys(state);
  if (state.status != CaseStatus::closed || births.empty()) return births;
  const Plan last = plan(state, state.changed_at.date());
  std::erase_if(births, [&](const BirthKey& birth) { return goes_on_elsewhere(last, birth.newborn); });
  return births;
}

BirthsNow births_now(const Case& before, const Case& after, const std::vector<Event>& events) {
  using namespace events;
  BirthsNow births{.all = births_to_find(after)};
  if (any_is<Opened, FactsSet, Accepted>(events)) {
    births.looked_up = births.all;
    if (accepts(events)) births.sole = births.all;
  } else if (any_is<Corrected, Supplemented, StepCompleted, LookUpAnswered>(events)) {
    births.looked_up = others_than(births_to_find(before), births.all);
    if (any_is<Corrected, Supplemented>(events)) births.sole = births.looked_up;
  }
  return births;
}

bool accepts(const std::vector<Event>& events) noexcept { return any_is<events::Accepted>(events); }

void remark_on(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike, std::vector<Finding>& findings) {
  constexpr int any_distance = 100'000;  // days: that they are alike is known
  for (const BirthKey& birth : ours) {
    for (const BirthKey& other : alike) {
      if (likeness(birth, other, any_distance) == Likeness::different) continue;
      const bool one_day = likeness(birth, other) != Likeness::different;
      findings.push_back(
          {Severity::warning, one_day ? "birth-alike" : "births-too-near", fmt::format("/newborns/{}", birth.newborn),
           one_day ? texts::message(texts::case_findings::birth_alike, other.case_id, other.newborn + 1)
                   : texts::message(texts::case_findings::births_too_near, other.case_id, other.newborn + 1)});
    }
  }
}

std::optional<Refusal> duplicate(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike) {
  std::vector<Finding> same;
  for (const BirthKey& birth : ours) {
    for (const BirthKey& other : alike) {
      if (likeness(birth, other) == Likeness::exact) same.push_back(same_birth(birth, other.case_id));
    }
  }
  if (same.empty()) return std::nullopt;
  return cases::refuse(texts::refusals::duplicate_birth, {}, std::move(same));
}

}  // namespace birthcase::store
