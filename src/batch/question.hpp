/// What a leaf of conditions asks of the facts that it reads.
#pragma once

#include "batch/flows.hpp"
#include "plan/conditions/leaf.hpp"

#include <vector>

namespace birthcase::batch {

class Question {
 public:
  /// A leaf, for a newborn where it asks about the one at hand.
  Question(const Leaf& leaf, std::uint16_t newborn, const Inputs& inputs);

  const Leaf& leaf() const noexcept { return *leaf_; }
  std::span<const std::size_t> places() const noexcept { return places_; }  ///< of the facts that it reads, each once

  /// Whether which facts it reads follows from its text alone, so that its answer says all.
  bool can_be_followed() const noexcept { return followed_; }

  /// The answer; if that is unknown, which facts of an expression would decide it. Of other leaves these are those that
  /// are unknown.
  feel::Logic answer(const Scratch& facts, FactRefs& deciding) const;

 private:
  void add(std::size_t place);
  void add_all(std::uint16_t slot);
  void read(feel::NodeId id);

  const Leaf* leaf_;
  const Inputs* inputs_;
  std::uint16_t newborn_;
  bool followed_;
  std::vector<std::size_t> places_;
};

/// For each code of an input a number, equal where a choice of origins has the same values.
std::vector<std::uint32_t> ids_of(std::span<const Origin* const> choice, std::uint32_t input, std::size_t codes);

}  // namespace birthcase::batch
