#include <birthcase/evidence.hpp>

#include "plan/planner.hpp"

#include <algorithm>

namespace birthcase {

std::string_view to_string(EvidenceStatus status) noexcept {
  constexpr std::string_view names[] = {"bring",    "undetermined", "produced",    "shared",
                                        "hospital", "absorbed",     "not_required"};
  return names[static_cast<std::size_t>(status)];
}

void Planner::collect_evidence() {
  std::size_t requirements = 0;
  for (const ServiceLane& lane : plan_.services) requirements += lane.service->requirements.size();
  plan_.evidence.reserve(requirements);
  plan_.uses.reserve(requirements * table_->newborns());
  for (const ServiceLane& lane : plan_.services) {
    if (!lane.planned && lane.lane != Lane::undetermined) continue;
    for (const Requirement& requirement : lane.service->requirements) {
      each_newborn(is_newborns_own(requirement) || lane.newborn != family, lane.newborn,
                   [&](std::uint16_t newborn) { require(lane, requirement, newborn); });
    }
  }
  settle_either_holder();
  tolerate();
}

// Whether each newborn needs a document of its own: it is one for each, or each may have another holder.
bool Planner::is_newborns_own(const Requirement& requirement) const noexcept {
  if (rules_.evidence[requirement.evidence].per_newborn) return true;
  if (requirement.holder == no_index) return false;
  const auto& role = rules_.holders[requirement.holder].decided_by;
  return role && role->newborn;
}

// `whose`: the newborn for whom it is asked, which is the lane's where the lane has one.
void Planner::require(const ServiceLane& lane, const Requirement& requirement, std::uint16_t whose) {
  const auto service = rules_.index_of(*lane.service);
  const Truth condition = table_->applies(requirement, lane.newborn);
  const Truth needed = lane.planned ? condition : condition && Truth::unknown;
  EvidenceItem item = asked_for(lane, requirement, whose);
  if (needed == Truth::no) {
    item.status = EvidenceStatus::not_required;
    item.needed_by = ServiceSet();
  } else if (!find_supplier(item, service, whose)) {
    leave_to_family(item, lane, whose, needed);
  }
  const std::uint16_t place = merge_evidence(item);
  if (needed == Truth::no) return;
  plan_.uses.push_back({.requirement = &requirement,
                        .lane = static_cast<std::uint16_t>(&lane - plan_.services.data()),
                        .evidence = place,
                        .newborn = whose,
                        .needed = needed,
                        .status = item.status,
                        .why = item.why});
}

EvidenceItem Planner::asked_for(const ServiceLane& lane, const Requirement& requirement, std::uint16_t whose) const {
  const Index holder = table_->person(requirement.holder, whose);
  EvidenceItem item{.type = &rules_.evidence[accepted_instead(requirement.evidence, holder)],
                    .asked = requirement.evidence,
                    .holder = holder,
                    .newborn = rules_.evidence[requirement.evidence].per_newborn ? whose : family,
                    .original = requirement.original,
                    .copies = requirement.copies,
                    .needed_by = ServiceSet::of(rules_.index_of(*lane.service)),
                    .why = {&requirement, table_->applies(requirement, lane.newborn), lane.newborn}};
  if (rules_.joint) {  // the window makes its own copies, from the original
    item.original = std::max<std::uint8_t>(item.original, 1);
    item.copies = 0;
  }
  return item;
}

// Tries the sources before the family, in their order: product, share, absorption.
bool Planner::find_supplier(EvidenceItem& item, Index service, std::uint16_t whose) const {
  const EvidenceSources& sources = rules_.evidence_sources[item.asked];
  const ServiceSet producers = sources.producers - ServiceSet::of(service);
  if (rules_.joint && !producers.empty() && produced(producers, item.newborn) == Truth::yes) {
    item.status = EvidenceStatus::produced;
    producers.each([&item](Index producer) { item.from = producer; });
    return true;
  }
  const Decision share = shared(sources.shares, service, whose);
  if (share.truth == Truth::yes) {
    item.status = rules_.shares[share.index].hospital ? EvidenceStatus::hospital : EvidenceStatus::shared;
    item.from = rules_.shares[share.index].organisation;
    item.why = {share.rule, Truth::yes, whose};
    return true;
  }
  const Decision absorption = absorbed(sources.absorptions, whose);
  if (absorption.truth != Truth::yes || share.truth == Truth::unknown) return false;
  item.status = EvidenceStatus::absorbed;
  item.why = {absorption.rule, Truth::yes, whose};
  return true;
}

// The reason is the rule that spoke last: a share that does not cover this family rather than the requirement itself.
void Planner::leave_to_family(EvidenceItem& item, const ServiceLane& lane, std::uint16_t whose, Truth needed) const {
  const auto service = rules_.index_of(*lane.service);
  const EvidenceSources& sources = rules_.evidence_sources[item.asked];
  const ServiceSet producers = sources.producers - ServiceSet::of(service);
  const Truth product = rules_.joint ? produced(producers, item.newborn) : Truth::no;
  const Decision share = shared(sources.shares, service, whose);
  const Decision absorption = absorbed(sources.absorptions, whose);
  const bool decided =
      needed == Truth::yes && product == Truth::no && share.truth == Truth::no && absorption.truth == Truth::no;
  item.status = decided ? EvidenceStatus::bring : EvidenceStatus::undetermined;
  if (!lane.planned) {
    item.why = lane.why;
  } else if (item.why.holds == Truth::yes) {
    const bool open = share.truth == Truth::no && absorption.truth == Truth::unknown;
    const Decision& last = open ? absorption : share;
    if (last.rule != nullptr) item.why = {last.rule, last.truth, whose};
  }
}

// Whether one of these services yields something for this newborn, in this case.
Truth Planner::produced(ServiceSet producers, std::uint16_t newborn) const {
  Truth any = Truth::no;
  producers.each([&](Index producer) {
    for (const ServiceLane& lane : lanes_of(producer)) {
      if (lane.newborn != family && newborn != family && lane.newborn != newborn) continue;
      if (lane.lane == Lane::undetermined) any = any || Truth::unknown;
      if (lane.planned) any = Truth::yes;
    }
  });
  return any;
}

// The first share that answers; if none does, the one that perhaps does, else the one whose look-up failed, else the
// last that does not.
Planner::Decision Planner::shared(std::span<const Index> shares, Index service, std::uint16_t newborn) const {
  Decision decision;
  Decision failure;
  for (const Index index : shares) {
    const DataShare& share = rules_.shares[index];
    if (!share.services.has(service)) continue;
    const Truth covers = table_->applies(share, newborn);
    const Rule* failed = covers == Truth::yes ? failed_look_up(index, newborn) : nullptr;
    if (failed != nullptr) {
      failure = {Truth::no, failed, index};
      continue;
    }
    if (covers == Truth::yes) return {covers, &share, index};
    if (decision.truth == Truth::no) decision = {covers, &share, index};
  }
  return decision.truth == Truth::no && failure.rule != nullptr ? failure : decision;
}

// The first absorption that surely applies; else the first that perhaps does.
Planner::Decision Planner::absorbed(std::span<const Index> absorptions, std::uint16_t newborn) const {
  Decision decision;
  for (const Index index : absorptions) {
    const Absorption& absorption = rules_.absorptions[index];
    const Truth applies = table_->applies(absorption, newborn);
    if (applies == Truth::yes) return {applies, &absorption, index};
    if (applies == Truth::unknown && decision.truth == Truth::no) decision = {applies, &absorption, index};
  }
  return decision;
}

// The document that does instead for this holder, or the one that was asked.
Index Planner::accepted_instead(Index evidence, Index holder) const {
  if (holder == no_index) return evidence;
  for (const auto& alternative : rules_.evidence[evidence].alternatives) {
    const Index when = alternative.when[holder];
    if (when != no_index && table_->test(when, family) == Truth::yes) return alternative.evidence;
  }
  return evidence;
}

// One row for each document and holder: the status that asks most of the family, the strictest numbers.
std::uint16_t Planner::merge_evidence(const EvidenceItem& item) {
  const auto same = std::find_if(plan_.evidence.begin(), plan_.evidence.end(), [&](const EvidenceItem& other) {
    return other.type == item.type && other.holder == item.holder && other.newborn == item.newborn;
  });
  if (same == plan_.evidence.end()) {
    plan_.evidence.push_back(item);
    return static_cast<std::uint16_t>(plan_.evidence.size() - 1);
  }
  const bool both_count = item.status != EvidenceStatus::not_required;
  const ServiceSet needed_by = same->needed_by | item.needed_by;
  const auto original = std::max(same->original, both_count ? item.original : same->original);
  const auto copies = std::max(same->copies, both_count ? item.copies : same->copies);
  if (item.status < same->status) {
    const bool replaced_counts = same->status != EvidenceStatus::not_required;
    *same = item;
    same->original = replaced_counts ? original : item.original;
    same->copies = replaced_counts ? copies : item.copies;
  } else {
    same->original = original;
    same->copies = copies;
  }
  same->needed_by = needed_by;
  return static_cast<std::uint16_t>(same - plan_.evidence.begin());
}

// A document of either of two people is the one that the family brings anyway.
void Planner::settle_either_holder() {
  for (std::uint16_t i = 0; i < plan_.evidence.size(); ++i) {
    const EvidenceItem& either = plan_.evidence[i];
    if (either.holder == no_index || rules_.holders[either.holder].any_of.empty()) continue;
    const auto& people = rules_.holders[either.holder].any_of;
    for (const EvidenceStatus status : {EvidenceStatus::bring, EvidenceStatus::undetermined}) {
      const auto anyway = std::find_if(plan_.evidence.begin(), plan_.evidence.end(), [&](const EvidenceItem& item) {
        return item.asked == either.asked && item.status == status && item.newborn == either.newborn &&
               std::find(people.begin(), people.end(), item.holder) != people.end();
      });
      if (anyway == plan_.evidence.end()) continue;
      drop_evidence(i, static_cast<std::uint16_t>(anyway - plan_.evidence.begin()));
      --i;
      break;
    }
  }
}

void Planner::drop_evidence(std::uint16_t from, std::uint16_t into) {
  EvidenceItem& kept = plan_.evidence[into];
  const EvidenceItem& dropped = plan_.evidence[from];
  kept.needed_by |= dropped.needed_by;
  kept.original = std::max(kept.original, dropped.original);
  kept.copies = std::max(kept.copies, dropped.copies);
  for (EvidenceUse& use : plan_.uses) {
    if (use.evidence == from) use.evidence = into;
    if (use.evidence > from) --use.evidence;
  }
  plan_.evidence.erase(plan_.evidence.begin() + from);
}

void Planner::tolerate() {
  for (EvidenceItem& item : plan_.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    for (const Tolerance& tolerance : rules_.tolerances) {
      const auto& types = tolerance.evidence;
      const bool about = types.empty() || std::find(types.begin(), types.end(), item.asked) != types.end();
      if (!about || table_->applies(tolerance, item.newborn) != Truth::yes) continue;
      item.tolerance = &tolerance;
      break;
    }
  }
}

}  // namespace birthcase
