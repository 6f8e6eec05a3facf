#include "case/payload.hpp"

#include <birthcase/case_json.hpp>
#include <birthcase/digest.hpp>

#include "case/names.hpp"
#include "case/origins.hpp"
#include "case/refusals.hpp"
#include "case_json/writing.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {
namespace {

// The best form in which the window has a document.
std::optional<HandedInAs> form_at_hand(const Plan& plan, const EvidenceItem& item) {
  std::optional<HandedInAs> best;
  for (const HandedIn& document : plan.facts().evidence) {
    if (!plan.is(item, document)) continue;
    if (!best || document.as < *best) best = document.as;
  }
  return best;
}

// Documents that the department asked for though no rule does, and that the family has brought.
void add_demanded(const Case& state, const Plan& plan, const Step& step, std::vector<EvidenceReference>& evidence) {
  const CaseStep* known = state.step(step_id(*step.service, step.newborn));
  if (known == nullptr) return;
  const Rules& rules = plan.profile().rules();
  for (const NamedDocument& wanted : known->demanded) {
    const bool there = std::any_of(evidence.begin(), evidence.end(), [&](const EvidenceReference& each) {
      return means(wanted, each.type, each.holder, each.newborn);
    });
    if (there) continue;
    for (const HandedIn& document : plan.facts().evidence) {
      const std::string& type = rules.evidence[document.evidence].id;
      const std::string holder = document.holder == no_index ? std::string() : rules.holders[document.holder].id;
      if (!means(wanted, type, holder, document.newborn)) continue;
      evidence.push_back({.type = type, .holder = holder, .newborn = document.newborn, .as = document.as});
      break;
    }
  }
}

}  // namespace

