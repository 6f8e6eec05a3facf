// Rules whose conditions take more work than a plan may take: what they decide is left open, and they are named.
#include "plan/planner.hpp"
#include "profile/every_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace birthcase {
namespace {

// What a profile calls the owner of a condition: a rule, a line of a service's form, or a document that may do instead.
std::string owner_of(const Rules& rules, Index condition) {
  std::string owner;
  profile::each_rule(rules, [&](const Rule& rule) {
    if (rule.when == condition && owner.empty()) owner = rule.id;
  });
  for (const Service& service : rules.services) {
    for (const FormLine& line : service.lines) {
      if (line.when == condition && owner.empty()) owner = service.id + "/" + rules.fields[line.field].id;
    }
  }
  for (const DataShare& share : rules.shares) {
    const auto& when = share.keys_when;
    if (owner.empty() && std::find(when.begin(), when.end(), condition) != when.end()) owner = share.id;
  }
  for (const EvidenceType& type : rules.evidence) {
    for (const auto& choice : type.alternatives) {
      const auto& when = choice.when;
      if (owner.empty() && std::find(when.begin(), when.end(), condition) != when.end()) owner = type.id;
    }
  }
  return owner;
}

}  // namespace

void Planner::too_costly(const std::string& rule) {
  find(Severity::error, "rule-too-costly", {},
       {fmt::format("规则“{}”的计算量超出限度，其结果未定；请方案维护人改写这条规则", rule),
        fmt::format("the rule '{}' takes more work than a plan may take, so what it decides is open; whoever keeps the "
                    "profile has to rewrite it",
                    rule)});
}

void Planner::check_costs() {
  if (!table_->gave_up()) return;
  for (Index condition = 0; condition < rules_.conditions.size(); ++condition) {
    if (table_->gave_up(condition)) too_costly(owner_of(rules_, condition));
  }
  for (const Derivation& derivation : rules_.derivations) {
    if (table_->gave_up(derivation)) too_costly(derivation.id);
  }
}

}  // namespace birthcase
