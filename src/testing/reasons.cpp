#include "testing/reasons.hpp"

#include <birthcase/plan_json.hpp>

#include "feel/decision.hpp"
#include "plan/planning_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::testing {
namespace {

std::string_view word_for(Truth truth) noexcept {
  return truth == Truth::unknown ? "unknown" : truth == Truth::yes ? "yes" : "no";
}

std::string text_of(const Value& value) { return value.is_unknown() ? "unknown" : to_json_text(value); }

std::string days_of(const Validity& valid) {
  std::string text = "in force";
  if (valid.from) text += " from " + to_string(*valid.from);
  if (valid.until) text += " until " + to_string(*valid.until);
  return text;
}

// Whose facts settled the condition: of the family's question about the newborn at hand, the first with this answer.
std::uint16_t newborn_behind(const Plan& plan, const SharedCondition& condition, const Why& why) {
  if (!condition.per_newborn || why.newborn != FactRef::family) return why.newborn;
  for (std::uint16_t newborn = 0; newborn < plan.newborns(); ++newborn) {
    if (condition.condition.test(plan.facts_of(newborn)) == why.holds) return newborn;
  }
  return 0;
}

// The atoms that decide alone; of an open condition, those that are open; the whole text where it is all of them.
std::string deciding_part(const Plan& plan, const SharedCondition& condition, const Why& why) {
  const feel::Decision decision(condition.condition);
  const auto answers = decision.answers(plan.facts_of(newborn_behind(plan, condition, why)));
  std::string text;
  for (std::size_t atom = 0; atom < decision.atoms().size(); ++atom) {
    const bool open = answers[atom] == feel::Logic::unknown;
    if (why.holds == Truth::unknown ? !open : !decision.decides(atom, answers)) continue;
    if (!text.empty()) text += "; ";
    text += decision.atoms()[atom].text;
  }
  return text.empty() ? condition.condition.text() : text;
}

template <class Row>
const Rule* rule_that_speaks(const Plan& plan, const Table<Row>& rows, const std::vector<Id<Row>>& places,
                             std::uint16_t newborn) {
  const Rule* last = nullptr;
  for (const Id<Row> place : places) {
    const Truth applies = plan.applies(rows[place], newborn);
    if (applies != Truth::no) return &rows[place];
    last = &rows[place];
  }
  return last;
}

// The share or derivation that a fact's value or source hangs on, if there is one.
const Rule* rule_about(const Plan& plan, FactRef fact, const FormField* asked) {
  const Rules& rules = plan.profile().rules();
  const FieldId field = rules.schema.at(fact).field;
  if (field == no_index) return nullptr;
  const FieldSources& sources = links_of(rules).field_sources[field];
  const bool derived = asked == nullptr || asked->source == FieldSource::derived || sources.shares.empty();
  if (!derived) return rule_that_speaks(plan, rules.shares, sources.shares, fact.newborn);
  if (sources.derived == no_index) return nullptr;
  return rule_that_speaks(plan, rules.derivations, links_of(rules).derived[sources.derived].derivations, fact.newborn);
}

std::string source_text(const Plan& plan, const FormField& field) {
  std::string text = fmt::format("source {}", to_string(field.source));
  const std::string_view from = plan.profile().rules().id_of(field.from);
  if (!from.empty()) text += fmt::format(" from {}", from);
  return text + (field.required ? ", required" : ", not required");
}

Reason explain_fact(const Plan& plan, FactRef fact) {
  const auto asked = std::find_if(plan.form.fields.begin(), plan.form.fields.end(), [&](const FormField& field) {
    return field.field->slot.index == fact.index && field.newborn == fact.newborn;
  });
  const FormField* field = asked == plan.form.fields.end() ? nullptr : &*asked;
  std::string answer = "value " + text_of(plan.value(fact));
  answer += field == nullptr ? "; not on the form" : "; " + source_text(plan, *field);
  for (const Undetermined& open : plan.undetermined) {
    if (open.fact == fact) answer += fmt::format("; decides {}", fmt::join(open.decides, ", "));
  }
  const std::string name = fact_name(plan.profile(), fact);
  const Rule* rule = rule_about(plan, fact, field);
  if (rule == nullptr) return Reason{.item = name, .answer = answer};
  return reason_for(plan, *rule, fact.newborn, name, answer);
}

Reason explain_evidence(const Plan& plan, const EvidenceItem& evidence) {
  std::string answer = fmt::format("status {}", to_string(evidence.status));
  const std::string_view from = plan.profile().rules().id_of(evidence.from);
  if (!from.empty()) answer += fmt::format(" from {}", from);
  return reason_for(plan, evidence.why, name_of(plan, item_of(plan, evidence)), std::move(answer));
}

Reason explain_lane(const Plan& plan, const ServiceLane& lane) {
  std::string answer = fmt::format("lane {}", to_string(lane.lane));
  if (lane.follows != no_index) answer += ", follows " + plan.profile().rules().services[lane.follows].id;
  return reason_for(plan, lane.why, name_of(plan, item_of(plan, *lane.service, lane.newborn)), std::move(answer));
}

Reason explain_look_up(const Plan& plan, const PlannedLookUp& look_up) {
  return reason_for(plan, look_up.why, name_of(plan, item_of(plan, look_up)),
                    fmt::format("state {}", to_string(look_up.state)));
}

// Why there is none: the share does not cover the family, or nothing hangs on it.
Reason explain_no_look_up(const Plan& plan, const Item& item) {
  return reason_for(plan, plan.profile().rules().shares[item.row<DataShare>()], item.newborn, name_of(plan, item),
                    "no look-up");
}

Reason explain_check(const Plan& plan, const Check& row, std::string item) {
  const Truth raised = plan.applies(row);
  return reason_for(plan, row, FactRef::family, std::move(item), raised == Truth::yes ? "raised" : "not raised");
}

Reason explain_finding(const Plan& plan, const Finding& finding, std::string item) {
  const auto& checks = plan.profile().rules().checks;
  const auto check =
      std::find_if(checks.begin(), checks.end(), [&](const Check& row) { return row.id == finding.code; });
  if (check != checks.end()) return explain_check(plan, *check, std::move(item));
  return Reason{.item = std::move(item),
                .answer = fmt::format("{}: {}", to_string(finding.severity), finding.message.en)};
}

}  // namespace

