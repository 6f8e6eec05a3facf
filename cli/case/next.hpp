/// What is next to do in a case.
#pragma once

#include "case/wording.hpp"

#include <string>
#include <vector>

namespace birthcase::cli::cases {

/// A sentence for each thing that somebody can or must do at a moment.
std::vector<std::string> next_to_do(const CaseView& view, const DateTime& now);

}  // namespace birthcase::cli::cases
