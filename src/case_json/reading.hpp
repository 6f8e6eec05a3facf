// Described structures from JSON. What is absent is as a new object has it; what has no member is an error.
#pragma once

#include "application/errors.hpp"
#include "case_json/described.hpp"
#include "case_json/writing.hpp"
#include "json/document.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace birthcase::case_json {

using JsonValue = boost::json::value;
using JsonObject = boost::json::object;

/// Thrown inside the reading and caught by its entrances.
struct Fault {
  Error error;
};

[[noreturn]] void fail(ErrorKind kind, std::string message, std::string path);

void read(const JsonValue& json, const std::string& path, std::string& text);
void read(const JsonValue& json, const std::string& path, bool& value);
void read(const JsonValue& json, const std::string& path, std::uint16_t& number);
void read(const JsonValue& json, const std::string& path, std::uint64_t& sequence);  ///< from 1 on
void read(const JsonValue& json, const std::string& path, Date& day);
void read(const JsonValue& json, const std::string& path, DateTime& moment);
void read(const JsonValue& json, const std::string& path, Due& due);
void read(const JsonValue& json, const std::string& path, HandedInAs& as);
void read(const JsonValue& json, const std::string& path, EvidenceStatus& status);
void read(const JsonValue& json, const std::string& path, MessageKind& kind);
void read(const JsonValue& json, const std::string& path, commands::AnswerKind& kind);
void read(const JsonValue& json, const std::string& path, LookUpState& state);
void read(const JsonValue& json, const std::string& path, Origin& origin);
void read(const JsonValue& json, const std::string& path, std::vector<NamedFact>& facts);

const JsonObject& object_at(const JsonValue& json, const std::string& path);

/// Refuses keys that are none of these.
void refuse_others(const JsonObject& object, const std::string& path, const std::vector<std::string_view>& known);

template <Described T>
void read_members(const JsonObject& object, const std::string& path, T& result, Part part = Part::data);

template <Described T>
void read(const JsonValue& json, const std::string& path, T& result) {
  const JsonObject& object = object_at(json, path);
  read_members(object, path, result);
}

template <class T>
void read(const JsonValue& json, const std::string& path, std::optional<T>& result) {
  read(json, path, result.emplace());
}

template <class T>
void read(const JsonValue& json, const std::string& path, std::vector<T>& items) {
  const auto* list = json.if_array();
  if (list == nullptr) fail(ErrorKind::wrong_type, "a list belongs here", path);
  for (std::size_t i = 0; i < list->size(); ++i) read((*list)[i], json::append(path, i), items.emplace_back());
}

/// The members of one part. `also` are keys that somebody else reads.
template <Described T>
void read_members(const JsonObject& object, const std::string& path, T& result, Part part) {
  using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
  std::vector<std::string_view> known;
  boost::mp11::mp_for_each<Members>([&](auto member) {
    auto& value = result.*member.pointer;
    using Value = std::remove_cvref_t<decltype(value)>;
    if (is_personal<Value> != (part == Part::personal)) return;
    known.emplace_back(member.name);
    const auto* given = object.if_contains(member.name);
    if (given == nullptr) return;
    const std::string place = json::append(path, member.name);
    if constexpr (is_personal<Value>) {
      read(*given, place, value.value);
    } else {
      read(*given, place, value);
    }
  });
  refuse_others(object, path, known);
}

}  // namespace birthcase::case_json
