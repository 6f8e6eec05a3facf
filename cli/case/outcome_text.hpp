/// What came of a command, in words that tell nothing about people.
#pragma once

#include <birthcase/desk.hpp>

#include "case/wording.hpp"
#include "terminal.hpp"

namespace birthcase::cli::cases {

/// What happened, the messages to send, and remarks. The view is of the case as it is now.
Document outcome_document(const CaseView& view, const store::Outcome& outcome);

/// What erasing a case came to that cannot be read.
Document erasure_document(const store::Outcome& outcome, Language language);

/// Why nothing was done: the message, the code, and each finding with its place.
Document refusal_document(const Refusal& refusal, Language language);

}  // namespace birthcase::cli::cases
