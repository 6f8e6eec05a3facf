// What of a profile can be shown at all, as far as that is plain from the order of its rules.
#pragma once

#include <birthcase/profile.hpp>

#include "profile/links.hpp"
#include "profile/rule_tables.hpp"

#include <span>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace birthcase::coverage {

/// Whether a rule is ever asked, and about what.
struct Reached {
  bool asked = false;
  ServiceSet services{};               ///< of a requirement, and of rules that decide on services
  std::vector<EvidenceId> evidence{};  ///< of rules that list documents
  std::vector<FieldId> fields{};       ///< of shares
};

/// Tables in which a rule that is undetermined ends the search, so that those after it wait for its answer.
template <class Row>
inline constexpr bool undetermined_ends_search = std::is_same_v<Row, LaneRule> || std::is_same_v<Row, Promise>;

/// Which rules are ever asked, and for what.
class Reach {
 public:
  explicit Reach(const Profile& profile);

  const Reached& of(const Rule& rule) const { return reached_.at(&rule); }

  /// Services that this window may handle.
  ServiceSet planned() const noexcept { return planned_; }

  /// Whether some application leaves this condition undetermined, as far as can be told: it mentions a fact that is not
  /// always known.
  bool can_be_unknown(ConditionId condition) const;

  bool is_always_known(Slot slot) const noexcept {
    return slot.newborn ? known_of_newborns_[slot.index] : known_of_family_[slot.index];
  }

  /// Conditions of lanes that must answer no for the service to be planned, as far as that is plain.
  std::vector<ConditionId> lanes_before(ServiceId service) const;

  /// Conditions that must answer no for a rule to be asked about a service: of lanes, and of earlier rules of its
  /// table.
  template <class Row>
  std::vector<ConditionId> before(const Row& rule, ServiceId service) const {
    std::vector<ConditionId> before;
    if constexpr (!std::is_same_v<Row, LaneRule>) before = lanes_before(service);
    if constexpr (undetermined_ends_search<Row>) {
      const birthcase::Table<Row>& table = profile::table_of<Row>(rules_);
      add_rules_before(before, std::span(table.data(), &rule), service);
    }
    return before;
  }

  /// The same of a rule about a field.
  std::vector<ConditionId> before(const Derivation& derivation) const;

 private:
  template <class Row>
  void reach(const birthcase::Table<Row>& table);
  void reach_shares(EvidenceId evidence, ServiceSet asking);
  void reach_shares(FieldId field);
  void reach_derivations(const DerivedField& derived);
  void reach_tolerances();
  void find_always_known(const Profile& profile);
  ServiceSet asking_for(EvidenceId evidence) const;
  bool blocks(const Rule& rule, bool per_newborn) const;

  template <class Item>
  void add(const Rule& rule, std::vector<Item> Reached::*items, Item item) {
    Reached& reached = reached_[&rule];
    reached.asked = true;
    (reached.*items).push_back(item);
  }

  template <class Row>
  void add_rules_before(std::vector<ConditionId>& before, std::span<const Row> rules, ServiceId service) const {
    for (const Row& rule : rules) {
      if (rule.services.has(service) && blocks(rule, rules_.services[service].per_newborn)) {
        before.push_back(rule.when);
      }
    }
  }

  const Rules& rules_;
  ServiceSet planned_;
  std::unordered_map<const Rule*, Reached> reached_;  // every rule of every table
  std::vector<bool> known_of_family_;                 // by slot
  std::vector<bool> known_of_newborns_;
};

}  // namespace birthcase::coverage
