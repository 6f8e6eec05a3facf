// Whose clock stands still: the department that waits for the family, and those that wait behind such a step.
#pragma once

#include <birthcase/case.hpp>

namespace birthcase::cases {

/// Begins and ends the pauses of a case's steps, as they stand at a moment. Only a promise that says so stands still.
void note_pauses(Case& state, const DateTime& at);

/// Ends a step's pause, if it has one. Its deadline stays: an event says the new one.
void end_pause(CaseStep& step);

}  // namespace birthcase::cases
