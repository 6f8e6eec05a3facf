/// Facts by where they stand.
#pragma once

#include <birthcase/schema.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace birthcase {

/// A set of slots of one schema. A newborn's slot is in it for all newborns at once.
class SlotSet {
 public:
  explicit SlotSet(const Schema& schema)
      : family_slots_(schema.family_slots()), words_((family_slots_ + schema.newborn_slots() + bits - 1) / bits) {}

  void add(Slot slot) noexcept { words_[place(slot) / bits] |= std::uint64_t{1} << place(slot) % bits; }
  void add(std::span<const Slot> slots) noexcept {
    for (const Slot slot : slots) add(slot);
  }
  void add(const SlotSet& other) noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }

  bool has(Slot slot) const noexcept { return (words_[place(slot) / bits] >> place(slot) % bits & 1U) != 0; }

  /// Whether a slot is in both.
  bool meets(const SlotSet& other) const noexcept {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) common |= words_[i] & other.words_[i];
    return common != 0;
  }

  void each(auto&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
        const std::size_t at = i * bits + static_cast<std::size_t>(std::countr_zero(left));
        const bool newborn = at >= family_slots_;
        visit(Slot{static_cast<std::uint16_t>(newborn ? at - family_slots_ : at), newborn});
      }
    }
  }

 private:
  static constexpr std::size_t bits = 64;

  std::size_t place(Slot slot) const noexcept { return slot.newborn ? family_slots_ + slot.index : slot.index; }

  std::size_t family_slots_;
  std::vector<std::uint64_t> words_;
};

}  // namespace birthcase
