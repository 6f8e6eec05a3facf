#include <birthcase/mutation.hpp>

#include "json/document.hpp"
#include "json/writer.hpp"
#include "nearest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace birthcase {
namespace {

namespace js = boost::json;

constexpr std::array<std::string_view, 3> survivor_keys{"rule", "change", "reason"};

Error wrong_survivor(ErrorKind kind, std::string path, std::string message) {
  return Error{.kind = kind, .message = std::move(message), .path = std::move(path)};
}

Result<std::string> required_text(const js::object& row, std::string_view key, const std::string& path) {
  const js::value* value = row.if_contains(key);
  if (value == nullptr) {
    return wrong_survivor(ErrorKind::missing, path, fmt::format("'{}' is missing here", key));
  }
  if (value->is_string() && !value->get_string().empty()) return std::string(value->get_string());
  return wrong_survivor(ErrorKind::wrong_type, json::append(path, key), fmt::format("'{}' must be a text", key));
}

Result<AcceptedSurvivor> survivor_in(js::value& value, const std::string& path) {
  if (!value.is_object()) {
    return wrong_survivor(ErrorKind::wrong_type, path, "a survivor is an object: rule, change, reason");
  }
  js::object& row = value.get_object();
  json::drop_comment(row);
  for (const auto& member : row) {
    const auto key = std::string_view(member.key());
    if (std::find(survivor_keys.begin(), survivor_keys.end(), key) != survivor_keys.end()) continue;
    const auto near = nearest(key, survivor_keys);
    const auto hint = near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
    return wrong_survivor(ErrorKind::unknown_name, path, fmt::format("unknown key '{}'{}", shown(key), hint));
  }
  auto rule = required_text(row, "rule", path);
  if (!rule) return rule.error();
  auto change = required_text(row, "change", path);
  if (!change) return change.error();
  auto reason = required_text(row, "reason", path);
  if (!reason) return reason.error();
  return AcceptedSurvivor{std::move(*rule), std::move(*change), std::move(*reason)};
}

void write_change(JsonWriter& json, const std::string& rule, const std::string& change, const std::string& reason) {
  json.text_at("rule", rule);
  json.text_at("change", change);
  if (!reason.empty()) json.text_at("reason", reason);
}

}  // namespace

Result<std::vector<AcceptedSurvivor>> survivors_in(std::string_view text) {
  auto document = json::parse_document(text);
  if (!document) return document.error();
  if (!document->is_array()) return wrong_survivor(ErrorKind::wrong_type, "", "survivors are a list: [ ]");
  std::vector<AcceptedSurvivor> survivors;
  for (js::value& value : document->get_array()) {
    auto survivor = survivor_in(value, json::append("", survivors.size()));
    if (!survivor) {
      Error error = survivor.error();
      const json::Position at = json::locate(text, error.path);
      error.line = at.line;
      error.column = at.column;
      return error;
    }
    survivors.push_back(std::move(*survivor));
  }
  return survivors;
}

std::string to_json(const MutationReport& report) {
  JsonWriter json;
  json.open_object();
  json.number_at("mutants", report.mutants);
  json.number_at("killed", report.killed);
  json.number_at("unloadable", report.unloadable);
  json.key("survivors");
  json.open_array();
  for (const Survivor& survivor : report.survivors) {
    json.open_object();
    json.text_at("document", survivor.document);
    json.text_at("path", survivor.mutant.path);
    write_change(json, survivor.mutant.rule, survivor.mutant.change, survivor.reason);
    json.close_object();
  }
  json.close_array();
  json.key("killed_after_all");
  json.open_array();
  for (const AcceptedSurvivor& each : report.killed_after_all) {
    json.open_object();
    write_change(json, each.rule, each.change, each.reason);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take();
}

}  // namespace birthcase
