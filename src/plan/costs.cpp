#include "plan/findings.hpp"
#include "plan/planning_tables.hpp"
#include "profile/every_rule.hpp"
#include "texts/findings.hpp"

#include <string>
#include <vector>

namespace birthcase::planning {
namespace {

// By condition, what a profile calls its first owner: a rule, a line of a service's form, or a document that may do
// instead.
Column<SharedCondition, std::string> owners_of(const Rules& rules) {
  Column<SharedCondition, std::string> owners(rules.conditions.size());
  const auto own = [&owners](ConditionId condition, const std::string& name) {
    if (condition != no_index && owners[condition].empty()) owners[condition] = name;
  };
  profile::each_rule(rules, [&own](const Rule& rule) { own(rule.when, rule.id); });
  for (const Service& service : rules.services) {
    for (const FormLine& line : lines_of(rules, service).all) {
      own(line.when, service.id + "/" + rules.fields[line.field].id);
    }
  }
  for (const DataShare& share : rules.shares) {
    for (const ConditionId when : share.keys_when) own(when, share.id);
  }
  for (const EvidenceType& type : rules.evidence) {
    for (const auto& choice : type.alternatives) {
      for (const ConditionId when : choice.when) own(when, type.id);
    }
  }
  return owners;
}

Finding too_costly(const std::string& rule) {
  return {Severity::error, "rule-too-costly", {}, texts::message(texts::findings::rule_too_costly, rule)};
}

}  // namespace

std::vector<Finding> check_costs(const Rules& rules, const FactTable& table) {
  if (!table.gave_up()) return {};
  std::vector<Finding> findings;
  const auto owners = owners_of(rules);
  for (const ConditionId condition : rules.conditions.ids()) {
    if (table.gave_up(condition)) findings.push_back(too_costly(owners[condition]));
  }
  for (const Derivation& derivation : rules.derivations) {
    if (table.gave_up(derivation)) findings.push_back(too_costly(derivation.id));
  }
  return findings;
}

}  // namespace birthcase::planning
