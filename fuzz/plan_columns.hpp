// Many applications in one call, beside each in a call of its own.
#pragma once

#include "arguments.hpp"
#include "caller.hpp"

namespace fuzz {

/// Plans an application between others that cannot be planned, and checks that its row has what
/// `birthcase_plan_document` gives.
void columns_agree(Caller& caller, const birthcase_profile* profile, const Text& json, const Text& day);

}  // namespace fuzz
