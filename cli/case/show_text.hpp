/// A case for people: where it stands, how it came there, and what is next. Values of facts are not shown.
#pragma once

#include <birthcase/event.hpp>

#include "case/wording.hpp"
#include "terminal.hpp"

#include <cstddef>
#include <span>

namespace birthcase::cli::cases {

/// The drawing in it is at most so many columns wide.
Document case_document(const CaseView& view, std::span<const Event> events, const DateTime& now, std::size_t width);

/// Every event with its moment, who caused it, and everything that it says, also about people.
Document events_document(const CaseView& view, std::span<const Event> events);

}  // namespace birthcase::cli::cases
