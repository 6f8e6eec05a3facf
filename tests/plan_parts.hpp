// What a plan's document has to be where only some of it is wanted: the whole one without the rest.
#pragma once

#include <birthcase/plan_contents.hpp>

#include <string>
#include <string_view>

namespace birthcase::tests {

/// What is wanted of a whole document, as Boost.JSON writes it.
std::string chosen_of(std::string_view whole, const PlanContents& contents);

/// A document as Boost.JSON writes it.
std::string rewritten(std::string_view document);

}  // namespace birthcase::tests
