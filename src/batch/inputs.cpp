#include "batch/inputs.hpp"

#include <algorithm>

namespace birthcase::batch {
namespace {

// The codes of a group.
constexpr std::uint32_t not_told = 0;
constexpr std::uint32_t null_group = 1;
constexpr std::uint32_t known_group = 2;

bool is_none(std::span<const Column* const> groups, std::uint32_t birth) {
  return std::any_of(groups.begin(), groups.end(), [birth](const Column* group) { return group->is_none(birth); });
}

}  // namespace

Input::Input(const Columns& columns, FactRef fact) : fact_(fact), groups_(columns.groups_of(fact)) {
  const Rules& rules = columns.profile().rules();
  is_group_ = rules.schema.at(fact).field == no_index;
  values_.emplace_back();
  if (is_group_) {
    inside_ = columns.in_group(fact);
    if (groups_.empty() && inside_.empty()) {
      is_group_ = false;  // nothing is ever told of it
    } else {
      values_.push_back(Value::null());
      values_.push_back(Value::context({}));
    }
  } else {
    if (const Column* column = columns.find(fact)) add(columns, *column);
    if (!groups_.empty()) values_.push_back(Value::null());
  }
  refused_.resize(values_.size());
}

// What is never none is refused where it was told to be.
void Input::add(const Columns& columns, const Column& column) {
  const Rules& rules = columns.profile().rules();
  const bool never_none = rules.fields[rules.schema.at(fact_).field].never_none;
  column_ = &column;
  refused_.push_back(false);
  for (std::size_t code = 0; code < column.told.size(); ++code) {
    const bool refused = column.told[code] == Told::refused || (column.told[code] == Told::none && never_none);
    refused_.push_back(refused);
    values_.push_back(refused ? Value() : column.values[code]);
  }
}

void Input::codes_of(std::span<const std::uint32_t> births, std::uint32_t* codes) const {
  if (is_group_) return codes_of_group(births, codes);
  if (column_ == nullptr) {
    std::fill_n(codes, births.size(), not_told);
  } else {
    const std::uint32_t* given = column_->given->codes.data();
    for (std::size_t i = 0; i < births.size(); ++i) codes[i] = given[births[i]] + 1;  // what is not told becomes 0
  }
  if (groups_.empty()) return;
  const auto none = static_cast<std::uint32_t>(values_.size() - 1);
  for (std::size_t i = 0; i < births.size(); ++i) {
    if (is_none(groups_, births[i])) codes[i] = none;
  }
}

void Input::codes_of_group(std::span<const std::uint32_t> births, std::uint32_t* codes) const {
  std::fill_n(codes, births.size(), not_told);
  for (const Column* column : inside_) {
    for (std::size_t i = 0; i < births.size(); ++i) {
      if (column->is_told(births[i])) codes[i] = known_group;
    }
  }
  for (std::size_t i = 0; i < births.size(); ++i) {
    if (is_none(groups_, births[i])) codes[i] = null_group;
  }
}

Inputs::Inputs(const Columns& columns, const Relevant& relevant, std::uint16_t newborns)
    : newborns_(newborns),
      family_slots_(columns.profile().rules().schema.family_slots()),
      newborn_slots_(columns.profile().rules().schema.newborn_slots()),
      by_place_(family_slots_ + newborns * newborn_slots_, none) {
  const auto add = [&](FactRef fact) {
    by_place_[place_of(fact)] = static_cast<std::uint32_t>(all_.size());
    all_.emplace_back(columns, fact);
  };
  for (const Index slot : relevant.of_family.all()) add({slot, FactRef::family});
  for (std::uint16_t newborn = 0; newborn < newborns; ++newborn) {
    for (const Index slot : relevant.of_newborn.all()) add({slot, newborn});
  }
}

FactRef Inputs::fact_at(std::size_t place) const noexcept {
  if (place < family_slots_) return {static_cast<std::uint16_t>(place), FactRef::family};
  const std::size_t of_newborns = place - family_slots_;
  return {static_cast<std::uint16_t>(of_newborns % newborn_slots_),
          static_cast<std::uint16_t>(of_newborns / newborn_slots_)};
}

}  // namespace birthcase::batch
