#include "sql_store/change_check.hpp"

#include "case/names.hpp"
#include "json/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace birthcase::store {
namespace {

Error refusal(ErrorKind kind, std::string message, std::size_t event) {
  return {.kind = kind, .message = std::move(message), .path = fmt::format("/events/{}", event)};
}

Result<void> check_opening(const Change& change) {
  const auto* opened = std::get_if<events::Opened>(&change.events.front().body);
  if ((opened != nullptr) != (change.expected_version == 0)) {
    return refusal(ErrorKind::contradiction, "the first event of a case, and no other, opens it", 0);
  }
  if (opened != nullptr && (opened->case_id != change.case_id || opened->profile != change.profile)) {
    return refusal(ErrorKind::contradiction, "this event opens another case, or under another profile", 0);
  }
  return {};
}

Result<void> check_order(const Change& change) {
  for (std::size_t place = 0; place < change.events.size(); ++place) {
    const Event& event = change.events[place];
    if (event.sequence != change.expected_version + place + 1) {
      return refusal(
          ErrorKind::contradiction,
          fmt::format("the event must have the number {}: events are counted from the version that was decided "
                      "on, without a gap",
                      change.expected_version + place + 1),
          place);
    }
    if (event.at.is_special()) return refusal(ErrorKind::missing, "the event has no moment", place);
    if (place > 0 && event.at < change.events[place - 1].at && !repairs_clock(event)) {
      return refusal(ErrorKind::contradiction, "the event is earlier than the one before it", place);
    }
  }
  return {};
}

Result<void> check_messages(const Change& change) {
  std::size_t made = 0;
  for (std::size_t place = 0; place < change.events.size(); ++place) {
    const std::string_view id = message_made_by(change.events[place]);
    if (id.empty()) continue;
    ++made;
    const auto with_id = [id](const Message& message) { return message.id == id; };
    if (std::count_if(change.messages.begin(), change.messages.end(), with_id) != 1) {
      return refusal(ErrorKind::contradiction, "the event made a message: give this message once with the event",
                     place);
    }
  }
  const bool all_ours = std::all_of(change.messages.begin(), change.messages.end(),
                                    [&](const Message& message) { return message.case_id == change.case_id; });
  if (made == change.messages.size() && all_ours) return {};
  return Error{.kind = ErrorKind::contradiction,
               .message = "no event of this change made the message, or it belongs to another case",
               .path = "/messages"};
}

}  // namespace

bool repairs_clock(const Event& event) noexcept { return std::holds_alternative<events::ClockRepaired>(event.body); }

std::string_view message_made_by(const Event& event) noexcept {
  if (const auto* sent = std::get_if<events::StepDispatched>(&event.body)) return sent->message;
  if (const auto* sent = std::get_if<events::NoticeSent>(&event.body)) return sent->message;
  if (const auto* asked = std::get_if<events::LookUpAsked>(&event.body)) return asked->message;
  if (const auto* voided = std::get_if<events::LookUpVoided>(&event.body)) return voided->cancellation;
  return {};
}

Result<void> check_names(const Change& change) {
  for (std::size_t place = 0; place < change.events.size(); ++place) {
    const Event& event = change.events[place];
    if (!cases::is_actor(event.by))
      return refusal(ErrorKind::out_of_range, "`by` of the event is not an operator's id", place);
    const auto* corrected = std::get_if<events::Corrected>(&event.body);
    if (corrected == nullptr) continue;
    for (const std::string& name : {corrected->document, corrected->authority}) {
      if (name.empty() || json::is_presentable(name)) continue;
      return refusal(ErrorKind::out_of_range, "a correction names a type of document and an organisation", place);
    }
  }
  return {};
}

Result<void> check(const Change& change) {
  if (!cases::is_case_id(change.case_id)) {
    return Error{.kind = ErrorKind::out_of_range,
                 .message = "a case's id has 1 to 64 letters, digits, `.`, `_` and `-`",
                 .path = "/case_id"};
  }
  if (change.events.empty()) {
    return Error{.kind = ErrorKind::missing, .message = "a change has at least one event", .path = "/events"};
  }
  if (auto done = check_opening(change); !done) return done.error();
  if (auto done = check_order(change); !done) return done.error();
  return check_messages(change);
}

}  // namespace birthcase::store
