#include <birthcase/plan_json.hpp>

#include "findings.hpp"
#include "guard.hpp"
#include "plan_items.hpp"
#include "plan_json/names.hpp"

#include <string_view>
#include <utility>

namespace birthcase::capi {
namespace {

[[noreturn]] void no_such_attribute() { fail(BIRTHCASE_BAD_ARGUMENT, "attribute: not a text attribute of a plan"); }

/// Reads the texts of one plan in one language. Each function knows the attributes of one list.
class Texts {
 public:
  Texts(const Plan& plan, Language language) noexcept
      : plan_(plan), rules_(plan.profile().rules()), language_(language) {}

  std::string of_plan(std::int32_t attribute) const;
  std::string of_service(const ServiceLane& lane, std::int32_t attribute) const;
  std::string of_field(const FormField& field, std::int32_t attribute) const;
  std::string of_evidence(const EvidenceItem& item, std::int32_t attribute) const;
  std::string of_document(const EvidenceItem& item, std::int32_t attribute) const;
  std::string of_origin(FactRef ref, std::int32_t attribute) const;
  std::string of_look_up(const PlannedLookUp& look_up, std::int32_t attribute) const;
  std::string of_step(const Step& step, std::int32_t attribute) const;
  std::string of_undetermined(const Undetermined& open, std::int32_t attribute) const;
  std::string of_missing(std::size_t at, std::int32_t attribute) const;
  std::string of_deferrable(const EvidenceItem& item, std::int32_t attribute) const;

 private:
  template <class Row>
  std::string id(const Table<Row>& table, Id<Row> row) const {
    return row == no_index ? std::string() : table[row].id;
  }
  template <class Row>
  std::string label(const Table<Row>& table, Id<Row> row) const {
    return row == no_index ? std::string() : table[row].label.in(language_);
  }
  template <class Items, class Name>
  static std::string joined(const Items& items, Name&& name) {
    std::string text;
    for (const auto& item : items) {
      if (!text.empty()) text += ',';
      text += name(item);
    }
    return text;
  }

  std::string services(ServiceSet set) const;
  std::string fact(FactRef ref) const;
  std::string of_why(const Why& why, std::int32_t attribute, std::int32_t rule) const;
  std::string document(const EvidenceItem& item) const;

  const Plan& plan_;
  const Rules& rules_;
  Language language_;
};

std::string Texts::services(ServiceSet set) const {
  std::string text;
  set.each([&](ServiceId service) {
    if (!text.empty()) text += ',';
    text += rules_.services[service].id;
  });
  return text;
}

std::string Texts::fact(FactRef ref) const { return fact_name(plan_.profile(), ref); }

// Rule, reason and source stand in this order in every list that has them.
std::string Texts::of_why(const Why& why, std::int32_t attribute, std::int32_t rule) const {
  if (why.rule == nullptr) return {};
  if (attribute == rule) return why.rule->id;
  return attribute == rule + 1 ? std::string(reason_of(why, language_)) : why.rule->source;
}

std::string Texts::document(const EvidenceItem& item) const {
  std::string text = numbered(item.type->id, item.newborn);
  if (item.holder != no_index) text += '/' + rules_.holders[item.holder].id;
  return text;
}

std::string Texts::of_plan(std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_PLAN_PROFILE:
      return rules_.id;
    case BIRTHCASE_PLAN_AS_OF:
      return to_string(plan_.as_of());
    case BIRTHCASE_PLAN_DUE:
      return plan_.due ? to_string(*plan_.due) : std::string();
    case BIRTHCASE_PLAN_RULES_VERSION:
      return rules_.version.profile;
    case BIRTHCASE_PLAN_CODES_VERSION:
      return rules_.version.codes;
    case BIRTHCASE_PLAN_CALENDAR_VERSION:
      return rules_.version.calendar;
    case BIRTHCASE_PLAN_COUNTED_UNTIL: {
      const auto last = rules_.calendar->known_until(plan_.as_of(), plan_.as_of());
      return last ? to_string(*last) : std::string();
    }
    case BIRTHCASE_PLAN_AS_JSON:
      return to_json(plan_, language_);
    case BIRTHCASE_PLAN_EVIDENCE_KEYS:
      return evidence_keys(plan_);
    default:
      no_such_attribute();
  }
}

std::string Texts::of_service(const ServiceLane& lane, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_SERVICE_ID:
      return lane.service->id;
    case BIRTHCASE_SERVICE_LABEL:
      return lane.service->label.in(language_);
    case BIRTHCASE_SERVICE_LANE:
      return std::string(to_string(lane.lane));
    case BIRTHCASE_SERVICE_ORGANISATION:
      return id(rules_.organisations, lane.organisation);
    case BIRTHCASE_SERVICE_CHANNEL:
      return id(rules_.channels, lane.channel);
    case BIRTHCASE_SERVICE_RULE:
    case BIRTHCASE_SERVICE_REASON:
    case BIRTHCASE_SERVICE_SOURCE:
      return of_why(lane.why, attribute, BIRTHCASE_SERVICE_RULE);
    case BIRTHCASE_SERVICE_FOLLOWS:
      return id(rules_.services, lane.follows);
    default:
      no_such_attribute();
  }
}

