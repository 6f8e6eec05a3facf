/// Properties as people write them: conditions over the facts of a profile and over what its plans say.
#pragma once

#include "analysis/outcomes.hpp"

#include <string_view>

namespace birthcase::analysis {

/// Compiles a property. Errors: those of `Condition::compile`, the column being that of the text; a name that does not
/// exist is told with the nearest that does.
Result<Condition> compile_property(std::string_view text, const OutcomeNames& names);

}  // namespace birthcase::analysis
