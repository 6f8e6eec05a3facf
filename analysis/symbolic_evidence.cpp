// Which documents the family brings, for all applications at once.

#include "analysis/symbolic_plan.hpp"
#include "plan/planning_tables.hpp"

#include <algorithm>

namespace birthcase::analysis {

const std::vector<SymbolicPlan::Use>& SymbolicPlan::uses() {
  if (uses_) return *uses_;
  uses_.emplace();
  for (const ServiceId service : rules_.services.ids()) {
    for (const std::uint16_t lane_newborn : copies(rules_.services[service].per_newborn)) {
      for (const Requirement& requirement : rules_.services[service].requirements) {
        for (const std::uint16_t whose : asked_for(requirement, lane_newborn)) {
          uses_->push_back(use(requirement, lane_newborn, whose));
        }
      }
    }
  }
  return *uses_;
}

// The newborns for whom a lane asks the document: its own, or each where each has its own document or holder.
std::vector<std::uint16_t> SymbolicPlan::asked_for(const Requirement& requirement, std::uint16_t lane_newborn) const {
  if (lane_newborn != family) return {lane_newborn};
  const auto& role = requirement.holder == no_index ? std::nullopt : rules_.holders[requirement.holder].decided_by;
  return copies(rules_.evidence[requirement.evidence].per_newborn || (role && role->newborn));
}

// The sources before the family, in their order: product, share, absorption.
SymbolicPlan::Use SymbolicPlan::use(const Requirement& requirement, std::uint16_t lane_newborn, std::uint16_t whose) {
  const std::uint16_t newborn = rules_.evidence[requirement.evidence].per_newborn ? whose : family;
  const Choice& lane = this->lane(requirement.service, lane_newborn);
  const Answer condition = rulebook_.applies(requirement, lane_newborn);
  const EvidenceSources& sources = links_of(rules_).evidence_sources[requirement.evidence];
  const ServiceSet producers = sources.producers - ServiceSet::of(requirement.service);
  const Answer product = rules_.joint ? produced(producers, newborn) : formulas_.answer(false);
  const Answer share = shared(sources.shares, requirement.service, whose);
  const z3::expr hospital = shared_by_hospital(sources.shares, requirement.service, whose);
  const z3::expr listed = lane.planned || lane.undetermined;
  const z3::expr needed = listed && !condition.no;
  const z3::expr left_by_share = needed && !product.yes && !share.yes;
  const bool may_be_absorbed = !sources.absorptions.empty();
  const Answer absorption = absorbed(requirement.evidence, whose);
  const z3::expr swallowed = may_be_absorbed ? absorption.yes && share.no : absorption.yes;
  const z3::expr left = left_by_share && !swallowed;
  const z3::expr asked = left && lane.planned && condition.yes && product.no && share.no;
  const z3::expr bring = may_be_absorbed ? asked && absorption.no : asked;
  const z3::expr answered = needed && !product.yes && share.yes;
  return {&requirement,
          newborn,
          whose,
          listed,
          {bring, left && !bring, needed && product.yes, answered && !hospital, answered && hospital,
           left_by_share && swallowed, listed && condition.no}};
}

Answer SymbolicPlan::produced(ServiceSet producers, std::uint16_t newborn) {
  z3::expr surely = formulas_.truth(false);
  z3::expr perhaps = formulas_.truth(false);
  producers.each([&](ServiceId producer) {
    for (const std::uint16_t copy : copies(rules_.services[producer].per_newborn)) {
      if (copy != family && newborn != family && copy != newborn) continue;
      surely = surely || lane(producer, copy).planned;
      perhaps = perhaps || lane(producer, copy).undetermined;
    }
  });
  return {surely, !surely && !perhaps, !surely && perhaps};
}

Answer SymbolicPlan::absorbed(EvidenceId evidence, std::uint16_t newborn) {
  Answer any = formulas_.answer(false);
  for (const AbsorptionId index : links_of(rules_).evidence_sources[evidence].absorptions) {
    any = formulas_.either(any, rulebook_.applies(rules_.absorptions[index], newborn));
  }
  return any;
}

// The role itself, and whoever it can mean.
std::vector<HolderId> SymbolicPlan::people_of(HolderId holder) const {
  std::vector<HolderId> people{holder};
  if (holder == no_index) return people;
  for (const auto& [code, person] : rules_.holders[holder].people) {
    if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
  }
  return people;
}

z3::expr SymbolicPlan::is_person(HolderId holder, HolderId person, std::uint16_t newborn) {
  if (holder == no_index || !rules_.holders[holder].decided_by) return formulas_.truth(holder == person);
  const Holder& role = rules_.holders[holder];
  const Term who = rulebook_.fact(role.decided_by->of(newborn));
  z3::expr is_it = formulas_.truth(holder == person);
  for (auto one = role.people.rbegin(); one != role.people.rend(); ++one) {
    const Answer same = formulas_.equal(who, formulas_.constant(Value::text(one->first)));
    is_it = z3::ite(same.yes, formulas_.truth(one->second == person), is_it);
  }
  return is_it;
}

// Whether this document, or the one that does instead of it for this person, is of that type. While it is open which
// does, it is the one that was asked.
z3::expr SymbolicPlan::is_type(const Requirement& requirement, HolderId person, EvidenceId type) {
  z3::expr is_it = formulas_.truth(requirement.evidence == type);
  if (person == no_index) return is_it;
  const auto& alternatives = rules_.evidence[requirement.evidence].alternatives;
  for (auto other = alternatives.rbegin(); other != alternatives.rend(); ++other) {
    const ConditionId when = other->when[person];
    if (when == no_index) continue;
    const Answer does = rulebook_.test(when, family);
    is_it = z3::ite(does.yes, formulas_.truth(other->evidence == type),
                    z3::ite(does.no, is_it, formulas_.truth(requirement.evidence == type)));
  }
  return is_it;
}

// Whether it is open which document does for this person.
z3::expr SymbolicPlan::is_open(const Requirement& requirement, HolderId person) {
  z3::expr open = formulas_.truth(false);
  if (person == no_index) return open;
  const auto& alternatives = rules_.evidence[requirement.evidence].alternatives;
  for (auto other = alternatives.rbegin(); other != alternatives.rend(); ++other) {
    const ConditionId when = other->when[person];
    if (when == no_index) continue;
    const Answer does = rulebook_.test(when, family);
    open = !does.yes && (!does.no || open);
  }
  return open;
}

// The status of this person's document: what the family would bring is undetermined while it is open which it is.
z3::expr SymbolicPlan::status_for(const Use& use, EvidenceStatus status, HolderId person) {
  const z3::expr& bring = use.status[static_cast<std::size_t>(EvidenceStatus::bring)];
  const z3::expr& asked = use.status[static_cast<std::size_t>(status)];
  if (status == EvidenceStatus::bring) return asked && !is_open(*use.requirement, person);
  if (status == EvidenceStatus::undetermined) return asked || (bring && is_open(*use.requirement, person));
  return asked;
}

Term SymbolicPlan::brings(const Outcome& outcome, std::uint16_t newborn) {
  const z3::expr bring = has_status(EvidenceStatus::bring, outcome.evidence, outcome.holder, newborn);
  const z3::expr open = has_status(EvidenceStatus::undetermined, outcome.evidence, outcome.holder, newborn);
  return {birthcase::Kind::boolean, open && !bring, formulas_.truth(false), bring};
}

Term SymbolicPlan::status_of(const Outcome& outcome, std::uint16_t newborn) {
  std::vector<std::pair<std::string_view, z3::expr>> cases;
  for (int i = 0; i <= static_cast<int>(EvidenceStatus::not_required); ++i) {
    const auto status = static_cast<EvidenceStatus>(i);
    cases.emplace_back(to_string(status), has_status(status, outcome.evidence, outcome.holder, newborn));
  }
  return text_of(cases);
}

// Whether one of the plan's documents of this type and holder has the status, and none asks more of the family.
z3::expr SymbolicPlan::has_status(EvidenceStatus status, EvidenceId type, HolderId holder, std::uint16_t newborn) {
  z3::expr lower = formulas_.truth(false);
  for (int i = 0; i < static_cast<int>(status); ++i) {
    lower = lower || merged(static_cast<EvidenceStatus>(i), type, holder, newborn);
  }
  if (status == EvidenceStatus::not_required) return !lower;  // also where nobody speaks of it
  return !lower && merged(status, type, holder, newborn);
}

z3::expr SymbolicPlan::merged(EvidenceStatus status, EvidenceId type, HolderId holder, std::uint16_t newborn) {
  const auto key = std::tuple(static_cast<int>(status), type, holder, newborn);
  if (const auto known = merged_.find(key); known != merged_.end()) return known->second;
  z3::expr any = formulas_.truth(false);
  for (const Use& use : uses()) {
    if (use.newborn != family && use.newborn != newborn) continue;
    for (const HolderId person : people_of(use.requirement->holder)) {
      if (holder != no_index && person != holder) continue;
      z3::expr there = status_for(use, status, person) && is_person(use.requirement->holder, person, use.whose) &&
                       is_type(*use.requirement, person, type);
      if (person != no_index && !rules_.holders[person].any_of.empty())
        there = there && !settled_elsewhere(use, newborn);
      any = any || there;
    }
  }
  merged_.emplace(key, any);
  return any;
}

// A document of either of two people is the one that the family brings anyway.
z3::expr SymbolicPlan::settled_elsewhere(const Use& either, std::uint16_t newborn) {
  const auto& people = rules_.holders[either.requirement->holder].any_of;
  z3::expr anyway = formulas_.truth(false);
  for (const Use& use : uses()) {
    if (use.requirement->evidence != either.requirement->evidence) continue;
    if (use.newborn != family && use.newborn != newborn) continue;
    for (const HolderId person : people) {
      anyway = anyway || (is_person(use.requirement->holder, person, use.whose) &&
                          (use.status[static_cast<std::size_t>(EvidenceStatus::bring)] ||
                           use.status[static_cast<std::size_t>(EvidenceStatus::undetermined)]));
    }
  }
  return anyway;
}

}  // namespace birthcase::analysis