std::string Texts::of_field(const FormField& field, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_FIELD_ID:
      return fact(FactRef{field.field->slot.index, field.newborn});
    case BIRTHCASE_FIELD_LABEL:
      return field.field->label.in(language_);
    case BIRTHCASE_FIELD_SOURCE:
      return std::string(to_string(field.source));
    case BIRTHCASE_FIELD_FROM:
      return std::string(rules_.id_of(field.from));
    case BIRTHCASE_FIELD_NEEDED_BY:
      return services(field.needed_by);
    case BIRTHCASE_FIELD_OWNER:
      return std::string(to_string(field.field->owner));
    case BIRTHCASE_FIELD_VALUE:
      return field.value != nullptr ? text_of(*field.value) : std::string();
    default:
      return of_origin(FactRef{field.field->slot.index, field.newborn}, attribute);
  }
}

std::string Texts::of_origin(FactRef ref, std::int32_t attribute) const {
  const Provenance from = plan_.provenance(ref);
  const bool known = from.origin != Origin::unknown;
  switch (attribute) {
    case BIRTHCASE_FIELD_ORIGIN:
      return known ? std::string(to_string(from.origin)) : std::string();
    case BIRTHCASE_FIELD_ORIGIN_ORGANISATION:
      return id(rules_.organisations, from.organisation);
    case BIRTHCASE_FIELD_ORIGIN_AT:
      return from.at ? to_string(*from.at) : std::string();
    case BIRTHCASE_FIELD_ORIGIN_REFERENCE:
      return std::string(from.message.empty() ? from.reference : from.message);
    default:
      no_such_attribute();
  }
}

std::string Texts::of_look_up(const PlannedLookUp& look_up, std::int32_t attribute) const {
  const auto facts = [this](const std::vector<FactRef>& refs) {
    return joined(refs, [this](FactRef ref) { return fact(ref); });
  };
  const LookUp* noted = look_up.noted;
  switch (attribute) {
    case BIRTHCASE_LOOK_UP_ID:
      return look_up.share->id;
    case BIRTHCASE_LOOK_UP_LABEL:
      return label(rules_.organisations, look_up.share->organisation);
    case BIRTHCASE_LOOK_UP_ORGANISATION:
      return id(rules_.organisations, look_up.share->organisation);
    case BIRTHCASE_LOOK_UP_STATE:
      return std::string(to_string(look_up.state));
    case BIRTHCASE_LOOK_UP_AT:
      return noted != nullptr && noted->at ? to_string(*noted->at) : std::string();
    case BIRTHCASE_LOOK_UP_REFERENCE:
      return noted != nullptr ? noted->reference : std::string();
    case BIRTHCASE_LOOK_UP_KEYS:
      return facts(look_up.keys);
    case BIRTHCASE_LOOK_UP_UNKNOWN_KEYS:
      return facts(look_up.unknown_keys);
    case BIRTHCASE_LOOK_UP_FIELDS:
      return joined(look_up.fields,
                    [this](std::uint16_t field) { return of_field(plan_.form.fields[field], BIRTHCASE_FIELD_ID); });
    case BIRTHCASE_LOOK_UP_EVIDENCE:
      return joined(look_up.evidence, [this](std::uint16_t item) { return document(plan_.evidence[item]); });
    case BIRTHCASE_LOOK_UP_NEEDED_BY:
      return services(look_up.services);
    case BIRTHCASE_LOOK_UP_RULE:
    case BIRTHCASE_LOOK_UP_REASON:
    case BIRTHCASE_LOOK_UP_SOURCE:
      return of_why(look_up.why, attribute, BIRTHCASE_LOOK_UP_RULE);
    default:
      no_such_attribute();
  }
}

