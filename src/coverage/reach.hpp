// What of a profile can be shown at all, as far as that is plain from the order of its rules.
#pragma once

#include <birthcase/profile.hpp>

#include "profile/links.hpp"

#include <span>
#include <vector>

namespace birthcase::coverage {

/// Which rules are ever asked, and for what.
struct Reach {
  explicit Reach(const Profile& profile);

  /// Whether some application leaves this condition undetermined, as far as can be told: it mentions a fact that is not
  /// always known.
  bool can_be_unknown(ConditionId condition) const;

  bool is_always_known(Slot slot) const noexcept {
    return slot.newborn ? known_of_newborns_[slot.index] : known_of_family_[slot.index];
  }

  /// Conditions of lanes that have to answer no for the service to be planned, as far as that is plain.
  std::vector<ConditionId> lanes_before(ServiceId service) const;

  /// Conditions of earlier rules of a table, those before the row `end`, that have to answer no for that one to be
  /// asked about a service. Only for tables in which an undetermined rule ends the search.
  template <class Row>
  std::vector<ConditionId> rules_before(const birthcase::Table<Row>& table, Id<Row> end, ServiceId service) const {
    std::vector<ConditionId> before;
    for (const Row& rule : std::span(table.data(), end.place())) {
      if (rule.services.has(service) && blocks(rule, rules_.services[service].per_newborn)) {
        before.push_back(rule.when);
      }
    }
    return before;
  }
  std::vector<ConditionId> derivations_before(DerivationId derivation) const;

  ServiceSet planned;  ///< services that this window may handle
  Column<LaneRule, ServiceSet> lanes;
  Column<Competence, ServiceSet> competences;
  Column<OperatorRule, ServiceSet> operators;
  Column<Promise, ServiceSet> promises;
  Column<DeliveryRule, ServiceSet> deliveries;
  Column<Tolerance, std::vector<EvidenceId>> tolerances;
  Column<DataShare, std::vector<EvidenceId>> share_evidence;
  Column<DataShare, std::vector<FieldId>> share_fields;
  Column<Absorption, std::vector<EvidenceId>> absorptions;
  Column<Derivation, bool> derivations;

 private:
  void reach_shares(EvidenceId evidence, ServiceSet asking);
  void reach_shares(FieldId field);
  void reach_derivations(const DerivedField& derived);
  void reach_tolerances();
  void find_always_known(const Profile& profile);
  ServiceSet asking_for(EvidenceId evidence) const;
  bool blocks(const Rule& rule, bool per_newborn) const;

  const Rules& rules_;
  std::vector<bool> known_of_family_;  // by slot
  std::vector<bool> known_of_newborns_;
};

}  // namespace birthcase::coverage
