#include "plan/evidence.hpp"

#include "plan/merging.hpp"
#include "plan/planning_tables.hpp"
#include "plan/sources.hpp"

#include <algorithm>

namespace birthcase {

std::string_view to_string(EvidenceStatus status) noexcept {
  constexpr std::string_view names[] = {"bring",    "undetermined", "produced",    "shared",
                                        "hospital", "absorbed",     "not_required"};
  return names[static_cast<std::size_t>(status)];
}

namespace planning {
namespace {

// One document that one lane asks for.
struct Asked {
  const ServiceLane& lane;
  const Requirement& requirement;
  std::uint16_t whose;  // the newborn for whom, which is the lane's where the lane has one
  ServiceId service;
  Truth needed;
};

// What answers instead of the family. What comes after an answer is not asked.
struct Answers {
  Truth product = Truth::no;
  Decision share;
  Decision absorption;
};

// Whether each newborn needs a document of its own: it is one for each, or each may have another holder.
bool is_newborns_own(const Rules& rules, const Requirement& requirement) noexcept {
  if (rules.evidence[requirement.evidence].per_newborn) return true;
  if (requirement.holder == no_index) return false;
  const auto& role = rules.holders[requirement.holder].decided_by;
  return role && role->newborn;
}

// The document that this holder brings: the one that was asked, or another instead.
struct Accepted {
  EvidenceId type;
  ConditionId open{};  ///< the condition of the first alternative that perhaps does; none where it is settled
};

Accepted accepted(const Situation& situation, EvidenceId evidence, HolderId holder, Witness witness) {
  Accepted document{evidence};
  if (holder == no_index) return document;
  for (const auto& alternative : situation.rules().evidence[evidence].alternatives) {
    const ConditionId when = alternative.when[holder];
    if (when == no_index) continue;
    const Truth does = situation.holds(when, family);
    if (does == Truth::yes && document.open != no_index) break;
    witness.asked_instead(alternative, holder, does);
    if (does == Truth::yes) return {alternative.evidence};
    if (does == Truth::unknown && document.open == no_index) document.open = when;
  }
  return document;
}

Accepted accepted(const Situation& situation, const Asked& asked) {
  const HolderId holder = situation.person(asked.requirement.holder, asked.whose);
  const bool watched = asked.lane.planned && asked.needed != Truth::no;
  return accepted(situation, asked.requirement.evidence, holder, watched ? situation.witness() : Witness());
}

EvidenceItem item_of(const Situation& situation, const Asked& asked, EvidenceId type) {
  const Rules& rules = situation.rules();
  const Requirement& requirement = asked.requirement;
  EvidenceItem item{.type = &rules.evidence[type],
                    .asked = requirement.evidence,
                    .holder = situation.person(requirement.holder, asked.whose),
                    .newborn = rules.evidence[requirement.evidence].per_newborn ? asked.whose : family,
                    .original = requirement.original,
                    .copies = requirement.copies,
                    .needed_by = ServiceSet::of(asked.service),
                    .why = {&requirement, situation.applies(requirement, asked.lane.newborn), asked.lane.newborn}};
  if (rules.joint) {  // the window makes its own copies, from the original
    item.original = std::max<std::uint8_t>(item.original, 1);
    item.copies = 0;
  }
  return item;
}

// Asks the sources before the family, in their order: product, share, absorption.
Answers answers_to(const Situation& situation, const Lanes& lanes, const Asked& asked, std::uint16_t newborn) {
  const EvidenceSources& sources = links_of(situation.rules()).evidence_sources[asked.requirement.evidence];
  Answers answers;
  if (situation.rules().joint) {
    answers.product = produced(lanes, sources.producers - ServiceSet::of(asked.service), newborn);
  }
  if (answers.product == Truth::yes) return answers;
  answers.share = shared(situation, sources.shares, asked.service, asked.whose, situation.witness());
  const Subject document = asked.requirement.evidence;
  if (answers.share.truth == Truth::yes) {
    situation.witness().chose(*answers.share.rule, document);
    return answers;
  }
  answers.absorption = absorbed(situation, sources.absorptions, asked.whose);
  if (answers.absorption.truth == Truth::yes) situation.witness().chose(*answers.absorption.rule, document);
  return answers;
}

// Whether one of the sources has it.
bool is_supplied(const Situation& situation, const Asked& asked, const Answers& answers, EvidenceItem& item) {
  const Rules& rules = situation.rules();
  if (answers.product == Truth::yes) {
    item.status = EvidenceStatus::produced;
    const ServiceSet producers = links_of(rules).evidence_sources[item.asked].producers - ServiceSet::of(asked.service);
    producers.each([&item](ServiceId producer) { item.from = producer; });
    return true;
  }
  if (answers.share.truth == Truth::yes) {
    const DataShare& share = rules.shares[answers.share.share];
    item.status = share.hospital ? EvidenceStatus::hospital : EvidenceStatus::shared;
    item.from = share.organisation;
    item.why = {answers.share.rule, Truth::yes, asked.whose};
    return true;
  }
  if (answers.absorption.truth != Truth::yes || answers.share.truth == Truth::unknown) return false;
  item.status = EvidenceStatus::absorbed;
  item.why = {answers.absorption.rule, Truth::yes, asked.whose};
  return true;
}

// The reason is the rule that spoke last: a share that does not cover this family rather than the requirement itself.
void leave_to_family(const Asked& asked, const Answers& answers, EvidenceItem& item) {
  const bool decided = asked.needed == Truth::yes && answers.product == Truth::no && answers.share.truth == Truth::no &&
                       answers.absorption.truth == Truth::no;
  item.status = decided ? EvidenceStatus::bring : EvidenceStatus::undetermined;
  if (!asked.lane.planned) {
    item.why = asked.lane.why;
  } else if (item.why.holds == Truth::yes) {
    const bool open = answers.share.truth == Truth::no && answers.absorption.truth == Truth::unknown;
    const Decision& last = open ? answers.absorption : answers.share;
    if (last.rule != nullptr) item.why = {last.rule, last.truth, asked.whose};
  }
}

// Nobody is told to bring one document while another may do instead.
void leave_open(const Asked& asked, ConditionId alternative, EvidenceItem& item) {
  if (item.status != EvidenceStatus::bring || alternative == no_index) return;
  item.status = EvidenceStatus::undetermined;
  item.why = {&asked.requirement, Truth::unknown, family, alternative};
}

// The share whose look-up decides about the document: it answers, or its look-up came to nothing.
ShareId decided_by_look_up(const Rules& rules, const Decision& share, const Why& why) {
  if (share.share == no_index || why.rule != share.rule) return no_index;
  const bool failed = share.rule != &rules.shares[share.share];
  return failed || share.truth == Truth::yes ? share.share : no_index;
}

void require(const Situation& situation, const Lanes& lanes, const Asked& asked, Documents& documents,
             Evidence& evidence) {
  const Accepted document = accepted(situation, asked);
  EvidenceItem item = item_of(situation, asked, document.type);
  Answers answers;
  if (asked.needed == Truth::no) {
    item.status = EvidenceStatus::not_required;
    item.needed_by = ServiceSet();
  } else {
    answers = answers_to(situation, lanes, asked, item.newborn);
    if (!is_supplied(situation, asked, answers, item)) leave_to_family(asked, answers, item);
    leave_open(asked, document.open, item);
  }
  const std::uint16_t place = documents.add(item);
  if (asked.needed == Truth::no) return;
  evidence.uses.push_back({.requirement = &asked.requirement,
                           .lane = static_cast<std::uint16_t>(&asked.lane - lanes.all.data()),
                           .evidence = place,
                           .newborn = asked.whose,
                           .needed = asked.needed,
                           .status = item.status,
                           .why = item.why});
  evidence.counted_on.push_back(decided_by_look_up(situation.rules(), answers.share, item.why));
}

// The first tolerance that applies to each document that is to be brought.
void tolerate(const Situation& situation, std::vector<EvidenceItem>& items) {
  for (EvidenceItem& item : items) {
    if (item.status != EvidenceStatus::bring) continue;
    for (const Tolerance& tolerance : situation.rules().tolerances) {
      const auto& types = tolerance.evidence;
      const bool about = types.empty() || std::find(types.begin(), types.end(), item.asked) != types.end();
      if (!about) continue;
      const Truth applies = situation.applies(tolerance, item.newborn);
      situation.witness().asked(tolerance, item.newborn, applies);
      if (applies != Truth::yes) continue;
      situation.witness().chose(tolerance, item.asked);
      item.tolerance = &tolerance;
      break;
    }
  }
}

}  // namespace

Evidence collect_evidence(const Situation& situation, const Lanes& lanes) {
  const Rules& rules = situation.rules();
  std::size_t requirements = 0;
  for (const ServiceLane& lane : lanes.all) requirements += lane.service->requirements.size();
  Documents documents(rules, requirements);
  Evidence evidence;
  evidence.uses.reserve(requirements * situation.newborns());
  evidence.counted_on.reserve(requirements * situation.newborns());
  for (const ServiceLane& lane : lanes.all) {
    if (!lane.planned && lane.lane != Lane::undetermined) continue;
    for (const Requirement& requirement : lane.service->requirements) {
      const bool own = is_newborns_own(rules, requirement) || lane.newborn != family;
      situation.each_newborn(own, lane.newborn, [&](std::uint16_t newborn) {
        const Truth condition = situation.applies(requirement, lane.newborn);
        const Truth needed = lane.planned ? condition : condition && Truth::unknown;
        if (lane.planned) situation.witness().asked(requirement, lane.newborn, condition);
        if (needed == Truth::yes) situation.witness().chose(requirement);
        const Asked asked{lane, requirement, newborn, rules.id_of(*lane.service), needed};
        require(situation, lanes, asked, documents, evidence);
      });
    }
  }
  evidence.items = std::move(documents).take();
  settle_either_holder(rules, evidence);
  tolerate(situation, evidence.items);
  return evidence;
}

}  // namespace planning
}  // namespace birthcase
