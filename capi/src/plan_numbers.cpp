#include "findings.hpp"
#include "guard.hpp"
#include "plan_items.hpp"
#include "visits.hpp"

namespace birthcase::capi {
namespace {

std::int64_t whose(std::uint16_t newborn) noexcept { return newborn == FactRef::family ? BIRTHCASE_FAMILY : newborn; }

std::int64_t of_plan(const Plan& plan, std::int32_t attribute) {
  switch (attribute) {
    case BIRTHCASE_PLAN_ACCEPTABLE:
      return plan.acceptable.now ? 1 : 0;
    case BIRTHCASE_PLAN_DEPARTMENT_FIELDS:
      return static_cast<std::int64_t>(plan.form.counts.department_fields);
    case BIRTHCASE_PLAN_UNIFIED_FIELDS:
      return static_cast<std::int64_t>(plan.form.counts.unified_fields);
    case BIRTHCASE_PLAN_TRIPS:
      return trips(plan);
    case BIRTHCASE_PLAN_PAPERS:
      return papers(plan).documents;
    case BIRTHCASE_PLAN_SHEETS:
      return papers(plan).sheets;
    default:
      return static_cast<std::int64_t>(plan.form.counts.asked);
  }
}

std::int64_t of_field(const FormField& field, std::int32_t attribute) {
  if (attribute == BIRTHCASE_FIELD_NEWBORN) return whose(field.newborn);
  if (attribute == BIRTHCASE_FIELD_REQUIRED) return field.required ? 1 : 0;
  return field.value == nullptr ? BIRTHCASE_FACT_UNKNOWN : state_of(*field.value);
}

std::int64_t of_evidence(const EvidenceItem& item, std::int32_t attribute) {
  if (attribute == BIRTHCASE_EVIDENCE_NEWBORN) return whose(item.newborn);
  return attribute == BIRTHCASE_EVIDENCE_ORIGINAL ? item.original : item.copies;
}

std::int64_t of_missing(const Plan& plan, std::size_t at, std::int32_t attribute) {
  const auto& documents = plan.acceptable.missing_evidence;
  const bool is_field = at >= documents.size();
  if (attribute == BIRTHCASE_MISSING_IS_FIELD) return is_field ? 1 : 0;
  if (!is_field) return whose(plan.evidence[documents[at]].newborn);
  return whose(plan.form.fields[plan.acceptable.missing_fields[at - documents.size()]].newborn);
}

}  // namespace

std::size_t count(const Plan& plan, std::int32_t list) {
  switch (list) {
    case BIRTHCASE_SERVICES:
      return plan.services.size();
    case BIRTHCASE_FIELDS:
      return plan.form.fields.size();
    case BIRTHCASE_EVIDENCE:
      return plan.evidence.size();
    case BIRTHCASE_STEPS:
      return plan.route.size();
    case BIRTHCASE_UNDETERMINED:
      return plan.undetermined.size();
    case BIRTHCASE_FINDINGS:
      return plan.findings.size();
    case BIRTHCASE_MISSING_ITEMS:
      return plan.acceptable.missing_evidence.size() + plan.acceptable.missing_fields.size();
    case BIRTHCASE_DEFERRABLE:
      return plan.acceptable.deferrable_evidence.size();
    case BIRTHCASE_LOOK_UPS:
      return plan.look_ups.size();
    default:
      fail(BIRTHCASE_BAD_ARGUMENT, "list: BIRTHCASE_SERVICES to BIRTHCASE_LOOK_UPS");
  }
}

std::int64_t number(const Plan& plan, std::int32_t attribute, std::int32_t index) {
  const auto at = [&](std::int32_t list) { return place(index, count(plan, list)); };
  switch (attribute) {
    case BIRTHCASE_PLAN_ACCEPTABLE:
    case BIRTHCASE_PLAN_DEPARTMENT_FIELDS:
    case BIRTHCASE_PLAN_UNIFIED_FIELDS:
    case BIRTHCASE_PLAN_ASKED_FIELDS:
    case BIRTHCASE_PLAN_TRIPS:
    case BIRTHCASE_PLAN_PAPERS:
    case BIRTHCASE_PLAN_SHEETS:
      place(index, 1);
      return of_plan(plan, attribute);
    case BIRTHCASE_SERVICE_NEWBORN:
      return whose(plan.services[at(BIRTHCASE_SERVICES)].newborn);
    case BIRTHCASE_SERVICE_ALREADY_DONE:
      return plan.services[at(BIRTHCASE_SERVICES)].already_done ? 1 : 0;
    case BIRTHCASE_FIELD_NEWBORN:
    case BIRTHCASE_FIELD_REQUIRED:
    case BIRTHCASE_FIELD_STATE:
      return of_field(plan.form.fields[at(BIRTHCASE_FIELDS)], attribute);
    case BIRTHCASE_EVIDENCE_NEWBORN:
    case BIRTHCASE_EVIDENCE_ORIGINAL:
    case BIRTHCASE_EVIDENCE_COPIES:
      return of_evidence(plan.evidence[at(BIRTHCASE_EVIDENCE)], attribute);
    case BIRTHCASE_STEP_NEWBORN:
      return whose(plan.route[at(BIRTHCASE_STEPS)].newborn);
    case BIRTHCASE_UNDETERMINED_NEWBORN:
      return whose(plan.undetermined[at(BIRTHCASE_UNDETERMINED)].fact.newborn);
    case BIRTHCASE_MISSING_NEWBORN:
    case BIRTHCASE_MISSING_IS_FIELD:
      return of_missing(plan, at(BIRTHCASE_MISSING_ITEMS), attribute);
    case BIRTHCASE_DEFERRABLE_NEWBORN:
      return whose(plan.evidence[plan.acceptable.deferrable_evidence[at(BIRTHCASE_DEFERRABLE)]].newborn);
    case BIRTHCASE_LOOK_UP_NEWBORN:
      return whose(plan.look_ups[at(BIRTHCASE_LOOK_UPS)].newborn);
    default:
      fail(BIRTHCASE_BAD_ARGUMENT, "attribute: not a number attribute of a plan");
  }
}

}  // namespace birthcase::capi
