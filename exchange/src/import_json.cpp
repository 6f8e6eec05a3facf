#include <birthcase/exchange/import.hpp>
#include <birthcase/plan.hpp>
#include <birthcase/plan_json.hpp>

#include "json/writer.hpp"

namespace birthcase::exchange {
namespace {

void write_place(JsonWriter& writer, std::size_t line, std::size_t column) {
  if (line != 0) writer.number_at("line", line);
  if (column != 0) writer.number_at("column", column);
}

void write_finding(JsonWriter& writer, const SourceFinding& found, Language language) {
  writer.open_object();
  writer.text_at("severity", to_string(found.finding.severity));
  writer.text_at("code", found.finding.code);
  if (!found.finding.path.empty()) writer.text_at("path", found.finding.path);
  if (!found.source.empty()) writer.text_at("source", found.source);
  if (found.text > 1) writer.number_at("text", found.text);
  write_place(writer, found.line, found.column);
  writer.text_at("message", found.finding.message.in(language));
  writer.close_object();
}

void write_source_of(JsonWriter& writer, const Profile& profile, const FactSource& source) {
  writer.open_object();
  writer.text_at("fact", fact_name(profile, source.fact));
  writer.text_at("source", source.path);
  writer.number_at("record", source.record);
  if (source.text > 1) writer.number_at("text", source.text);
  write_place(writer, source.line, source.column);
  if (source.fallback) writer.boolean_at("default", true);
  writer.close_object();
}

void write_birth(JsonWriter& writer, const Map& map, const ImportedBirth& birth, Language language) {
  writer.open_object();
  writer.key("records");
  writer.open_array();
  for (const std::size_t record : birth.records) writer.number(record);
  writer.close_array();
  if (birth.text > 1) writer.number_at("text", birth.text);
  write_place(writer, birth.line, 0);
  if (!birth.message.empty()) writer.text_at("message", birth.message);
  if (birth.sent_at) writer.text_at("sent_at", birthcase::to_string(*birth.sent_at));
  writer.key("application");
  birth.application ? writer.literal(to_json(*birth.application)) : writer.null();
  writer.key("findings");
  writer.open_array();
  for (const SourceFinding& found : birth.findings) write_finding(writer, found, language);
  writer.close_array();
  writer.key("sources");
  writer.open_array();
  for (const FactSource& source : birth.sources) write_source_of(writer, map.profile(), source);
  writer.close_array();
  writer.close_object();
}

}  // namespace

std::string to_json(const Map& map, const Imported& imported, Language language) {
  JsonWriter writer;
  writer.open_object();
  writer.text_at("map", map.content().id);
  writer.text_at("version", map.content().version);
  writer.key("births");
  writer.open_array();
  for (const ImportedBirth& birth : imported.births) write_birth(writer, map, birth, language);
  writer.close_array();
  writer.key("unread");
  writer.open_array();
  for (const UnreadPlace& place : imported.unread) {
    writer.open_object();
    writer.text_at("source", place.path);
    writer.number_at("times", place.times);
    writer.close_object();
  }
  writer.close_array();
  writer.close_object();
  return writer.take();
}

}  // namespace birthcase::exchange
