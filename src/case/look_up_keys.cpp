#include "case/look_up_keys.hpp"

#include <birthcase/digest.hpp>

#include "case_json/writing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::cases {
namespace {

std::string next_id(const Case& state, std::string_view look_up) {
  const auto sent = std::count_if(state.messages.begin(), state.messages.end(),
                                  [look_up](const SentMessage& each) { return each.look_up == look_up; });
  return fmt::format("{}:{}:{}", state.id, look_up, sent + 1);
}

}  // namespace

const PlannedLookUp* look_up_in(const Plan& plan, std::string_view share, std::uint16_t newborn) noexcept {
  const PlannedLookUp* only = nullptr;
  for (const PlannedLookUp& each : plan.look_ups) {
    if (each.share->id != share) continue;
    if (each.newborn == newborn) return &each;
    only = newborn == FactRef::family && only == nullptr && plan.newborns() == 1 ? &each : nullptr;
  }
  return only;
}

std::vector<NamedFact> keys_of(const Plan& plan, const PlannedLookUp& look_up) {
  std::vector<NamedFact> keys;
  for (const FactRef key : look_up.keys) {
    const Value& value = plan.value(key);
    if (!value.is_unknown()) keys.push_back({fact_name(plan.profile(), key), value});
  }
  return keys;
}

Message query_about(const Case& state, const Plan& plan, const PlannedLookUp& look_up, const DateTime& at) {
  const Rules& rules = plan.profile().rules();
  const std::string name = look_up_name(look_up.share->id, look_up.newborn);
  Message query{.id = next_id(state, name),
                .kind = MessageKind::query,
                .case_id = state.id,
                .newborn = look_up.newborn,
                .organisation = rules.organisations[look_up.share->organisation].id,
                .at = at,
                .fields = keys_of(plan, look_up),
                .look_up = name};
  for (const std::uint16_t place : look_up.evidence) {
    const EvidenceItem& item = plan.evidence[place];
    query.evidence.push_back({.type = item.type->id,
                              .holder = item.holder == no_index ? std::string() : rules.holders[item.holder].id,
                              .newborn = item.newborn,
                              .status = EvidenceStatus::shared});
  }
  if (look_up.fields.empty()) return query;
  for (const FieldId supplied : look_up.share->fields) {  // by the names that the answer must use
    const Field& field = rules.fields[supplied];
    const std::uint16_t whose = field.per_newborn() ? look_up.newborn : FactRef::family;
    query.outputs.push_back(fact_name(plan.profile(), {field.slot.index, whose}));
  }
  return query;
}

Message cancellation_of(const Case& state, const SentMessage& query, const LookUp& look_up, const DateTime& at) {
  const Rules& rules = state.profile.rules();
  return {.id = next_id(state, query.look_up),
          .kind = MessageKind::cancellation,
          .case_id = state.id,
          .newborn = look_up.newborn,
          .organisation = rules.organisations[rules.shares[look_up.share].organisation].id,
          .at = at,
          .replaces = query.id,
          .look_up = query.look_up};
}

std::string digest_of(const Message& query) { return sha256(case_json::payload_text(query.fields, query.evidence)); }

}  // namespace birthcase::cases
