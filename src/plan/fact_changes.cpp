// The facts of an application that differs from one planned before in a few: the rest is taken over.
#include "plan/fact_table.hpp"
#include "plan/planning_tables.hpp"

namespace birthcase {

FactTable::FactTable(const FactTable& before, const FactStore& store, const SlotSet& changed)
    : FactTable(before.rules_, store, before.as_of_, Stage::told) {
  classes_ = before.classes_;
  classify(changed);
  settle(store);
  take_notes(before, changed);
  const FactReads& reads = planning_of(rules_).reads();
  const auto& all = links_of(rules_).derived;
  for (const DerivedField& derived : all) {
    if (reads.of(all.id_of(derived)).meets(changed)) {
      derive(derived);
    } else {
      take_over(derived, before);
    }
  }
}

void FactTable::classify(const SlotSet& changed) {
  const FactClasses& classes = planning_of(rules_).classes();
  changed.each([&](Slot slot) {
    each_place(slot.newborn, [&](std::uint16_t newborn) {
      const std::size_t place = place_of(slot, newborn);
      classes_[place] = classes.of(slot, *pointers_[place]);
    });
  });
}

// What follows as it did before: the class is there already.
void FactTable::take_over(const DerivedField& derived, const FactTable& before) {
  const Slot slot = rules_.fields[derived.field].slot;
  each_place(slot.newborn, [&](std::uint16_t newborn) {
    const std::size_t place = place_of(slot, newborn);
    if (before.is_derived_[place] == 0) return;
    const std::uint32_t from = before.taken_from_[place];
    pointers_[place] = from == itself ? &derived_.emplace_back(*before.pointers_[place]) : pointers_[from];
    is_derived_[place] = 1;
    taken_from_[place] = from;
  });
}

// Notes of conditions and leaves that read nothing that changed. Which leaves are asked shows in the key of a shape:
// those of a condition that must be tested again count as asked only once it asks them.
void FactTable::take_notes(const FactTable& before, const SlotSet& changed) {
  constexpr std::uint8_t forgotten = 0xff;
  const FactReads& reads = planning_of(rules_).reads();
  const auto each_leaf = [this](ConditionId condition, auto&& visit) {
    program_.each_part(
        condition, [](FactPlace, const feel::Logic*) {}, visit);
  };
  std::vector<std::uint8_t> leaves(program_.leaves().size());  // what is added to each note
  std::vector<std::uint8_t> conditions(rules_.conditions.size());
  SlotSet read_by_leaves(rules_.schema);
  for (const ConditionId condition : rules_.conditions.ids()) {
    if (!reads.of(condition).meets(changed)) continue;
    conditions[condition.place()] = forgotten;
    each_leaf(condition, [&](std::uint32_t leaf) {
      const SlotSet& read = program_.read_by(leaf);
      leaves[leaf] = read.meets(changed) ? forgotten : not_asked;
      read_by_leaves.add(read);
    });
  }
  for (const ConditionId condition : program_.with_leaves()) {  // and those that share a leaf with them
    if (!reads.of(condition).meets(read_by_leaves)) continue;
    each_leaf(condition, [&](std::uint32_t leaf) {
      if (leaves[leaf] != 0) conditions[condition.place()] = forgotten;
    });
  }
  take_notes(before.asked_, leaves, asked_);
  take_notes(before.tested_, conditions, tested_);
  work_.store(before.work(), std::memory_order_relaxed);
}

// A row for the family and one for each newborn.
void FactTable::take_notes(const Notes& before, std::span<const std::uint8_t> added, Notes& notes) {
  for (std::size_t row = 0; row < notes.size(); row += added.size()) {
    for (std::size_t i = 0; i < added.size(); ++i) {
      const std::uint8_t note = before[row + i].load(std::memory_order_relaxed);
      if (note != 0 && (added[i] == 0 || added[i] == not_asked)) {
        notes[row + i].store(static_cast<std::uint8_t>(note | added[i]), std::memory_order_relaxed);
      }
    }
  }
}

}  // namespace birthcase
