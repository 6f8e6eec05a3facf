/// What rules may read of births with so many newborns, fact by fact, as codes.
#pragma once

#include "batch/columns.hpp"
#include "batch/relevant.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace birthcase::batch {

/// One fact before anything follows from others. A code of it is a place in `values`: the first is what was not told,
/// then come the column's own, then what is null with its group; of a group: not told, null, there.
class Input {
 public:
  Input(const Columns& columns, FactRef fact);

  FactRef fact() const noexcept { return fact_; }
  std::span<const Value> values() const noexcept { return values_; }

  /// Whether a code is of a value that was told and cannot be used: nothing takes its place.
  bool is_refused(std::uint32_t code) const noexcept { return refused_[code]; }

  /// Whether all births have the same code.
  bool is_constant() const noexcept { return values_.size() == 1; }

  /// The codes of some births.
  void codes_of(std::span<const std::uint32_t> births, std::uint32_t* codes) const;

 private:
  void add(const Columns& columns, const Column& column);
  void codes_of_group(std::span<const std::uint32_t> births, std::uint32_t* codes) const;

  FactRef fact_;
  const Column* column_ = nullptr;
  std::vector<const Column*> groups_;  // that may be null
  std::vector<const Column*> inside_;  // of a group
  bool is_group_;
  std::vector<Value> values_;
  std::vector<bool> refused_;
};

/// The inputs of every relevant fact, with its places: the family's facts by slot, then each newborn's.
class Inputs {
 public:
  static constexpr std::uint32_t none = 0xffffffff;

  /// `columns` must stay where it is. `newborns`: at least one.
  Inputs(const Columns& columns, const Relevant& relevant, std::uint16_t newborns);

  std::uint16_t newborns() const noexcept { return newborns_; }
  std::size_t places() const noexcept { return by_place_.size(); }
  std::size_t place_of(FactRef fact) const noexcept {
    return fact.newborn == FactRef::family ? fact.index : first_of(fact.newborn) + fact.index;
  }
  FactRef fact_at(std::size_t place) const noexcept;

  /// Where the facts of a newborn begin; for the family those of the first.
  std::size_t first_of(std::uint16_t newborn) const noexcept {
    return family_slots_ + (newborn == FactRef::family ? 0U : newborn * newborn_slots_);
  }
  std::size_t family_slots() const noexcept { return family_slots_; }
  std::size_t newborn_slots() const noexcept { return newborn_slots_; }

  std::span<const Input> all() const noexcept { return all_; }

  /// The input of a fact, as its place in `all`; `none` where the fact is not relevant.
  std::uint32_t of(std::size_t place) const noexcept { return by_place_[place]; }

 private:
  std::uint16_t newborns_;
  std::size_t family_slots_;
  std::size_t newborn_slots_;
  std::vector<Input> all_;
  std::vector<std::uint32_t> by_place_;
};

}  // namespace birthcase::batch
