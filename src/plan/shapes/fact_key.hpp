/// What the answers of a plan follow from, as far as the facts say it.
#pragma once

#include "plan/fact_table.hpp"
#include "plan/shapes/shape_key.hpp"

namespace birthcase {

/// Adds the classes of the facts and the answers of the leaves of conditions: not what a fact is, only what follows
/// from it.
///
/// The facts that a condition reads and those that would decide it depend on the answers of its leaves, so these are
/// added rather than whether conditions hold; where which facts a leaf reads depends on their values too, the facts are
/// added with the values.
void add_answers(ShapeKey& key, const Rules& rules, const FactTable& facts);

/// Adds what derivations and people come to, and which facts a leaf reads: after the answers, part of
/// `ShapeKey::values`.
void add_values(ShapeKey& key, const Rules& rules, const FactTable& facts);

}  // namespace birthcase
