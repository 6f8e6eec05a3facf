/// A comparison as text for people.
#pragma once

#include <birthcase/compare.hpp>

#include "terminal.hpp"
#include "words.hpp"

#include <string>

namespace birthcase::cli {

/// A table with a column for each profile where that is readable, else a block for each service.
std::string comparison_text(const Comparison& comparison, const Words& words, const Page& page);

}  // namespace birthcase::cli
