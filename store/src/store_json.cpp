#include <birthcase/store_json.hpp>

#include "json/writer.hpp"
#include "plan_json/findings_json.hpp"

namespace birthcase::store {

std::string to_json(const Outcome& outcome, Language language) {
  JsonWriter json(4096);
  json.open_object();
  json.number_at("version", outcome.version);
  json.key("events");
  json.literal(birthcase::to_json(std::span<const Event>(outcome.decision.events)));
  json.key("messages");
  json.open_array();
  for (const Message& message : outcome.decision.messages) json.literal(birthcase::to_json(message));
  json.close_array();
  json.key("findings");
  write_findings(json, outcome.decision.findings, language);
  json.key("alike");
  json.open_array();
  for (const BirthKey& birth : outcome.alike) {
    json.open_object();
    json.text_at("case", birth.case_id);
    json.number_at("newborn", birth.newborn);
    json.close_object();
  }
  json.close_array();
  if (outcome.erasure) json.text_at("erasure", name_of(*outcome.erasure));
  json.close_object();
  return json.take();
}

std::string to_json(std::span<const Summary> cases) {
  JsonWriter json(128 * (cases.size() + 1));
  json.open_array();
  for (const Summary& each : cases) {
    json.open_object();
    json.text_at("case", each.case_id);
    json.text_at("profile", each.profile);
    json.text_at("status", to_string(each.status));
    json.number_at("version", each.version);
    json.text_at("changed_at", to_string(each.changed_at));
    json.close_object();
  }
  json.close_array();
  return json.take();
}

std::string to_json(std::span<const Leased> leased) {
  JsonWriter json(2048 * (leased.size() + 1));
  json.open_array();
  for (const Leased& each : leased) {
    json.open_object();
    json.text_at("message", each.message_id);
    json.text_at("case", each.case_id);
    json.text_at("organisation", each.organisation);
    json.number_at("attempt", each.attempt);
    json.key("body");
    json.literal(each.body);
    json.close_object();
  }
  json.close_array();
  return json.take();
}

namespace {

void write(JsonWriter& json, const Waiting& waiting) {
  json.open_object();
  json.text_at("message", waiting.message_id);
  json.text_at("case", waiting.case_id);
  json.text_at("organisation", waiting.organisation);
  json.number_at("attempts", waiting.attempts);
  json.number_at("failures", waiting.failures);
  json.text_at("reason", waiting.reason);
  json.text_at("state", waiting.dead ? "dead" : waiting.behind_dead ? "behind-dead" : "waiting");
  json.text_at("until", waiting.until);
  json.close_object();
}

void write(JsonWriter& json, const std::vector<Break>& breaks) {
  json.open_array();
  for (const Break& each : breaks) {
    json.open_object();
    json.text_at("case", each.case_id);
    json.number_at("sequence", each.sequence);
    json.text_at("what", each.what);
    json.text_at("where", each.where);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

std::string to_json(std::span<const Waiting> waiting) {
  JsonWriter json(256 * (waiting.size() + 1));
  json.open_array();
  for (const Waiting& each : waiting) write(json, each);
  json.close_array();
  return json.take();
}

std::string to_json(const Waiting& waiting) {
  JsonWriter json(256);
  write(json, waiting);
  return json.take();
}

std::string to_json(const Verification& verification) {
  JsonWriter json(256);
  json.open_object();
  json.number_at("cases", verification.cases);
  json.number_at("events", verification.events);
  json.key("breaks");
  write(json, verification.breaks);
  json.number_at("unfinished_erasures", verification.unfinished_erasures);
  json.text_at("digest", verification.digest);
  json.number_at("not_replayed", verification.not_replayed);
  json.close_object();
  return json.take();
}

std::string to_json(const AnchorComparison& comparison) {
  JsonWriter json(256);
  json.open_object();
  json.text_at("at", to_string(comparison.at));
  json.number_at("cases", comparison.cases);
  json.text_at("signature", name_of(comparison.signature));
  json.key("breaks");
  write(json, comparison.breaks);
  json.close_object();
  return json.take();
}

std::string to_json(const Repair& repair) {
  JsonWriter json(256);
  json.open_object();
  json.number_at("cases", repair.cases);
  json.key("mended");
  write(json, repair.mended);
  json.key("left");
  write(json, repair.left);
  json.close_object();
  return json.take();
}

std::string to_json(std::span<const Damaged> damaged) {
  JsonWriter json(64 * (damaged.size() + 1));
  json.open_array();
  for (const Damaged& each : damaged) {
    json.open_object();
    json.text_at("case", each.case_id);
    json.text_at("table", each.table);
    json.close_object();
  }
  json.close_array();
  return json.take();
}

}  // namespace birthcase::store
