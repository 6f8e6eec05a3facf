// How an event changes a case.
#pragma once

#include <birthcase/case.hpp>

namespace birthcase::cases {

/// As `apply`, but after an error the case is good for nothing.
Result<void> fold(Case& state, const Event& event);

}  // namespace birthcase::cases
