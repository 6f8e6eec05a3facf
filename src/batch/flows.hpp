/// Where the values of facts can come from.
///
/// A fact is what was told, or what it follows from: another fact as it is, a constant, or something worked out. Which
/// of these it is, conditions decide; here stand all that it can be.
#pragma once

#include "batch/inputs.hpp"
#include "feel/program.hpp"

#include <memory>
#include <vector>

namespace birthcase::batch {

/// Values by the codes of an input, each value once as far as that is cheap to see.
struct Image {
  std::vector<std::uint32_t> of;  ///< by code
  std::vector<Value> values;
};

/// One of the values that a fact can have: that of one input, or the same for all births.
struct Origin {
  std::uint32_t input = Inputs::none;  ///< of a constant: none
  std::shared_ptr<const Image> image;

  bool is_constant() const noexcept { return input == Inputs::none; }
  const Value& at(std::uint32_t code) const noexcept { return image->values[is_constant() ? 0 : image->of[code]]; }
};

/// All that a fact can be. What was told stands first.
struct Flow {
  std::vector<Origin> origins;
  std::vector<std::uint32_t> mixed;  ///< inputs that it is worked out of together, in a way that is not followed
};

class Flows {
 public:
  Flows(const Rules& rules, const Inputs& inputs, Date as_of);

  const Flow& of(std::size_t place) const noexcept { return by_place_[place]; }

  /// Every input that a fact's value can depend on.
  std::vector<std::uint32_t> inputs_of(std::size_t place) const;

 private:
  void set_plan_facts(Date as_of);
  void follow(const Derivation& derivation, std::uint16_t newborn);
  void take_over(std::size_t from, Flow& into) const;
  void work_out(const Derivation& derivation, std::uint16_t newborn, Flow& into) const;

  const Rules& rules_;
  const Inputs& inputs_;
  std::vector<Flow> by_place_;
};

/// Facts to evaluate over: all unknown, but those that are put.
class Scratch {
 public:
  explicit Scratch(const Inputs& inputs);

  Facts facts(std::uint16_t newborn) const noexcept;
  std::span<const Value* const> all() const noexcept { return values_; }
  void put(std::size_t place, const Value& value) noexcept { values_[place] = &value; }
  void clear(std::size_t place) noexcept;

 private:
  std::size_t family_slots_;
  std::vector<const Value*> values_;
  std::vector<std::span<const Value* const>> newborns_;
};

/// Calls `visit` with every choice of one origin for each place; false, and no call, where they are too many.
bool each_choice(const Flows& flows, std::span<const std::size_t> places, auto&& visit) {
  constexpr std::size_t most_choices = 256;
  std::size_t choices = 1;
  for (const std::size_t place : places) {
    choices *= flows.of(place).origins.size();
    if (choices > most_choices) return false;
  }
  std::vector<const Origin*> chosen(places.size());
  for (std::size_t choice = 0; choice < choices; ++choice) {
    std::size_t rest = choice;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& origins = flows.of(places[i]).origins;
      chosen[i] = &origins[rest % origins.size()];
      rest /= origins.size();
    }
    visit(std::span<const Origin* const>(chosen));
  }
  return true;
}

/// The inputs of a choice, each once.
std::vector<std::uint32_t> inputs_of(std::span<const Origin* const> choice);

}  // namespace birthcase::batch
