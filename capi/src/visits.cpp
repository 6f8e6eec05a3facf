#include "visits.hpp"

#include <algorithm>
#include <vector>

namespace birthcase::capi {
namespace {

bool leads_somewhere(const LaneRule& rule) { return rule.organisation != no_index || rule.channel != no_index; }

// Whether some rule says that there is nothing to be had for this family, anywhere: a window that handles the service
// for nobody says so first, and sends everybody to the office.
bool is_pointless(const Plan& plan, const ServiceLane& lane) {
  const Rules& rules = plan.profile().rules();
  const auto service = static_cast<Index>(lane.service - rules.services.data());
  return std::ranges::any_of(rules.lanes, [&](const LaneRule& rule) {
    return rule.lane == Lane::not_offered && !leads_somewhere(rule) && rule.services.has(service) &&
           plan.applies(rule, lane.newborn) == Truth::yes;
  });
}

bool is_a_trip_of_its_own(const Plan& plan, const ServiceLane& lane) {
  if (lane.lane == Lane::joint || lane.lane == Lane::undetermined) return false;
  if (lane.already_done || lane.service->optional) return false;
  return !is_pointless(plan, lane);
}

// At the window each document is shown once, whichever services need it.
Papers papers_for_the_window(const Plan& plan) {
  Papers sum;
  for (const EvidenceItem& item : plan.evidence) {
    if (item.status != EvidenceStatus::bring) continue;
    ++sum.documents;
    sum.sheets += item.original + item.copies;
  }
  return sum;
}

struct PaperOfTrip {
  const Service* service = nullptr;
  std::uint16_t evidence = 0;
  std::uint8_t original = 0;
  std::uint8_t copies = 0;
};

// Twins are taken to an office on one trip, and what is needed for both is brought once.
void bring(std::vector<PaperOfTrip>& brought, const EvidenceUse& use, const Service* service) {
  auto paper = std::find_if(brought.begin(), brought.end(), [&](const PaperOfTrip& other) {
    return other.service == service && other.evidence == use.evidence;
  });
  if (paper == brought.end()) paper = brought.insert(paper, {.service = service, .evidence = use.evidence});
  paper->original = std::max(paper->original, use.requirement->original);
  paper->copies = std::max(paper->copies, use.requirement->copies);
}

Papers papers_for_each_office(const Plan& plan) {
  std::vector<PaperOfTrip> brought;
  for (const EvidenceUse& use : plan.uses) {
    if (use.status == EvidenceStatus::bring) bring(brought, use, plan.services[use.lane].service);
  }
  Papers sum{.documents = static_cast<std::int64_t>(brought.size())};
  for (const PaperOfTrip& paper : brought) sum.sheets += paper.original + paper.copies;
  return sum;
}

}  // namespace

std::int64_t trips(const Plan& plan) {
  bool window = false;
  std::vector<const Service*> services;
  for (const ServiceLane& lane : plan.services) {
    window = window || lane.lane == Lane::joint;
    if (!is_a_trip_of_its_own(plan, lane)) continue;
    if (std::find(services.begin(), services.end(), lane.service) == services.end()) services.push_back(lane.service);
  }
  return static_cast<std::int64_t>(services.size()) + (window ? 1 : 0);
}

Papers papers(const Plan& plan) {
  return plan.profile().rules().joint ? papers_for_the_window(plan) : papers_for_each_office(plan);
}

}  // namespace birthcase::capi
