// Where the facts and documents of a message come from, as it was.
#pragma once

#include <birthcase/case.hpp>

namespace birthcase::cases {

/// Adds to a message how each of its fields became known, and what look-ups say about its fields and documents.
void add_origins(Message& message, const Plan& plan, const Step& step);

/// Adds to a message how each of its fields became known.
void add_origins(Message& message, const Plan& plan);

}  // namespace birthcase::cases
