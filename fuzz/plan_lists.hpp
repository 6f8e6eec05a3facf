// Written by ./dev interface from capi/interface: change it there.
// clang-format off
#pragma once

#include "birthcase.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace fuzz {

/// A list of the plan, its first and last attribute, and where JSON has it.
struct PlanList {
  std::int32_t list;
  std::int32_t first;
  std::int32_t last;
  std::string_view pointer;
};
inline constexpr std::array<PlanList, 9> plan_lists{{
    {BIRTHCASE_SERVICES, BIRTHCASE_SERVICE_ID, BIRTHCASE_SERVICE_FOLLOWS, "/services"},
    {BIRTHCASE_FIELDS, BIRTHCASE_FIELD_ID, BIRTHCASE_FIELD_ORIGIN_REFERENCE, "/form/fields"},
    {BIRTHCASE_EVIDENCE, BIRTHCASE_EVIDENCE_TYPE, BIRTHCASE_EVIDENCE_SOURCE, "/evidence"},
    {BIRTHCASE_STEPS, BIRTHCASE_STEP_ID, BIRTHCASE_STEP_PAYLOAD_EVIDENCE, "/route"},
    {BIRTHCASE_UNDETERMINED, BIRTHCASE_UNDETERMINED_FACT, BIRTHCASE_UNDETERMINED_DECIDES, "/undetermined"},
    {BIRTHCASE_FINDINGS, BIRTHCASE_FINDING_SEVERITY, BIRTHCASE_FINDING_MESSAGE, "/findings"},
    {BIRTHCASE_MISSING_ITEMS, BIRTHCASE_MISSING_ID, BIRTHCASE_MISSING_HOLDER, "/acceptable/missing"},
    {BIRTHCASE_DEFERRABLE, BIRTHCASE_DEFERRABLE_TYPE, BIRTHCASE_DEFERRABLE_HOLDER, "/acceptable/deferrable"},
    {BIRTHCASE_LOOK_UPS, BIRTHCASE_LOOK_UP_ID, BIRTHCASE_LOOK_UP_SOURCE, "/look_ups"},
}};
inline constexpr PlanList plan_itself{0, BIRTHCASE_PLAN_PROFILE, BIRTHCASE_PLAN_EVIDENCE_KEYS, ""};

/// A text attribute that JSON has as a text under a key, where it has it.
struct Twin {
  std::int32_t attribute;
  std::string_view key;
};
inline constexpr std::array<Twin, 20> twins{{
    {BIRTHCASE_SERVICE_ID, "id"},
    {BIRTHCASE_SERVICE_LABEL, "label"},
    {BIRTHCASE_SERVICE_LANE, "lane"},
    {BIRTHCASE_SERVICE_FOLLOWS, "follows"},
    {BIRTHCASE_FIELD_LABEL, "label"},
    {BIRTHCASE_FIELD_SOURCE, "source"},
    {BIRTHCASE_FIELD_OWNER, "owner"},
    {BIRTHCASE_EVIDENCE_TYPE, "type"},
    {BIRTHCASE_EVIDENCE_STATUS, "status"},
    {BIRTHCASE_STEP_ID, "step"},
    {BIRTHCASE_STEP_SERVICE, "service"},
    {BIRTHCASE_STEP_PROMISE, "promise"},
    {BIRTHCASE_UNDETERMINED_FACT, "fact"},
    {BIRTHCASE_UNDETERMINED_LABEL, "label"},
    {BIRTHCASE_FINDING_SEVERITY, "severity"},
    {BIRTHCASE_FINDING_CODE, "code"},
    {BIRTHCASE_FINDING_PATH, "path"},
    {BIRTHCASE_FINDING_MESSAGE, "message"},
    {BIRTHCASE_LOOK_UP_ID, "id"},
    {BIRTHCASE_LOOK_UP_STATE, "state"},
}};

}  // namespace fuzz
