#include "plan_json/plan_writer.hpp"

#include <birthcase/plan_json.hpp>

#include "plan_json/findings_json.hpp"
#include "plan_json/names.hpp"

namespace birthcase {

PlanWriter::PlanWriter(const Plan& plan, Language language, const PlanContents& contents,
                       const PlanTemplates* templates)
    : plan_(plan),
      rules_(plan.profile().rules()),
      parts_(contents.parts),
      style_{contents.labels ? std::optional(language) : std::nullopt, contents.reasons},
      templates_(templates),
      json_(expected_size()) {}

const PlanTemplate* PlanWriter::known(PlanPart part) const noexcept {
  return templates_ != nullptr ? templates_->find(part, style_) : nullptr;
}

// About as long as the document will be, so that its room seldom has to grow.
std::size_t PlanWriter::expected_size() const {
  std::size_t size = 2 + plan_part_count;  // brackets and commas
  parts_.each([&](PlanPart part) {
    const PlanTemplate* const made = known(part);
    size += made != nullptr ? made->expected_size() : expected_size(part);
  });
  return size;
}

std::size_t PlanWriter::expected_size(PlanPart part) const {
  switch (part) {
    case PlanPart::services:
      return 640 * plan_.services.size();
    case PlanPart::form:
      return 320 * plan_.form.fields.size();
    case PlanPart::evidence:
      return 640 * plan_.evidence.size();
    case PlanPart::route:
      return 2048 * plan_.route.size();
    default:
      return 512;
  }
}

void PlanWriter::blank(const Blank& blank) {
  const std::size_t begin = json_.size();
  fill_in(json_, plan_, blank);
  if (recorder_ != nullptr) recorder_->note(blank, begin, json_.size());
}

std::string PlanWriter::write() {
  json_.open_object();
  parts_.each([this](PlanPart part) { write(part); });
  json_.close_object();
  return json_.take();
}

void PlanWriter::write(PlanPart part) {
  if (templates_ == nullptr) return write_anew(part);
  if (const PlanTemplate* const made = known(part)) return made->fill_in(json_, plan_);
  json_.separate();
  TemplateRecorder recorder(json_.size());
  recorder_ = &recorder;
  write_anew(part);
  recorder_ = nullptr;
  templates_->keep(part, style_, recorder.make(json_.written()));
}

void PlanWriter::write_anew(PlanPart part) {
  // In the order of PlanPart.
  constexpr void (PlanWriter::*writers[])() = {
      &PlanWriter::profile,  &PlanWriter::as_of,      &PlanWriter::services, &PlanWriter::form,
      &PlanWriter::evidence, &PlanWriter::look_ups,   &PlanWriter::route,    &PlanWriter::undetermined,
      &PlanWriter::findings, &PlanWriter::acceptable, &PlanWriter::due,      &PlanWriter::rules};
  static_assert(std::size(writers) == plan_part_count);
  (this->*writers[static_cast<std::size_t>(part)])();
}

void PlanWriter::profile() { json_.text_at("profile", rules_.id); }

void PlanWriter::as_of() {
  json_.key("as_of");
  blank({.what = Blank::What::as_of});
}

void PlanWriter::due() {
  json_.key("due");
  blank({.what = Blank::What::due});
}

void PlanWriter::rules() {
  json_.key("rules");
  json_.open_object();
  json_.text_at("profile", rules_.version.profile);
  json_.text_at("codes", rules_.version.codes);
  json_.text_at("calendar", rules_.version.calendar);
  json_.key("counted_until");
  blank({.what = Blank::What::counted_until});
  json_.close_object();
}

void PlanWriter::services() {
  json_.key("services");
  json_.open_array();
  for (const ServiceLane& each : plan_.services) lane(each);
  json_.close_array();
}

void PlanWriter::lane(const ServiceLane& lane) {
  json_.open_object();
  json_.text_at("id", lane.service->id);
  label(lane.service->label);
  newborn(lane.newborn);
  json_.text_at("lane", to_string(lane.lane));
  if (lane.already_done) json_.boolean_at("already_done", true);
  if (lane.organisation != no_index || lane.channel != no_index) {
    json_.key("go_to");
    json_.open_object();
    if (lane.organisation != no_index) json_.text_at("organisation", rules_.organisations[lane.organisation].id);
    if (lane.channel != no_index) json_.text_at("channel", rules_.channels[lane.channel].id);
    json_.close_object();
  }
  if (lane.follows != no_index) json_.text_at("follows", rules_.services[lane.follows].id);
  why(lane.why);
  json_.close_object();
}

void PlanWriter::form() {
  json_.key("form");
  json_.open_object();
  json_.key("fields");
  json_.open_array();
  for (const FormField& each : plan_.form.fields) field(each);
  json_.close_array();
  json_.key("counts");
  json_.open_object();
  json_.number_at("department_fields", plan_.form.counts.department_fields);
  json_.number_at("unified_fields", plan_.form.counts.unified_fields);
  json_.number_at("asked", plan_.form.counts.asked);
  json_.close_object();
  json_.close_object();
}

void PlanWriter::field(const FormField& field) {
  json_.open_object();
  json_.key("id");
  fact(FactRef{field.field->slot.index, field.newborn});
  label(field.field->label);
  newborn(field.newborn);
  json_.text_at("source", to_string(field.source));
  if (const std::string_view from = rules_.id_of(field.from); !from.empty()) json_.text_at("from", from);
  needed_by(field.needed_by);
  json_.text_at("owner", to_string(field.field->owner));
  json_.boolean_at("required", field.required);
  if (field.value != nullptr) {
    json_.key("value");
    blank({.fact = {field.field->slot.index, field.newborn}});
    provenance(FactRef{field.field->slot.index, field.newborn});
  }
  json_.close_object();
}

void PlanWriter::evidence() {
  json_.key("evidence");
  json_.open_array();
  for (const EvidenceItem& each : plan_.evidence) item(each);
  json_.close_array();
}

void PlanWriter::item(const EvidenceItem& item) {
  json_.open_object();
  json_.text_at("type", item.type->id);
  label(item.type->label);
  const EvidenceType* asked = item.asked != no_index ? &rules_.evidence[item.asked] : item.type;
  if (asked != item.type) json_.text_at("instead_of", asked->id);
  if (item.holder != no_index) json_.text_at("holder", rules_.holders[item.holder].id);
  newborn(item.newborn);
  json_.text_at("status", to_string(item.status));
  json_.number_at("original", item.original);
  json_.number_at("copies", item.copies);
  if (item.tolerance != nullptr) json_.text_at("tolerance", item.tolerance->id);
  needed_by(item.needed_by);
  if (const std::string_view from = rules_.id_of(item.from); !from.empty()) json_.text_at("from", from);
  why(item.why);
  json_.close_object();
}

void PlanWriter::route() {
  json_.key("route");
  json_.open_array();
  for (const Step& each : plan_.route) step(each);
  json_.close_array();
}

void PlanWriter::step(const Step& step) {
  json_.open_object();
  json_.key("step");
  step_id(*step.service, step.newborn);
  json_.text_at("service", step.service->id);
  label(step.service->label);
  newborn(step.newborn);
  if (step.organisation != no_index) json_.text_at("organisation", rules_.organisations[step.organisation].id);
  if (step.operated_by != no_index) json_.text_at("operator", rules_.organisations[step.operated_by].id);
  json_.key("after");
  json_.open_array();
  for (const std::uint16_t place : plan_.at(step.after)) {
    step_id(*plan_.route[place].service, plan_.route[place].newborn);
  }
  json_.close_array();
  json_.key("due");
  blank({.what = Blank::What::due_of_step, .step = static_cast<std::uint16_t>(&step - plan_.route.data())});
  json_.key("promise");
  step.promise != nullptr ? json_.text(step.promise->id) : json_.null();
  payload(step);
  json_.key("delivery");
  step.delivery != nullptr ? json_.text(step.delivery->method) : json_.null();
  json_.close_object();
}

void PlanWriter::payload(const Step& step) {
  json_.key("payload");
  json_.open_object();
  json_.key("fields");
  json_.open_array();
  for (const std::uint16_t place : plan_.at(step.payload_fields)) {
    const FormField& field = plan_.form.fields[place];
    fact(FactRef{field.field->slot.index, field.newborn});
  }
  json_.close_array();
  json_.key("evidence");
  json_.open_array();
  for (const std::uint16_t place : plan_.at(step.payload_evidence)) document("type", plan_.evidence[place]);
  json_.close_array();
  json_.close_object();
}

void PlanWriter::undetermined() {
  json_.key("undetermined");
  json_.open_array();
  for (const Undetermined& each : plan_.undetermined) {
    json_.open_object();
    json_.key("fact");
    fact(each.fact);
    if (style_.words) json_.text_at("label", fact_label(plan_.profile(), each.fact, *style_.words));
    json_.key("decides");
    json_.open_array();
    for (const std::string& decided : each.decides) json_.text(decided);
    json_.close_array();
    json_.close_object();
  }
  json_.close_array();
}

void PlanWriter::findings() {
  json_.key("findings");
  write_findings(json_, plan_.findings, style_.words);
}

void PlanWriter::acceptable() {
  json_.key("acceptable");
  json_.open_object();
  json_.boolean_at("now", plan_.acceptable.now);
  json_.key("missing");
  json_.open_array();
  for (const std::uint16_t place : plan_.acceptable.missing_evidence) document("evidence", plan_.evidence[place]);
  for (const std::uint16_t place : plan_.acceptable.missing_fields) {
    const FormField& missing = plan_.form.fields[place];
    json_.open_object();
    json_.key("field");
    fact(FactRef{missing.field->slot.index, missing.newborn});
    json_.close_object();
  }
  json_.close_array();
  json_.key("deferrable");
  json_.open_array();
  for (const std::uint16_t place : plan_.acceptable.deferrable_evidence) document("evidence", plan_.evidence[place]);
  json_.close_array();
  json_.close_object();
}

template <std::size_t N>
void PlanWriter::document(const char (&type)[N], const EvidenceItem& item) {
  json_.open_object();
  json_.text_at(type, item.type->id);
  if (item.holder != no_index) json_.text_at("holder", rules_.holders[item.holder].id);
  newborn(item.newborn);
  json_.close_object();
}

void PlanWriter::newborn(std::uint16_t newborn) {
  if (newborn != FactRef::family) json_.number_at("newborn", newborn);
}

void PlanWriter::needed_by(ServiceSet services) {
  json_.key("needed_by");
  json_.open_array();
  services.each([this](ServiceId service) { json_.text(rules_.services[service].id); });
  json_.close_array();
}

void PlanWriter::why(const Why& why) {
  if (why.rule == nullptr || !style_.reasons) return;
  const Rule& rule = *why.rule;
  json_.key("why");
  json_.open_object();
  json_.text_at("rule", rule.id);
  json_.key("holds");
  why.holds == Truth::unknown ? json_.null() : json_.boolean(why.holds == Truth::yes);
  const bool conditional = why.condition() != no_index;
  if (conditional) json_.text_at("condition", rules_.conditions[why.condition()].condition.text());
  json_.key("facts");
  json_.open_array();
  if (conditional) {
    for (const FactRef read : plan_.explain(why).read) {
      json_.open_object();
      json_.key("fact");
      fact(read);
      if (!plan_.value(read).is_unknown()) {
        json_.key("value");
        blank({.fact = read});
      }
      json_.close_object();
    }
  }
  json_.close_array();
  json_.text_at("source", rule.source);
  if (rule.interpretation) json_.boolean_at("interpretation", true);
  const auto text = style_.words ? reason_of(why, *style_.words) : std::string_view();
  if (!text.empty()) json_.text_at("text", text);
  json_.close_object();
}

void PlanWriter::fact(FactRef fact) { json_.text(composed_fact_name(rules_.schema, fact, name_)); }

void PlanWriter::step_id(const Service& service, std::uint16_t newborn) {
  newborn == FactRef::family ? json_.text(service.id) : json_.text(numbered(service.id, newborn));
}

}  // namespace birthcase
