// Described structures as JSON.
#pragma once

#include "case_json/described.hpp"
#include "json/writer.hpp"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace birthcase::case_json {

void write(JsonWriter& json, const std::string& text);
void write(JsonWriter& json, bool value);
void write(JsonWriter& json, std::uint16_t number);
void write(JsonWriter& json, std::uint64_t sequence);
void write(JsonWriter& json, Date day);
void write(JsonWriter& json, const DateTime& moment);
void write(JsonWriter& json, const Due& due);
void write(JsonWriter& json, HandedInAs as);
void write(JsonWriter& json, EvidenceStatus status);
void write(JsonWriter& json, MessageKind kind);
void write(JsonWriter& json, commands::AnswerKind kind);
void write(JsonWriter& json, LookUpState state);
void write(JsonWriter& json, Origin origin);

/// Facts as an object, name by name: `{"mother.name": "…"}`; what was taken back as `{"unknown": true}`.
void write(JsonWriter& json, const std::vector<NamedFact>& facts);

template <class T>
concept Described = boost::describe::has_describe_members<T>::value;

template <class T>
inline constexpr bool is_personal = false;
template <class T>
inline constexpr bool is_personal<Personal<T>> = true;

enum class Part { data, personal };

template <Described T>
void write_members(JsonWriter& json, const T& object, Part part = Part::data);

template <Described T>
void write(JsonWriter& json, const T& object) {
  json.open_object();
  write_members(json, object);
  json.close_object();
}

template <class T>
void write(JsonWriter& json, const std::optional<T>& value) {
  write(json, *value);  // an empty one is left out
}

template <class T>
void write(JsonWriter& json, const std::vector<T>& items) {
  json.open_array();
  for (const T& item : items) write(json, item);
  json.close_array();
}

/// The members of one part that are not as a new object has them; words always.
template <Described T>
void write_members(JsonWriter& json, const T& object, Part part) {
  [[maybe_unused]] static const T blank{};
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    const auto& value = object.*member.pointer;
    using Value = std::remove_cvref_t<decltype(value)>;
    const bool worth_writing = std::is_enum_v<Value> || !(value == blank.*member.pointer);
    if (is_personal<Value> != (part == Part::personal) || !worth_writing) return;
    json.any_key(member.name);
    if constexpr (is_personal<Value>) {
      write(json, value.value);
    } else {
      write(json, value);
    }
  });
}

/// What a message says about the family, as its digest is taken of.
std::string payload_text(const std::vector<NamedFact>& fields, const std::vector<EvidenceReference>& evidence);

}  // namespace birthcase::case_json
