/// What all answers of a plan follow from.
#pragma once

#include "plan/agreement.hpp"
#include "plan/shapes/shape_key.hpp"
#include "plan/situation.hpp"

#include <optional>

namespace birthcase::planning {

/// The key of a plan's shape; nothing for what is planned again each time: cases under way, whose look-ups and issued
/// facts a plan tells of; profiles with a very large condition; and rules that take more work than a plan may take.
/// `alike`: the key of facts that differ in none that `ShapeKey::values` reads, on the same day; or nullptr.
std::optional<ShapeKey> key_of(const Situation& situation, const Told& told, const ShapeKey* alike = nullptr);

/// Whether a case is under way: its plans have no keys.
bool is_under_way(const FactStore& store) noexcept;

/// Whether rules have taken so much work that it can show which of them were asked first.
bool is_costly(const FactTable& facts) noexcept;

}  // namespace birthcase::planning
