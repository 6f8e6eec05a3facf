/// A case as text for people: where it stands, how it came there, and what is next. Values of facts are not shown.
#pragma once

#include <birthcase/event.hpp>

#include "case/wording.hpp"

#include <span>
#include <string>

namespace birthcase::cli::cases {

std::string show_text(const CaseView& view, std::span<const Event> events, const DateTime& now);

/// Every event with its moment, who caused it, and everything that it says, also about people.
std::string events_text(const CaseView& view, std::span<const Event> events);

}  // namespace birthcase::cli::cases
