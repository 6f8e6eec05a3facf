// Reports for programs.
#include <birthcase/testing.hpp>

#include "json/writer.hpp"

namespace birthcase {
namespace {

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
  json.open_array();
  for (const std::string& text : texts) json.text(text);
  json.close_array();
}

void write_reason(JsonWriter& json, const Reason& reason) {
  json.open_object();
  json.text_at("item", reason.item);
  json.text_at("answer", reason.answer);
  if (!reason.rule.empty()) {
    json.text_at("rule", reason.rule);
    json.text_at("holds", reason.holds);
    json.text_at("document", reason.document);
    json.text_at("path", reason.path);
    json.text_at("source", reason.source);
    json.text_at("condition", reason.condition);
    json.text_at("deciding", reason.deciding);
    json.key("facts");
    json.open_array();
    for (const auto& [name, value] : reason.facts) {
      json.open_object();
      json.text_at("fact", name);
      json.key("value");
      json.literal(value == "unknown" ? std::string_view(R"({"unknown":true})") : value);
      json.close_object();
    }
    json.close_array();
  }
  json.close_object();
}

void write_mismatch(JsonWriter& json, const Mismatch& mismatch) {
  json.open_object();
  json.text_at("expectation", mismatch.expectation);
  json.key("expected");
  write_texts(json, mismatch.expected);
  json.key("got");
  write_texts(json, mismatch.got);
  json.key("missing");
  write_texts(json, mismatch.missing);
  json.key("unexpected");
  write_texts(json, mismatch.unexpected);
  json.key("reasons");
  json.open_array();
  if (!mismatch.item.empty()) write_reason(json, mismatch);
  for (const Reason& other : mismatch.others) write_reason(json, other);
  json.close_array();
  json.close_object();
}

void write_result(JsonWriter& json, const RuleTestResult& result) {
  json.open_object();
  json.text_at("name", result.name);
  if (!result.source.empty()) json.text_at("source", result.source);
  json.text_at("path", result.path);
  json.boolean_at("passed", result.passed());
  json.key("text");
  json.text(result.passed() ? std::string() : to_text(result));
  json.key("mismatches");
  json.open_array();
  for (const Mismatch& mismatch : result.mismatches) write_mismatch(json, mismatch);
  json.close_array();
  json.close_object();
}

void write_report(JsonWriter& json, const RuleTestReport& report) {
  json.open_object();
  json.text_at("document", report.document);
  json.number_at("passed", report.passed);
  json.number_at("failed", report.failed);
  json.key("results");
  json.open_array();
  for (const RuleTestResult& result : report.results) write_result(json, result);
  json.close_array();
  json.close_object();
}

}  // namespace

std::string to_json(const RuleTestReport& report) {
  JsonWriter json;
  write_report(json, report);
  return json.take();
}

std::string to_json(std::span<const RuleTestReport> reports) {
  JsonWriter json;
  json.open_array();
  for (const RuleTestReport& report : reports) write_report(json, report);
  json.close_array();
  return json.take();
}

}  // namespace birthcase
