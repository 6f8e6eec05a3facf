/// What came of a command, in words that tell nothing about people.
#pragma once

#include <birthcase/desk.hpp>

#include "case/wording.hpp"

#include <string>

namespace birthcase::cli::cases {

/// What happened, the messages to send, and remarks. The view is of the case as it is now.
std::string outcome_text(const CaseView& view, const store::Outcome& outcome);

/// What erasing a case came to that cannot be read.
std::string erasure_text(const store::Outcome& outcome, Language language, const Page& page);

/// Why nothing was done: the message, the code, and each finding with its place.
std::string refusal_text(const Refusal& refusal, Language language, const Page& page);

}  // namespace birthcase::cli::cases
