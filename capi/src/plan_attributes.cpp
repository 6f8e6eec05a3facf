// Which attributes a plan has, and which of them are numbers.
#include "birthcase.h"
#include "plan_items.hpp"

#include <algorithm>
#include <iterator>

namespace birthcase::capi {
namespace {

constexpr std::int32_t last_attributes[] = {
    BIRTHCASE_PLAN_EVIDENCE_KEYS, BIRTHCASE_SERVICE_FOLLOWS,       BIRTHCASE_FIELD_ORIGIN_REFERENCE,
    BIRTHCASE_EVIDENCE_SOURCE,    BIRTHCASE_STEP_PAYLOAD_EVIDENCE, BIRTHCASE_UNDETERMINED_DECIDES,
    BIRTHCASE_FINDING_MESSAGE,    BIRTHCASE_MISSING_HOLDER,        BIRTHCASE_DEFERRABLE_HOLDER,
    BIRTHCASE_LOOK_UP_SOURCE,
};

constexpr std::int32_t number_attributes[] = {
    BIRTHCASE_PLAN_ACCEPTABLE,      BIRTHCASE_PLAN_DEPARTMENT_FIELDS,
    BIRTHCASE_PLAN_UNIFIED_FIELDS,  BIRTHCASE_PLAN_ASKED_FIELDS,
    BIRTHCASE_PLAN_TRIPS,           BIRTHCASE_PLAN_PAPERS,
    BIRTHCASE_PLAN_SHEETS,          BIRTHCASE_SERVICE_NEWBORN,
    BIRTHCASE_SERVICE_ALREADY_DONE, BIRTHCASE_FIELD_NEWBORN,
    BIRTHCASE_FIELD_REQUIRED,       BIRTHCASE_FIELD_STATE,
    BIRTHCASE_EVIDENCE_NEWBORN,     BIRTHCASE_EVIDENCE_ORIGINAL,
    BIRTHCASE_EVIDENCE_COPIES,      BIRTHCASE_STEP_NEWBORN,
    BIRTHCASE_UNDETERMINED_NEWBORN, BIRTHCASE_MISSING_NEWBORN,
    BIRTHCASE_MISSING_IS_FIELD,     BIRTHCASE_DEFERRABLE_NEWBORN,
    BIRTHCASE_LOOK_UP_NEWBORN,
};

}  // namespace

AttributeKind kind_of(std::int32_t attribute) noexcept {
  const std::int32_t list = attribute / 100;
  if (attribute < 0 || list >= static_cast<std::int32_t>(std::size(last_attributes))) return AttributeKind::none;
  if (attribute % 100 == 0 || attribute > last_attributes[list]) return AttributeKind::none;
  return std::ranges::find(number_attributes, attribute) != std::end(number_attributes) ? AttributeKind::number
                                                                                        : AttributeKind::text;
}

}  // namespace birthcase::capi