bool cannot_do_without(const Plan& plan, const Step& step, FieldId field) {
  const auto& lines = lines_of(plan.profile().rules(), *step.service).all;
  const bool required = std::any_of(lines.begin(), lines.end(), [&](const FormLine& line) {
    const bool applies = line.when == no_index || plan.holds(line.when, step.newborn) == Truth::yes;
    return line.required && applies && line.field == field;
  });
  if (required || step.delivery == nullptr) return required;
  const auto& fields = step.delivery->fields;
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

const Step* step_in(const Plan& plan, std::string_view id) {
  const auto at = std::find_if(plan.route.begin(), plan.route.end(),
                               [id](const Step& step) { return step_id(*step.service, step.newborn) == id; });
  return at == plan.route.end() ? nullptr : &*at;
}

Payload payload_of(const Case& state, const Plan& plan, const Step& step) {
  const Rules& rules = plan.profile().rules();
  Payload payload;
  for (const std::uint16_t place : plan.at(step.payload_fields)) {
    const FormField& field = plan.form.fields[place];
    if (field.value == nullptr) continue;
    payload.fields.push_back({fact_name(plan.profile(), {field.field->slot.index, field.newborn}), *field.value});
  }
  for (const std::uint16_t place : plan.at(step.payload_evidence)) {
    const EvidenceItem& item = plan.evidence[place];
    payload.evidence.push_back({.type = item.type->id,
                                .holder = item.holder == no_index ? std::string() : rules.holders[item.holder].id,
                                .newborn = item.newborn,
                                .status = item.status,
                                .as = form_at_hand(plan, item)});
  }
  add_demanded(state, plan, step, payload.evidence);
  payload.digest = sha256(case_json::payload_text(payload.fields, payload.evidence));
  return payload;
}

Payload payload_off_route(const Plan& plan, const CaseStep& step) {
  const Rules& rules = plan.profile().rules();
  Payload payload;
  const auto add = [&](FactRef fact) {
    const Value& value = plan.value(fact);
    if (!value.is_unknown()) payload.fields.push_back({fact_name(plan.profile(), fact), value});
  };
  for (const FormLine& line : lines_of(rules, *service_named(rules, step.planned.service)).all) {
    const bool applies = line.when == no_index || plan.holds(line.when, step.planned.newborn) == Truth::yes;
    if (line.own || !applies) continue;
    const std::uint16_t field = rules.fields[line.field].slot.index;
    if (!line.per_newborn || step.planned.newborn != FactRef::family) {
      add({field, line.per_newborn ? step.planned.newborn : FactRef::family});
      continue;
    }
    for (std::uint16_t each = 0; each < plan.newborns(); ++each) add({field, each});
  }
  payload.digest = sha256(case_json::payload_text(payload.fields, payload.evidence));
  return payload;
}

std::vector<Finding> missing_in(const Plan& plan, const Step& step) {
  const Rules& rules = plan.profile().rules();
  std::vector<Finding> missing;
  if (step.organisation == no_index) {
    const std::string whom = fmt::format("organisation/{}", step.service->id);
    for (const Undetermined& open : plan.undetermined) {
      if (std::find(open.decides.begin(), open.decides.end(), whom) == open.decides.end()) continue;
      missing.push_back(finding_about(plan.profile(), open.fact, "undetermined", case_findings::needed_for_dispatch));
    }
  }
  for (const std::uint16_t place : plan.at(step.payload_fields)) {
    const FormField& field = plan.form.fields[place];
    const bool known = field.value != nullptr && (!field.value->is_null() || field.field->none_counts);
    if (known || field.awaited) continue;
    if (!cannot_do_without(plan, step, rules.id_of(*field.field))) continue;
    missing.push_back(finding_about(plan.profile(), {field.field->slot.index, field.newborn}, "missing-field",
                                    case_findings::needed_for_dispatch));
  }
  return missing;
}

Message message_about(const Case& state, const CaseStep& step, MessageKind kind, const DateTime& at) {
  return {.id = fmt::format("{}:{}:{}", state.id, step.planned.step, step.messages + 1),
          .kind = kind,
          .case_id = state.id,
          .step = step.planned.step,
          .service = step.planned.service,
          .newborn = step.planned.newborn,
          .organisation = step.planned.organisation,
          .operated_by = step.planned.operated_by,
          .at = at,
          .replaces = step.message};
}

const Field* own_output_of(const Rules& rules, const Service& service, const Field& field) {
  for (const Product& other : service.outputs) {
    const auto* const yielded = std::get_if<FieldId>(&other);
    if (yielded == nullptr) continue;
    const DerivedId derived = links_of(rules).field_sources[*yielded].derived;
    if (derived == no_index) continue;
    const auto& rows = links_of(rules).derived[derived].derivations;
    const bool follows = std::any_of(rows.begin(), rows.end(), [&](DerivationId row) {
      const Derivation& derivation = rules.derivations[row];
      return derivation.if_known && derivation.alias == field.slot;
    });
    if (follows) return &rules.fields[*yielded];
  }
  return nullptr;
}

void fill(Message& message, const Plan& plan, const Step& step, Payload payload) {
  const Rules& rules = plan.profile().rules();
  message.fields = std::move(payload.fields);
  message.evidence = std::move(payload.evidence);
  add_origins(message, plan, step);
  if (message.kind != MessageKind::request) return;
  for (const Product& product : step.service->outputs) {
    const auto* const yielded = std::get_if<FieldId>(&product);
    if (yielded == nullptr) continue;
    const Field& field = rules.fields[*yielded];
    if (own_output_of(rules, *step.service, field) != nullptr) continue;
    const std::uint16_t whose = field.per_newborn() ? step.newborn : FactRef::family;
    message.outputs.push_back(fact_name(plan.profile(), {field.slot.index, whose}));
  }
}

void fill(Message& message, const Plan& plan, Payload payload) {
  message.fields = std::move(payload.fields);
  message.evidence = std::move(payload.evidence);
  add_origins(message, plan);
}

void seal(Message& message) { message.digest = sha256(to_json(message)); }

}  // namespace birthcase::cases
