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
  using Items = std::vector<std::pair<Index, Place>>;

  Index when = no_index;
  Validity valid;
  Place applying = nowhere;
  Place not_applying = nowhere;
  Place undetermined = nowhere;
  Place in_force = nowhere;
  Place before = nowhere;
  Place after = nowhere;
  std::vector<Place> atoms{};  ///< true and deciding, false and deciding, of each atom in turn
  Items services;              ///< applying for each
  Items evidence;
  Items fields;
};

/// An alternative document for one holder.
struct WatchedAlternative {
  Index evidence = no_index;
  std::size_t alternative = 0;
  Index holder = no_index;
  Watch watch;
};

/// The rules of one profile, by their places in its tables.
struct Watched {
  explicit Watched(Profile watched) : profile(std::move(watched)) {}

  const feel::Decision* decision(Index condition) const noexcept {
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
  std::vector<std::unique_ptr<const feel::Decision>> decisions;  ///< by condition; of those with several atoms
  Watch whole;                                                   ///< the dates of the profile itself
  std::vector<Watch> channels;
  std::vector<Watch> done;
  std::vector<Watch> lanes;
  std::vector<std::vector<Watch>> requirements;  ///< by service
  std::vector<std::vector<Watch>> lines;         ///< by service: its conditional lines
  std::vector<WatchedAlternative> alternatives;  ///< in the order in which they are tried
  std::vector<Watch> shares;
  std::vector<std::vector<Watch>> keys;  ///< by share, by key: what an organisation is asked by for some families only
  std::vector<Watch> absorptions;
  std::vector<Watch> competences;
  std::vector<Watch> operators;
  std::vector<Watch> promises;
  std::vector<Watch> tolerances;
  std::vector<Watch> deliveries;
  std::vector<Watch> checks;
  std::vector<Watch> derivations;
  std::unordered_map<const Rule*, const Watch*> rules;             ///< of all tables above
  std::unordered_map<const FormLine*, const Watch*> lines_by_row;  ///< of `lines`
};

/// Demands what the rules of a profile have to show. `add` gives an obligation its place.
std::shared_ptr<const Watched> declare(const Profile& profile, const std::function<Place(const Obligation&)>& add);

/// What a plan shows, in order and once each. The plan is one of the watched rules.
std::vector<Place> seen_in(const Watched& watched, const Plan& plan);

}  // namespace birthcase::coverage
