// A plan read item by item, beside the same plan as JSON.
#pragma once

#include "caller.hpp"

namespace fuzz {

/// Reads every attribute of every item of a plan, and some that do not exist, and compares what JSON has too.
void walk(Caller& caller, const birthcase_plan* plan);

}  // namespace fuzz
