/// Events in words.
#pragma once

#include <birthcase/event.hpp>

#include "case/wording.hpp"

#include <string>
#include <vector>

namespace birthcase::cli::cases {

/// Whether what tells about people is shown too.
enum class Show { course, people };

/// `受理`, `户口登记：派送`
std::string event_words(const CaseView& view, const Event& event);

/// What the event says more, a line each.
std::vector<std::string> event_details(const CaseView& view, const Event& event, Show show);

/// The id of the step that an event is about; empty where it is about the case.
std::string_view step_of(const EventBody& body) noexcept;

}  // namespace birthcase::cli::cases
