/// Cases, events, commands and messages as JSON text. Shows no JSON library. docs/case.md has an example of each.
#pragma once

#include <birthcase/case.hpp>
#include <birthcase/deadlines.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase {

/// The two parts of an event: what may be kept for ever, and what tells about people (`{}` where there is nothing).
struct EventTexts {
  std::string data;
  std::string personal;
};
EventTexts to_json_parts(const EventBody& body);

/// An event's body back from its parts. An empty `personal` is one that was erased: what stood there is empty.
/// Errors: `syntax`, `unknown_name`, `wrong_type`, `missing`, `out_of_range`, with the path.
Result<EventBody> event_body_from(std::string_view kind, std::string_view data, std::string_view personal);

/// `{"sequence","at","by","type","data","personal"}`; the same event gives the same bytes.
std::string to_json(const Event& event);
std::string to_json(std::span<const Event> events);

/// A JSON array of events. Errors: as `event_body_from`.
Result<std::vector<Event>> parse_events(std::string_view json);

/// A command: `{"do": "accept", "by": "window-1", …}`. An unknown key is an error with the nearest.
Result<Command> parse_command(std::string_view json);

std::string to_json(const Message& message);

/// The state of a case, with what is due at a moment.
std::string to_json(const Case& state, const DateTime& now, Language language = Language::zh);

std::string to_json(std::span<const Deadline> deadlines);

/// `{"events","messages","findings"}`
std::string to_json(const Decision& decision, Language language = Language::zh);

/// `{"code","message","path","findings"}`
std::string to_json(const Refusal& refusal, Language language = Language::zh);

}  // namespace birthcase