std::string Texts::of_evidence(const EvidenceItem& item, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_EVIDENCE_STATUS:
      return std::string(to_string(item.status));
    case BIRTHCASE_EVIDENCE_TOLERANCE:
      return item.tolerance != nullptr ? item.tolerance->id : std::string();
    case BIRTHCASE_EVIDENCE_NEEDED_BY:
      return services(item.needed_by);
    case BIRTHCASE_EVIDENCE_FROM:
      return std::string(rules_.id_of(item.from));
    case BIRTHCASE_EVIDENCE_RULE:
    case BIRTHCASE_EVIDENCE_REASON:
    case BIRTHCASE_EVIDENCE_SOURCE:
      return of_why(item.why, attribute, BIRTHCASE_EVIDENCE_RULE);
    default:
      return of_document(item, attribute);
  }
}

std::string Texts::of_document(const EvidenceItem& item, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_EVIDENCE_TYPE:
      return item.type->id;
    case BIRTHCASE_EVIDENCE_LABEL:
      return item.type->label.in(language_);
    case BIRTHCASE_EVIDENCE_HOLDER:
      return id(rules_.holders, item.holder);
    case BIRTHCASE_EVIDENCE_HOLDER_LABEL:
      return label(rules_.holders, item.holder);
    case BIRTHCASE_EVIDENCE_INSTEAD_OF:
      return item.asked != no_index && &rules_.evidence[item.asked] != item.type ? rules_.evidence[item.asked].id
                                                                                 : std::string();
    default:
      no_such_attribute();
  }
}

std::string Texts::of_step(const Step& step, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_STEP_ID:
      return numbered(step.service->id, step.newborn);
    case BIRTHCASE_STEP_LABEL:
      return step.service->label.in(language_);
    case BIRTHCASE_STEP_SERVICE:
      return step.service->id;
    case BIRTHCASE_STEP_ORGANISATION:
      return id(rules_.organisations, step.organisation);
    case BIRTHCASE_STEP_ORGANISATION_LABEL:
      return label(rules_.organisations, step.organisation);
    case BIRTHCASE_STEP_OPERATOR:
      return id(rules_.organisations, step.operated_by);
    case BIRTHCASE_STEP_OPERATOR_LABEL:
      return label(rules_.organisations, step.operated_by);
    case BIRTHCASE_STEP_AFTER:
      return joined(plan_.at(step.after), [this](std::uint16_t before) {
        return numbered(plan_.route[before].service->id, plan_.route[before].newborn);
      });
    case BIRTHCASE_STEP_DUE:
      return step.due ? to_string(*step.due) : std::string();
    case BIRTHCASE_STEP_PROMISE:
      return step.promise != nullptr ? step.promise->id : std::string();
    case BIRTHCASE_STEP_DELIVERY:
      return step.delivery != nullptr ? step.delivery->method : std::string();
    case BIRTHCASE_STEP_PAYLOAD_FIELDS:
      return joined(plan_.at(step.payload_fields),
                    [this](std::uint16_t field) { return of_field(plan_.form.fields[field], BIRTHCASE_FIELD_ID); });
    case BIRTHCASE_STEP_PAYLOAD_EVIDENCE:
      return joined(plan_.at(step.payload_evidence),
                    [this](std::uint16_t item) { return document(plan_.evidence[item]); });
    default:
      no_such_attribute();
  }
}

