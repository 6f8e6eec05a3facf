#include "case/deferrals.hpp"

#include "case/names.hpp"

#include <algorithm>
#include <string_view>

namespace birthcase::cases {
namespace {

Index holder_named(const Rules& rules, std::string_view id) noexcept {
  const auto at =
      std::find_if(rules.holders.begin(), rules.holders.end(), [id](const Holder& each) { return each.id == id; });
  return at == rules.holders.end() ? no_index : static_cast<Index>(at - rules.holders.begin());
}

}  // namespace

bool covers(const Plan& plan, std::uint16_t evidence, const DeferredDocument& document) {
  const Rules& rules = plan.profile().rules();
  const EvidenceItem& item = plan.evidence[evidence];
  if (!is_named(rules, item, document.type, {}, document.newborn)) return false;
  if (is_named(rules, item, document.type, document.holder, document.newborn)) return true;
  const Index role = holder_named(rules, document.holder);
  return role != no_index && std::any_of(plan.uses.begin(), plan.uses.end(), [&](const EvidenceUse& use) {
           return use.evidence == evidence && use.requirement->holder == role;
         });
}

std::vector<DeferredDocument> settled_names(const Plan& plan, const std::vector<DeferredDocument>& documents) {
  std::vector<DeferredDocument> settled;
  for (const DeferredDocument& document : documents) {
    for (const std::uint16_t place : plan.acceptable.deferrable_evidence) {
      if (!covers(plan, place, document)) continue;
      const NamedDocument names = named(plan.profile().rules(), plan.evidence[place]);
      const bool known = std::any_of(settled.begin(), settled.end(), [&](const DeferredDocument& each) {
        return each.type == names.type && each.holder == names.holder && each.newborn == names.newborn;
      });
      if (!known) settled.push_back({names.type, names.holder, names.newborn, document.until});
    }
  }
  return settled;
}

std::vector<NamedDocument> with_people(const Plan& plan, std::vector<NamedDocument> documents, std::uint16_t newborn) {
  const Rules& rules = plan.profile().rules();
  for (NamedDocument& document : documents) {
    const Index role = holder_named(rules, document.holder);
    if (role == no_index || !rules.holders[role].decided_by) continue;
    document.holder = rules.holders[plan.person(role, newborn)].id;
  }
  return documents;
}

}  // namespace birthcase::cases
