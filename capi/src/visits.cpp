#include "visits.hpp"

#include <algorithm>
#include <vector>

namespace birthcase::capi {
namespace {

// Whether nobody offers it to this family, here or anywhere.
bool is_pointless(const ServiceLane& lane) {
  return lane.lane == Lane::not_offered && lane.organisation == no_index && lane.channel == no_index;
}

bool is_a_trip_of_its_own(const ServiceLane& lane) {
  if (lane.lane == Lane::joint || lane.lane == Lane::undetermined) return false;
  if (lane.already_done || lane.service->optional) return false;
  return !is_pointless(lane);
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
    if (!is_a_trip_of_its_own(lane)) continue;
    if (std::find(services.begin(), services.end(), lane.service) == services.end()) services.push_back(lane.service);
  }
  return static_cast<std::int64_t>(services.size()) + (window ? 1 : 0);
}

Papers papers(const Plan& plan) {
  return plan.profile().rules().joint ? papers_for_the_window(plan) : papers_for_each_office(plan);
}

}  // namespace birthcase::capi
