#include <birthcase/coverage.hpp>

#include "json/writer.hpp"

#include <fmt/format.h>

namespace birthcase {
namespace {

void write_total(JsonWriter& json, const CoverageTotal& total) {
  json.number_at("demanded", total.demanded);
  json.number_at("seen", total.seen);
  json.number_at("excused", total.excused);
}

void write_obligation(JsonWriter& json, const Obligation& obligation) {
  json.open_object();
  json.text_at("table", obligation.table);
  json.text_at("rule", obligation.rule);
  json.text_at("what", obligation.what);
  if (!obligation.condition.empty()) json.text_at("condition", obligation.condition);
  if (!obligation.atom.empty()) json.text_at("atom", obligation.atom);
  json.text_at("document", obligation.document);
  json.text_at("path", obligation.path);
  json.key("profiles");
  json.open_array();
  for (const std::string& profile : obligation.profiles) json.text(profile);
  json.close_array();
  if (!obligation.excuse.empty()) json.text_at("reason", obligation.excuse);
  json.close_object();
}

template <class Wanted>
void write_obligations(JsonWriter& json, const Coverage& coverage, const Wanted& wanted) {
  json.open_array();
  for (const Obligation& obligation : coverage.obligations()) {
    if (wanted(obligation)) write_obligation(json, obligation);
  }
  json.close_array();
}

}  // namespace

std::string to_json(const Coverage& coverage) {
  JsonWriter json;
  json.open_object();
  json.key("percent");
  json.literal(fmt::format("{:.2f}", coverage.percent()));
  write_total(json, coverage.total());
  json.key("tables");
  json.open_array();
  for (const CoverageTotal& total : coverage.totals()) {
    json.open_object();
    json.text_at("table", total.table);
    write_total(json, total);
    json.close_object();
  }
  json.close_array();
  json.key("missing");
  write_obligations(json, coverage, [](const Obligation& each) { return each.missing(); });
  json.key("excused");
  write_obligations(json, coverage, [](const Obligation& each) { return each.excused(); });
  json.close_object();
  return json.take();
}

}  // namespace birthcase
