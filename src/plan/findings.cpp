#include "plan/findings.hpp"

#include "plan/holders.hpp"
#include "texts/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace birthcase::planning {
namespace {

// Where to go with each service that is not handled here.
Label elsewhere(const Rules& rules, const Lanes& lanes) {
  Label names;
  const Service* last = nullptr;
  for (const ServiceLane& lane : lanes.all) {
    if (lane.service == last) continue;
    last = lane.service;
    Label where = texts::findings::not_handled_here;
    if (lane.lane == Lane::elsewhere) where = texts::findings::where_is_open;
    if (lane.channel != no_index) where = rules.channels[lane.channel].label;
    if (lane.organisation != no_index) where = rules.organisations[lane.organisation].label;
    if (lane.already_done) where = texts::findings::done_already;
    texts::append(names, texts::findings::clause_separator,
                  texts::message(texts::findings::service_and_place, lane.service->label, where));
  }
  return names;
}

Finding unowned(const Rules& rules, std::size_t place, const HandedIn& document, const std::vector<HolderId>& holders) {
  const Label names = names_of_holders(rules, holders);
  const Label& type = rules.evidence[document.evidence].label;
  return {Severity::warning, "holder-not-stated", fmt::format("/evidence/{}", place),
          texts::message(texts::findings::holder_not_stated, type, names)};
}

}  // namespace

std::vector<Finding> check_profile(const Situation& situation) {
  const Validity& valid = situation.rules().valid;
  if (valid.includes(situation.as_of())) return {};
  const bool early = valid.from && situation.as_of() < *valid.from;
  const std::string day = to_string(early ? *valid.from : *valid.until);
  return {{Severity::error,
           "profile-not-in-force",
           {},
           early ? texts::message(texts::findings::not_in_force_yet, day)
                 : texts::message(texts::findings::in_force_no_more, day)}};
}

std::vector<Finding> check_facts(const Situation& situation) {
  const Rules& rules = situation.rules();
  std::vector<Finding> findings;
  for (const Check& check : rules.checks) {
    const bool each = check.when != no_index && rules.conditions[check.when].per_newborn;
    situation.each_newborn(each, family, [&](std::uint16_t newborn) {
      const Truth applies = situation.applies(check, newborn);
      situation.witness().asked(check, newborn, applies);
      if (applies != Truth::yes) return;
      situation.witness().chose(check);
      const FactRef at = check.at.of(newborn);
      findings.push_back({check.severity, check.id,
                          check.about_newborns ? "/newborns" : fact_path(situation.profile(), at), check.reason});
    });
  }
  return findings;
}

std::vector<Finding> check_look_ups(const Rules& rules, const std::vector<PlannedLookUp>& look_ups) {
  std::vector<Finding> findings;
  for (const PlannedLookUp& look_up : look_ups) {
    const bool answered = failed(look_up.state) || succeeded(look_up.state);
    if (answered || !look_up.share->before_acceptance) continue;
    const Label& organisation = rules.organisations[look_up.share->organisation].label;
    findings.push_back({Severity::error, "look-up-open", "/look_ups",
                        texts::message(texts::findings::look_up_open, organisation, look_up.share->id)});
  }
  return findings;
}

std::vector<Finding> check_route(const Rules& rules, const Lanes& lanes, const Route& route) {
  const bool open = std::any_of(lanes.all.begin(), lanes.all.end(),
                                [](const ServiceLane& lane) { return lane.lane == Lane::undetermined; });
  if (!route.steps.empty() || open) return {};
  return {
      {Severity::error, "nothing-joint", {}, texts::message(texts::findings::nothing_joint, elsewhere(rules, lanes))}};
}

std::vector<Finding> find_unowned_documents(const Situation& situation, const Evidence& evidence) {
  const Rules& rules = situation.rules();
  const auto documents = situation.handed_in();
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (documents[i].holder != no_index) continue;
    const auto holders = holders_needed(rules, evidence.items, documents[i]);
    if (holders.size() > 1) findings.push_back(unowned(rules, i, documents[i], holders));
  }
  return findings;
}

}  // namespace birthcase::planning
