#include "case_json/reading.hpp"

#include <birthcase/json.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::case_json {
namespace {

template <class Enumeration>
void read_word(const JsonValue& json, const std::string& path, Enumeration& result, std::size_t count) {
  std::string word;
  read(json, path, word);
  std::string words;
  for (std::size_t i = 0; i < count; ++i) {
    const auto candidate = static_cast<Enumeration>(i);
    if (to_string(candidate) == word) {
      result = candidate;
      return;
    }
    words += fmt::format("{}'{}'", words.empty() ? "" : ", ", to_string(candidate));
  }
  fail(ErrorKind::unknown_name, "one of these belongs here: " + words, path);
}

template <class T>
T parsed(Result<T> result, const std::string& path) {
  if (!result) fail(result.error().kind, result.error().message, path);
  return *result;
}

bool is_unknown_mark(const JsonValue& json) {
  const auto* object = json.if_object();
  return object != nullptr && object->size() == 1 && object->contains("unknown") && object->at("unknown") == true;
}

}  // namespace

void fail(ErrorKind kind, std::string message, std::string path) {
  throw Fault{application::make_error(kind, std::move(message), std::move(path))};
}

void read(const JsonValue& json, const std::string& path, std::string& text) {
  if (!json.is_string()) fail(ErrorKind::wrong_type, "a text belongs here", path);
  text = json.get_string();
}

void read(const JsonValue& json, const std::string& path, bool& value) {
  if (!json.is_bool()) fail(ErrorKind::wrong_type, "true or false belongs here", path);
  value = json.get_bool();
}

void read(const JsonValue& json, const std::string& path, std::uint16_t& number) {
  const auto* whole = json.if_int64();
  if (whole == nullptr) fail(ErrorKind::wrong_type, "a whole number belongs here, counted from 0", path);
  if (*whole < 0 || *whole >= static_cast<std::int64_t>(Application::max_newborns)) {
    fail(ErrorKind::out_of_range, fmt::format("from 0 to {}", Application::max_newborns - 1), path);
  }
  number = static_cast<std::uint16_t>(*whole);
}

void read(const JsonValue& json, const std::string& path, std::uint64_t& sequence) {
  const auto* whole = json.if_int64();
  if (whole == nullptr || *whole < 1) fail(ErrorKind::wrong_type, "a whole number from 1 on belongs here", path);
  sequence = static_cast<std::uint64_t>(*whole);
}

void read(const JsonValue& json, const std::string& path, Date& day) {
  std::string text;
  read(json, path, text);
  day = parsed(parse_date(text), path);
}

void read(const JsonValue& json, const std::string& path, DateTime& moment) {
  std::string text;
  read(json, path, text);
  moment = parsed(parse_date_time(text), path);
}

void read(const JsonValue& json, const std::string& path, Due& due) {
  std::string text;
  read(json, path, text);
  if (text.find('T') == std::string::npos) {
    due = Due(parsed(parse_date(text), path));
  } else {
    due = Due(parsed(parse_date_time(text), path));
  }
}

void read(const JsonValue& json, const std::string& path, HandedInAs& as) { read_word(json, path, as, 3); }
void read(const JsonValue& json, const std::string& path, EvidenceStatus& status) { read_word(json, path, status, 7); }
void read(const JsonValue& json, const std::string& path, MessageKind& kind) { read_word(json, path, kind, 7); }
void read(const JsonValue& json, const std::string& path, LookUpState& state) { read_word(json, path, state, 6); }
void read(const JsonValue& json, const std::string& path, Origin& origin) { read_word(json, path, origin, 6); }
void read(const JsonValue& json, const std::string& path, commands::AnswerKind& kind) {
  read_word(json, path, kind, 4);
}

void read(const JsonValue& json, const std::string& path, std::vector<NamedFact>& facts) {
  for (const auto& [name, value] : object_at(json, path)) {
    facts.push_back({std::string(name), is_unknown_mark(value) ? Value() : value_from(value)});
  }
}

const JsonObject& object_at(const JsonValue& json, const std::string& path) {
  const auto* object = json.if_object();
  if (object == nullptr) fail(ErrorKind::wrong_type, "an object belongs here", path);
  return *object;
}

void refuse_others(const JsonObject& object, const std::string& path, const std::vector<std::string_view>& known) {
  for (const auto& member : object) {
    if (std::find(known.begin(), known.end(), std::string_view(member.key())) != known.end()) continue;
    fail(ErrorKind::unknown_name, application::no_such("key", member.key(), known),
         json::is_presentable(member.key()) ? json::append(path, member.key()) : path);
  }
}

}  // namespace birthcase::case_json
