#include "case/deferrals.hpp"

#include "application/handed_in.hpp"
#include "case/labels.hpp"
#include "case/names.hpp"
#include "plan/holders.hpp"

#include <algorithm>
#include <string_view>

namespace birthcase::cases {
namespace {

HolderId holder_named(const Rules& rules, std::string_view id) noexcept {
  const auto at =
      std::find_if(rules.holders.begin(), rules.holders.end(), [id](const Holder& each) { return each.id == id; });
  return at == rules.holders.end() ? no_index : rules.holders.id_of(*at);
}

// The people of whom a department wants such a document.
void add_wanted_of(const Rules& rules, const std::vector<NamedDocument>& wanted, const NamedDocument& document,
                   std::vector<HolderId>& holders) {
  for (const NamedDocument& each : wanted) {
    const HolderId holder = holder_named(rules, each.holder);
    if (each.type != document.type || holder == no_index) continue;
    if (std::find(holders.begin(), holders.end(), holder) == holders.end()) holders.push_back(holder);
  }
}

const Label& label_of(const Rules& rules, const NamedDocument& document) {
  return rules.evidence[application::evidence_named(rules, document.type).value()].label;
}

Refusal several_holders(const Rules& rules, const NamedDocument& document, const std::vector<HolderId>& holders,
                        const std::string& path) {
  const Label names = holder_words_and_ids(rules, document, holders);
  const Label& label = label_of(rules, document);
  return refuse(refusals::holder_missing, path, texts::message(case_findings::holder_missing, label, names));
}

Refusal several_owners(const Rules& rules, const NamedDocument& document, const std::vector<HolderId>& owners,
                       const std::string& path) {
  const Label names = holder_words_and_ids(rules, document, owners);
  const Label& label = label_of(rules, document);
  return refuse(refusals::holder_missing, path, texts::message(case_findings::owner_missing, label, names));
}

// The people whose document of this type the case is about, whether they bring it or somebody answers for it.
std::vector<HolderId> owners_of(const Plan& plan, const NamedDocument& document) {
  const Rules& rules = plan.profile().rules();
  std::vector<HolderId> owners;
  for (const EvidenceItem& item : plan.evidence) {
    const bool about = item.status != EvidenceStatus::not_required && item.holder != no_index;
    if (!about || !is_named(rules, item, document.type, {}, document.newborn)) continue;
    if (std::find(owners.begin(), owners.end(), item.holder) == owners.end()) owners.push_back(item.holder);
  }
  return owners;
}

}  // namespace

bool is_same(const DeferredDocument& a, const DeferredDocument& b) noexcept {
  return a.type == b.type && a.holder == b.holder && a.newborn == b.newborn;
}

bool covers(const Plan& plan, std::uint16_t evidence, const DeferredDocument& document) {
  const Rules& rules = plan.profile().rules();
  const EvidenceItem& item = plan.evidence[evidence];
  if (!is_named(rules, item, document.type, {}, document.newborn)) return false;
  if (is_named(rules, item, document.type, document.holder, document.newborn)) return true;
  const HolderId role = holder_named(rules, document.holder);
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
      DeferredDocument meant{names.type, names.holder, names.newborn, document.until};
      const bool known = std::any_of(settled.begin(), settled.end(),
                                     [&](const DeferredDocument& each) { return is_same(each, meant); });
      if (!known) settled.push_back(std::move(meant));
    }
  }
  return settled;
}

std::vector<NamedDocument> with_people(const Plan& plan, std::vector<NamedDocument> documents, std::uint16_t newborn) {
  const Rules& rules = plan.profile().rules();
  for (NamedDocument& document : documents) {
    const HolderId role = holder_named(rules, document.holder);
    if (role == no_index || !rules.holders[role].decided_by) continue;
    document.holder = rules.holders[plan.person(role, newborn)].id;
  }
  return documents;
}

boost::system::result<std::vector<NamedDocument>, Refusal> with_owners(const Plan& plan,
                                                                       std::vector<NamedDocument> documents,
                                                                       std::uint16_t newborn) {
  documents = with_people(plan, std::move(documents), newborn);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!documents[i].holder.empty()) continue;
    const auto owners = owners_of(plan, documents[i]);
    if (owners.size() == 1) documents[i].holder = plan.profile().rules().holders[owners.front()].id;
    if (owners.size() < 2) continue;
    return several_owners(plan.profile().rules(), documents[i], owners,
                          "/wanted_evidence/" + std::to_string(i) + "/holder");
  }
  return documents;
}

boost::system::result<std::vector<NamedDocument>, Refusal> with_holders(const Case& state, const Plan& plan,
                                                                        std::vector<NamedDocument> documents) {
  const Rules& rules = plan.profile().rules();
  for (std::size_t i = 0; i < documents.size(); ++i) {
    NamedDocument& document = documents[i];
    if (!document.holder.empty()) continue;
    const EvidenceId type = application::evidence_named(rules, document.type).value();
    auto holders = holders_needed(rules, plan.evidence, {type, no_index, document.newborn, document.as});
    for (const CaseStep& step : state.steps) add_wanted_of(rules, step.wanted_evidence, document, holders);
    if (holders.empty()) continue;
    if (holders.size() == 1) {
      document.holder = rules.holders[holders.front()].id;
      continue;
    }
    return several_holders(rules, document, holders, "/evidence/" + std::to_string(i) + "/holder");
  }
  return documents;
}

}  // namespace birthcase::cases
