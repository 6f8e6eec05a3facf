/// What the answers of a plan follow from, as far as the facts say it.
#pragma once

#include "plan/fact_table.hpp"
#include "plan/shapes/shape_key.hpp"

namespace birthcase {

/// Adds what conditions, derivations and people come to: not what a fact is, only what follows from it.
///
/// The facts that a condition reads and those that would decide it hang on the answers of its leaves, so these are
/// added rather than whether conditions hold; where which facts a leaf reads hangs on their values too, the facts are.
void add_facts(ShapeKey& key, const Rules& rules, const FactTable& facts);

}  // namespace birthcase
