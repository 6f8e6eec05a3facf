#include <birthcase/case_json.hpp>

#include "case_json/reading.hpp"
#include "case_json/writing.hpp"
#include "plan_json/findings_json.hpp"

#include <boost/json/serialize.hpp>

#include <charconv>

namespace birthcase {
namespace {

using namespace case_json;

template <class Variant, class Visit>
bool visit_kind(std::string_view kind, Visit&& visit) {
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<Variant>>>([&](auto place) {
    if (found) return;
    Variant candidate{std::in_place_index<place.value>};
    if (kind_of(candidate) != kind) return;
    found = true;
    visit(candidate, std::get<place.value>(candidate));
  });
  return found;
}

template <class Variant>
std::vector<std::string_view> kinds() {
  std::vector<std::string_view> all;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<Variant>>>(
      [&](auto place) { all.push_back(kind_of(Variant{std::in_place_index<place.value>})); });
  return all;
}

/// Runs what may fail with `Fault`.
template <class T, class Body>
Result<T> guarded(Body&& body) {
  try {
    return body();
  } catch (Fault& fault) {
    return std::move(fault.error);
  }
}

EventBody body_from(std::string_view kind, const JsonObject& data, const JsonObject& personal,
                    const std::string& path) {
  EventBody body;
  const bool known = visit_kind<EventBody>(kind, [&](EventBody& candidate, auto& event) {
    read_members(data, path + "/data", event);
    read_members(personal, path + "/personal", event, Part::personal);
    body = std::move(candidate);
  });
  if (!known) fail(ErrorKind::unknown_name, application::no_such("event", kind, kinds<EventBody>()), path + "/type");
  return body;
}

JsonValue document(std::string_view text) {
  auto parsed = json::parse_document(text);
  if (!parsed) throw Fault{parsed.error()};
  return std::move(*parsed);
}

template <class T>
void read_key(const JsonObject& object, std::string_view key, const std::string& path, T& result) {
  const auto* given = object.if_contains(key);
  if (given == nullptr) fail(ErrorKind::missing, "'" + std::string(key) + "' is missing here", path);
  case_json::read(*given, json::append(path, key), result);
}

Event event_from(const JsonValue& json, const std::string& path) {
  static const JsonObject nothing;
  const JsonObject& object = object_at(json, path);
  Event event;
  std::string kind;
  read_key(object, "sequence", path, event.sequence);
  read_key(object, "at", path, event.at);
  read_key(object, "by", path, event.by);
  read_key(object, "type", path, kind);
  const auto part = [&](std::string_view key) -> const JsonObject& {
    const auto* given = object.if_contains(key);
    return given == nullptr ? nothing : object_at(*given, json::append(path, key));
  };
  refuse_others(object, path, {"sequence", "at", "by", "type", "data", "personal"});
  event.body = body_from(kind, part("data"), part("personal"), path);
  return event;
}

void write_event(JsonWriter& json, const Event& event) {
  const EventTexts parts = to_json_parts(event.body);
  json.open_object();
  json.number_at("sequence", event.sequence);
  json.text_at("at", to_string(event.at));
  json.text_at("by", event.by);
  json.text_at("type", kind_of(event.body));
  json.key("data");
  json.literal(parts.data);
  json.key("personal");
  json.literal(parts.personal);
  json.close_object();
}

// An application may stand in a command as it is, not only as a text.
void quote_application(JsonObject& command) {
  auto* application = command.if_contains("application");
  if (application != nullptr && application->is_object()) *application = boost::json::serialize(*application);
}

}  // namespace

EventTexts to_json_parts(const EventBody& body) {
  const auto part = [&body](Part which) {
    JsonWriter json(256);
    json.open_object();
    std::visit([&](const auto& event) { write_members(json, event, which); }, body);
    json.close_object();
    return json.take();
  };
  return {part(Part::data), part(Part::personal)};
}

Result<EventBody> event_body_from(std::string_view kind, std::string_view data, std::string_view personal) {
  return guarded<EventBody>([&] {
    const JsonValue data_value = document(data);
    const JsonValue personal_value = personal.empty() ? JsonValue(JsonObject()) : document(personal);
    return body_from(kind, object_at(data_value, "/data"), object_at(personal_value, "/personal"), "");
  });
}

std::string to_json(const Event& event) {
  JsonWriter json(512);
  write_event(json, event);
  return json.take();
}

std::string to_json(std::span<const Event> events) {
  JsonWriter json(512 * (events.size() + 1));
  json.open_array();
  for (const Event& event : events) write_event(json, event);
  json.close_array();
  return json.take();
}

Result<std::vector<Event>> parse_events(std::string_view text) {
  return guarded<std::vector<Event>>([&] {
    const JsonValue value = document(text);
    const auto* list = value.if_array();
    if (list == nullptr) fail(ErrorKind::wrong_type, "a list of events belongs here", "");
    std::vector<Event> events;
    for (std::size_t i = 0; i < list->size(); ++i) events.push_back(event_from((*list)[i], json::append("", i)));
    return events;
  });
}

Result<Command> parse_command(std::string_view text) {
  return guarded<Command>([&] {
    JsonValue value = document(text);
    JsonObject object = object_at(value, "");
    Command command;
    std::string kind;
    read_key(object, "do", "", kind);
    read_key(object, "by", "", command.by);
    object.erase("do");
    object.erase("by");
    quote_application(object);
    const bool known = visit_kind<CommandBody>(kind, [&](CommandBody& candidate, auto& body) {
      read_members(object, "", body);
      command.body = std::move(candidate);
    });
    if (!known) {
      fail(ErrorKind::unknown_name, application::no_such("command", kind, kinds<CommandBody>()), "/do");
    }
    return command;
  });
}

std::string to_json(const Message& message) {
  JsonWriter json(2048);
  case_json::write(json, message);
  return json.take();
}

std::string to_json(const Decision& decision, Language language) {
  JsonWriter json(2048);
  json.open_object();
  json.key("events");
  json.literal(to_json(decision.events));
  json.key("messages");
  case_json::write(json, decision.messages);
  json.key("findings");
  write_findings(json, decision.findings, language);
  json.close_object();
  return json.take();
}

std::string to_json(const Refusal& refusal, Language language) {
  JsonWriter json(512);
  json.open_object();
  json.text_at("code", refusal.code);
  json.text_at("message", refusal.message.in(language));
  json.text_at("path", refusal.path);
  json.key("findings");
  write_findings(json, refusal.findings, language);
  json.close_object();
  return json.take();
}

}  // namespace birthcase
