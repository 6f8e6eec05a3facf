/// Which newborn of a case an imported one is.
#pragma once

#include <birthcase/application.hpp>

#include <cstdint>
#include <vector>

namespace birthcase::cli {

/// For each newborn of `imported` its place in `known`: the one of the same order of birth; else, where an order is not
/// told, the one of the same moment of birth and sex; else the next free place. A newborn that stands alone in both is
/// the same one, unless order, sex or moment of birth say otherwise.
std::vector<std::uint16_t> newborn_places(const Application& known, const Application& imported);

}  // namespace birthcase::cli
