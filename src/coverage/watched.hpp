// What is watched of one profile: its rules, each with the places of its obligations.
#pragma once

#include <birthcase/coverage.hpp>

#include "feel/decision.hpp"
#include "profile/links.hpp"
#include "profile/rule_tables.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <tuple>
#include <type_traits>
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

/// The rules of one profile.
struct Watched {
  explicit Watched(Profile watched) : profile(std::move(watched)) {}

  const feel::Decision* decision(ConditionId condition) const noexcept {
    return condition == no_index ? nullptr : decisions[condition].get();
  }

  /// Of a rule; nullptr where its service is never planned, and for a head that is no row of a table.
  const Watch* of(const Rule& rule) const { return find(rules, rule); }

  /// Of a line of a form; nullptr where its service is never planned.
  const Watch* of(const FormLine& line) const { return find(lines, line); }

  template <class Row>
  using Watches = std::unordered_map<const Row*, Watch>;

  Profile profile;
  Column<SharedCondition, std::unique_ptr<const feel::Decision>> decisions;  ///< of those with several atoms
  Watch whole;                                                               ///< the dates of the profile itself
  Watches<Rule> rules;                           ///< of all tables; without places where a rule is never asked
  Watches<FormLine> lines;                       ///< the conditional ones
  std::vector<WatchedAlternative> alternatives;  ///< in the order in which they are tried
  Column<DataShare, std::vector<Watch>> keys;    ///< by key: what an organisation is asked by for some families only

 private:
  template <class Row>
  static const Watch* find(const Watches<Row>& watches, const Row& row) {
    const auto at = watches.find(&row);
    return at == watches.end() ? nullptr : &at->second;
  }
};

/// Calls `visit` with every table of rules, in the order of reports: what decides whether a service is planned comes
/// before its requirements.
template <class Visitor>
constexpr void for_each_table_in_order(Visitor&& visit) {
  using profile::RuleTable;
  profile::for_each_table_of_profile([&visit]<class Row>(const RuleTable<Rules, Row>& table) {
    visit(table);
    if constexpr (std::is_same_v<Row, Channel>)
      visit(std::get<RuleTable<Rules, DoneRule>>(profile::tables_of_services));
    if constexpr (std::is_same_v<Row, LaneRule>) {
      visit(std::get<RuleTable<Service, Requirement>>(profile::tables_of_services));
    }
  });
}

/// The names of all tables, in that order; those of other rows come after what they belong to.
std::vector<std::string_view> table_names();

/// Demands what the rules of a profile must show. `add` gives an obligation its place.
std::shared_ptr<const Watched> declare(const Profile& profile, const std::function<Place(const Obligation&)>& add);

/// What a plan shows, in order and once each. The plan is one of the watched rules.
std::vector<Place> seen_in(const Watched& watched, const Plan& plan);

}  // namespace birthcase::coverage
