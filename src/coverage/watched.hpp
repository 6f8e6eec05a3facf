// What is watched of one profile: its rules, each with the places of its obligations.
#pragma once

#include <birthcase/coverage.hpp>

#include "feel/decision.hpp"
#include "profile/links.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace birthcase::coverage {

/// The place of an obligation.
using Place = std::uint32_t;
inline constexpr Place nowhere = 0xffffffff;

/// One rule, and where its obligations are; `nowhere` for those it does not have.
struct Watch {
  template <class Row>
  using Items = std::vector<std::pair<Id<Row>, Place>>;

  ConditionId when{};
  Validity valid;
  Place applying = nowhere;
  Place not_applying = nowhere;
  Place undetermined = nowhere;
  Place in_force = nowhere;
  Place before = nowhere;
  Place after = nowhere;
  std::vector<Place> atoms{};  ///< true and deciding, false and deciding, of each atom in turn
  Items<Service> services;     ///< applying for each
  Items<EvidenceType> evidence;
  Items<Field> fields;
};

/// An alternative document for one holder.
struct WatchedAlternative {
  EvidenceId evidence{};
  std::size_t alternative = 0;
  HolderId holder{};
  Watch watch;
};

/// The rules of one profile, by their places in its tables.
struct Watched {
  explicit Watched(Profile watched) : profile(std::move(watched)) {}

  const feel::Decision* decision(ConditionId condition) const noexcept {
    return condition == no_index ? nullptr : decisions[condition].get();
  }

  /// Of a rule; nullptr where its service is never planned.
  const Watch* of(const Rule& rule) const {
    const auto at = rules.find(&rule);
    return at == rules.end() ? nullptr : at->second;
  }

  /// Of a line of a form; nullptr where its service is never planned.
  const Watch* of(const FormLine& line) const {
    const auto at = lines_by_row.find(&line);
    return at == lines_by_row.end() ? nullptr : at->second;
  }

  Profile profile;
  Column<SharedCondition, std::unique_ptr<const feel::Decision>> decisions;  ///< of those with several atoms
  Watch whole;                                                               ///< the dates of the profile itself
  Column<Channel, Watch> channels;
  Column<DoneRule, Watch> done;
  Column<LaneRule, Watch> lanes;
  Column<Service, Column<Requirement, Watch>> requirements;
  Column<Service, std::vector<Watch>> lines;     ///< the conditional ones
  std::vector<WatchedAlternative> alternatives;  ///< in the order in which they are tried
  Column<DataShare, Watch> shares;
  Column<DataShare, std::vector<Watch>> keys;  ///< by key: what an organisation is asked by for some families only
  Column<Absorption, Watch> absorptions;
  Column<Competence, Watch> competences;
  Column<OperatorRule, Watch> operators;
  Column<Promise, Watch> promises;
  Column<Tolerance, Watch> tolerances;
  Column<DeliveryRule, Watch> deliveries;
  Column<Check, Watch> checks;
  Column<Derivation, Watch> derivations;
  std::unordered_map<const Rule*, const Watch*> rules;             ///< of all tables above
  std::unordered_map<const FormLine*, const Watch*> lines_by_row;  ///< of `lines`
};

/// Demands what the rules of a profile have to show. `add` gives an obligation its place.
std::shared_ptr<const Watched> declare(const Profile& profile, const std::function<Place(const Obligation&)>& add);

/// What a plan shows, in order and once each. The plan is one of the watched rules.
std::vector<Place> seen_in(const Watched& watched, const Plan& plan);

}  // namespace birthcase::coverage
