// The facts as a plan sees them: given, derived or unknown, by slot.
#pragma once

#include <birthcase/application.hpp>
#include <birthcase/condition.hpp>
#include <birthcase/profile.hpp>

#include "plan/conditions/condition_program.hpp"
#include "plan/slot_set.hpp"
#include "profile/links.hpp"

#include <boost/container/small_vector.hpp>

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace birthcase {

/// Points at every fact of an application and holds those that follow from them.
///
/// An application without newborns counts as one newborn of whom nothing is known: somebody was born.
class FactTable {
 public:
  FactTable(const Rules& rules, const FactStore& store, Date as_of);

  /// The facts of another store on the same day, with as many newborns, neither of them of a case under way. `changed`
  /// are those told otherwise than before and what may be another with them; the rest is taken from `before`, which
  /// has given up nothing.
  FactTable(const FactTable& before, const FactStore& store, const SlotSet& changed);
  FactTable(const FactTable&) = delete;
  FactTable& operator=(const FactTable&) = delete;

  std::uint16_t newborns() const noexcept { return static_cast<std::uint16_t>(newborns_.size()); }

  /// Calls `visit` for whom something is: the family, or each newborn if it is a newborn's.
  void each_place(bool newborn, auto&& visit) const {
    if (!newborn) return visit(FactRef::family);
    for (std::uint16_t each = 0; each < newborns(); ++each) visit(each);
  }

  /// The facts with `newborn.…` meaning this one.
  Facts facts(std::uint16_t newborn) const noexcept { return {family_, newborns_, newborn}; }

  const Value& value(FactRef fact) const noexcept {
    return fact.newborn == FactRef::family ? *family_[fact.index] : *newborns_[fact.newborn][fact.index];
  }
  const Value& value(Slot slot, std::uint16_t newborn) const noexcept { return value(slot.of(newborn)); }

  /// The person that a role means, for this newborn where a newborn's fact settles it; the role itself while that is
  /// not known. For the family such a role is a person only if it is the same for every newborn.
  HolderId person(HolderId holder, std::uint16_t newborn) const noexcept;

  /// Whether the value follows from other facts rather than being given.
  bool is_derived(FieldId field, std::uint16_t newborn) const noexcept;

  /// The look-up that a value was taken from, or that confirms what was told; nullptr where there is none.
  const LookUp* look_up_of(FactRef fact) const noexcept;

  /// Whether a fact was told in a way that cannot be used, or as none and is never none: it is unknown, and nothing
  /// takes its place.
  bool is_refused(FactRef fact) const noexcept;

  /// What a fact follows from: the derivation that decides, and the value that it gives.
  struct Follows {
    const Derivation* derivation = nullptr;
    Value value{};
    bool is_default = false;
  };

  /// What a fact that was told would follow from, whatever else was told of the same person. A shorthand that nobody
  /// told gives nothing.
  std::optional<Follows> follows(const DerivedField& derived, std::uint16_t newborn) const;

  /// Whether a derivation applies: as a rule, and to the person of whom the facts are.
  Truth holds(const Derivation& derivation, std::uint16_t newborn) const;

  /// Whether a fact by which a person is known is as it follows from others; unknown while what would follow is.
  Truth is_as_it_follows(FactRef fact) const;

  /// Whether a derivation's value must be used only if it is known, and is not.
  bool is_passed_over(const Derivation& derivation, std::uint16_t newborn) const;

  /// The fact of all children, say, that a fact follows from as it was told, where it is one of those.
  std::optional<FactRef> shorthand_of(FieldId field, std::uint16_t newborn) const;

  /// Tests a condition. Each is evaluated once for a plan: many rules have the same.
  /// A condition about the newborn at hand, asked for the family, holds if it holds for any newborn.
  /// One that takes more work than the plan has left is unknown.
  Truth test(ConditionId condition, std::uint16_t newborn) const;

  /// Whether that was given up, for the family or any newborn.
  bool gave_up(ConditionId condition) const noexcept;
  bool gave_up(const Derivation& derivation) const noexcept;

  /// Whether anything was.
  bool gave_up() const noexcept { return gave_up_.load(std::memory_order_relaxed); }

  /// How much work the evaluations of this plan have taken, in steps.
  std::size_t work() const noexcept { return work_.load(std::memory_order_relaxed); }

  /// Whether a rule applies on the day of the plan.
  Truth applies(const Rule& rule, std::uint16_t newborn) const {
    if (!rule.valid.includes(as_of_)) return Truth::no;
    return rule.when == no_index ? Truth::yes : test(rule.when, newborn);
  }

  /// How a fact is asked for that nothing but a shorthand would give, while nobody has told that.
  enum class Asking {
    of_all,   ///< by the shorthand: one question for all newborns
    of_each,  ///< by the fact itself, as the one form does
  };

  /// What a condition reads and, if it is unknown, the facts that must be asked for to decide it: unknown facts that
  /// follow from others are replaced by those others.
  Trace explain(ConditionId condition, std::uint16_t newborn, Asking asking = Asking::of_all) const;

  /// The value that a derivation without an alias gives, and what it reads; unknown where that takes much work.
  Value explain(const Derivation& derivation, std::uint16_t newborn, Trace& trace) const;

  /// Whether a fact that was not told follows from another, or will once that is known.
  bool follows_from(FactRef fact, Slot source) const;

  /// The facts to ask for so that this one becomes known; the fact itself where it follows from nothing.
  void ask_for(FactRef fact, FactRefs& ask, Asking asking = Asking::of_all) const;

  /// The classes of all facts, and whether they were derived: the family's, then each newborn's.
  std::span<const FactClass> classes() const noexcept { return classes_; }
  std::span<const std::uint8_t> derived() const noexcept { return is_derived_; }
  std::span<const FactRef> refused() const noexcept { return refused_; }

  /// The conditions as they are run here, and what was answered for a leaf of them; nothing if nobody has asked.
  const ConditionProgram& program() const noexcept { return program_; }
  std::optional<feel::Logic> answer_noted(std::uint32_t leaf, std::uint16_t newborn) const noexcept;

  /// Calls `visit` with what is noted of each leaf, of the family and of each newborn: 0 if nobody has asked.
  void each_answer(auto&& visit) const {
    for (const auto& each : asked_) {
      const std::uint8_t note = each.load(std::memory_order_relaxed);
      visit(static_cast<std::uint8_t>((note & not_asked) != 0 ? 0 : note));
    }
  }
  std::size_t answers() const noexcept { return asked_.size(); }

 private:
  /// In a note of a leaf: the answer is known from the plan before, and nobody has asked for it here.
  static constexpr std::uint8_t not_asked = 0x80;
  static constexpr std::uint32_t itself = 0xffffffff;  ///< in `taken_from_`: a value of its own

  enum class Stage : std::uint8_t { told };
  FactTable(const Rules& rules, const FactStore& store, Date as_of, Stage);

  HolderId person_by(const Holder& role, const Value& who) const noexcept;
  void derive(const DerivedField& derived);
  void derive(const DerivedField& derived, std::uint16_t newborn);
  /// What a fact that is not known would follow from.
  struct Awaited {
    const Derivation* derivation = nullptr;
    Truth holds = Truth::no;
  };
  using Holds = Truth (FactTable::*)(const Derivation&, std::uint16_t) const;
  Awaited awaited_by(const DerivedField& derived, std::uint16_t newborn) const;
  Awaited awaited_by(const DerivedField& derived, std::uint16_t newborn, Holds decides) const;
  Awaited taken_alone(const DerivedField& derived, std::uint16_t newborn) const;
  Truth applies_alone(const Derivation& derivation, std::uint16_t newborn) const {
    return applies(derivation, newborn);
  }

  const Value& value_of(const Derivation& derivation, std::uint16_t newborn);
  bool any_follows_from(std::span<const Slot> facts, std::uint16_t newborn, Slot source) const;
  bool gives(const Derivation& derivation, std::uint16_t newborn, const Value& expected) const;
  void classify();
  void classify(const SlotSet& changed);
  void settle(const FactStore& store);
  using Notes = std::vector<std::atomic<std::uint8_t>>;
  void take_notes(const FactTable& before, const SlotSet& changed);
  static void take_notes(const Notes& before, std::span<const std::uint8_t> added, Notes& notes);
  void take_over(const DerivedField& derived, const FactTable& before);
  void refuse();
  void refuse_nones(const Field& field, std::uint16_t newborn);
  void fill_in(std::span<const LookUp> look_ups);
  void open_groups(const Schema::Node& node, std::uint16_t newborn);
  std::size_t allowed() const noexcept;
  bool pay(std::size_t allowed, std::size_t left) const noexcept;
  std::uint8_t evaluate(ConditionId condition, std::uint16_t newborn) const;
  std::uint8_t evaluate_for_any(ConditionId condition) const;
  feel::Logic answer(std::uint32_t leaf, std::uint16_t newborn, bool& gave_up) const;
  Value evaluate(const Derivation& derivation, std::uint16_t newborn) const;
  Trace trace(ConditionId condition, std::uint16_t newborn) const;
  Trace mentions(const feel::Program& program, std::uint16_t newborn, bool open) const;

  void ask_for_derivation(const Awaited& awaited, FactRef fact, FactRefs& ask, Asking asking) const;
  void ask_who(const Derivation& derivation, FactRef fact, FactRefs& ask, Asking asking) const;
  void ask_for_all(const FactRefs& unknown, FactRefs& ask, Asking asking) const;
  std::size_t place_of(Slot slot, std::uint16_t newborn) const noexcept {
    return slot.newborn ? family_.size() + newborn * newborn_slots_ + slot.index : slot.index;
  }
  std::size_t first_at_hand(std::uint16_t newborn) const noexcept {
    return family_.size() + (newborn == FactRef::family ? 0 : newborn * newborn_slots_);
  }
  void set(Slot slot, std::uint16_t newborn, const Value& value) noexcept;

  const Rules& rules_;
  const ConditionProgram& program_;
  std::vector<FactRef> refused_;  // what the application refused, and none where none is no answer
  Date as_of_;
  Value jurisdiction_;
  Value accepted_on_;
  std::size_t newborn_slots_;
  std::vector<const Value*> pointers_;  // the family's slots, then each newborn's
  std::span<const Value* const> family_;
  boost::container::small_vector<std::span<const Value* const>, 4> newborns_;
  std::vector<FactClass> classes_;         // by place, as `pointers_`
  std::vector<Value> derived_;             // never grows past its reserve: pointers go into it
  std::vector<std::uint8_t> is_derived_;   // by place, as `pointers_`
  std::vector<std::uint32_t> taken_from_;  // by place: for a derived fact, the place of the other fact
  std::vector<const LookUp*> looked_up_;   // by place; empty where nothing was found
  mutable Notes tested_;                   // by condition: family, then each newborn; 0: not yet
  mutable Notes asked_;                    // the same by leaf of the conditions' program
  mutable std::atomic<std::size_t> work_{0};
  mutable std::atomic<bool> gave_up_{false};
  mutable std::vector<std::atomic<bool>> given_up_;  // by derivation
};

}  // namespace birthcase