std::string Texts::of_undetermined(const Undetermined& open, std::int32_t attribute) const {
  switch (attribute) {
    case BIRTHCASE_UNDETERMINED_FACT:
      return fact(open.fact);
    case BIRTHCASE_UNDETERMINED_LABEL:
      return std::string(label_of(rules_, open.fact, language_));
    case BIRTHCASE_UNDETERMINED_FIELD:
      return rules_.schema.at(open.fact).name;
    case BIRTHCASE_UNDETERMINED_DECIDES:
      return joined(open.decides, [](const std::string& decided) { return decided; });
    default:
      no_such_attribute();
  }
}

std::string Texts::of_missing(std::size_t at, std::int32_t attribute) const {
  const auto& documents = plan_.acceptable.missing_evidence;
  if (at < documents.size()) {
    const EvidenceItem& item = plan_.evidence[documents[at]];
    if (attribute == BIRTHCASE_MISSING_ID) return item.type->id;
    if (attribute == BIRTHCASE_MISSING_LABEL) return item.type->label.in(language_);
    if (attribute == BIRTHCASE_MISSING_HOLDER) return id(rules_.holders, item.holder);
    no_such_attribute();
  }
  const FormField& field = plan_.form.fields[plan_.acceptable.missing_fields[at - documents.size()]];
  if (attribute == BIRTHCASE_MISSING_ID) return of_field(field, BIRTHCASE_FIELD_ID);
  if (attribute == BIRTHCASE_MISSING_LABEL) return of_field(field, BIRTHCASE_FIELD_LABEL);
  if (attribute == BIRTHCASE_MISSING_HOLDER) return {};
  no_such_attribute();
}

std::string Texts::of_deferrable(const EvidenceItem& item, std::int32_t attribute) const {
  if (attribute == BIRTHCASE_DEFERRABLE_TYPE) return item.type->id;
  if (attribute == BIRTHCASE_DEFERRABLE_LABEL) return item.type->label.in(language_);
  if (attribute == BIRTHCASE_DEFERRABLE_HOLDER) return id(rules_.holders, item.holder);
  no_such_attribute();
}

}  // namespace

std::string text(const Plan& plan, std::int32_t attribute, std::int32_t index, Language language) {
  const Texts texts(plan, language);
  const std::int32_t list = attribute / 100;
  if (attribute < 0 || list > BIRTHCASE_LOOK_UPS) no_such_attribute();
  const std::size_t at = place(index, list == 0 ? 1 : count(plan, list));
  switch (list) {
    case 0:
      return texts.of_plan(attribute);
    case BIRTHCASE_SERVICES:
      return texts.of_service(plan.services[at], attribute);
    case BIRTHCASE_FIELDS:
      return texts.of_field(plan.form.fields[at], attribute);
    case BIRTHCASE_EVIDENCE:
      return texts.of_evidence(plan.evidence[at], attribute);
    case BIRTHCASE_STEPS:
      return texts.of_step(plan.route[at], attribute);
    case BIRTHCASE_UNDETERMINED:
      return texts.of_undetermined(plan.undetermined[at], attribute);
    case BIRTHCASE_FINDINGS:
      return finding_text(plan.findings, attribute, index, language);
    case BIRTHCASE_MISSING_ITEMS:
      return texts.of_missing(at, attribute);
    case BIRTHCASE_LOOK_UPS:
      return texts.of_look_up(plan.look_ups[at], attribute);
    default:
      return texts.of_deferrable(plan.evidence[plan.acceptable.deferrable_evidence[at]], attribute);
  }
}

}  // namespace birthcase::capi
