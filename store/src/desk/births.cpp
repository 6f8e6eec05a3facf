#include "desk/births.hpp"

#include "case/refusals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace birthcase::store {
namespace {

template <class... Bodies>
bool any_is(const std::vector<Event>& events) noexcept {
  return std::any_of(events.begin(), events.end(),
                     [](const Event& event) { return (std::holds_alternative<Bodies>(event.body) || ...); });
}

// Whether the plan sent the family to another way in for this newborn: one not named yet is taken in there anew.
bool goes_on_elsewhere(const Plan& plan, std::uint16_t newborn) {
  return std::any_of(plan.services.begin(), plan.services.end(), [newborn](const ServiceLane& lane) {
    return lane.newborn == newborn && lane.lane == Lane::elsewhere && lane.channel != no_index;
  });
}

Finding same_birth(const BirthKey& ours, const std::string& other_case) {
  return {Severity::error,
          "duplicate-birth",
          fmt::format("/newborns/{}", ours.newborn),
          {fmt::format("办件{}登记的是同一新生儿", other_case),
           fmt::format("case {} is about the same birth", other_case)}};
}

}  // namespace

std::vector<BirthKey> births_to_find(const Case& state) {
  if (state.status == CaseStatus::withdrawn || state.erased) return {};
  std::vector<BirthKey> births = birth_keys(state);
  if (state.status != CaseStatus::closed || births.empty()) return births;
  const Plan last = plan(state, state.changed_at.date());
  std::erase_if(births, [&](const BirthKey& birth) { return goes_on_elsewhere(last, birth.newborn); });
  return births;
}

bool may_be_alike(const std::vector<Event>& events) noexcept {
  return any_is<events::Opened, events::FactsSet, events::Accepted>(events);
}

bool accepts(const std::vector<Event>& events) noexcept { return any_is<events::Accepted>(events); }

std::optional<Refusal> duplicate(const std::vector<BirthKey>& ours, const std::vector<BirthKey>& alike) {
  std::vector<Finding> same;
  for (const BirthKey& birth : ours) {
    for (const BirthKey& other : alike) {
      if (likeness(birth, other) == Likeness::exact) same.push_back(same_birth(birth, other.case_id));
    }
  }
  if (same.empty()) return std::nullopt;
  return cases::refuse("duplicate-birth", {}, std::move(same));
}

}  // namespace birthcase::store
