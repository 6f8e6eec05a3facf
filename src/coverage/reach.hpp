// What of a profile can be shown at all, as far as that is plain from the order of its rules.
#pragma once

#include <birthcase/profile.hpp>

#include "profile/links.hpp"

#include <vector>

namespace birthcase::coverage {

/// Which rules are ever asked, and for what.
struct Reach {
  explicit Reach(const Profile& profile);

  /// Whether some application leaves this condition undetermined, as far as can be told: it mentions a fact that is not
  /// always known.
  bool can_be_unknown(Index condition) const;

  bool is_always_known(Slot slot) const noexcept {
    return slot.newborn ? known_of_newborns_[slot.index] : known_of_family_[slot.index];
  }

  /// Conditions of lanes that have to answer no for the service to be planned, as far as that is plain.
  std::vector<Index> lanes_before(Index service) const;

  /// Conditions of earlier rules of a table, those of its first `row` rules, that have to answer no for the next to be
  /// asked about a service. Only for tables in which an undetermined rule ends the search.
  template <class Table>
  std::vector<Index> rules_before(const Table& table, std::size_t row, Index service) const {
    std::vector<Index> before;
    for (std::size_t i = 0; i < row; ++i) {
      if (table[i].services.has(service) && blocks(table[i], rules_.services[service].per_newborn)) {
        before.push_back(table[i].when);
      }
    }
    return before;
  }
  std::vector<Index> derivations_before(Index derivation) const;

  ServiceSet planned;  ///< services that this window may handle
  std::vector<ServiceSet> lanes;
  std::vector<ServiceSet> competences;
  std::vector<ServiceSet> operators;
  std::vector<ServiceSet> promises;
  std::vector<ServiceSet> deliveries;
  std::vector<std::vector<Index>> tolerances;      ///< evidence, by rule
  std::vector<std::vector<Index>> share_evidence;  ///< by rule
  std::vector<std::vector<Index>> share_fields;    ///< by rule
  std::vector<std::vector<Index>> absorptions;     ///< evidence, by rule
  std::vector<bool> derivations;

 private:
  void reach_shares(Index evidence, ServiceSet asking);
  void reach_shares(Index field);
  void reach_derivations(const DerivedField& derived);
  void reach_tolerances();
  void find_always_known(const Profile& profile);
  ServiceSet asking_for(Index evidence) const;
  bool blocks(const Rule& rule, bool per_newborn) const;

  const Rules& rules_;
  std::vector<bool> known_of_family_;  // by slot
  std::vector<bool> known_of_newborns_;
};

}  // namespace birthcase::coverage
