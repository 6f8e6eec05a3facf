#include "case_json/writing.hpp"

#include <birthcase/json.hpp>

#include <boost/json/serialize.hpp>

namespace birthcase::case_json {

void write(JsonWriter& json, const std::string& text) { json.text(text); }
void write(JsonWriter& json, bool value) { json.boolean(value); }
void write(JsonWriter& json, std::uint16_t number) { json.number(number); }
void write(JsonWriter& json, std::uint64_t sequence) { json.number(sequence); }
void write(JsonWriter& json, Date day) { json.text(to_string(day)); }
void write(JsonWriter& json, const DateTime& moment) { json.text(to_string(moment)); }
void write(JsonWriter& json, const Due& due) { json.text(to_string(due)); }
void write(JsonWriter& json, HandedInAs as) { json.text(to_string(as)); }
void write(JsonWriter& json, EvidenceStatus status) { json.text(to_string(status)); }
void write(JsonWriter& json, MessageKind kind) { json.text(to_string(kind)); }
void write(JsonWriter& json, commands::AnswerKind kind) { json.text(to_string(kind)); }
void write(JsonWriter& json, LookUpState state) { json.text(to_string(state)); }
void write(JsonWriter& json, Origin origin) { json.text(to_string(origin)); }

// Numbers by way of `to_json`, which puts in quotes what other readers would round: the same fact is read back.
void write(JsonWriter& json, const std::vector<NamedFact>& facts) {
  json.open_object();
  for (const NamedFact& fact : facts) {
    json.any_key(fact.fact);
    if (fact.value.is(Kind::number)) {
      json.literal(boost::json::serialize(to_json(fact.value)));
    } else {
      json.value(fact.value);
    }
  }
  json.close_object();
}

std::string payload_text(const std::vector<NamedFact>& fields, const std::vector<EvidenceReference>& evidence) {
  JsonWriter json;
  json.open_array();
  write(json, fields);
  write(json, evidence);
  json.close_array();
  return json.take();
}

}  // namespace birthcase::case_json
