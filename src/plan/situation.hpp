/// What the phases of planning read, and none changes.
///
/// A phase is a function from values to a value: it reads the situation and what earlier phases gave. What it gives
/// hangs on whether conditions hold, on which facts are unknown, null or known, on who is whom, on what was handed in,
/// done and looked up; never on what a fact is. Whatever reads facts themselves (told_values.hpp, channel.hpp,
/// agreement.hpp, deadlines.hpp) takes the fact table instead.
#pragma once

#include <birthcase/plan.hpp>

#include "plan/concerns.hpp"
#include "plan/fact_table.hpp"
#include "plan/observer.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace birthcase::planning {

inline constexpr std::uint16_t family = FactRef::family;

/// What a phase left open, and what that decides: ids as in `Undetermined::decides`.
struct Open {
  std::vector<std::pair<Why, std::string>> rules;
  std::vector<std::pair<FactRef, std::string>> facts;  ///< that no form asks: groups
};

/// The rules, the day, and what is known of the facts.
class Situation {
 public:
  Situation(const Profile& profile, const FactStore& store, const FactTable& table, Date as_of,
            Witness witness = {}) noexcept
      : profile_(profile), rules_(profile.rules()), store_(store), table_(table), as_of_(as_of), witness_(witness) {}

  const Profile& profile() const noexcept { return profile_; }
  const Rules& rules() const noexcept { return rules_; }
  Date as_of() const noexcept { return as_of_; }
  const Witness& witness() const noexcept { return witness_; }
  std::uint16_t newborns() const noexcept { return table_.newborns(); }

  /// Whether a rule applies on the day of the plan.
  Truth applies(const Rule& rule, std::uint16_t newborn) const { return table_.applies(rule, newborn); }

  /// Whether a condition holds; none always does.
  Truth holds(ConditionId condition, std::uint16_t newborn) const {
    return condition == no_index ? Truth::yes : table_.test(condition, newborn);
  }

  /// What a condition reads, and the facts that would decide it. Hangs on the answers of its parts as well.
  Trace explain(ConditionId condition, std::uint16_t newborn) const { return table_.explain(condition, newborn); }
  Trace explain(const Why& why) const {
    return why.condition() == no_index ? Trace() : explain(why.condition(), why.newborn);
  }

  bool is_unknown(FactRef fact) const noexcept { return table_.value(fact).is_unknown(); }
  bool is_null(FactRef fact) const noexcept { return table_.value(fact).is_null(); }
  bool is_derived(FieldId field, std::uint16_t newborn) const noexcept { return table_.is_derived(field, newborn); }
  bool follows_from(FactRef fact, Slot source) const { return table_.follows_from(fact, source); }
  HolderId person(HolderId holder, std::uint16_t newborn) const noexcept { return table_.person(holder, newborn); }
  std::optional<FactRef> shorthand_of(FieldId field, std::uint16_t newborn) const {
    return table_.shorthand_of(field, newborn);
  }

  /// The facts that the one form asks for so that this one becomes known. Hangs on the parts of conditions as
  /// `explain` does.
  FactRefs facts_behind(FactRef fact) const {
    FactRefs ask;
    table_.ask_for(fact, ask, FactTable::Asking::of_each);
    return ask;
  }

  std::span<const HandedIn> handed_in() const noexcept { return store_.evidence; }
  std::span<const CompletedService> completed() const noexcept { return store_.completed; }
  std::span<const LookUp> look_ups() const noexcept { return store_.look_ups; }

  /// Calls `visit` for whom something is: the family, this newborn, or each if it is each newborn's.
  void each_newborn(bool per_newborn, std::uint16_t newborn, auto&& visit) const {
    if (per_newborn && newborn != family) return visit(newborn);
    table_.each_place(per_newborn, visit);
  }

 private:
  const Profile& profile_;
  const Rules& rules_;
  const FactStore& store_;
  const FactTable& table_;
  Date as_of_;
  Witness witness_;
};

}  // namespace birthcase::planning