Reason reason_for(const Plan& plan, const Why& why, std::string item, std::string answer) {
  Reason reason{.item = std::move(item), .answer = std::move(answer)};
  if (why.rule == nullptr) return reason;
  const Rule& rule = *why.rule;
  reason.rule = rule.id;
  reason.holds = word_for(why.holds);
  reason.document = rule.document;
  reason.path = rule.path;
  reason.source = rule.source;
  const SharedCondition* condition =
      why.condition() == no_index ? nullptr : &plan.profile().rules().conditions[why.condition()];
  if (condition != nullptr) reason.condition = condition->condition.text();
  if (!rule.valid.includes(plan.as_of())) {
    reason.deciding = days_of(rule.valid);
  } else if (condition != nullptr) {
    reason.deciding = deciding_part(plan, *condition, why);
    for (const FactRef fact : plan.explain(why).read) {
      reason.facts.emplace_back(fact_name(plan.profile(), fact), text_of(plan.value(fact)));
    }
  }
  return reason;
}

Reason reason_for(const Plan& plan, const Rule& rule, std::uint16_t newborn, std::string item, std::string answer) {
  return reason_for(plan, Why{&rule, plan.applies(rule, newborn), newborn}, std::move(item), std::move(answer));
}

bool is_rule(const Why& why, const Rule* rule) noexcept {
  if (why.rule == nullptr || rule == nullptr) return why.rule == rule;
  return why.rule->id == rule->id;
}

void explain_expected(const Plan& plan, const Rule* expected, std::uint16_t newborn, Reasons& reasons) {
  if (expected != nullptr) reasons.push_back(reason_for(plan, *expected, newborn, expected->id, "expected to decide"));
}

Reason explain(const Plan& plan, const Item& item) {
  const Rules& rules = plan.profile().rules();
  switch (item.what) {
    case What::evidence:
      for (const EvidenceItem& evidence : plan.evidence) {
        const Item other = item_of(plan, evidence);
        const bool same = other.id == item.id && other.holder == item.holder && other.newborn == item.newborn;
        if (same) return explain_evidence(plan, evidence);
      }
      break;
    case What::service:
      for (const ServiceLane& lane : plan.services) {
        const bool same = lane.service == &rules.services[item.row<Service>()] && lane.newborn == item.newborn;
        if (same) return explain_lane(plan, lane);
      }
      break;
    case What::fact:
      return explain_fact(plan, item.fact());
    case What::channel: {
      const Channel& channel = rules.channels[item.row<Channel>()];
      const bool open = plan.applies(channel) == Truth::yes;
      return reason_for(plan, channel, FactRef::family, channel.id, open ? "open" : "not open");
    }
    case What::finding:
      return explain_finding(plan, plan.findings[item.id], name_of(plan, item));
    case What::look_up:
      for (const PlannedLookUp& look_up : plan.look_ups) {
        const Item other = item_of(plan, look_up);
        if (other.id == item.id && other.newborn == item.newborn) return explain_look_up(plan, look_up);
      }
      return explain_no_look_up(plan, item);
  }
  return Reason{.item = name_of(plan, item)};
}

void explain(const Plan& plan, const Name& name, Reasons& reasons) {
  const std::size_t before = reasons.size();
  if (name.what == What::evidence) {
    for (const EvidenceItem& evidence : plan.evidence) {
      if (means(plan, name, item_of(plan, evidence))) reasons.push_back(explain_evidence(plan, evidence));
    }
  } else if (name.what == What::service) {
    for (const ServiceLane& lane : plan.services) {
      if (means(plan, name, item_of(plan, *lane.service, lane.newborn))) reasons.push_back(explain_lane(plan, lane));
    }
  } else if (name.what != What::finding) {
    reasons.push_back(explain(plan, Item{name.what, name.id, no_index, name.newborn}));
  } else if (name.id != no_index) {
    reasons.push_back(explain_check(plan, plan.profile().rules().checks[name.row<Check>()], name.text));
  }
  if (reasons.size() != before) return;
  const bool evidence = name.what == What::evidence;
  reasons.push_back({.item = name.text, .answer = evidence ? "no service of this case asks for it" : "not there"});
}

}  // namespace birthcase::testing
